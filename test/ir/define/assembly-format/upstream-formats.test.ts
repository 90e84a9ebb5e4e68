// Upstream ops through their upstream formats: the text is mlir-opt 22's, and is what comes out again.
import { describe, expect, test } from "@jest/globals";
import { Context } from "../../../../ir/core/context.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { parseModule } from "../../../../ir/syntax/parser.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { upstreamDialects } from "./upstream-ops.ts";

const context = new Context();
context.allowUnregisteredDialects = true;
for (const dialect of upstreamDialects) context.registerDialect(dialect);

const argumentTypes = [
  "i32",
  "i32",
  "f32",
  "f64",
  "index",
  "index",
  "i1",
  "vector<4xi32>",
  "vector<4xf32>",
  "tensor<?x8xf32>",
  "tensor<4x4xf32>",
  "memref<4x?xf32>",
  "memref<16xf32>",
  "bf16",
  "(i32) -> i32",
  "vector<2x4xf32>",
  "memref<2048xi8>",
  "memref<4xvector<4xf32>>",
  "vector<4xi1>",
  "tensor<f32>",
];
const blockArguments = argumentTypes.map((type, i) => `%arg${i}: ${type}`).join(", ");

/** The ops of the entry block of an op that takes arguments of the types above. */
function parseBody(lines: string): readonly Operation[] {
  const text = `"t.wrap"() ({\n^bb0(${blockArguments}):\n${lines}\n}) : () -> ()`;
  const { module, diagnostics } = parseModule(text, context);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return [...(module?.region().entry.firstOp?.region().entry.ops() ?? [])];
}

/** The op's line in the text of all, without its result names. */
function lineOf(op: Operation): string {
  const root = op.parentOp?.parentOp;
  const lines = root ? printOperation(root, { localScope: true }).split("\n") : [];
  return (lines[3] ?? "").trim().replace(/^%[^=]* = /, "");
}

describe("upstream formats", () => {
  test.each([
    "arith.addi %arg0, %arg1 : i32",
    "arith.addi %arg7, %arg7 overflow<nsw, nuw> {t.note} : vector<4xi32>",
    "arith.cmpi slt, %arg0, %arg1 : i32",
    "arith.cmpi ne, %arg7, %arg7 : vector<4xi32>",
    "arith.cmpf oeq, %arg2, %arg2 fastmath<nnan,ninf> : f32",
    "arith.divsi %arg0, %arg1 exact : i32",
    "arith.addui_extended %arg7, %arg7 : vector<4xi32>, vector<4xi1>",
    "arith.truncf %arg3 : f64 to f32",
    "arith.truncf %arg3 upward fastmath<contract> : f64 to f32",
    "arith.truncf %arg3 downward {t.a = 1 : i64} : f64 to f32",
    "arith.constant 5 : i32",
    'arith.constant {t.k = "v"} dense<1.000000e+00> : vector<4xf32>',
    "tensor.extract_slice %arg9[%arg4, 0] [%arg5, 4] [1, 2] : tensor<?x8xf32> to tensor<?x4xf32>",
    "tensor.insert_slice %arg9 into %arg9[%arg4, 0] [%arg5, 8] [1, 1] : tensor<?x8xf32> into tensor<?x8xf32>",
    "tensor.extract %arg9[%arg4, %arg5] : tensor<?x8xf32>",
    "tensor.extract %arg19[] : tensor<f32>",
    "tensor.dim %arg9, %arg4 : tensor<?x8xf32>",
    "tensor.empty() : tensor<4xf32>",
    "tensor.empty(%arg4, %arg5) {t.e} : tensor<?x?xf32>",
    "tensor.from_elements %arg2, %arg2 : tensor<2xf32>",
    "tensor.concat dim(0) %arg10, %arg10 : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<8x4xf32>",
    "memref.load %arg11[%arg4, %arg5] : memref<4x?xf32>",
    "memref.store %arg2, %arg11[%arg4, %arg5] {nontemporal = true} : memref<4x?xf32>",
    "memref.alloc() : memref<4xf32>",
    "memref.alloc(%arg4) {alignment = 64 : i64} : memref<?xf32>",
    "memref.alloc(%arg4)[%arg5] : memref<?xf32, affine_map<(d0)[s0] -> (d0 + s0)>>",
    "memref.realloc %arg12(%arg4) : memref<16xf32> to memref<?xf32>",
    "memref.realloc %arg12 : memref<16xf32> to memref<32xf32>",
    "memref.dealloc %arg12 : memref<16xf32>",
    "memref.view %arg16[%arg4][%arg5] : memref<2048xi8> to memref<?x4xf32>",
    "memref.expand_shape %arg12 [[0, 1]] output_shape [4, 4] : memref<16xf32> into memref<4x4xf32>",
    "vector.reduction <add>, %arg8 : vector<4xf32> into f32",
    "vector.reduction <mul>, %arg8, %arg2 fastmath<reassoc> : vector<4xf32> into f32",
    "vector.broadcast %arg2 : f32 to vector<4xf32>",
    "vector.extract %arg15[1] : vector<4xf32> from vector<2x4xf32>",
    "vector.extract %arg15[%arg4, 3] : f32 from vector<2x4xf32>",
    "vector.insert %arg2, %arg15 [0, %arg5] : f32 into vector<2x4xf32>",
    "vector.shuffle %arg8, %arg8 [0, 1, 6] : vector<4xf32>, vector<4xf32>",
    "vector.load %arg11[%arg4, %arg5] : memref<4x?xf32>, vector<4xf32>",
    "vector.store %arg8, %arg11[%arg4, %arg5] {nontemporal = true} : memref<4x?xf32>, vector<4xf32>",
    "vector.to_elements %arg8 : vector<4xf32>",
    "vector.from_elements %arg2, %arg2 : vector<2xf32>",
    "vector.multi_reduction <add>, %arg15, %arg8 [0] : vector<2x4xf32> to vector<4xf32>",
    "vector.gather %arg12[%arg4] [%arg7], %arg18, %arg8 : memref<16xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32> into vector<4xf32>",
    "vector.create_mask %arg4, %arg5 : vector<4x4xi1>",
    "vector.fma %arg8, %arg8, %arg8 : vector<4xf32>",
    "vector.type_cast %arg12 : memref<16xf32> to memref<vector<16xf32>>",
    "gpu.shuffle  xor %arg2, %arg0, %arg1 : f32",
    "gpu.shuffle  up %arg2, %arg0, %arg1 : f32",
    "gpu.subgroup_reduce  add %arg2 uniform cluster(size = 4, stride = 2) : (f32) -> f32",
    "gpu.subgroup_reduce  add %arg2 cluster(size = 4) {t.b} : (f32) -> f32",
    "gpu.subgroup_reduce  mul %arg2 : (f32) -> f32",
    "affine.delinearize_index %arg4 into (%arg5, 8) : index, index",
    "affine.delinearize_index %arg4 into (8) : index, index",
    "affine.linearize_index [%arg4, %arg5] by (%arg4, 8) : index",
    "affine.linearize_index disjoint [%arg4, %arg5] by (2, 8) : index",
    "linalg.softmax dimension(1) ins(%arg9 : tensor<?x8xf32>) outs(%arg9 : tensor<?x8xf32>) -> tensor<?x8xf32>",
    "linalg.softmax {t.q} dimension(0) ins(%arg11 : memref<4x?xf32>) outs(%arg11 : memref<4x?xf32>)",
    "bufferization.to_buffer %arg9 read_only : tensor<?x8xf32> to memref<?x8xf32>",
    "ub.poison : i32",
    "func.call_indirect %arg14(%arg0) : (i32) -> i32",
    'cf.assert %arg6, "a \\22quoted\\22 message"',
  ])("%s", (line) => {
    const [op] = parseBody(line);
    expect(op && lineOf(op)).toBe(line);
  });

  test.each([
    ["%0 = arith.cmpi slt, %arg2, %arg2 : f32", "'lhs' must be signless-integer-like, but got 'f32'"],
    ["cf.br ^bb1(%arg0 : i32, i32)", "number of operands and types do not match: got 1 operands and 2 types"],
    [
      "func.call @f(%arg0) : (i32, f32) -> f32",
      "number of operands and types do not match: got 1 operands and 2 types",
    ],
    [
      "%0 = arith.addi %arg0, %arg2 : i32",
      "use of value '%arg2' expects different type than prior uses: 'i32' vs 'f32'",
    ],
    [
      "%0 = tensor.concat dim(0) %arg10 : (tensor<4x4xf32>) -> (f32, f32)",
      "operation defines 2 results but was provided 1 to bind",
    ],
    [
      "%0 = arith.divsi %arg0, %arg1 exact {isExact} : i32",
      "attribute 'isExact' occurs more than once in the attribute list",
    ],
  ])("%s: %s", (line, message) => {
    const text = `"t.wrap"() ({\n^bb0(${blockArguments}):\n${line}\n}) : () -> ()`;
    expect(parseModule(text, context).diagnostics.map((diagnostic) => diagnostic.message)).toContain(message);
  });

  test("branches, a module's name and attributes, segment sizes", () => {
    const text = [
      "module @m attributes {t.x = 1 : i64} {",
      '  "t.wrap"() ({',
      "  ^bb0(%arg0: i1, %arg1: i32, %arg2: f32):",
      "    cf.br ^bb1",
      "  ^bb1:  // 3 preds: ^bb0, ^bb2, ^bb3",
      "    cf.br ^bb2(%arg1, %arg2 : i32, f32) {t.z = []}",
      "  ^bb2(%0: i32, %1: f32):  // 2 preds: ^bb1, ^bb2",
      "    cf.cond_br %arg0, ^bb1, ^bb2(%arg1, %arg2 : i32, f32)",
      "  ^bb3:  // no predecessors",
      "    cf.cond_br %arg0 weights([1, 2]), ^bb1, ^bb4",
      "  ^bb4:  // pred: ^bb3",
      "    func.return %arg1, %arg2 : i32, f32",
      "  }) : () -> ()",
      "}",
    ].join("\n");
    const { module, diagnostics } = parseModule(text, context);
    expect(diagnostics).toEqual([]);
    expect(module && printOperation(module)).toBe(text);
    expect(module && printOperation(module, { generic: true })).toContain(
      '"cf.cond_br"(%arg0, %arg1, %arg2)[^bb1, ^bb2] <{operandSegmentSizes = array<i32: 1, 0, 2>}> : (i1, i32, f32) -> ()',
    );
  });
});
