// RUN: terrace-opt %s --split-input-file --verify-diagnostics
// RUN: not terrace-opt %s --split-input-file 2>&1 | FileCheck %s

// CHECK: split-input.mlir:[[@LINE+5]]:{{[0-9]+}}: error: {{.*}}'func.return' op
// CHECK: // -----
// CHECK: func.func @right
func.func @wrong() -> i32 {
  // expected-error @below {{'func.return' op}}
  return
}
// -----
func.func @right() {
  return
}
// -----
// expected-error @below {{}}
"no_such.op"() : () -> ()
