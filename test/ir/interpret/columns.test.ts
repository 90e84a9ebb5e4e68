// Structured bodies by column against the same body run point by point, as a function of scalars: every bit, poison and undefined behaviour.
import { describe, expect, test } from "@jest/globals";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { floatType, integerType, memrefType } from "../../../ir/core/type-constructors.ts";
import type { Context } from "../../../ir/core/context.ts";
import type { Type } from "../../../ir/core/types.ts";
import { copyIn, copyOut } from "../../../ir/interpret/convert.ts";
import { PreparedCode } from "../../../ir/interpret/compile.ts";
import { randomFrom } from "../../../ir/interpret/coroutines.ts";
import { Interpreter, type Outcome } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { Memory } from "../../../ir/interpret/memory.ts";
import { allocateMemRef } from "../../../ir/interpret/memref.ts";
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { newContext, parse, run } from "../../support/mlir.ts";

type Name = "i8" | "i32" | "i64" | "i1" | "f32" | "f64" | "f16";
const names: readonly Name[] = ["i8", "i32", "i64", "f32", "f64", "f16"];

function typeOf(context: Context, name: Name): Type {
  return name === "f16" || name === "f32" || name === "f64"
    ? floatType(context, name)
    : integerType(context, Number(name.slice(1)));
}

interface Random {
  below(bound: number): number;
  pick<T>(choices: readonly T[]): T;
}
function randomOf(seed: number): Random {
  const next = randomFrom(seed);
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, pick: (choices) => choices[below(choices.length)]! };
}

/** What may go wrong in a body: nothing, poison in some lanes, undefined behaviour in one. */
type Hazard = "none" | "poison" | "undefined";

const casts: Partial<Record<`${Name} ${Name}`, string>> = {
  "i8 i32": "arith.extsi", "i8 i64": "arith.extui", "i32 i64": "arith.extsi", "i64 i32": "arith.trunci", "i32 i8": "arith.trunci",
  "i64 i8": "arith.trunci", "i32 f32": "arith.sitofp", "i8 f16": "arith.uitofp", "i64 f64": "arith.sitofp", "f32 f64": "arith.extf",
  "f64 f32": "arith.truncf", "f32 f16": "arith.truncf", "f16 f32": "arith.extf",
}; // prettier-ignore

/** The lines of a random body on arguments `%x0`, `%x1`, ... of these types; ends with a value of the last one's type, made from it. */
function randomBody(random: Random, args: readonly Name[], hazard: Hazard): { lines: string[]; result: string } {
  const lines: string[] = [];
  const known = new Map<Name, string[]>();
  args.forEach((type, i) => known.set(type, [...(known.get(type) ?? []), `%x${i}`]));
  let made = 0;
  const add = (text: string, type: Name): string => {
    const name = `%v${made++}`;
    lines.push(`${name} = ${text}`);
    known.set(type, [...(known.get(type) ?? []), name]);
    return name;
  };
  const of = (type: Name): string => random.pick(known.get(type)!);
  const binary = (type: Name): string => {
    const isFloat = type.startsWith("f");
    const plain = isFloat
      ? ["addf", "subf", "mulf", "divf", "maximumf", "minnumf"]
      : ["addi", "subi", "muli", "andi", "xori", "maxsi", "minui"];
    const dangerous = isFloat || hazard === "none" ? [] : hazard === "poison" ? ["shli"] : ["divsi", "remui"];
    const name = random.pick([...plain, ...dangerous]);
    const flags = hazard === "poison" && /^(add|sub|mul)i$/.test(name) && random.below(3) === 0 ? " overflow<nsw>" : "";
    return add(`arith.${name} ${of(type)}, ${of(type)}${flags} : ${type}`, type);
  };
  for (let k = 0; k < 6; k++) {
    const type = random.pick([...known.keys()].filter((name) => name !== "i1"));
    switch (random.below(5)) {
      case 0: {
        const [pair, name] = random.pick(Object.entries(casts).filter(([key]) => key.startsWith(`${type} `)));
        const to = random.pick(names.filter((n) => pair === `${type} ${n}`));
        add(`${name} ${of(type)} : ${type} to ${to}`, to);
        break;
      }
      case 1: {
        const compare = type.startsWith("f") ? "cmpf olt" : "cmpi slt";
        const condition = add(`arith.${compare}, ${of(type)}, ${of(type)} : ${type}`, "i1");
        add(`arith.select ${condition}, ${of(type)}, ${of(type)} : ${type}`, type);
        break;
      }
      case 2:
        add(type.startsWith("f") ? `arith.constant 1.5 : ${type}` : `arith.constant 3 : ${type}`, type);
        break;
      default:
        binary(type);
    }
  }
  // All values of the output's type take part, then its own element: as an operand of one op, on either side.
  const last = args.at(-1)!;
  const isFloat = last.startsWith("f");
  const own = `%x${args.length - 1}`;
  const combined = known
    .get(last)!
    .filter((name) => name !== own)
    .reduce(
      (sum, name) => add(`arith.${isFloat ? "subf" : "subi"} ${sum}, ${name} : ${last}`, last),
      random.pick(known.get(last)!),
    );
  const operation = random.pick(
    isFloat ? ["addf", "mulf", "maximumf", "subf", "divf"] : ["addi", "xori", "maxsi", "subi", "muli"],
  );
  const flags =
    hazard === "poison" && /^(add|sub|mul)i$/.test(operation) && random.below(2) === 0 ? " overflow<nsw>" : "";
  const operands = random.below(2) === 0 ? [own, combined] : [combined, own];
  return { lines, result: add(`arith.${operation} ${operands.join(", ")}${flags} : ${last}`, last) };
}

function randomScalar(random: Random, name: Name): Scalar {
  if (name.startsWith("f")) {
    const special = [0, -0, NaN, Infinity, -Infinity, 1, -1.5];
    const value = random.below(4) === 0 ? random.pick(special) : (random.below(2001) - 1000) / 8;
    return value;
  }
  const small = random.below(3) === 0 ? random.pick([-128, 127, -1, 0, 1]) : random.below(200) - 100;
  return name === "i64" ? BigInt(small) * (random.below(2) === 0 ? 1n : 1n << 55n) : small;
}

const extents = [7, 40, 9];
const maps = {
  identity: { text: "(a, b, c)", dims: [0, 1, 2] },
  transposed: { text: "(c, a, b)", dims: [2, 0, 1] },
  row: { text: "(b)", dims: [1] },
  outer: { text: "(c, a)", dims: [2, 0] },
  all: { text: "()", dims: [] },
} as const;
type MapName = keyof typeof maps;

const shapeUnder = (map: MapName): number[] => maps[map].dims.map((d) => extents[d]!);
const positionUnder = (map: MapName, point: readonly number[]): number =>
  maps[map].dims.reduce<number>((position, d) => position * extents[d]! + point[d]!, 0);

function filled(random: Random, shape: readonly number[], context: Context, name: Name): DenseValue {
  const value = DenseValue.zeros(shape, typeOf(context, name));
  for (let i = 0; i < value.count; i++) value.set(i, randomScalar(random, name));
  return value;
}

interface Case {
  readonly args: readonly Name[];
  readonly maps: readonly MapName[];
  readonly lines: readonly string[];
  readonly result: string;
}

function randomCase(random: Random, hazard: Hazard): Case {
  const few = [random.pick(names), random.pick(names)];
  const args = Array.from({ length: 2 + random.below(3) }, () => random.pick(few));
  const chosen = args.map((): MapName => random.pick(["identity", "identity", "transposed", "row", "outer", "all"]));
  return { args, maps: chosen, ...randomBody(random, args, hazard) };
}

function genericText({ args, maps: chosen, lines, result }: Case, container: "tensor" | "memref"): string {
  const types = args.map((name, k) => `${container}<${[...shapeUnder(chosen[k]!), name].join("x")}>`);
  const iterators = ["a", "b", "c"].map((_, d) =>
    maps[chosen.at(-1)!].dims.some((used) => used === d) ? "parallel" : "reduction",
  );
  const operands = args.map((_, k) => `%t${k}`);
  const out = types.at(-1)!;
  const body = `{
      indexing_maps = [${chosen.map((name) => `affine_map<(a, b, c) -> ${maps[name].text}>`).join(", ")}],
      iterator_types = [${iterators.map((name) => `"${name}"`).join(", ")}]
    } ins(${operands.slice(0, -1).join(", ")} : ${types.slice(0, -1).join(", ")}) outs(${operands.at(-1)!} : ${out}) {
      ^bb0(${args.map((name, k) => `%x${k}: ${name}`).join(", ")}):
        ${lines.join("\n        ")}
        linalg.yield ${result} : ${args.at(-1)!}
    }`;
  // A loop that no operand spans has no extent: an operand of all of them is always there.
  const span = container === "tensor" ? "tensor<7x40x9xi1>" : "memref<7x40x9xi1>";
  const spanned = body
    .replace("indexing_maps = [", "indexing_maps = [affine_map<(a, b, c) -> (a, b, c)>, ")
    .replace("ins(", "ins(%span, ")
    .replace(" : ", ` : ${span}, `)
    .replace("^bb0(", "^bb0(%unused: i1, ");
  const parameters = [`%span: ${span}`, ...types.map((type, k) => `%t${k}: ${type}`)].join(", ");
  return container === "tensor"
    ? `func.func @main(${parameters}) -> ${out} {\n    %r = linalg.generic ${spanned} -> ${out}\n    return %r : ${out}\n  }`
    : `func.func @main(${parameters}) {\n    linalg.generic ${spanned}\n    return\n  }`;
}

/** The output after every point in order, each by a call of the body as a function; or how the first bad point ended. */
function expectedOf(
  { args, maps: chosen, lines, result }: Case,
  inputs: readonly DenseValue[],
  aliases: readonly number[] = [],
): readonly Scalar[] | Outcome {
  const last = args.at(-1)!;
  const module = parse(`func.func @body(${args.map((name, k) => `%x${k}: ${name}`).join(", ")}) -> ${last} {
    ${lines.join("\n    ")}
    return ${result} : ${last}
  }`);
  const interpreter = new Interpreter({ context: module.context, code: new PreparedCode() });
  const body = lookupSymbolIn(module, "body")!;
  const out = inputs.at(-1)!.clone();
  for (let a = 0; a < extents[0]!; a++)
    for (let b = 0; b < extents[1]!; b++)
      for (let c = 0; c < extents[2]!; c++) {
        const given = args.map((_, k): Scalar => {
          const from = k === args.length - 1 || aliases.includes(k) ? out : inputs[k]!;
          return from.get(positionUnder(chosen[k]!, [a, b, c]));
        });
        const outcome = interpreter.call(body, given);
        if (outcome.kind !== "values") return outcome;
        const [value] = outcome.values;
        if (typeof value === "object" && "kind" in value) throw new Error("the body gives a scalar");
        out.set(positionUnder(chosen.at(-1)!, [a, b, c]), value!);
      }
  return elements(out);
}

const elements = (value: DenseValue): Scalar[] => Array.from({ length: value.count }, (_, i) => value.get(i));

function isOutcome(value: readonly Scalar[] | Outcome): value is Outcome {
  return "kind" in value;
}

function resultOf(values: readonly RuntimeValue[]): Scalar[] {
  const [value] = values;
  if (value instanceof DenseValue) return elements(value);
  throw new Error("the program gives a tensor");
}

describe.each(["none", "poison", "undefined"] as const)("random bodies, hazard: %s", (hazard) => {
  test.each(Array.from({ length: 25 }, (_, i) => i + 1))("seed %i", (seed) => {
    const random = randomOf(seed * 7919 + hazard.length);
    const example = randomCase(random, hazard);
    const context = newContext();
    const inputs = example.args.map((name, k) => filled(random, shapeUnder(example.maps[k]!), context, name));
    if (hazard === "poison" && random.below(2) === 0) inputs[0]!.set(random.below(inputs[0]!.count), POISON);
    const expected = expectedOf(example, inputs);
    const text = genericText(example, "tensor");
    const span = DenseValue.zeros(extents, integerType(context, 1));
    const outcome = run(text, "main", [span, ...inputs]);
    if (isOutcome(expected)) {
      if (expected.kind === "values" || outcome.kind === "values")
        throw new Error(`${expected.kind}, found ${outcome.kind}`);
      expect([outcome.kind, outcome.op, outcome.reason]).toEqual([expected.kind, expected.op, expected.reason]);
      expect(outcome.location).toMatchObject({ kind: "file" });
    } else {
      if (outcome.kind !== "values") throw new Error(`${outcome.kind}: ${outcome.reason}`);
      expect(resultOf(outcome.values)).toEqual(expected);
    }
  });
});

describe("random bodies on buffers", () => {
  test.each(Array.from({ length: 40 }, (_, i) => i + 1))("seed %i", (seed) => {
    const random = randomOf(seed * 104_729);
    const example = randomCase(random, seed % 2 === 0 ? "none" : "poison");
    const last = example.args.length - 1;
    // Sometimes an input is the output's own buffer, under the same map or another one.
    const aliased =
      example.args[0] === example.args[last] &&
      shapeUnder(example.maps[0]!).join() === shapeUnder(example.maps[last]!).join();
    const context = newContext();
    const inputs = example.args.map((name, k) => filled(random, shapeUnder(example.maps[k]!), context, name));
    const expected = expectedOf(example, inputs, aliased ? [0] : []);
    if (isOutcome(expected)) throw new Error(`${expected.kind} where nothing is undefined`);
    const memory = new Memory();
    const buffers = inputs.map((value) => {
      // A buffer of its own, or a window into a larger one.
      const margin = random.below(3);
      const around = memrefType(
        value.shape.map((extent) => extent + margin),
        value.element,
      );
      const whole = allocateMemRef(memory, around)!;
      const offset = margin === 0 ? 0 : whole.strides.reduce((sum, stride) => sum + stride, 0);
      const buffer = { ...whole, offset, sizes: value.shape };
      copyOut(memory, buffer, value);
      return buffer;
    });
    if (aliased) buffers[0] = buffers[last]!;
    const span = allocateMemRef(memory, memrefType(extents, integerType(context, 1)))!;
    const outcome = run(genericText(example, "memref"), "main", [span, ...buffers], { memory });
    if (outcome.kind !== "values") throw new Error(`${outcome.kind}: ${outcome.reason}`);
    expect(elements(copyIn(memory, buffers[last]!))).toEqual(expected);
  });

  test("an output that nobody wrote before is written whole, a poison lane stays poison", () => {
    const context = newContext();
    const memory = new Memory();
    const type = memrefType([100], integerType(context, 32));
    const [from, to] = [allocateMemRef(memory, type)!, allocateMemRef(memory, type)!];
    const given = DenseValue.zeros([100], type.element);
    given.set(60, POISON);
    copyOut(memory, from, given);
    const text = `func.func @main(%a: memref<100xi32>, %b: memref<100xi32>) {
      linalg.map ins(%a : memref<100xi32>) outs(%b : memref<100xi32>) (%x: i32, %y: i32) {
        %0 = arith.addi %x, %x : i32
        linalg.yield %0 : i32
      }
      return
    }`;
    expect(run(text, "main", [from, to], { memory }).kind).toBe("values");
    expect(elements(copyIn(memory, to))).toEqual(elements(given));
  });
});

test.each([8, 64])("a sum of i%i that overflows on its way stays poison, whatever comes after", (width) => {
  const element = integerType(newContext(), width);
  const terms = DenseValue.splat([2, 60], element, width > 32 ? 1n : 1);
  const most = (1n << BigInt(width - 1)) - 1n;
  terms.set(3, width > 32 ? most : Number(most));
  terms.set(4, width > 32 ? -100n : -100);
  const text = `func.func @main(%a: tensor<2x60xi${width}>, %b: tensor<2xi${width}>) -> tensor<2xi${width}> {
    %r = linalg.reduce { arith.addi {overflowFlags = #arith.overflow<nsw>} }
      ins(%a : tensor<2x60xi${width}>) outs(%b : tensor<2xi${width}>) dimensions = [1]
    return %r : tensor<2xi${width}>
  }`;
  const outcome = run(text, "main", [terms, DenseValue.zeros([2], element)]);
  expect(outcome.kind === "values" && resultOf(outcome.values).map(String)).toEqual(["Symbol(poison)", "60"]);
});
