// Numeric substitution blocks: `[[#%x,N:]]`, `[[#N+1]]`, `[[#add(A,2)]]`, `[[#@LINE-3]]`, `[[@LINE+1]]`.

import { formatName, sameFormat, unsignedFormat, type NumberFormat } from "./filecheck-format.ts";
import { Cursor, type Span } from "./filecheck-source.ts";
import type { CheckVariables, NumericVariable, VariableName } from "./filecheck-variables.ts";

type BinaryFunction = (a: bigint, b: bigint) => bigint | undefined;

export type NumericExpression = { readonly text: string; readonly at: Span } & (
  | { readonly kind: "literal"; readonly value: bigint }
  | { readonly kind: "variable"; readonly variable: NumericVariable }
  | {
      readonly kind: "binary";
      readonly evaluate: BinaryFunction;
      readonly left: NumericExpression;
      readonly right: NumericExpression;
    }
);

export interface NumericBlock {
  /** What the block's text must say; undefined where any number will do. */
  readonly expression: NumericExpression | undefined;
  readonly format: NumberFormat;
  readonly defines: NumericVariable | undefined;
}

/** A value, or why there is none. */
export type NumericValue =
  { readonly value: bigint } | { readonly undefinedVariables: readonly NumericExpression[] } | "overflow";

const functions: ReadonlyMap<string, BinaryFunction> = new Map<string, BinaryFunction>([
  ["add", (a, b) => a + b],
  ["sub", (a, b) => a - b],
  ["mul", (a, b) => a * b],
  ["div", (a, b) => (b === 0n ? undefined : a / b)],
  ["max", (a, b) => (a > b ? a : b)],
  ["min", (a, b) => (a < b ? a : b)],
]);

export function evaluate(expression: NumericExpression): NumericValue {
  switch (expression.kind) {
    case "literal":
      return { value: expression.value };
    case "variable": {
      const { value } = expression.variable;
      return value === undefined ? { undefinedVariables: [expression] } : { value };
    }
    case "binary": {
      const [left, right] = [evaluate(expression.left), evaluate(expression.right)];
      const undefinedVariables = [left, right].flatMap((side) =>
        side !== "overflow" && "undefinedVariables" in side ? side.undefinedVariables : [],
      );
      if (undefinedVariables.length > 0) return { undefinedVariables };
      if (left === "overflow" || right === "overflow" || !("value" in left) || !("value" in right)) return "overflow";
      const value = expression.evaluate(left.value, right.value);
      return value === undefined ? "overflow" : { value };
    }
  }
}

/** Reads a variable's name. */
export function readVariableName(cursor: Cursor): VariableName {
  if (cursor.isEmpty) cursor.fail("empty variable name");
  const name = tryVariableName(cursor);
  if (name !== undefined) return name;
  const first = cursor.next;
  if ((first === "$" || first === "@") && cursor.end - cursor.at === 1)
    cursor.fail(`empty ${first === "@" ? "pseudo " : "global "}variable name`, { start: cursor.end, end: cursor.end });
  return cursor.fail("invalid variable name");
}

function tryVariableName(cursor: Cursor): VariableName | undefined {
  const start = cursor.at;
  const isPseudo = cursor.next === "@";
  const name = cursor.takeMatch(/^[@$]?[A-Za-z_][A-Za-z0-9_]*/);
  return name === undefined ? undefined : { name, isPseudo, start, end: cursor.at };
}

/** What may stand as an operand: the old form `[[@LINE+1]]` has the line first and a decimal after it. */
type AllowedOperand = "any" | "line" | "decimal";

export class NumericBlockReader {
  readonly #cursor: Cursor;
  readonly #variables: CheckVariables;
  /** Of the check line; undefined on the command line. */
  readonly #line: number | undefined;
  readonly #legacy: boolean;

  /** `cursor` is on what follows the `#`. */
  constructor(cursor: Cursor, variables: CheckVariables, line: number | undefined, legacy: boolean) {
    this.#cursor = cursor;
    this.#variables = variables;
    this.#line = line;
    this.#legacy = legacy;
  }

  read(): NumericBlock {
    const cursor = this.#cursor;
    const explicit = this.#format();
    const colon = cursor.find(":");
    const definition = colon < 0 ? undefined : new Cursor(cursor.source, { start: cursor.at, end: cursor.at + colon });
    if (colon >= 0) cursor.at += colon + 1;
    cursor.skipBlanks();
    const constrained = cursor.takes("==");
    cursor.skipBlanks();
    let expression: NumericExpression | undefined;
    if (!cursor.isEmpty) {
      cursor.trimEnd();
      expression = this.#expression(constrained);
    } else if (constrained) cursor.fail("empty numeric expression should not have a constraint");
    const implicit =
      expression === undefined || explicit.format !== undefined ? undefined : this.#implicitFormat(expression);
    const format = explicit.format ?? implicit ?? { ...unsignedFormat, precision: explicit.precision };
    const defines = definition === undefined ? undefined : this.#definition(definition, format);
    return { expression, format, defines };
  }

  #format(): { format: NumberFormat | undefined; precision: number } {
    const cursor = this.#cursor;
    const comma = cursor.find(",");
    const parenthesis = cursor.find("(");
    if (comma < 0 || (parenthesis >= 0 && parenthesis < comma)) return { format: undefined, precision: 0 };
    const spec = new Cursor(cursor.source, { start: cursor.at, end: cursor.at + comma });
    cursor.at += comma + 1;
    spec.skipBlanks();
    spec.trimEnd();
    if (!spec.takes("%")) spec.fail("invalid matching format specification in expression");
    const flagAt = spec.at;
    const alternate = spec.takes("#");
    let precision = 0;
    if (spec.takes(".")) {
      const digits = spec.takeMatch(/^[0-9]+/) ?? spec.fail("invalid precision in format specifier");
      precision = Number(digits);
    }
    let format: NumberFormat | undefined;
    if (!spec.isEmpty) {
      const kind = formatKinds.get(spec.next) ?? spec.fail("invalid format specifier in expression", spec.span);
      spec.at++;
      format = { kind, precision, alternate };
    }
    if (alternate && format?.kind !== "hexLower" && format?.kind !== "hexUpper")
      spec.fail("alternate form only supported for hex values", { start: flagAt, end: spec.end });
    spec.skipBlanks();
    if (!spec.isEmpty) spec.fail("invalid matching format specification in expression");
    return { format, precision };
  }

  #expression(constrained: boolean): NumericExpression {
    const cursor = this.#cursor;
    const start = cursor.at;
    let expression = this.#operand(this.#legacy ? "line" : "any", !constrained);
    while (!cursor.isEmpty) {
      cursor.skipBlanks();
      expression = this.#binary(start, expression);
      if (this.#legacy && !cursor.isEmpty) cursor.fail(`unexpected characters at end of expression '${cursor.text}'`);
    }
    return expression;
  }

  #operand(allowed: AllowedOperand, maybeConstraint = false): NumericExpression {
    const cursor = this.#cursor;
    const { at } = cursor;
    if (cursor.next === "(") {
      if (allowed !== "any") cursor.fail("parenthesized expression not permitted here");
      return this.#parenthesized();
    }
    if (allowed !== "decimal") {
      const name = allowed === "line" ? readVariableName(cursor) : tryVariableName(cursor);
      if (name !== undefined) {
        const after = cursor.at;
        cursor.skipBlanks();
        if (cursor.next === "(") {
          if (allowed !== "any") cursor.fail("unexpected function call", name);
          return this.#call(name);
        }
        cursor.at = after;
        return this.#variable(name);
      }
    }
    const digits = cursor.takeMatch(
      allowed === "decimal"
        ? /^-?[0-9]+/
        : /^-?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0o[0-7]+|0(?![xXbB])[0-7]*|[1-9][0-9]*)/,
    );
    if (digits === undefined)
      return cursor.fail(`invalid ${maybeConstraint ? "matching constraint or " : ""}operand format`, {
        start: at,
        end: cursor.end,
      });
    return { kind: "literal", text: digits, at: { start: at, end: cursor.at }, value: literal(digits, allowed) };
  }

  #variable({ name, isPseudo, start, end }: VariableName): NumericExpression {
    if (isPseudo && name !== "@LINE") this.#cursor.fail(`invalid pseudo numeric variable '${name}'`, { start, end });
    let variable = this.#variables.numbers.get(name);
    if (variable === undefined) {
      variable = { name, format: unsignedFormat, line: undefined, value: undefined };
      this.#variables.numbers.set(name, variable);
    }
    if (variable.line !== undefined && variable.line === this.#line)
      this.#cursor.fail(`numeric variable '${name}' defined earlier in the same CHECK directive`, { start, end });
    return { kind: "variable", text: name, at: { start, end }, variable };
  }

  #binary(start: number, left: NumericExpression): NumericExpression {
    const cursor = this.#cursor;
    const operatorAt = cursor.at;
    const operator = cursor.next;
    cursor.at++;
    const apply = functions.get({ "+": "add", "-": "sub" }[operator] ?? "");
    if (apply === undefined)
      return cursor.fail(`unsupported operation '${operator}'`, { start: operatorAt, end: cursor.at });
    cursor.skipBlanks();
    if (cursor.isEmpty) cursor.fail("missing operand in expression");
    const right = this.#operand(this.#legacy ? "decimal" : "any");
    return { kind: "binary", text: cursor.since(start), at: { start, end: cursor.at }, evaluate: apply, left, right };
  }

  #parenthesized(): NumericExpression {
    const cursor = this.#cursor;
    cursor.takes("(");
    cursor.skipBlanks();
    if (cursor.isEmpty) cursor.fail("missing operand in expression");
    const inner = this.#operands(undefined, ")");
    if (!cursor.takes(")")) cursor.fail("missing ')' at end of nested expression");
    return inner;
  }

  /** Operands and operators up to one of the characters `stops`, or the end. FileCheck's messages begin at `start`, else at the operator. */
  #operands(start: number | undefined, stops: string): NumericExpression {
    const cursor = this.#cursor;
    let expression = this.#operand("any");
    cursor.skipBlanks();
    while (!cursor.isEmpty && !stops.includes(cursor.next)) {
      expression = this.#binary(start ?? cursor.at, expression);
      cursor.skipBlanks();
    }
    return expression;
  }

  #call(name: VariableName): NumericExpression {
    const cursor = this.#cursor;
    const apply = functions.get(name.name) ?? cursor.fail(`call to undefined function '${name.name}'`, name);
    cursor.takes("(");
    cursor.skipBlanks();
    const given: NumericExpression[] = [];
    while (!cursor.isEmpty && cursor.next !== ")") {
      if (cursor.next === ",") cursor.fail("missing argument");
      given.push(this.#operands(cursor.at, ",)"));
      if (!cursor.takes(",")) break;
      cursor.skipBlanks();
      if (cursor.next === ")") cursor.fail("missing argument");
    }
    if (!cursor.takes(")")) cursor.fail("missing ')' at end of call expression");
    const [left, right] = given;
    if (given.length !== 2 || left === undefined || right === undefined)
      return cursor.fail(`function '${name.name}' takes 2 arguments but ${given.length} given`, name);
    // Where FileCheck's messages about the call point.
    const at = { start: cursor.at, end: cursor.at };
    return { kind: "binary", text: cursor.since(name.start), at, evaluate: apply, left, right };
  }

  /** The format of the variables in an expression, which must agree. */
  #implicitFormat(expression: NumericExpression): NumberFormat | undefined {
    if (expression.kind === "literal") return undefined;
    if (expression.kind === "variable") return expression.variable.format;
    const [left, right] = [this.#implicitFormat(expression.left), this.#implicitFormat(expression.right)];
    if (left !== undefined && right !== undefined && !sameFormat(left, right)) {
      const names = `'${expression.left.text}' (${formatName(left)}) and '${expression.right.text}' (${formatName(right)})`;
      this.#cursor.fail(`implicit format conflict between ${names}, need an explicit format specifier`, expression.at);
    }
    return left ?? right;
  }

  #definition(cursor: Cursor, format: NumberFormat): NumericVariable {
    cursor.skipBlanks();
    const at = readVariableName(cursor);
    const { name } = at;
    if (at.isPseudo) cursor.fail("definition of pseudo numeric variable unsupported", at);
    if (this.#variables.stringNames.has(name)) cursor.fail(`string variable with name '${name}' already exists`, at);
    cursor.skipBlanks();
    if (!cursor.isEmpty) cursor.fail("unexpected characters after numeric variable name");
    const known = this.#variables.numbers.get(name);
    if (known === undefined) return { name, format, line: this.#line, value: undefined };
    if (!sameFormat(known.format, format)) cursor.fail("format different from previous variable definition");
    return known;
  }
}

const formatKinds: ReadonlyMap<string, NumberFormat["kind"]> = new Map<string, NumberFormat["kind"]>([
  ["u", "unsigned"],
  ["d", "signed"],
  ["x", "hexLower"],
  ["X", "hexUpper"],
]);

/** A leading zero means octal, as in C, but not in the old form. */
function literal(digits: string, allowed: AllowedOperand): bigint {
  const negative = digits.startsWith("-");
  const text = negative ? digits.slice(1) : digits;
  const octal = allowed !== "decimal" && /^0[0-7]+$/.test(text);
  const value = BigInt(octal ? `0o${text.slice(1)}` : text);
  return negative ? -value : value;
}
