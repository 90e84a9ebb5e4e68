// RUN: terrace-opt %s --canonicalize --cse --mlir-print-ir-after-all 2>&1 | FileCheck %s --check-prefix=ALL
// RUN: terrace-opt %s --canonicalize --cse --mlir-print-ir-after-all --mlir-print-ir-after-change 2>&1 \
// RUN:   | FileCheck %s --check-prefix=CHANGE
// RUN: terrace-opt %s --canonicalize --cse --mlir-print-ir-before=cse 2>&1 | FileCheck %s --check-prefix=BEFORE
// RUN: terrace-opt %s --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC

// ALL: // -----// IR Dump After Canonicalizer (canonicalize) //----- //
// ALL-NEXT: module {
// ALL: // -----// IR Dump After CSE (cse) //----- //
// ALL-NEXT: module {
// CHANGE: IR Dump After Canonicalizer (canonicalize)
// CHANGE-NOT: IR Dump
// BEFORE-NOT: (canonicalize)
// BEFORE: IR Dump Before CSE (cse)
// GENERIC: "builtin.module"() ({
// GENERIC: "func.func"() <{
func.func @f(%x: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %sum = arith.addi %x, %zero : i32
  return %sum : i32
}
