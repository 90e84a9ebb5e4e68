// LLVM's FileCheck: does a text hold what the CHECK lines say, in their order?

import { defineVariables } from "./filecheck-defines.ts";
import { readDirectives, type CheckDirective } from "./filecheck-directives.ts";
import { Matcher, type CheckString } from "./filecheck-matcher.ts";
import { prefixProblem, type FileCheckOptions } from "./filecheck-options.ts";
import { CheckPattern } from "./filecheck-pattern.ts";
import { CheckSyntaxFailure, renderCheckMessage, type CheckSource } from "./filecheck-source.ts";
import { CheckVariables } from "./filecheck-variables.ts";

export type { FileCheckOptions } from "./filecheck-options.ts";

export type FileCheckResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Checks `input` against the directives in `checkText`. The message names the check line and the place in the input. */
export function fileCheck(checkText: string, input: string, options: FileCheckOptions = {}): FileCheckResult {
  const { checkName = "check", inputName = "<input>" } = options;
  const problem = prefixProblem(options);
  if (problem !== undefined) return failed(`error: ${problem}`);
  const variables = new CheckVariables();
  let strings: readonly CheckString[];
  try {
    defineVariables(options.variables ?? new Map(), variables);
    const implicit = implicitDirectives(options, variables);
    const source = { name: checkName, text: canonical(checkText, options) };
    const { directives, unused } = readDirectives(source, options, variables);
    if (isUnused(unused, options)) {
      const names = unused.map((prefix) => `'${prefix}:'`).join(", ");
      return failed(`error: no check strings found with prefix${unused.length > 1 ? "es" : ""} ${names}`);
    }
    strings = grouped(directives, implicit, source, options);
  } catch (error) {
    if (error instanceof CheckSyntaxFailure) return failed(renderCheckMessage(error.report));
    throw error;
  }
  if (input === "" && options.allowEmpty !== true) return failed(`FileCheck error: '${inputName}' is empty.`);
  const matcher = new Matcher(
    { name: inputName, text: canonical(input, options) },
    {
      variables,
      enableVarScope: options.enableVarScope === true,
      allowDagOverlap: options.allowDeprecatedDagOverlap === true,
    },
  );
  matcher.run(strings);
  const { messages } = matcher;
  return messages.length === 0 ? { ok: true } : failed(messages.map(renderCheckMessage).join("\n"));
}

function failed(message: string): FileCheckResult {
  return { ok: false, message };
}

function canonical(text: string, { strictWhitespace = false }: FileCheckOptions): string {
  const lines = text.replace(/\r\n/g, "\n");
  return strictWhitespace ? lines : lines.replace(/[ \t]+/g, " ");
}

/** Prefixes that occur nowhere are a mistake; without any prefix given, `--implicit-check-not` alone is enough. */
function isUnused(unused: readonly string[], options: FileCheckOptions): boolean {
  const { prefixes, allowUnusedPrefixes = false, implicitCheckNot = [] } = options;
  if (implicitCheckNot.length > 0 && prefixes === undefined) return false;
  return unused.length === (prefixes?.length ?? 1) || (!allowUnusedPrefixes && unused.length > 0);
}

function implicitDirectives(options: FileCheckOptions, variables: CheckVariables): CheckDirective[] {
  const { implicitCheckNot = [], ignoreCase = false, strictWhitespace = false } = options;
  return implicitCheckNot.map((text) => {
    const start = "-implicit-check-not='".length;
    const source: CheckSource = { name: "command line", text: `-implicit-check-not='${text}'` };
    const span = { start, end: start + text.length };
    const settings = { variables, line: undefined, ignoreCase, fullLines: false, strictWhitespace };
    const pattern = CheckPattern.read(source, span, settings);
    return { kind: "not", prefix: "IMPLICIT-CHECK", name: "IMPLICIT-CHECK-NOT", pattern, count: 1, at: start, source };
  });
}

/** Gives each directive the -DAG and -NOT lines before it; those at the end stand before the end of the input. */
function grouped(
  directives: readonly CheckDirective[],
  implicit: readonly CheckDirective[],
  source: CheckSource,
  { prefixes = ["CHECK"] }: FileCheckOptions,
): CheckString[] {
  const strings: CheckString[] = [];
  let before = [...implicit];
  for (const directive of directives) {
    before.push(directive);
    if (directive.kind === "dag" || directive.kind === "not") continue;
    strings.push({ directive, before: before.slice(0, -1) });
    before = [...implicit];
  }
  if (before.length === 0) return strings;
  const [prefix = "CHECK"] = prefixes;
  const at = source.text.length;
  return [
    ...strings,
    { directive: { kind: "end", prefix, name: "implicit EOF", pattern: undefined, count: 1, at, source }, before },
  ];
}
