// Mistakes that generated programs found, each once more as a test.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../ir/analysis/verify.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import { Interpreter } from "../../ir/interpret/interpreter.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { i32 } from "../../ir/core/type-constructors.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { createTerraceContext } from "../../tools/library/context.ts";

function problemsOf(body: string): readonly string[] {
  const context = createTerraceContext();
  const { module, diagnostics } = parseModule(body, context);
  const problems = module === undefined ? diagnostics : verify(module);
  return problems.map(({ message }) => message);
}

test("a NaN of f64 in an array has its type behind its bits", () => {
  const text = `module {
  func.func @f() {
    %cst = complex.constant [0x7FF8000000000000 : f64, 1.000000e+00] : complex<f64>
    return
  }
}
`;
  const { module } = parseModule(text, createTerraceContext());
  expect(module && printOperation(module).trim()).toBe(text.trim());
});

describe("the verifier refuses what mlir-opt refuses", () => {
  test("casts of tensors of unknown rank", () => {
    const cast = (op: string, from: string, to: string): readonly string[] =>
      problemsOf(
        `func.func @f(%x: tensor<*x${from}>) { %0 = arith.${op} %x : tensor<*x${from}> to tensor<*x${to}> return }`,
      );
    const differ = "failed to verify that input and output have the same tensor dimensions";
    expect(cast("extsi", "i8", "i32")).toEqual([`'arith.extsi' op ${differ}`]);
    expect(cast("index_cast", "i32", "index")).toEqual([`'arith.index_cast' op ${differ}`]);
  });

  test("alignments that are no powers of two", () => {
    const load = (alignment: number): readonly string[] =>
      problemsOf(
        `func.func @f(%m: memref<f32>) { %0 = memref.load %m[] {alignment = ${alignment} : i64} : memref<f32> return }`,
      );
    expect(load(8)).toEqual([]);
    for (const alignment of [0, 3, -4]) {
      expect(load(alignment)).toEqual([
        "'memref.load' op attribute 'alignment' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive and whose value is a power of two > 0",
      ]);
    }
  });

  test("a subview at offset 0 whose type forgets the offset", () => {
    const subview = (offset: string): readonly string[] =>
      problemsOf(
        `func.func @f(%m: memref<4xindex, strided<[?], offset: 1>>) {
          %0 = memref.subview %m[0] [4] [1] : memref<4xindex, strided<[?], offset: 1>> to memref<4xindex, strided<[?], offset: ${offset}>>
          return
        }`,
      );
    expect(subview("1")).toEqual([]);
    expect(subview("?")).toHaveLength(1);
  });
});

test("dynamic shared memory is in the workgroup's address space", () => {
  const shared = (space: string): readonly string[] =>
    problemsOf(
      `gpu.module @m { gpu.func @k() kernel { %0 = gpu.dynamic_shared_memory : memref<?xi8${space}> gpu.return } }`,
    );
  expect(shared(", #gpu.address_space<workgroup>")).toEqual([]);
  expect(shared("")).toEqual(["'gpu.dynamic_shared_memory' op address space must be address_space<workgroup>"]);
});

test("expanding a row of stride 1 gives the plain type, as upstream has it", () => {
  const expand = (to: string): readonly string[] =>
    problemsOf(
      `func.func @f(%m: memref<16xi4, strided<[1]>>) {
        %0 = memref.expand_shape %m [[0, 1]] output_shape [8, 2] : memref<16xi4, strided<[1]>> into ${to}
        return
      }`,
    );
  expect(expand("memref<8x2xi4>")).toEqual([]);
});

test("tile.wait has a token, without which its text would run into the next line", () => {
  expect(problemsOf(`"builtin.module"() ({ "tile.wait"() : () -> () }) : () -> ()`)).toEqual([
    "'tile.wait' op requires at least one token",
  ]);
});

test("element-wise ops run on tensors of unknown rank", () => {
  const context = createTerraceContext();
  const { module } = parseModule(
    `func.func @f(%x: tensor<2xi32>) -> tensor<2xi32> {
      %0 = tensor.cast %x : tensor<2xi32> to tensor<*xi32>
      %1 = arith.addi %0, %0 : tensor<*xi32>
      %2 = tensor.cast %1 : tensor<*xi32> to tensor<2xi32>
      return %2 : tensor<2xi32>
    }`,
    context,
  );
  const f = [...(module?.region().entry.ops() ?? [])].find((op) => symbolName(op) === "f");
  if (f === undefined) throw new Error("no function");
  const input = new DenseValue([2], i32(context), new Int32Array([3, -4]));
  const outcome = new Interpreter({ context }).call(f, [input]);
  expect(outcome.kind).toBe("values");
  const [value] = outcome.kind === "values" ? outcome.values : [];
  expect(value).toBeInstanceOf(DenseValue);
  expect(value instanceof DenseValue && [...value.data]).toEqual([6, -8]);
});
