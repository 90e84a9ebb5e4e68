// convert-tile-to-gpu: barriers where threads read what others wrote, in any order of threads and blocks; refusals all at once.
import { describe, expect, test } from "@jest/globals";
import { gpuDialectStates } from "./states.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { callEntry, findEntry } from "../../../../lowering/entry.ts";
import { interpreterFor } from "../../../../lowering/interpret.ts";
import { DenseValue } from "../../../../ir/interpret/value.ts";
import { f32 } from "../../../../ir/core/type-constructors.ts";
import { runPipeline } from "../../../support/lower.ts";

/** A program of one kernel over `in` and `out`, launched on a grid. */
const program = (body: string, shape: string, grid: readonly number[] = [1], result = shape): string => `
module attributes {terrace.machine = "gpu"} {
  tile.kernel @k(%in: memref<${shape}xf32> read, %out: memref<${result}xf32> readwrite) {
    %c0 = arith.constant 0 : index
    %zero = arith.constant 0.0 : f32
${body}
    tile.return
  }
  func.func @main(%in: memref<${shape}xf32>, %out: memref<${result}xf32>) attributes {terrace.signature = (tensor<${shape}xf32>) -> tensor<${result}xf32>} {
${grid.map((extent, d) => `    %g${d} = arith.constant ${extent} : index`).join("\n")}
    tile.launch @k grid(${grid.map((_, d) => `%g${d}`).join(", ")}) args(%in : memref<${shape}xf32>, %out : memref<${result}xf32>)
    return
  }
}`;

async function resultsOf(
  text: string,
  shape: readonly number[],
): Promise<{ readonly text: string; readonly tile: number[]; readonly gpu: number[][] }> {
  const { module: before } = await runPipeline(text, "canonicalize");
  const { module, problems } = await runPipeline(text, "convert-tile-to-gpu,lower-affine");
  expect(problems).toEqual([]);
  const input = DenseValue.zeros(shape, f32(module.context));
  for (let i = 0; i < input.count; i++) input.set(i, ((i * 37) % 101) / 8 - 6);
  const run = (on: typeof module, states: readonly [string, unknown][]): number[] => {
    const outcome = callEntry(interpreterFor(on, { states }), findEntry(on)!, [input]);
    if (outcome.kind !== "values") throw new Error(`${outcome.kind} at '${outcome.op}': ${outcome.reason}`);
    const [result] = outcome.values;
    if (!(result instanceof DenseValue)) throw new Error("expected an array");
    return Array.from({ length: result.count }, (_, i) => Number(result.get(i)));
  };
  return {
    text: printOperation(module),
    tile: run(before, []),
    gpu: gpuDialectStates.map((states) => run(module, states)),
  };
}

const barriers = (text: string): number => text.match(/gpu\.barrier/g)?.length ?? 0;

const cases: Readonly<
  Record<
    string,
    {
      readonly body: string;
      readonly shape: readonly number[];
      readonly grid?: readonly number[];
      readonly barriers: number;
    }
  >
> = {
  "elementwise: no barrier": {
    shape: [12, 40],
    barriers: 0,
    body: `
    %v = vector.transfer_read %in[%c0, %c0], %zero {in_bounds = [true, true]} : memref<12x40xf32>, vector<12x40xf32>
    %w = arith.mulf %v, %v : vector<12x40xf32>
    vector.transfer_write %w, %out[%c0, %c0] {in_bounds = [true, true]} : vector<12x40xf32>, memref<12x40xf32>`,
  },
  "a transposition is exchanged through shared memory": {
    shape: [24, 24],
    barriers: 1,
    body: `
    %v = vector.transfer_read %in[%c0, %c0], %zero {in_bounds = [true, true]} : memref<24x24xf32>, vector<24x24xf32>
    %s = arith.addf %v, %v : vector<24x24xf32>
    %w = vector.transpose %s, [1, 0] : vector<24x24xf32> to vector<24x24xf32>
    vector.transfer_write %w, %out[%c0, %c0] {in_bounds = [true, true]} : vector<24x24xf32>, memref<24x24xf32>`,
  },
  "two exchanges through one buffer: a barrier before it is written again": {
    shape: [24, 24],
    barriers: 3,
    body: `
    %v = vector.transfer_read %in[%c0, %c0], %zero {in_bounds = [true, true]} : memref<24x24xf32>, vector<24x24xf32>
    %s = arith.addf %v, %v : vector<24x24xf32>
    %w = vector.transpose %s, [1, 0] : vector<24x24xf32> to vector<24x24xf32>
    %x = arith.mulf %w, %v : vector<24x24xf32>
    %y = vector.transpose %x, [1, 0] : vector<24x24xf32> to vector<24x24xf32>
    vector.transfer_write %y, %out[%c0, %c0] {in_bounds = [true, true]} : vector<24x24xf32>, memref<24x24xf32>`,
  },
  "a buffer written and read under other indices": {
    shape: [30, 7],
    barriers: 1,
    body: `
    %local = tile.alloc : memref<30x7xf32, "shared">
    %v = vector.transfer_read %in[%c0, %c0], %zero {in_bounds = [true, true]} : memref<30x7xf32>, vector<30x7xf32>
    vector.transfer_write %v, %local[%c0, %c0] {in_bounds = [true, true]} : vector<30x7xf32>, memref<30x7xf32, "shared">
    %flat = memref.collapse_shape %local [[0, 1]] : memref<30x7xf32, "shared"> into memref<210xf32, "shared">
    %turned = memref.expand_shape %flat [[0, 1]] output_shape [7, 30] : memref<210xf32, "shared"> into memref<7x30xf32, "shared">
    %w = vector.transfer_read %turned[%c0, %c0], %zero {in_bounds = [true, true], permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : memref<7x30xf32, "shared">, vector<30x7xf32>
    vector.transfer_write %w, %out[%c0, %c0] {in_bounds = [true, true]} : vector<30x7xf32>, memref<30x7xf32>`,
  },
  "a loop that reads what its last iteration wrote, and writes where it read": {
    shape: [8, 16],
    barriers: 2,
    body: `
    %c1 = arith.constant 1 : index
    %c7 = arith.constant 7 : index
    %row = vector.transfer_read %in[%c0, %c0], %zero {in_bounds = [true]} : memref<8x16xf32>, vector<16xf32>
    vector.transfer_write %row, %out[%c0, %c0] {in_bounds = [true]} : vector<16xf32>, memref<8x16xf32>
    scf.for %i = %c0 to %c7 step %c1 {
      %next = arith.addi %i, %c1 : index
      %above = vector.transfer_read %out[%i, %c0], %zero {in_bounds = [true]} : memref<8x16xf32>, vector<16xf32>
      %here = vector.transfer_read %in[%next, %c0], %zero {in_bounds = [true]} : memref<8x16xf32>, vector<16xf32>
      %sum = arith.addf %above, %here : vector<16xf32>
      vector.transfer_write %sum, %out[%next, %c0] {in_bounds = [true]} : vector<16xf32>, memref<8x16xf32>
    }`,
  },
  "row sums, carried through a loop and broadcast": {
    shape: [10, 64],
    barriers: 4,
    body: `
    %c32 = arith.constant 32 : index
    %c64 = arith.constant 64 : index
    %start = arith.constant dense<0.0> : vector<10xf32>
    %sum = scf.for %j = %c0 to %c64 step %c32 iter_args(%acc = %start) -> (vector<10xf32>) {
      %v = vector.transfer_read %in[%c0, %j], %zero {in_bounds = [true, true]} : memref<10x64xf32>, vector<10x32xf32>
      %next = vector.multi_reduction <add>, %v, %acc [1] : vector<10x32xf32> to vector<10xf32>
      scf.yield %next : vector<10xf32>
    }
    %wide = vector.broadcast %sum : vector<10xf32> to vector<64x10xf32>
    %all = vector.transpose %wide, [1, 0] : vector<64x10xf32> to vector<10x64xf32>
    vector.transfer_write %all, %out[%c0, %c0] {in_bounds = [true, true]} : vector<10x64xf32>, memref<10x64xf32>`,
  },
  "a grid of four dimensions, folded into three": {
    shape: [2, 3, 2, 5],
    grid: [2, 3, 2, 5],
    barriers: 0,
    body: `
    %i = tile.program_id 0
    %j = tile.program_id 1
    %k = tile.program_id 2
    %l = tile.program_id 3
    %n = tile.num_programs 1
    %m = arith.index_cast %n : index to i32
    %f = arith.sitofp %m : i32 to f32
    %x = memref.load %in[%i, %j, %k, %l] : memref<2x3x2x5xf32>
    %y = arith.mulf %x, %f : f32
    memref.store %y, %out[%i, %j, %k, %l] : memref<2x3x2x5xf32>`,
  },
  "scalars out of a vector, and a scalar sum of it": {
    shape: [50],
    barriers: 3,
    body: `
    %v = vector.transfer_read %in[%c0], %zero {in_bounds = [true]} : memref<50xf32>, vector<50xf32>
    %d = arith.addf %v, %v : vector<50xf32>
    %sum = vector.reduction <add>, %d : vector<50xf32> into f32
    %one = vector.extract %d[17] : f32 from vector<50xf32>
    %s = arith.addf %sum, %one : f32
    %w = vector.broadcast %s : f32 to vector<50xf32>
    vector.transfer_write %w, %out[%c0] {in_bounds = [true]} : vector<50xf32>, memref<50xf32>`,
  },
  "an asynchronous copy that starts before its source and ends after it": {
    shape: [9],
    barriers: 1,
    body: `
    %local = tile.alloc : memref<13xf32, "shared">
    %m = arith.constant -2 : index
    %pad = arith.constant 0.5 : f32
    %t = tile.copy_async %in[%m] to %local[%c0], %pad : memref<9xf32> to memref<13xf32, "shared">
    tile.wait %t
    %v = vector.transfer_read %local[%c0], %zero {in_bounds = [true]} : memref<13xf32, "shared">, vector<13xf32>
    %w = vector.extract_strided_slice %v {offsets = [1], sizes = [9], strides = [1]} : vector<13xf32> to vector<9xf32>
    vector.transfer_write %w, %out[%c0] {in_bounds = [true]} : vector<9xf32>, memref<9xf32>`,
  },
};

describe("one program is one block of threads", () => {
  test.each(Object.entries(cases))("%s", async (_, { body, shape, grid, barriers: expected }) => {
    const { text, tile, gpu } = await resultsOf(program(body, shape.join("x"), grid), shape);
    expect(barriers(text)).toBe(expected);
    for (const result of gpu) expect(result).toEqual(tile);
  });
});

describe("refusals", () => {
  test("all ops of all kernels that threads cannot do, each with its reason", async () => {
    const body = `
    %v = vector.transfer_read %in[%c0], %zero {in_bounds = [true]} : memref<8xf32>, vector<8xf32>
    %b = vector.bitcast %v : vector<8xf32> to vector<8xi32>
    %c = arith.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]> : vector<8xf32>
    %l = tile.alloc : memref<8xf32>`;
    const { problems } = await runPipeline(program(body, "8"), "convert-tile-to-gpu");
    expect(problems).toEqual([
      "'vector.bitcast' op in kernel '@k' has no lowering to gpu: no thread of a GPU can be given this op",
      "'arith.constant' op in kernel '@k' has no lowering to gpu: a constant whose elements differ has to be a buffer that the kernel takes as an argument",
      `'tile.alloc' op in kernel '@k' has no lowering to gpu: a block has local buffers in memory space "shared" only`,
    ]);
  });

  test("exchange buffers count against the machine's shared memory", async () => {
    const body = `
    %a = tile.alloc : memref<96x96xf32, "shared">
    %v = vector.transfer_read %in[%c0, %c0], %zero {in_bounds = [true, true]} : memref<64x64xf32>, vector<64x64xf32>
    %s = arith.addf %v, %v : vector<64x64xf32>
    %w = vector.transpose %s, [1, 0] : vector<64x64xf32> to vector<64x64xf32>
    vector.transfer_write %w, %out[%c0, %c0] {in_bounds = [true, true]} : vector<64x64xf32>, memref<64x64xf32>`;
    const { problems } = await runPipeline(program(body, "64x64"), "convert-tile-to-gpu");
    expect(problems).toEqual([
      `kernel '@k' needs 53504 bytes of shared memory, but a block of 'generic-simt' may have 49152 (memref<96x96xf32, "shared">: 36864; memref<4160xf32, "shared">: 16640)`,
    ]);
  });

  test("a machine that is no GPU", async () => {
    const { problems } = await runPipeline(program("", "8").replace('"gpu"', '"cpu"'), "convert-tile-to-gpu");
    expect(problems).toEqual([expect.stringMatching(/is no GPU: its description is 'cpu-hw\/1'/)]);
  });
});
