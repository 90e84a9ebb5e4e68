// The bits of every NaN, quiet or signalling, come back through a float type as they went in: of scalars, tensors, vectors and buffers.
import { describe, expect, test } from "@jest/globals";
import type { Operation } from "../../../ir/core/operation.ts";
import { integerType } from "../../../ir/core/type-constructors.ts";
import { Interpreter } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { createTerraceContext } from "../../../tools/library/context.ts";

const context = createTerraceContext();

function main(text: string): (value: RuntimeValue) => RuntimeValue | undefined {
  const { module, diagnostics } = parseModule(text, context);
  if (module === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const entry: Operation | null = module.region().entry.firstOp;
  if (entry === null) throw new Error("no function");
  return (value) => {
    const interpreter = new Interpreter({ context });
    const outcome = interpreter.call(entry, [value]);
    if (outcome.kind !== "values") throw new Error(`${outcome.kind}: ${outcome.reason}`);
    return outcome.values[0];
  };
}

/** There and back, by a bitcast of values of a type made of an element type. */
const roundTrips: Readonly<Record<string, (width: number, float: string) => { text: string; count: number }>> = {
  "arith.bitcast of scalars": (width, float) => ({
    count: 0,
    text: `func.func @main(%x: i${width}) -> i${width} {
      %f = arith.bitcast %x : i${width} to ${float}
      %y = arith.bitcast %f : ${float} to i${width}
      return %y : i${width} }`,
  }),
  "arith.bitcast through a buffer": (width, float) => ({
    count: 0,
    text: `func.func @main(%x: i${width}) -> i${width} {
      %f = arith.bitcast %x : i${width} to ${float}
      %m = memref.alloc() : memref<${float}>
      memref.store %f, %m[] : memref<${float}>
      %g = memref.load %m[] : memref<${float}>
      %y = arith.bitcast %g : ${float} to i${width}
      return %y : i${width} }`,
  }),
  ...Object.fromEntries(
    ["arith.bitcast tensor", "tensor.bitcast tensor", "arith.bitcast vector", "vector.bitcast vector"].map((name) => {
      const [op, kind] = name.split(" ");
      return [
        name,
        (width: number, float: string) => ({
          count: 3,
          text: `func.func @main(%x: ${kind}<3xi${width}>) -> ${kind}<3xi${width}> {
            %f = ${op} %x : ${kind}<3xi${width}> to ${kind}<3x${float}>
            %y = ${op} %f : ${kind}<3x${float}> to ${kind}<3xi${width}>
            return %y : ${kind}<3xi${width}> }`,
        }),
      ];
    }),
  ),
};

const floats: readonly (readonly [name: string, width: number, exponent: number])[] = [
  ["f16", 16, 5],
  ["bf16", 16, 8],
  ["f8E5M2", 8, 5],
  ["f8E4M3", 8, 4],
  ["f8E3M4", 8, 3],
  ["f8E4M3FN", 8, 4],
  ["f8E5M2FNUZ", 8, 5],
  ["f8E4M3FNUZ", 8, 4],
  ["f8E4M3B11FNUZ", 8, 4],
  ["f8E8M0FNU", 8, 8],
  ["f32", 32, 8],
  ["f64", 64, 11],
];

/** An f64 alone is a JavaScript number, of which the engine may make a signalling NaN quiet when it moves it. */
const QUIET_64 = 1n << 51n;

function integerOf(value: RuntimeValue | undefined): bigint {
  if (typeof value !== "number" && typeof value !== "bigint") throw new Error("no integer");
  return BigInt(value);
}

/** All bits of 16 and fewer; of more, NaNs of both signs, quiet and not, with the payload at either end. */
function patterns(width: number, exponent: number): bigint[] {
  if (width <= 16) return Array.from({ length: 2 ** width }, (_, i) => BigInt.asIntN(width, BigInt(i)));
  const mantissa = BigInt(width - 1 - exponent);
  const infinity = ((1n << BigInt(exponent)) - 1n) << mantissa;
  const quiet = 1n << (mantissa - 1n);
  const payloads = [0n, 1n, 2n, 3n, 0x155n, quiet >> 1n, (quiet >> 1n) | 1n, quiet - 1n];
  return [0n, 1n << BigInt(width - 1)].flatMap((sign) =>
    [0n, quiet].flatMap((bit) => payloads.map((payload) => BigInt.asIntN(width, sign | infinity | bit | payload))),
  );
}

describe.each(Object.entries(roundTrips))("%s", (_, make) => {
  test.each(floats)("keeps every NaN of %s", (float, width, exponent) => {
    const { text, count } = make(width, float);
    const run = main(text);
    const wrong: string[] = [];
    const scalar = (bits: bigint): number | bigint => (width === 64 ? bits : Number(bits));
    const all = patterns(width, exponent);
    const step = count === 0 ? 1 : count;
    for (let i = 0; i + step <= all.length; i += width === 16 && i > 512 ? 67 * step : step) {
      const bits = all.slice(i, i + step);
      let given: RuntimeValue = scalar(bits[0] ?? 0n);
      if (count > 0) {
        const value = DenseValue.zeros([count], integerType(context, width));
        bits.forEach((b, at) => {
          value.set(at, scalar(b));
        });
        given = value;
      }
      const back = run(given);
      bits.forEach((b, at) => {
        const found = integerOf(back instanceof DenseValue ? back.get(at) : back);
        if (found !== b && found !== (float === "f64" && count === 0 ? b | QUIET_64 : b))
          wrong.push(`${b} became ${found}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});
