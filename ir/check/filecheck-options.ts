// FileCheck's options, and the command line that gives them.

export interface FileCheckOptions {
  /** Default `CHECK`. */
  readonly prefixes?: readonly string[];
  /** What follows one of these and a colon is a comment. Default `COM` and `RUN`. */
  readonly commentPrefixes?: readonly string[];
  /** Accepts an empty input. */
  readonly allowEmpty?: boolean;
  /** Accepts prefixes that occur nowhere, as long as one does. */
  readonly allowUnusedPrefixes?: boolean;
  /** Patterns that must not match between the matches of other directives. */
  readonly implicitCheckNot?: readonly string[];
  /** A match takes a whole line. */
  readonly matchFullLines?: boolean;
  /** Blanks count; otherwise every run of blanks is one. */
  readonly strictWhitespace?: boolean;
  readonly ignoreCase?: boolean;
  /** Forgets variables at each label, except those named `$X`. */
  readonly enableVarScope?: boolean;
  /** Lets matches of neighbouring -DAG lines overlap, as they did once. */
  readonly allowDeprecatedDagOverlap?: boolean;
  /** Values set beforehand (`-DX=value`); a name that begins with `#` is a number's (`-D#X=1`, `-D#%x,X=10`). */
  readonly variables?: ReadonlyMap<string, string>;
  /** Names of the two texts in messages. */
  readonly checkName?: string;
  readonly inputName?: string;
}

export interface FileCheckCommand {
  readonly checkFile: string;
  /** Undefined is standard input. */
  readonly inputFile: string | undefined;
  readonly options: FileCheckOptions;
}

type Draft = { -readonly [Key in keyof FileCheckOptions]: FileCheckOptions[Key] };

const switches: ReadonlyMap<string, (draft: Draft, on: boolean) => void> = new Map([
  ["allow-empty", (draft: Draft, on: boolean) => void (draft.allowEmpty = on)],
  ["allow-unused-prefixes", (draft: Draft, on: boolean) => void (draft.allowUnusedPrefixes = on)],
  ["allow-deprecated-dag-overlap", (draft: Draft, on: boolean) => void (draft.allowDeprecatedDagOverlap = on)],
  ["enable-var-scope", (draft: Draft, on: boolean) => void (draft.enableVarScope = on)],
  ["ignore-case", (draft: Draft, on: boolean) => void (draft.ignoreCase = on)],
  ["match-full-lines", (draft: Draft, on: boolean) => void (draft.matchFullLines = on)],
  ["strict-whitespace", (draft: Draft, on: boolean) => void (draft.strictWhitespace = on)],
  // These change what is shown of a success, or add a dump of the input; messages are the same without them.
  ["color", () => undefined],
  ["v", () => undefined],
  ["vv", () => undefined],
]);

const valued: ReadonlyMap<string, (draft: Draft, value: string) => void> = new Map([
  ["check-prefix", (draft: Draft, value: string) => void (draft.prefixes = [...(draft.prefixes ?? []), value])],
  [
    "check-prefixes",
    (draft: Draft, value: string) => void (draft.prefixes = [...(draft.prefixes ?? []), ...value.split(",")]),
  ],
  [
    "comment-prefixes",
    (draft: Draft, value: string) =>
      void (draft.commentPrefixes = [...(draft.commentPrefixes ?? []), ...value.split(",")]),
  ],
  [
    "implicit-check-not",
    (draft: Draft, value: string) => void (draft.implicitCheckNot = [...(draft.implicitCheckNot ?? []), value]),
  ],
  ["dump-input", () => undefined],
  ["dump-input-context", () => undefined],
  ["dump-input-filter", () => undefined],
]);

/** Reads the arguments of a `FileCheck` command. */
export function readFileCheckCommand(argv: readonly string[]): FileCheckCommand | { readonly error: string } {
  const draft: Draft = {};
  const variables = new Map<string, string>();
  let checkFile: string | undefined;
  let inputFile: string | undefined;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? "";
    const [, name = "", , given] = /^--?([A-Za-z-]+)(=([^]*))?$/.exec(word) ?? [];
    const valueOf = (): string | undefined => given ?? argv[++i];
    const define = /^--?D([^]*)$/.exec(word);
    if (define !== null) {
      const [, text = ""] = define;
      if (text === "") return { error: "for the -D option: requires a value" };
      const equals = text.indexOf("=");
      if (equals < 0) return { error: `Missing equal sign in command-line definition '-D${text}'` };
      if (equals === 0) return { error: `Missing variable name in command-line definition '-D${text}'` };
      variables.set(text.slice(0, equals), text.slice(equals + 1));
    } else if (!word.startsWith("-") || word === "-") {
      if (checkFile !== undefined) return { error: `Too many positional arguments specified: '${word}'` };
      checkFile = word;
    } else if (switches.has(name)) {
      if (given !== undefined && !/^(?:true|false|1|0)$/i.test(given))
        return { error: `for the --${name} option: '${given}' is invalid value for boolean argument` };
      switches.get(name)?.(draft, given === undefined || /^(?:true|1)$/i.test(given));
    } else if (name === "input-file" || valued.has(name)) {
      const value = valueOf();
      if (value === undefined) return { error: `for the --${name} option: requires a value` };
      if (name === "input-file") inputFile = value === "-" ? undefined : value;
      else valued.get(name)?.(draft, value);
    } else return { error: `Unknown command line argument '${word}'` };
  }
  if (checkFile === undefined) return { error: "Not enough positional command line arguments specified" };
  return { checkFile, inputFile, options: { ...draft, ...(variables.size === 0 ? {} : { variables }) } };
}

/** What is wrong with the prefixes; nothing where they are good. */
export function prefixProblem({ prefixes, commentPrefixes }: FileCheckOptions): string | undefined {
  const seen = new Set<string>();
  if (prefixes === undefined) seen.add("CHECK");
  if (commentPrefixes === undefined) for (const name of defaultCommentPrefixes) seen.add(name);
  for (const [kind, names] of [
    ["check", prefixes ?? []],
    ["comment", commentPrefixes ?? []],
  ] as const) {
    for (const name of names) {
      if (name === "") return `supplied ${kind} prefix must not be the empty string`;
      if (!/^[a-zA-Z0-9_-]*$/.test(name))
        return `supplied ${kind} prefix must start with a letter and contain only alphanumeric characters, hyphens, and underscores: '${name}'`;
      if (seen.has(name)) return `supplied ${kind} prefix must be unique among check and comment prefixes: '${name}'`;
      seen.add(name);
    }
  }
  return undefined;
}

export const defaultCommentPrefixes: readonly string[] = ["COM", "RUN"];
