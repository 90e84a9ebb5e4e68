// RUN: terrace-opt %s --mem2reg | FileCheck %s
// Found by `terrace fuzz passes --only=mem2reg`, seed 3869167913. Wrong side: terrace, fixed: a block that branches to itself and allocates a slot
// was given an argument for the slot's value, and the branch to it a value that does not dominate it. The slot begins anew each time.

// CHECK-LABEL: func.func @main(
// CHECK-NEXT:    cf.br ^bb1
// CHECK-NEXT:  ^bb1:
// CHECK-NEXT:    %[[POISON:.*]] = ub.poison : i1
// CHECK-NEXT:    call @use(%[[POISON]]) : (i1) -> ()
// CHECK-NEXT:    cf.br ^bb1
func.func private @use(i1)
func.func @main() {
  cf.br ^bb1
^bb1:
  %alloca = memref.alloca() : memref<i1>
  %0 = memref.load %alloca[] : memref<i1>
  call @use(%0) : (i1) -> ()
  cf.br ^bb1
}
