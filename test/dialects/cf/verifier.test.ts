// What the reader and the verifier refuse of cf, in mlir-opt's words.
import { describe, expect, test } from "@jest/globals";
import { problemsOf } from "../../support/mlir.ts";

const blocks = `
  ^plain:
    return
  ^one(%y: i32):
    return
  ^wide(%z: i64):
    return
  }`;

describe("refused", () => {
  test.each<readonly [string, string]>([
    ["cf.br ^one", "branch has 0 operands for successor #0, but target block has 1"],
    ["cf.br ^wide(%x : i32)", "type mismatch for bb argument #0 of successor #0"],
    ["cf.br ^gone", "reference to an undefined block"],
    ["cf.cond_br %c, ^plain, ^one", "branch has 0 operands for successor #1, but target block has 1"],
    ["cf.cond_br %x, ^plain, ^plain", "use of value '%x' expects different type than prior uses: 'i1' vs 'i32'"],
    [
      "cf.cond_br %c weights([100]), ^plain, ^plain",
      "expects number of branch weights to match number of successors: 1 vs 2",
    ],
    ["cf.cond_br %c weights([0, 0]), ^plain, ^plain", "branch weights cannot all be zero"],
    ["cf.cond_br %c weights([2147483648, 0]), ^plain, ^plain", "integer value too large"],
    ["cf.switch %x : i32, [ 4: ^plain ]", "expected 'default'"],
    ["cf.switch %x : i32, [ default: ^plain, : ^plain ]", "expected integer value"],
    ["cf.switch %x : i32, [ default: ^plain, 9223372036854775808: ^plain ]", "integer value too large"],
    [
      "cf.switch %f : f32, [ default: ^plain ]",
      "invalid kind of type specified: expected builtin.integer, but found 'f32'",
    ],
    [
      "cf.switch %x : i32, [ default: ^plain, 1: ^plain(%x : i32) ]",
      "branch has 1 operands for successor #1, but target block has 0",
    ],
    [
      "cf.switch %x : i32, [ default: ^plain, 1: ^one(%x, %x : i32) ]",
      "number of operands and types do not match: got 2 operands and 1 types",
    ],
    [
      '"cf.switch"(%x)[^plain, ^plain] <{case_operand_segments = array<i32: 0>, case_values = dense<1> : vector<1xi64>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i32) -> ()',
      "'cf.switch' op 'flag' type ('i32') should match case value type ('i64')",
    ],
    [
      '"cf.switch"(%x)[^plain, ^plain] <{case_operand_segments = array<i32: 0>, case_values = dense<1> : vector<2xi32>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i32) -> ()',
      "'cf.switch' op number of case values (2) should match number of case destinations (1)",
    ],
    [
      '"cf.switch"(%x, %x)[^plain, ^plain] <{case_operand_segments = array<i32: 0>, case_values = dense<1> : vector<1xi32>, operandSegmentSizes = array<i32: 1, 0, 1>}> : (i32, i32) -> ()',
      "'cf.switch' op attribute 'case_operand_segments' does not divide 1 operands among 1 cases",
    ],
    ['"cf.br"()[^plain, ^plain] : () -> ()', "'cf.br' op requires 1 successor but found 2"],
    ['cf.assert %x, "a"\n cf.br ^plain', "use of value '%x' expects different type than prior uses: 'i1' vs 'i32'"],
    ["cf.br ^plain\n cf.br ^plain", "operation with block successors must terminate its parent block"],
  ])("%s", (op, message) => {
    expect(problemsOf(`func.func @f(%c: i1, %x: i32, %f: f32) {\n ${op}${blocks}`)[0]).toBe(message);
  });
});
