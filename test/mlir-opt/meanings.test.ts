// The interpreter against mlir-opt's folders: what an op gives on random constants, and what mlir-opt makes of the same constants.
//
// mlir-opt leaves alone what it does not fold (what is undefined, most of what is poison), so only what it folds to a constant is compared, and how much that is is
// held as well.
import { describe, expect, test } from "@jest/globals";
import type { Operation } from "../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../ir/core/symbol-table.ts";
import type { Value } from "../../ir/core/value.ts";
import { valueOfAttribute } from "../../ir/interpret/convert.ts";
import { randomFrom } from "../../ir/interpret/coroutines.ts";
import { Interpreter } from "../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import { POISON } from "../../ir/interpret/value.ts";
import { newContext, parse } from "../support/mlir.ts";
import { printedByMlirOpt } from "./mlir-opt-batch.ts";

const random = randomFrom(20_260_401);
const below = (bound: number): number => Math.floor(random() * bound);
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;

const widthOf = (type: string): number => (type === "index" ? 64 : Number(type.slice(1)));

/** At the edges of the type, or anywhere in it; sometimes a small number, which a shift takes. */
function integer(type: string): string {
  const width = BigInt(widthOf(type));
  if (width === 1n) return pick(["true", "false"]);
  const least = -(1n << (width - 1n));
  let bits = 0n;
  for (let i = 0n; i < width; i += 16n) bits = (bits << 16n) | BigInt(below(65536));
  const value = pick([0n, 1n, -1n, least, -least - 1n, least + 1n, width - 1n, BigInt(below(8)), bits, bits]);
  return `${BigInt.asIntN(Number(width), value)} : ${type}`;
}

/** As an exact bit pattern: special values, subnormals, small integers and anything. */
function float(type: string, anyBits = true): string {
  if (below(2) === 0)
    return `${(below(2001) - 1000) / pick([1, 2, 8, 64])}`.replace(/^(-?\d+)$/, "$1.0") + ` : ${type}`;
  const digits = type === "f64" ? 16 : type === "f32" ? 8 : 4;
  const bits = Array.from({ length: digits }, () => pick([..."0123456789ABCDEF"])).join("");
  const edges: Record<string, readonly string[]> = {
    f64: ["7FF0000000000000", "8000000000000000", "7FF8000000000000", "0000000000000001", "7FEFFFFFFFFFFFFF"],
    f32: ["7F800000", "80000000", "7FC00000", "00000001", "7F7FFFFF", "00800000"],
    f16: ["7C00", "8000", "7E00", "0001", "7BFF", "0400"],
    bf16: ["7F80", "8000", "7FC0", "0001", "7F7F", "0080"],
  };
  return `0x${anyBits && below(2) === 0 ? bits : pick(edges[type]!)} : ${type}`;
}

const isFloat = (type: string): boolean => type.includes("f");
const constant = (type: string): string => `arith.constant ${isFloat(type) ? float(type) : integer(type)}`;

/** A function that returns what an op gives; `op` is its text with `$0`, `$1` for operands. */
interface Probe {
  readonly operands: readonly string[];
  readonly op: string;
  readonly results: readonly string[];
}

const samples = 24;

function functionOf({ operands, op, results }: Probe): string {
  const constants = operands.map((operand, i) => `  %c${i} = ${operand}\n`).join("");
  const isSingle = results.length === 1;
  const names = results.map((_, i) => (isSingle ? "%r" : `%r#${i}`)).join(", ");
  const types = results.join(", ");
  const target = isSingle ? "%r" : `%r:${results.length}`;
  return `() -> (${types}) {\n${constants}  ${target} = ${op.replace(/\$(\d)/g, "%c$1")}\n  return ${names} : ${types}\n}`;
}

interface Group {
  readonly name: string;
  readonly functions: readonly string[];
  /** The least share of results that mlir-opt folds. */
  readonly folded: number;
}

const group = (name: string, make: () => Probe, folded = 0.3): Group => ({
  name,
  functions: Array.from({ length: samples }, () => functionOf(make())),
  folded,
});

const integerTypes = ["i1", "i3", "i7", "i8", "i16", "i32", "i33", "i64", "i128", "index"];
const integerOps = "addi subi muli divui divsi ceildivui ceildivsi floordivsi remui remsi andi ori xori shli shrui shrsi maxsi maxui minsi minui".split(" "); // prettier-ignore
const predicates = "eq ne slt sle sgt sge ult ule ugt uge".split(" ");
const floatTypes = ["f16", "bf16", "f32", "f64"];

function binaryProbe(op: string, type: string, result = type): Probe {
  return { operands: [constant(type), constant(type)], op: `${op} $0, $1 : ${type}`, results: [result] };
}
function castProbe(op: string, from: string, to: string): Probe {
  return { operands: [constant(from)], op: `${op} $0 : ${from} to ${to}`, results: [to] };
}

const indexOps = "add sub mul divs divu ceildivs ceildivu floordivs rems remu maxs maxu mins minu shl shrs shru and or xor".split(" "); // prettier-ignore

function complexConstant(type: string): string {
  const part = (): string => `${(below(65) - 32) / 4}`.replace(/^(-?\d+)$/, "$1.0") + ` : ${type}`;
  return `complex.constant [${part()}, ${part()}] : complex<${type}>`;
}

function* groups(): IterableIterator<Group> {
  for (const op of integerOps) {
    const isPartial = /div|rem|sh/.test(op);
    yield group(`arith.${op}`, () => binaryProbe(`arith.${op}`, pick(integerTypes)), isPartial ? 0.1 : 0.3);
  }
  for (const flags of ["nsw", "nuw", "nsw, nuw"])
    for (const op of ["addi", "subi", "muli", "shli"])
      yield group(
        `arith.${op} ${flags}`,
        () => {
          const type = pick(integerTypes);
          return {
            operands: [constant(type), constant(type)],
            op: `arith.${op} $0, $1 overflow<${flags}> : ${type}`,
            results: [type],
          };
        },
        0,
      );
  yield group("arith.cmpi", () => binaryProbe(`arith.cmpi ${pick(predicates)},`, pick(integerTypes), "i1"), 0.9);
  yield group(
    "arith.select",
    () => {
      const type = pick([...integerTypes, ...floatTypes]);
      return {
        operands: [constant("i1"), constant(type), constant(type)],
        op: `arith.select $0, $1, $2 : ${type}`,
        results: [type],
      };
    },
    0.9,
  );
  yield group(
    "arith.addui_extended",
    () => {
      const type = pick(integerTypes);
      return {
        operands: [constant(type), constant(type)],
        op: `arith.addui_extended $0, $1 : ${type}, i1`,
        results: [type, "i1"],
      };
    },
    0,
  );
  for (const op of ["mulsi_extended", "mului_extended"])
    yield group(
      `arith.${op}`,
      () => {
        const type = pick(integerTypes);
        return {
          operands: [constant(type), constant(type)],
          op: `arith.${op} $0, $1 : ${type}`,
          results: [type, type],
        };
      },
      0,
    );
  for (const op of ["addf", "subf", "mulf", "divf", "remf", "maximumf", "minimumf"])
    yield group(`arith.${op}`, () => binaryProbe(`arith.${op}`, pick(floatTypes)));
  // Of a signalling NaN mlir-opt's give NaN; the interpreter does not tell NaNs apart.
  for (const op of ["maxnumf", "minnumf"])
    yield group(`arith.${op}`, () => {
      const type = pick(floatTypes);
      const operands = [0, 1].map(() => `arith.constant ${float(type, false)}`);
      return { operands, op: `arith.${op} $0, $1 : ${type}`, results: [type] };
    });
  yield group(
    "arith.cmpf",
    () =>
      binaryProbe(
        `arith.cmpf ${pick("false oeq ogt oge olt ole one ord ueq ugt uge ult ule une uno true".split(" "))},`,
        pick(floatTypes),
        "i1",
      ),
    0.9,
  );
  yield group(
    "arith.negf",
    () => {
      const type = pick(floatTypes);
      return { operands: [constant(type)], op: `arith.negf $0 : ${type}`, results: [type] };
    },
    0.9,
  );
  const narrower = (): [string, string] => {
    const [a, b] = [pick(integerTypes.slice(0, -1)), pick(integerTypes.slice(0, -1))];
    return widthOf(a) < widthOf(b) ? [a, b] : widthOf(b) < widthOf(a) ? [b, a] : ["i8", "i33"];
  };
  yield group("arith.extsi", () => castProbe("arith.extsi", ...narrower()), 0.9);
  yield group("arith.extui", () => castProbe("arith.extui", ...narrower()), 0.9);
  yield group(
    "arith.trunci",
    () => {
      const [to, from] = narrower();
      return castProbe("arith.trunci", from, to);
    },
    0.9,
  );
  for (const op of ["index_cast", "index_castui"]) {
    yield group(`arith.${op} to index`, () => castProbe(`arith.${op}`, pick(integerTypes.slice(0, -1)), "index"), 0.5);
    yield group(
      `arith.${op} from index`,
      () => castProbe(`arith.${op}`, "index", pick(integerTypes.slice(0, -1))),
      0.5,
    );
  }
  for (const op of ["sitofp", "uitofp"])
    yield group(`arith.${op}`, () => castProbe(`arith.${op}`, pick(integerTypes.slice(0, -1)), pick(floatTypes)), 0.9);
  for (const op of ["fptosi", "fptoui"])
    yield group(`arith.${op}`, () => castProbe(`arith.${op}`, pick(floatTypes), pick(integerTypes.slice(0, -1))), 0.2);
  yield group("arith.extf", () => castProbe("arith.extf", ...pick([["f16", "f32"], ["bf16", "f32"], ["f32", "f64"], ["f16", "f64"]] as [string, string][])), 0.9); // prettier-ignore
  yield group("arith.truncf", () => castProbe("arith.truncf", ...pick([["f32", "f16"], ["f32", "bf16"], ["f64", "f32"], ["f64", "f16"]] as [string, string][])), 0.2); // prettier-ignore
  yield group("arith.bitcast", () => castProbe("arith.bitcast", ...pick([["f32", "i32"], ["i32", "f32"], ["i64", "f64"], ["f64", "i64"], ["f16", "bf16"], ["i16", "f16"]] as [string, string][])), 0.9); // prettier-ignore
  for (const op of ["absi", "ctlz", "cttz", "ctpop"])
    yield group(
      `math.${op}`,
      () => {
        const type = pick(integerTypes.slice(0, -1));
        return { operands: [constant(type)], op: `math.${op} $0 : ${type}`, results: [type] };
      },
      0.9,
    );
  for (const op of ["absf", "ceil", "floor", "round", "roundeven", "trunc", "sqrt"])
    yield group(
      `math.${op}`,
      () => {
        const type = pick(floatTypes);
        return { operands: [constant(type)], op: `math.${op} $0 : ${type}`, results: [type] };
      },
      0.2,
    );
  yield group("math.copysign", () => binaryProbe("math.copysign", pick(floatTypes)));
  yield group("math.ipowi", () => binaryProbe("math.ipowi", pick(["i8", "i32", "i64"])), 0.1);
  for (const op of indexOps)
    yield group(
      `index.${op}`,
      () => {
        // The folds of the index dialect are of results that 32 and 64 bits agree on.
        const small = (): string =>
          `arith.constant ${below(2) === 0 ? below(100) - 50 : below(40_000) - 20_000} : index`;
        return { operands: [small(), small()], op: `index.${op} $0, $1`, results: ["index"] };
      },
      0,
    );
  yield group(
    "index.cmp",
    () => ({
      operands: [constant("index"), constant("index")],
      op: `index.cmp ${pick(predicates)}($0, $1)`,
      results: ["i1"],
    }),
    0.2,
  );
  for (const op of ["add", "sub", "mul"])
    yield group(
      `complex.${op}`,
      () => {
        const type = pick(["f32", "f64"]);
        return {
          operands: [complexConstant(type), complexConstant(type)],
          op: `complex.${op} $0, $1 : complex<${type}>`,
          results: [`complex<${type}>`],
        };
      },
      0,
    );
  for (const op of ["neg", "re", "im"])
    yield group(
      `complex.${op}`,
      () => {
        const type = pick(["f32", "f64"]);
        return {
          operands: [complexConstant(type)],
          op: `complex.${op} $0 : complex<${type}>`,
          results: [op === "neg" ? `complex<${type}>` : type],
        };
      },
      0,
    );
}

/** The constant that a value is; undefined where it is none. */
function constantOf(value: Value): RuntimeValue | undefined {
  const op = value.definingOp;
  if (op?.name === "ub.poison") return POISON;
  const attribute = op?.attribute("value");
  if (op === null || attribute === undefined || op.operandCount > 0) return undefined;
  if (attribute.kind !== "array") return valueOfAttribute(attribute);
  const [re, im] = attribute.elements.map((element) => valueOfAttribute(element));
  return typeof re === "number" && typeof im === "number" ? { re, im } : undefined;
}

function shown(value: RuntimeValue): string {
  if (value === POISON) return "poison";
  if (typeof value !== "object") return Object.is(value, -0) ? "-0" : String(value);
  return "re" in value ? `(${shown(value.re)}, ${shown(value.im)})` : `a ${value.kind}`;
}

function returnedBy(callable: Operation): readonly Value[] {
  return callable.region().entry.lastOp?.operands ?? [];
}

const all = [...groups()];
const texts = all.map(({ functions }) => functions.map((text, i) => `func.func @f${i}${text}`).join("\n"));
const theirs = printedByMlirOpt(texts, ["--canonicalize"]);

describe("what mlir-opt folds is what the interpreter gives", () => {
  test.each(all.map(({ name, folded }, i) => [name, folded, i] as const))("%s", (_, folded, i) => {
    const context = newContext();
    const ours = parse(texts[i]!, context);
    const answer = parse(theirs[i] ?? "", context);
    const interpreter = new Interpreter({ context });
    const differing: string[] = [];
    let compared = 0;
    let total = 0;
    for (let k = 0; k < samples; k++) {
      const outcome = interpreter.call(lookupSymbolIn(ours, `f${k}`)!, []);
      returnedBy(lookupSymbolIn(answer, `f${k}`)!).forEach((value, r) => {
        total++;
        const expected = constantOf(value);
        if (expected === undefined) return;
        compared++;
        // What is undefined or poison may be folded to anything.
        if (outcome.kind === "undefined-behavior" || (outcome.kind === "values" && outcome.values[r] === POISON))
          return;
        const found = outcome.kind === "values" ? shown(outcome.values[r]!) : outcome.reason;
        if (found !== shown(expected))
          differing.push(`${all[i]!.functions[k]!}\n  mlir-opt: ${shown(expected)}, interpreter: ${found}`);
      });
    }
    expect(differing).toEqual([]);
    expect(compared / total).toBeGreaterThanOrEqual(folded);
  });
});
