// Variables that are set on FileCheck's command line: `-DX=text`, `-D#N=12`, `-D#%x,N=add(A,0x10)`.

import { evaluate, NumericBlockReader, readVariableName } from "./filecheck-numeric.ts";
import { Cursor } from "./filecheck-source.ts";
import type { CheckVariables } from "./filecheck-variables.ts";

/** Sets them; throws `CheckSyntaxFailure`. */
export function defineVariables(definitions: ReadonlyMap<string, string>, variables: CheckVariables): void {
  let number = 0;
  for (const [left, right] of definitions) {
    const head = `Global define #${++number}: `;
    if (left.startsWith("#")) defineNumber(head, left.slice(1), right, variables);
    else defineString(head, left, right, variables);
  }
}

function defineString(head: string, name: string, value: string, variables: CheckVariables): void {
  const cursor = new Cursor(
    { name: "Global defines", text: `${head}${name}=${value}` },
    { start: head.length, end: head.length + name.length },
  );
  const { isPseudo, start } = readVariableName(cursor);
  const whole = { start, end: head.length + name.length };
  if (isPseudo || !cursor.isEmpty) cursor.fail(`invalid name in string variable definition '${name}'`, whole);
  if (variables.numbers.has(name)) cursor.fail(`numeric variable with name '${name}' already exists`, whole);
  variables.strings.set(name, value);
  variables.stringNames.add(name);
}

function defineNumber(head: string, left: string, right: string, variables: CheckVariables): void {
  const comma = left.lastIndexOf(",");
  const block = `${left.slice(0, comma + 1)}${left.slice(comma + 1)}:${right}`;
  const front = `${head}#${left}=${right} (parsed as: [[#`;
  const cursor = new Cursor(
    { name: "Global defines", text: `${front}${block}]])` },
    { start: front.length, end: front.length + block.length },
  );
  const at = cursor.span;
  const { expression, defines } = new NumericBlockReader(cursor, variables, undefined, false).read();
  if (defines === undefined || expression === undefined)
    return cursor.fail("missing value in numeric variable definition", at);
  const value = evaluate(expression);
  if (value === "overflow") return cursor.fail("unable to evaluate numeric variable definition: overflow error", at);
  if (!("value" in value))
    return cursor.fail(
      `undefined variable: ${value.undefinedVariables[0]?.text ?? ""}`,
      value.undefinedVariables[0]?.at ?? at,
    );
  defines.value = value.value;
  variables.numbers.set(defines.name, defines);
}
