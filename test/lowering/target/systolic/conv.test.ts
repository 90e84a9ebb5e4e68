// loop_conv_ws against a convolution written as its definition: strides, padding, channels beyond the array, pooling.
import { describe, expect, test } from "@jest/globals";
import fc from "../../../support/fast-check.ts";
import { systolicInt8 } from "../../../../lowering/machine/presets/systolic-int8.ts";
import { SystolicArray } from "../../../../lowering/target/systolic/simulator/array.ts";
import { decodeProgram, type RoccCommand } from "../../../../lowering/target/systolic/simulator/decode.ts";

interface Conv {
  readonly batches: number;
  readonly size: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly relu: boolean;
  readonly pool: boolean;
  /** Kernel columns that one product takes at once, where so few channels leave room for them. */
  readonly pixels: number;
}

const INPUT = 0x10000;
const WEIGHTS = 0x80000;
const BIAS = 0x100000;
const OUTPUT = 0x200000;
const SCALE = Math.fround(0.0625);

const word = (...fields: readonly (readonly [value: number, low: number])[]): bigint =>
  fields.reduce((bits, [value, low]) => bits | (BigInt(value) << BigInt(low)), 0n);

const outputSize = ({ size, kernel, stride, padding }: Conv): number =>
  Math.floor((size + 2 * padding - kernel) / stride) + 1;

/** Pooling here is 2x2, stride 2, no padding. */
const pooledSize = (conv: Conv): number => (conv.pool ? Math.floor((outputSize(conv) - 2) / 2) + 1 : outputSize(conv));

/** One loop over the whole convolution, as gemmini.h's `sp_tiled_conv` would start it. */
function program(conv: Conv): RoccCommand[] {
  const { batches, size, inputs, outputs, kernel, stride, padding, relu, pool, pixels } = conv;
  const out = outputSize(conv);
  const pooled = pooledSize(conv);
  // The unroller counts `stride` input rows for every output row, the last one too.
  const after = Math.max(0, out * stride + kernel - 1 - size - padding);
  const one = 0x3f800000;
  return [
    [0, word([0, 0], [1, 2], [stride, 16], [one, 32]), word([1, 48])],
    [0, word([2, 0], [relu ? 1 : 0, 2]), word([outputs, 0], [0x3d800000, 32])],
    [
      16,
      word([batches, 0], [size, 16], [inputs, 32], [outputs, 48]),
      word([out, 0], [pooled, 16], [out, 32], [stride, 48], [padding, 56]),
    ],
    [
      17,
      word([kernel, 48], [pooled, 32], [pool ? 2 : 1, 16], [pool ? 2 : 1, 8]),
      word([batches, 48], [pooled, 32], [pooled, 16], [outputs, 0]),
    ],
    [
      18,
      word([kernel, 48], [kernel, 32], [inputs, 16], [padding, 0]),
      word([after, 48], [padding, 32], [after, 24], [size, 0]),
    ],
    [19, word([out, 48], [1, 0]), word([inputs, 48], [outputs, 32], [outputs, 16], [out, 0])],
    [20, WEIGHTS, OUTPUT],
    [21, BIAS, INPUT],
    [15, word([pixels, 8]), word([pool ? 0 : 1, 0], [relu ? 1 : 0, 3])],
  ];
}

const inputAt = (index: number): number => ((index * 37) % 23) - 11;
const weightAt = (index: number): number => ((index * 29) % 19) - 9;
const biasAt = (index: number): number => ((index * 71) % 201) - 100;

/** The output pixel by definition, scaled and clipped. */
function expected(conv: Conv, batch: number, row: number, column: number, output: number): number {
  const { size, inputs, outputs, kernel, stride, padding } = conv;
  let sum = biasAt(output);
  for (let y = 0; y < kernel; y++)
    for (let x = 0; x < kernel; x++) {
      const [r, c] = [row * stride + y - padding, column * stride + x - padding];
      if (r < 0 || c < 0 || r >= size || c >= size) continue;
      for (let i = 0; i < inputs; i++)
        sum +=
          inputAt(((batch * size + r) * size + c) * inputs + i) *
          weightAt(((y * kernel + x) * inputs + i) * outputs + output);
    }
  const scaled = sum * SCALE;
  const floor = Math.floor(scaled);
  const nearest = scaled - floor === 0.5 ? floor + (Math.abs(floor) % 2) : Math.round(scaled);
  const clipped = Math.max(-128, Math.min(127, nearest));
  return conv.relu ? Math.max(0, clipped) : clipped + 0;
}

function run(conv: Conv): void {
  const bytes = new Uint8Array(0x240000);
  const view = new DataView(bytes.buffer);
  const { batches, size, inputs, outputs, kernel } = conv;
  for (let at = 0; at < batches * size * size * inputs; at++) view.setInt8(INPUT + at, inputAt(at));
  for (let at = 0; at < kernel * kernel * inputs * outputs; at++) view.setInt8(WEIGHTS + at, weightAt(at));
  for (let at = 0; at < outputs; at++) view.setInt32(BIAS + 4 * at, biasAt(at), true);
  const decoded = decodeProgram(systolicInt8, program(conv));
  if ("error" in decoded) throw new Error(decoded.error);
  const array = new SystolicArray(systolicInt8, { bytes, check: () => undefined });
  expect(array.executeAll(decoded.commands)).toBeUndefined();
  const out = pooledSize(conv);
  for (let batch = 0; batch < batches; batch++)
    for (let row = 0; row < out; row++)
      for (let column = 0; column < out; column++)
        for (let output = 0; output < outputs; output++) {
          const window = conv.pool ? [0, 1] : [0];
          const scale = conv.pool ? 2 : 1;
          const value = Math.max(
            ...window.flatMap((y) =>
              window.map((x) => expected(conv, batch, row * scale + y, column * scale + x, output)),
            ),
          );
          expect(view.getInt8(OUTPUT + ((batch * out + row) * out + column) * outputs + output)).toBe(value);
        }
  const report = array.report();
  for (const bound of Object.values(report.lowerBounds)) expect(report.cycles).toBeGreaterThanOrEqual(bound);
}

const convolution = fc
  .record({
    batches: fc.integer({ min: 1, max: 2 }),
    size: fc.integer({ min: 3, max: 9 }),
    inputs: fc.integer({ min: 1, max: 20 }),
    outputs: fc.integer({ min: 1, max: 20 }),
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 2 }),
    padding: fc.integer({ min: 0, max: 1 }),
    relu: fc.boolean(),
    pool: fc.boolean(),
    pixels: fc.integer({ min: 1, max: 3 }),
  })
  .filter((conv) => conv.pixels === 1 || (conv.pixels <= conv.kernel && conv.pixels * conv.inputs <= 16))
  .filter((conv) => conv.padding < conv.kernel && pooledSize(conv) >= 1)
  .filter((conv) => conv.batches * outputSize(conv) ** 2 * Math.ceil(conv.outputs / 16) <= 512);

describe("loop_conv_ws", () => {
  test("a 3x3 convolution with padding", () => {
    run({
      batches: 1,
      size: 8,
      inputs: 20,
      outputs: 18,
      kernel: 3,
      stride: 1,
      padding: 1,
      relu: true,
      pool: false,
      pixels: 1,
    });
  });

  test("a first layer, three kernel columns at once", () => {
    run({
      batches: 1,
      size: 9,
      inputs: 3,
      outputs: 20,
      kernel: 3,
      stride: 2,
      padding: 1,
      relu: false,
      pool: false,
      pixels: 3,
    });
  });

  test("is a convolution", () => {
    fc.assert(fc.property(convolution, run), { numRuns: 40 });
  });
});
