// What a user meets beyond the models: ragged, empty and single-row shapes, machines of their own, and programs that a machine refuses.
import { describe, expect, test } from "@jest/globals";
import { lookupSymbolIn } from "../ir/core/symbol-table.ts";
import { Interpreter } from "../ir/interpret/interpreter.ts";
import { DenseValue } from "../ir/interpret/value.ts";
import { createContext } from "../ir/plugin/registry.ts";
import { entrySignature } from "../lowering/entry.ts";
import { cpu } from "../lowering/machine/presets/cpu.ts";
import { gpu } from "../lowering/machine/presets/gpu.ts";
import { systolic } from "../lowering/machine/presets/systolic.ts";
import { compileProgram, type CompileOutcome } from "../lowering/target/compile.ts";
import type { Target } from "../lowering/target/targets.ts";
import { generator, numbers } from "./lowering/convert/to-wasm/three-ways.ts";
import { parseWith, registry } from "./support/stages.ts";

interface Prepared {
  readonly inputs: readonly DenseValue[];
  /** By the interpreter, on the program as it is. */
  readonly expected: readonly DenseValue[];
  readonly compile: (target: Target, machine?: object) => Promise<CompileOutcome>;
}

function prepare(text: string, given?: readonly DenseValue[]): Prepared {
  const module = parseWith(createContext(registry), text);
  const entry = lookupSymbolIn(module, "main");
  const signature = entry && entrySignature(entry);
  if (entry === undefined || signature === undefined) throw new Error("there is no @main with a signature");
  const inputs =
    given ??
    signature.inputs.map((type, i) => {
      if (type.kind !== "tensor") throw new Error("@main takes tensors");
      const next = generator(i + 1);
      return numbers(type, () => (type.element.kind === "float" ? next() / 8 : next()));
    });
  const outcome = new Interpreter({ context: module.context }).call(entry, inputs);
  if (outcome.kind !== "values") throw new Error(outcome.reason);
  const expected = outcome.values.filter((value) => value instanceof DenseValue);
  const compile = (target: Target, machine?: object): Promise<CompileOutcome> =>
    compileProgram(parseWith(createContext(registry), text), registry, {
      target,
      entry: "main",
      signature,
      machine: machine === undefined ? undefined : JSON.stringify(machine),
    });
  return { inputs, expected, compile };
}

interface Measured {
  /** The largest difference in relation to the largest value, over all results. */
  readonly worst: number;
  readonly share: number | undefined;
  readonly total: number | undefined;
  readonly executed: number | undefined;
}

async function run(text: string, target: Target, machine?: object): Promise<Measured> {
  const { inputs, expected, compile } = prepare(text);
  const compiled = await compile(target, machine);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  const outcome = await compiled.executable.run(inputs);
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  expect(outcome.results).toHaveLength(expected.length);
  let worst = 0;
  expected.forEach(({ data }, i) => {
    const wanted = Array.from(data, Number);
    const found = Array.from(outcome.results[i]?.data ?? [], Number);
    expect(found).toHaveLength(wanted.length);
    const largest = Math.max(...wanted.map(Math.abs), 1e-30);
    wanted.forEach((x, at) => (worst = Math.max(worst, Math.abs(x - (found[at] ?? Infinity)) / largest)));
  });
  const { work } = compiled;
  return { worst, share: work?.share, total: work?.total.count, executed: outcome.report.multiplyAdds };
}

/** What compiling and running say; nothing where both go well. */
async function messages(text: string, target: Target, machine?: object): Promise<readonly string[]> {
  const { compile, inputs } = prepare(text);
  const compiled = await compile(target, machine);
  const outcome = compiled.ok ? await compiled.executable.run(inputs) : compiled;
  return outcome.ok ? [] : outcome.diagnostics.map(({ message }) => message);
}

const layer = (rows: number, depth: number, columns: number): string => `
  func.func @main(%x: tensor<${rows}x${depth}xf32>, %w: tensor<${depth}x${columns}xf32>, %b: tensor<${columns}xf32>) -> tensor<${rows}x${columns}xf32> {
    %zero = stablehlo.constant dense<0.0> : tensor<${rows}x${columns}xf32>
    %0 = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0] : (tensor<${rows}x${depth}xf32>, tensor<${depth}x${columns}xf32>) -> tensor<${rows}x${columns}xf32>
    %1 = stablehlo.broadcast_in_dim %b, dims = [1] : (tensor<${columns}xf32>) -> tensor<${rows}x${columns}xf32>
    %2 = stablehlo.add %0, %1 : tensor<${rows}x${columns}xf32>
    %3 = stablehlo.maximum %2, %zero : tensor<${rows}x${columns}xf32>
    return %3 : tensor<${rows}x${columns}xf32>
  }`;

const product = (element: string, sum: string): string => `
  func.func @main(%a: tensor<10x29x${element}>, %b: tensor<29x13x${element}>) -> tensor<10x13x${sum}> {
    %0 = stablehlo.dot_general %a, %b, contracting_dims = [1] x [0] : (tensor<10x29x${element}>, tensor<29x13x${element}>) -> tensor<10x13x${sum}>
    return %0 : tensor<10x13x${sum}>
  }`;

const batched = `
  func.func @main(%a: tensor<3x5x7xf32>, %b: tensor<3x7x11xf32>) -> tensor<3x5x11xf32> {
    %0 = stablehlo.dot_general %a, %b, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<3x5x7xf32>, tensor<3x7x11xf32>) -> tensor<3x5x11xf32>
    return %0 : tensor<3x5x11xf32>
  }`;

const convolution = (groups: number): string => `
  func.func @main(%x: tensor<1x9x7x4xf32>, %w: tensor<3x3x${4 / groups}x6xf32>) -> tensor<1x5x4x6xf32> {
    %0 = stablehlo.convolution(%x, %w) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f],
      window = {stride = [2, 2], pad = [[1, 1], [1, 1]]} {batch_group_count = 1 : i64, feature_group_count = ${groups} : i64}
      : (tensor<1x9x7x4xf32>, tensor<3x3x${4 / groups}x6xf32>) -> tensor<1x5x4x6xf32>
    return %0 : tensor<1x5x4x6xf32>
  }`;

const machines: readonly (readonly [name: string, target: Target, machine: object | undefined])[] = [
  ["cpu", "cpu", undefined],
  ["cpu with 8 live vectors and no caches", "cpu", { ...cpu, live_vector_limit: 8, caches: [] }],
  ["gpu", "gpu", undefined],
  ["gpu with 8 KiB of shared memory", "gpu", { ...gpu, sm: { ...gpu.sm, smem_kb: 8, smem_max_block_kb: 8 } }],
  ["gpu with 2 KiB of shared memory", "gpu", { ...gpu, sm: { ...gpu.sm, smem_kb: 2, smem_max_block_kb: 2 } }],
  ["systolic", "systolic", undefined],
  ["systolic 12x20", "systolic", array(12, 20)],
  ["systolic 20x12", "systolic", array(20, 12)],
  ["systolic 4x4", "systolic", array(4, 4)],
  ["systolic 1x1", "systolic", array(1, 1)],
];

function array(rows: number, columns: number): object {
  const elements = Math.max(rows, columns);
  return {
    ...systolic,
    name: `${rows}x${columns}`,
    array: { ...systolic.array, mesh_rows: rows, mesh_cols: columns },
    scratchpad: { ...systolic.scratchpad, row_elems: elements },
    accumulator: { ...systolic.accumulator, row_elems: elements },
  };
}

describe.each(machines)("%s", (_name, target, machine) => {
  test.each([
    ["a layer", layer(7, 37, 23)],
    ["a layer on a single row", layer(1, 33, 10)],
    ["a batched product", batched],
  ])("%s has all its multiply-adds in kernels", async (_what, text) => {
    const { worst, share, total, executed } = await run(text, target, machine);
    expect(worst).toBeLessThan(1e-5);
    expect(share).toBe(1);
    expect(total).toBeGreaterThan(0);
    if (target === "systolic") expect(executed).toBe(total);
    if (target === "gpu") expect(executed).toBeGreaterThanOrEqual(total ?? Infinity);
  });
});

describe.each(["cpu", "gpu", "systolic"] as const)("%s", (target) => {
  test("convolves with strides and padding in its kernels", async () => {
    const { worst, share, total, executed } = await run(convolution(1), target);
    expect(worst).toBeLessThan(1e-5);
    expect([share, total]).toEqual([1, 5 * 4 * 6 * 3 * 3 * 4]);
    if (target === "systolic") expect(executed).toBe(total);
  });

  test.each([
    ["sums over nothing", layer(3, 0, 4)],
    ["products without rows", layer(0, 3, 4)],
  ])("%s", async (_what, text) => {
    expect((await run(text, target)).worst).toBe(0);
  });

  test("elementwise on nothing", async () => {
    const text = `func.func @main(%a: tensor<0x5xf32>) -> tensor<0x5xf32> {
      %0 = stablehlo.tanh %a : tensor<0x5xf32>
      return %0 : tensor<0x5xf32>
    }`;
    expect((await run(text, target)).worst).toBe(0);
  });

  test("tensors carried by a while loop", async () => {
    const text = `func.func @main(%x: tensor<3x16xf32>, %w: tensor<16x16xf32>) -> tensor<3x16xf32> {
      %zero = stablehlo.constant dense<0> : tensor<i32>
      %one = stablehlo.constant dense<1> : tensor<i32>
      %end = stablehlo.constant dense<3> : tensor<i32>
      %r:2 = stablehlo.while(%i = %zero, %h = %x) : tensor<i32>, tensor<3x16xf32>
        cond {
          %c = stablehlo.compare LT, %i, %end, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
          stablehlo.return %c : tensor<i1>
        } do {
          %n = stablehlo.add %i, %one : tensor<i32>
          %p = stablehlo.dot_general %h, %w, contracting_dims = [1] x [0] : (tensor<3x16xf32>, tensor<16x16xf32>) -> tensor<3x16xf32>
          %t = stablehlo.tanh %p : tensor<3x16xf32>
          stablehlo.return %n, %t : tensor<i32>, tensor<3x16xf32>
        }
      return %r#1 : tensor<3x16xf32>
    }`;
    const { worst, share } = await run(text, target);
    expect(worst).toBeLessThan(1e-5);
    expect(share).toBe(1);
  });

  test("a float beyond an int8 becomes the nearest int8, as in JAX", async () => {
    const text = `func.func @main(%a: tensor<4x16xf32>) -> tensor<4x16xi8> {
      %k = stablehlo.constant dense<400.0> : tensor<4x16xf32>
      %0 = stablehlo.multiply %a, %k : tensor<4x16xf32>
      %1 = stablehlo.convert %0 : (tensor<4x16xf32>) -> tensor<4x16xi8>
      return %1 : tensor<4x16xi8>
    }`;
    expect((await run(text, target)).worst).toBe(0);
  });

  test("a grouped convolution is refused by name", async () => {
    const said = await messages(convolution(2), target);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("'stablehlo.convolution'");
  });

  test("all ops without a lowering are refused at once", async () => {
    const text = `func.func @main(%a: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
      %0 = "stablehlo.sort"(%a) <{dimension = 0 : i64, is_stable = true}> ({
      ^bb0(%x: tensor<f32>, %y: tensor<f32>):
        %l = stablehlo.compare LT, %x, %y, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
        stablehlo.return %l : tensor<i1>
      }) : (tensor<4xf32>) -> tensor<4xf32>
      %2 = stablehlo.complex %a, %a : tensor<4xcomplex<f32>>
      %3 = stablehlo.multiply %2, %2 : tensor<4xcomplex<f32>>
      %4 = stablehlo.imag %3 : (tensor<4xcomplex<f32>>) -> tensor<4xf32>
      return %0, %4 : tensor<4xf32>, tensor<4xf32>
    }`;
    const said = (await messages(text, target)).join("\n");
    for (const name of ["sort", "complex", "multiply", "imag"]) expect(said).toContain(`'stablehlo.${name}'`);
  });
});

describe("integer products", () => {
  test.each([
    ["i32", "i32"],
    ["i8", "i8"],
    ["i8", "i32"],
    ["ui8", "i32"],
  ])("of %s into %s are in kernels, and the GPU counts them", async (element, sum) => {
    const text = product(element, sum);
    const total = 10 * 29 * 13;
    expect(await run(text, "cpu")).toMatchObject({ worst: 0, share: 1, total });
    const { worst, share, executed } = await run(text, "gpu");
    expect([worst, share]).toEqual([0, 1]);
    expect(executed).toBeGreaterThanOrEqual(total);
  });

  test("on a systolic array: of its types only, the others are refused by name", async () => {
    expect(await run(product("i8", "i32"), "systolic")).toMatchObject({ worst: 0, share: 1, executed: 10 * 29 * 13 });
    for (const [element, sum] of [
      ["i32", "i32"],
      ["ui8", "i32"],
      ["f64", "f64"],
    ] as const) {
      const said = await messages(product(element, sum), "systolic");
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/op has no lowering to '.*': the array multiplies/);
    }
  });
});

test("a program larger than the machine's memory is refused", async () => {
  const text = layer(70, 300, 10);
  expect((await messages(text, "cpu", { ...cpu, max_memory_bytes: 65536 })).join("\n")).toMatch(
    /buffers take \d+ bytes .* has 65536/,
  );
});
