// Constant folding against mlir-opt: every op of arith and math on constants where it could go wrong, and arith's identities.
import { describe, expect, test } from "@jest/globals";
import { applyPatternsGreedily } from "../../ir/rewrite/greedy.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { canonicalizationPatterns } from "../../passes/canonicalize.ts";
import { parse } from "../support/mlir.ts";
import { printedByMlirOpt } from "./mlir-opt-batch.ts";

/** A function that returns what each expression gives; `$` in an expression is a fresh number. */
interface Program {
  readonly name: string;
  readonly text: string;
}

type Expression = readonly [operands: readonly string[], op: (names: readonly string[]) => string, results: string];

/** One function of all expressions, whose operands are constants. */
function program(name: string, expressions: readonly Expression[]): Program {
  const lines: string[] = [];
  const returned: string[] = [];
  const types: string[] = [];
  expressions.forEach(([operands, op, results], i) => {
    const names = operands.map((operand, j) => {
      const isBool = operand === "true" || operand === "false";
      lines.push(`  %a${i}_${j} = arith.constant ${isBool ? operand : operand}`);
      return `%a${i}_${j}`;
    });
    const all = results.split(", ");
    lines.push(`  %r${i}${all.length > 1 ? `:${all.length}` : ""} = ${op(names)}`);
    all.forEach((type, j) => {
      returned.push(all.length > 1 ? `%r${i}#${j}` : `%r${i}`);
      types.push(type);
    });
  });
  const list = types.join(", ");
  return {
    name,
    text: `func.func @f() -> (${list}) {\n${lines.join("\n")}\n  return ${returned.join(", ")} : ${list}\n}\n`,
  };
}

const widths: Readonly<Record<string, number>> = { i1: 1, i7: 7, i8: 8, i32: 32, i64: 64, i128: 128, index: 64 };

function integers(type: string): string[] {
  if (type === "i1") return ["false", "true"];
  const width = BigInt(widths[type] ?? 64);
  const least = -(1n << (width - 1n));
  return [0n, 1n, -1n, 2n, 7n, -7n, least, -least - 1n, width, width - 1n].map((n) => `${n} : ${type}`);
}

const pairs = (list: readonly string[]): (readonly [string, string])[] => list.flatMap((a) => list.map((b): [string, string] => [a, b])); // prettier-ignore

const special: Readonly<Record<string, readonly string[]>> = {
  f16: ["0x7C00", "0xFC00", "0x7E00", "0x0001", "0x7BFF"],
  bf16: ["0x7F80", "0xFF80", "0x7FC0", "0x0001", "0x7F7F"],
  f32: ["0x7F800000", "0xFF800000", "0x7FC00000", "0x7F800001", "0x00000001", "0x7F7FFFFF"],
  f64: ["0x7FF0000000000000", "0xFFF0000000000000", "0x7FF8000000000000", "0x0000000000000001", "0x7FEFFFFFFFFFFFFF"],
  f8E4M3FN: ["0x7F", "0x01", "0x7E"],
  f8E5M2: ["0x7C", "0xFC", "0x7E", "0x01"],
  f128: [],
};

const floats = (type: string): string[] =>
  ["0.0", "-0.0", "1.0", "-1.0", "0.5", "-2.5", "3.0", "-3.5", ...(type.startsWith("f8") ? [] : ["1.0e4", "0.1"]), ...(special[type] ?? [])].map((x) => `${x} : ${type}`); // prettier-ignore

const binary = (op: string, type: string, list: readonly string[], result = type): Program =>
  program(`${op} ${type}`, pairs(list).map((pair) => [pair, ([a, b]) => `${op} ${a}, ${b} : ${type}`, result])); // prettier-ignore
const unary = (op: string, type: string, list: readonly string[], suffix = type, result = type): Program =>
  program(`${op} ${suffix}`, list.map((x) => [[x], ([a]) => `${op} ${a} : ${suffix}`, result])); // prettier-ignore

const integerOps = "addi subi muli divui divsi ceildivui ceildivsi floordivsi remui remsi andi ori xori shli shrui shrsi maxsi maxui minsi minui".split(" "); // prettier-ignore
const integerTypes = ["i1", "i7", "i8", "i32", "i64", "i128", "index"];
const floatTypes = ["f16", "bf16", "f32", "f64", "f128", "f8E4M3FN"];
const predicates = "eq ne slt sle sgt sge ult ule ugt uge".split(" ");
const floatPredicates = "false oeq ogt oge olt ole one ord ueq ugt uge ult ule une uno true".split(" ");

function* casts(): IterableIterator<Program> {
  const cast = (op: string, from: string, to: string, list: readonly string[]): Program =>
    unary(`arith.${op}`, from, list, `${from} to ${to}`, to);
  for (const from of ["i1", "i8", "i32", "i64", "i128"]) {
    for (const to of ["i1", "i8", "i32", "i64", "i128"]) {
      const [a = 0, b = 0] = [widths[from], widths[to]];
      if (a < b) for (const op of ["extui", "extsi"]) yield cast(op, from, to, integers(from));
      if (a > b) yield cast("trunci", from, to, integers(from));
    }
    for (const op of ["index_cast", "index_castui"]) {
      yield cast(op, from, "index", integers(from));
      yield cast(op, "index", from, integers("index"));
    }
    for (const to of floatTypes) for (const op of ["sitofp", "uitofp"]) yield cast(op, from, to, integers(from));
    for (const f of floatTypes) for (const op of ["fptosi", "fptoui"]) yield cast(op, f, from, floats(f));
  }
  const order = ["f8E4M3FN", "f16", "f32", "f64", "f128"];
  for (const [i, from] of order.entries()) {
    for (const [j, to] of order.entries()) {
      if (i < j) yield cast("extf", from, to, floats(from));
      if (i <= j) continue;
      for (const mode of ["", " upward", " toward_zero"])
        yield program(`truncf ${from} to ${to}${mode}`, floats(from).map((x) => [[x], ([a]) => `arith.truncf ${a}${mode} : ${from} to ${to}`, to])); // prettier-ignore
    }
  }
  for (const [from, to] of [["f32", "i32"], ["f64", "i64"], ["bf16", "f16"]] as const) yield cast("bitcast", from, to, floats(from)); // prettier-ignore
}

const programs: readonly Program[] = [
  ...integerTypes.flatMap((type) => [
    ...integerOps.map((op) => binary(`arith.${op}`, type, integers(type))),
    ...predicates.map((p) => binary(`arith.cmpi ${p},`, type, integers(type), "i1")),
    binary("math.ipowi", type, integers(type).slice(0, 5)),
    program(`addui_extended ${type}`, pairs(integers(type)).map((pair) => [pair, ([a, b]) => `arith.addui_extended ${a}, ${b} : ${type}, i1`, `${type}, i1`])), // prettier-ignore
    ...["mulsi_extended", "mului_extended"].map((op) =>
      binary(`arith.${op}`, type, integers(type), `${type}, ${type}`),
    ),
    ...(type === "index" ? [] : ["absi", "ctlz", "cttz", "ctpop"].map((op) => unary(`math.${op}`, type, integers(type)))), // prettier-ignore
  ]),
  ...floatTypes.flatMap((type) => [
    ..."addf subf mulf divf remf maximumf minimumf maxnumf minnumf".split(" ").map((op) => binary(`arith.${op}`, type, floats(type))), // prettier-ignore
    ...floatPredicates.map((p) => binary(`arith.cmpf ${p},`, type, floats(type), "i1")),
    unary("arith.negf", type, floats(type)),
    unary("math.absf", type, floats(type)),
    binary("math.copysign", type, floats(type)),
    ...(type === "f128" ? [] : ["ceil", "floor", "roundeven"].map((op) => unary(`math.${op}`, type, floats(type)))),
    ...["round", "trunc", "sqrt", "fpowi"].flatMap((op) => (op === "fpowi" ? [] : [unary(`math.${op}`, type, floats(type))])), // prettier-ignore
    ...["isnan", "isinf", "isfinite", "isnormal"].map((op) => unary(`math.${op}`, type, floats(type), type, "i1")),
  ]),
  ...casts(),
];

/** What each returned value is: constants and ops with their operands written out. */
function returned(text: string): string[] {
  const known = new Map<string, string>();
  const written = (part: string): string => part.replace(/%[\w.-]+/g, (name) => known.get(name) ?? name);
  for (const line of text.split("\n")) {
    const defined = /^\s*(%[\w.-]+)(?::\d+)?(?:, (%[\w.-]+))? = (.*)$/.exec(line);
    if (defined !== null) {
      known.set(defined[1] ?? "", `(${written(defined[3] ?? "")})`);
      known.set(defined[2] ?? "", `(${written(defined[3] ?? "")})#1`);
    }
    const values = /^\s*return (.*) : /.exec(line);
    if (values !== null) return (values[1] ?? "").split(", ").map(written);
  }
  return [];
}

function canonicalized(text: string): string {
  const module = parse(text);
  applyPatternsGreedily(module, canonicalizationPatterns(module.context));
  return printOperation(module);
}

describe("constants fold as mlir-opt folds them", () => {
  const theirs = printedByMlirOpt(programs.map(({ text }) => text), ["--canonicalize"]); // prettier-ignore
  test.each(programs.map(({ name, text }, i) => [name, text, theirs[i] ?? "refused"] as const))(
    "%s",
    (_, text, expected) => {
      const [ours, mlirOpt] = [returned(canonicalized(text)), returned(expected)];
      const differing = mlirOpt.flatMap((value, i) => (value === ours[i] ? [] : [{ ours: ours[i], mlirOpt: value }]));
      expect(mlirOpt.length).toBe((text.match(/ = (?!arith\.constant)/g) ?? []).length * (/:2 = /.test(text) ? 2 : 1));
      expect(differing).toEqual([]);
    },
  );
});
