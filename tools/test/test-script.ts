// What a test file says about itself: RUN lines, REQUIRES, UNSUPPORTED, XFAIL, DEFINE, as lit reads them.
import { failure, type Failure } from "../command/failure.ts";

export interface RunCommand {
  /** Continued lines joined, nothing replaced yet. */
  readonly text: string;
  /** Of its first line. */
  readonly line: number;
  /** `%{NAME}` as defined above the command. */
  readonly definitions: ReadonlyMap<string, string>;
}

export interface TestScript {
  readonly commands: readonly RunCommand[];
  /** Each must hold. */
  readonly requires: readonly string[];
  /** The test is left out where one holds. */
  readonly unsupported: readonly string[];
  /** The test must fail where one holds. */
  readonly expectedFailure: readonly string[];
}

const keyword = /(?<![A-Za-z-])(RUN|REQUIRES|UNSUPPORTED|XFAIL|DEFINE|REDEFINE|END)(:|\.(?=\s*$))[ \t]*(.*?)[ \t]*$/;

/** True if a text has RUN lines. */
export function isTestScript(text: string): boolean {
  return /^.*(?<![A-Za-z-])RUN:/m.test(text);
}

export function readTestScript(text: string): TestScript | Failure {
  const commands: RunCommand[] = [];
  const lists: Record<string, string[]> = { REQUIRES: [], UNSUPPORTED: [], XFAIL: [] };
  let definitions: ReadonlyMap<string, string> = new Map();
  /** A line that ends in a backslash, and what it goes on with must say. */
  let open: { readonly kind: string; readonly text: string; readonly line: number } | undefined;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const [, kind = "", mark, rest = ""] = keyword.exec(line) ?? [];
    if (mark === ".") break;
    if (kind === "" || kind === "END") continue;
    const list = lists[kind];
    if (list !== undefined) {
      list.push(...rest.split(",").map((item) => item.trim()));
      continue;
    }
    if (open !== undefined && open.kind !== kind)
      return failure(`line ${open.line}: the ${open.kind} line ends in a backslash, and no ${open.kind} line follows`);
    const whole = (open?.text ?? "") + rest;
    const start = open?.line ?? i + 1;
    if (rest.endsWith("\\")) {
      open = { kind, text: whole.slice(0, -1), line: start };
      continue;
    }
    open = undefined;
    if (kind === "RUN") commands.push({ text: whole, line: start, definitions });
    else {
      const defined = define(kind, whole, definitions);
      if (typeof defined === "string") return failure(`line ${start}: ${defined}`);
      definitions = defined;
    }
  }
  if (open !== undefined) return failure(`line ${open.line}: the last ${open.kind} line ends in a backslash`);
  if (commands.length === 0) return failure("there is no RUN line");
  const { REQUIRES: requires = [], UNSUPPORTED: unsupported = [], XFAIL: expectedFailure = [] } = lists;
  return { commands, requires, unsupported, expectedFailure };
}

function define(kind: string, text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> | string {
  const [, name, value = ""] = /^%\{([A-Za-z_][\w-]*)\}\s*=\s*(.*)$/.exec(text) ?? [];
  if (name === undefined) return `expected '%{NAME} = VALUE' after ${kind}:`;
  if (before.has(name) !== (kind === "REDEFINE"))
    return kind === "DEFINE" ? `%{${name}} is defined already` : `%{${name}} is not defined yet`;
  return new Map([...before, [name, value]]);
}
