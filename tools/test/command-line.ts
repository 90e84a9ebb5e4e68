// Takes a RUN line apart as a shell does: words, quotes, pipes, `&&`, redirections. No shell runs it.
import { failure, type Failure } from "../command/failure.ts";

export interface Redirection {
  readonly kind: "in" | "out" | "append" | "errors" | "appendErrors" | "errorsToOut" | "both";
  /** A file; empty for `2>&1`. */
  readonly target: string;
}

export interface SimpleCommand {
  readonly words: readonly string[];
  readonly redirections: readonly Redirection[];
}

/** Commands whose outputs are the next one's inputs. */
export interface Pipeline {
  readonly commands: readonly SimpleCommand[];
  /** What it is joined to the one before with. */
  readonly after: "&&" | "||" | ";";
}

type Token = { readonly kind: "word" | "operator"; readonly text: string };

const operator = /&&|\|\||\|&|;|\||&>|2>&1|2>>|2>|>>|>|</y;

export function readCommandLine(text: string): readonly Pipeline[] | Failure {
  const tokens = tokenize(text);
  if ("failure" in tokens) return tokens;
  const pipelines: Pipeline[] = [];
  let after: Pipeline["after"] = ";";
  let commands: SimpleCommand[] = [];
  let words: string[] = [];
  let redirections: Redirection[] = [];
  const endCommand = (): boolean => {
    if (words.length === 0) return false;
    commands.push({ words, redirections });
    words = [];
    redirections = [];
    return true;
  };
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text: token } = tokens[i]!;
    const redirection = kind === "operator" ? redirectionKinds.get(token) : undefined;
    if (kind === "word") words.push(token);
    else if (token === "2>&1") redirections.push({ kind: "errorsToOut", target: "" });
    else if (redirection !== undefined) {
      const target = tokens[++i];
      if (target?.kind !== "word") return failure(`expected a file after '${token}'`);
      redirections.push({ kind: redirection, target: target.text });
    } else {
      if (token === "|&") redirections.push({ kind: "errorsToOut", target: "" });
      if (!endCommand()) return failure(`expected a command before '${token}'`);
      if (token === "|" || token === "|&") continue;
      pipelines.push({ commands, after });
      commands = [];
      after = token === "&&" ? "&&" : token === "||" ? "||" : ";";
    }
  }
  if (endCommand()) pipelines.push({ commands, after });
  else if (commands.length > 0 || after !== ";" || pipelines.length === 0)
    return failure("expected a command at the end");
  return pipelines;
}

const redirectionKinds: ReadonlyMap<string, Redirection["kind"]> = new Map<string, Redirection["kind"]>([
  [">", "out"],
  [">>", "append"],
  ["<", "in"],
  ["2>", "errors"],
  ["2>>", "appendErrors"],
  ["&>", "both"],
]);

function tokenize(text: string): Token[] | Failure {
  const tokens: Token[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) tokens.push({ kind: "word", text: word });
    word = undefined;
  };
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    operator.lastIndex = at;
    const [found] = operator.exec(text) ?? [];
    if (/\s/.test(character)) {
      endWord();
      at++;
    } else if (found !== undefined && (!found.startsWith("2") || word === undefined)) {
      endWord();
      tokens.push({ kind: "operator", text: found });
      at += found.length;
    } else if (character === "'" || character === '"') {
      const end = closingQuote(text, at);
      if (end < 0) return failure(`the quote ${character} is never closed`);
      const inner = text.slice(at + 1, end);
      word = (word ?? "") + (character === "'" ? inner : inner.replace(/\\(["\\$`])/g, "$1"));
      at = end + 1;
    } else if (character === "\\" && at + 1 < text.length) {
      word = (word ?? "") + text.charAt(at + 1);
      at += 2;
    } else {
      if (character === "&" || character === "`" || text.startsWith("$(", at))
        return failure(`'${character}' is not supported in RUN lines`);
      word = (word ?? "") + character;
      at++;
    }
  }
  endWord();
  return tokens;
}

function closingQuote(text: string, at: number): number {
  const quote = text.charAt(at);
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === quote) return end;
    if (quote === '"' && text[end] === "\\") end++;
  }
  return -1;
}
