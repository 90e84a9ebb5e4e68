// convert-gpu-to-simt: every scalar op on boundary values gives what it gives at the gpu level.
import { describe, expect, test } from "@jest/globals";
import type { Context } from "../../../../ir/core/context.ts";
import { floatType, i1, i32, integerType } from "../../../../ir/core/type-constructors.ts";
import type { FloatType, IntegerType } from "../../../../ir/core/types.ts";
import { bitsToFloat, floatToBits } from "../../../../ir/core/float-bits.ts";
import { createContext } from "../../../../ir/plugin/registry.ts";
import { DenseValue } from "../../../../ir/interpret/value.ts";
import { builtinRegistry } from "../../../../lowering/builtin-plugin.ts";
import { checkPipeline } from "../../../support/pipeline.ts";

const context: Context = createContext(builtinRegistry());

/** An op on %a and %b (and %c, their comparison) and the type that it gives. */
interface Case {
  readonly text: string;
  readonly result: string;
}

/** A kernel whose thread i computes every case on element i. */
function moduleOf(element: string, count: number, cases: readonly Case[]): string {
  const buffer = (type: string): string => `memref<${count}x${type}>`;
  const outs = cases.map(({ result }, i) => `%o${i}: ${buffer(result)}`);
  const args = [`%x: ${buffer(element)}`, `%y: ${buffer(element)}`, ...outs];
  const types = [element, element, ...cases.map(({ result }) => result)];
  const signature = `(tensor<${count}x${element}>, tensor<${count}x${element}>) -> (${cases.map(({ result }) => `tensor<${count}x${result}>`).join(", ")})`;
  return `module attributes {gpu.container_module} {
  gpu.module @m {
    gpu.func @k(${args.join(", ")}) kernel attributes {known_block_size = array<i32: ${count}, 1, 1>} {
      %t = gpu.thread_id x
      %a = memref.load %x[%t] : ${buffer(element)}
      %b = memref.load %y[%t] : ${buffer(element)}
${cases.map(({ text, result }, i) => `      %r${i} = ${text}\n      memref.store %r${i}, %o${i}[%t] : ${buffer(result)}`).join("\n")}
      gpu.return
    }
  }
  func.func @main(${args.join(", ")}) attributes {terrace.signature = ${signature}} {
    %c1 = arith.constant 1 : index
    %n = arith.constant ${count} : index
    gpu.launch_func @m::@k blocks in (%c1, %c1, %c1) threads in (%n, %c1, %c1) args(${["%x", "%y", ...cases.map((_, i) => `%o${i}`)].map((name, i) => `${name} : ${buffer(types[i]!)}`).join(", ")})
    return
  }
}`;
}

async function check(
  element: IntegerType | FloatType,
  name: string,
  pairs: readonly (readonly [number | bigint, number | bigint])[],
  cases: readonly Case[],
): Promise<void> {
  const inputs = [0, 1].map((side) => {
    const value = DenseValue.zeros([pairs.length], element);
    pairs.forEach((pair, i) => value.set(i, pair[side]!));
    return value;
  });
  const { refused, text } = await checkPipeline(
    moduleOf(name, pairs.length, cases),
    ["convert-gpu-to-simt", "canonicalize", "cse"],
    { inputs },
  );
  expect(refused).toEqual([]);
  expect(text).not.toMatch(/gpu\.|memref\.(load|store)/);
}

const onto = (ops: readonly string[], type: string, result = type): Case[] =>
  ops.map((op) => ({ text: `${op} %a, %b : ${type}`, result }));
const predicates = ["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"];

function integerPairs(width: number): (readonly [number | bigint, number | bigint])[] {
  const top = 2n ** BigInt(width - 1);
  const values = [0n, 1n, -1n, 2n, 7n, -7n, top - 1n, -top, -top + 1n, 100n, -100n];
  const scalar = (v: bigint): number | bigint => (width === 64 ? v : Number(v));
  return values
    .flatMap((a) =>
      values.filter((b) => b !== 0n && !(a === -top && b === -1n)).map((b) => [scalar(a), scalar(b)] as const),
    )
    .slice(0, 96);
}

describe("integers", () => {
  test.each([8, 16, 32, 64])("i%d", async (width) => {
    const type = `i${width}`;
    const cases = [
      ...onto(
        [
          "addi",
          "subi",
          "muli",
          "divsi",
          "divui",
          "remsi",
          "remui",
          "andi",
          "ori",
          "xori",
          "minsi",
          "maxsi",
          "minui",
          "maxui",
        ].map((op) => `arith.${op}`),
        type,
      ),
      ...predicates.map((p): Case => ({ text: `arith.cmpi ${p}, %a, %b : ${type}`, result: "i1" })),
      ...[1, 8, 16, 32, 64].flatMap((to): Case[] => {
        if (to > width)
          return ["extsi", "extui"].map((op) => ({ text: `arith.${op} %a : ${type} to i${to}`, result: `i${to}` }));
        return to < width ? [{ text: `arith.trunci %a : ${type} to i${to}`, result: `i${to}` }] : [];
      }),
      ...["f32", "f64"].flatMap((to) =>
        ["sitofp", "uitofp"].map((op): Case => ({ text: `arith.${op} %a : ${type} to ${to}`, result: to })),
      ),
      ...["index_cast", "index_castui"].map((op): Case => ({
        text: `arith.${op} %a : ${type} to index`,
        result: "index",
      })),
      { text: `math.ctpop %a : ${type}`, result: type },
      { text: `math.ctlz %a : ${type}`, result: type },
    ];
    await check(integerType(context, width), type, integerPairs(width), cases);
  });

  test("shifts by less than the width", async () => {
    for (const width of [8, 16, 32, 64]) {
      const pairs = integerPairs(width).map(([a], i): readonly [number | bigint, number | bigint] => [
        a,
        width === 64 ? BigInt(i % width) : i % width,
      ]);
      await check(
        integerType(context, width),
        `i${width}`,
        pairs,
        onto(["arith.shli", "arith.shrsi", "arith.shrui"], `i${width}`),
      );
    }
  });

  test("predicates", async () => {
    const cases = [
      ...onto(
        ["addi", "subi", "muli", "andi", "ori", "xori", "minsi", "maxsi", "minui", "maxui"].map((op) => `arith.${op}`),
        "i1",
      ),
      ...predicates.map((p): Case => ({ text: `arith.cmpi ${p}, %a, %b : i1`, result: "i1" })),
      { text: "arith.select %a, %a, %b : i1", result: "i1" },
      ...["i8", "i32", "i64"].flatMap((to) =>
        ["extsi", "extui"].map((op): Case => ({ text: `arith.${op} %a : i1 to ${to}`, result: to })),
      ),
      ...["sitofp", "uitofp"].map((op): Case => ({ text: `arith.${op} %a : i1 to f32`, result: "f32" })),
    ];
    await check(i1(context), "i1", [[0, 0], [0, 1], [1, 0], [1, 1]], cases); // prettier-ignore
  });

  test("a product that only one sum uses is a multiply-add; another is not", async () => {
    const inputs = [0, 1].map(() => DenseValue.splat([4], i32(context), 3));
    const chain = (text: string): Case => ({ text, result: "i32" });
    const once = moduleOf("i32", 4, [chain("arith.muli %a, %b : i32"), chain("arith.addi %b, %r0 : i32")]).replace(
      "store %r0,",
      "store %a,",
    );
    expect((await checkPipeline(once, ["convert-gpu-to-simt"], { inputs })).text).toMatch(/mad_lo_s32/);
    const twice = moduleOf("i32", 4, [chain("arith.muli %a, %b : i32"), chain("arith.addi %b, %r0 : i32")]);
    expect((await checkPipeline(twice, ["convert-gpu-to-simt"], { inputs })).text).toMatch(/mul_lo_s32(.|\n)*add_s32/);
  });
});

const orders = [
  "oeq",
  "one",
  "olt",
  "ole",
  "ogt",
  "oge",
  "ord",
  "ueq",
  "une",
  "ult",
  "ule",
  "ugt",
  "uge",
  "uno",
  "true",
  "false",
];

describe("floats", () => {
  const specials = [0, -0, 1, -1, 0.5, -1.5, 2.5, 1e-3, 100.25, -3e4, Infinity, -Infinity, NaN];
  const round = (name: "f16" | "bf16" | "f32" | "f64", value: number): number =>
    bitsToFloat(name, floatToBits(name, value));

  test.each(["f16", "bf16", "f32", "f64"] as const)("%s: arithmetic, comparisons, rounding", async (name) => {
    const values = specials.map((value) => round(name, value));
    const pairs = values.flatMap((a) => values.map((b) => [a, b] as const)).slice(0, 169);
    const cases = [
      ...onto(
        ["addf", "subf", "mulf", "divf", "maximumf", "minimumf", "maxnumf", "minnumf"].map((op) => `arith.${op}`),
        name,
      ),
      { text: `arith.negf %a : ${name}`, result: name },
      ...orders.map((p): Case => ({ text: `arith.cmpf ${p}, %a, %b : ${name}`, result: "i1" })),
      ...["absf", "ceil", "floor", "trunc", "roundeven", "round", "sqrt"].map((op): Case => ({
        text: `math.${op} %a : ${name}`,
        result: name,
      })),
      { text: `math.copysign %a, %b : ${name}`, result: name },
      ...(name === "f16" || name === "bf16" ? [{ text: `arith.extf %a : ${name} to f32`, result: "f32" }] : []),
      ...(name === "f32" ? [{ text: "arith.extf %a : f32 to f64", result: "f64" }, { text: "arith.truncf %a : f32 to f16", result: "f16" }, { text: "arith.truncf %a : f32 to bf16", result: "bf16" }, { text: "arith.bitcast %a : f32 to i32", result: "i32" }, { text: "math.fma %a, %b, %a : f32", result: "f32" }] : []), // prettier-ignore
      ...(name === "f64"
        ? [
            { text: "arith.truncf %a : f64 to f32", result: "f32" },
            { text: "arith.bitcast %a : f64 to i64", result: "i64" },
          ]
        : []),
    ];
    await check(floatType(context, name), name, pairs, cases);
  });

  test.each(["f32", "f64"] as const)("%s: to integers", async (name) => {
    const pairs = [0, -0, 0.9, -0.9, 1.5, -1.5, 100.7, -100.7, 127, -128].map((a) => [round(name, a), 1] as const);
    const cases = ["i8", "i16", "i32", "i64"].map((to): Case => ({
      text: `arith.fptosi %a : ${name} to ${to}`,
      result: to,
    }));
    await check(floatType(context, name), name, pairs, cases);
    const natural = pairs.map(([a]) => [Math.abs(a), 1] as const);
    await check(
      floatType(context, name),
      name,
      natural,
      ["i8", "i16", "i32", "i64"].map((to) => ({ text: `arith.fptoui %a : ${name} to ${to}`, result: to })),
    );
  });

  test("functions, by the special function unit or expanded", async () => {
    const pairs = Array.from({ length: 96 }, (_, i) => [Math.fround((i + 1) / 24), Math.fround(i / 32 - 1.5)] as const);
    const f32 = floatType(context, "f32");
    for (const op of [
      "exp",
      "exp2",
      "expm1",
      "log",
      "log2",
      "log10",
      "log1p",
      "sin",
      "cos",
      "tanh",
      "rsqrt",
      "erf",
      "tan",
      "cbrt",
    ]) {
      await check(f32, "f32", pairs, [{ text: `math.${op} %a : f32`, result: "f32" }]);
    }
    await check(f32, "f32", pairs, [
      { text: "math.powf %a, %b : f32", result: "f32" },
      { text: "arith.remf %a, %b : f32", result: "f32" },
    ]);
  });

  test("e^x and functions near it on special values", async () => {
    const pairs = [-Infinity, -200, -1e-8, 0, -0, 1e-8, NaN].map((a) => [Math.fround(a), 1] as const);
    const cases = ["exp", "exp2", "expm1", "tanh"].map((op): Case => ({ text: `math.${op} %a : f32`, result: "f32" }));
    await check(floatType(context, "f32"), "f32", pairs, cases);
  });
});

test("all ops without instructions are refused at once, with reasons", async () => {
  const { refused } = await checkPipeline(
    moduleOf("i32", 4, [
      { text: "math.ipowi %a, %b : i32", result: "i32" },
      { text: "arith.ceildivsi %a, %b : i32", result: "i32" },
    ]),
    ["convert-gpu-to-simt"],
    { inputs: [0, 1].map(() => DenseValue.splat([4], i32(context), 3)) },
  );
  expect(refused).toEqual([
    "'math.ipowi' op in '@k' has no lowering to simt: no instructions are known for it",
    "'arith.ceildivsi' op in '@k' has no lowering to simt: no instructions are known for it",
  ]);
});
