// pipeline: topological-sort
// -----
// a region with dominance is sorted already
func.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  %1 = arith.addi %0, %a : i32
  return %1 : i32
}
// -----
// the ops of a module
"test.one"(%b) : (i32) -> ()
%a = arith.constant 1 : i32
%b = arith.addi %c, %a : i32
%c = arith.muli %a, %a : i32
"test.two"(%a) : (i32) -> ()
// -----
// several sweeps
"s.a"(%x4) : (i32) -> ()
%x4 = "s.x4"(%x3) : (i32) -> i32
"s.b"(%x1) : (i32) -> ()
%x3 = "s.x3"(%x2) : (i32) -> i32
"s.c"() : () -> ()
%x2 = "s.x2"(%x1, %x0) : (i32, i32) -> i32
%x1 = "s.x1"() : () -> i32
"s.d"(%x0) : (i32) -> ()
%x0 = "s.x0"() : () -> i32
// -----
// a cycle: what is first stays first
"s.a"(%p) : (i32) -> ()
%p = "s.p"(%q) : (i32) -> i32
"s.b"(%k) : (i32) -> ()
%q = "s.q"(%p) : (i32) -> i32
"s.e"(%q) : (i32) -> ()
%k = "s.k"() : () -> i32
// -----
// two cycles, and an op that uses itself
"s.a"(%s) : (i32) -> ()
%s = "s.self"(%s) : (i32) -> i32
%p = "s.p"(%q) : (i32) -> i32
%q = "s.q"(%p) : (i32) -> i32
"s.c"(%t, %u) : (i32, i32) -> ()
%t = "s.t"(%u) : (i32) -> i32
%u = "s.u"(%t, %p) : (i32, i32) -> i32
// -----
// what nested regions use counts
"s.region"() ({
  "s.use"(%late) : (i32) -> ()
  "s.inner"() ({
    "s.use"(%later) : (i32) -> ()
  }) : () -> ()
}) : () -> ()
%late = "s.late"(%later) : (i32) -> i32
%later = "s.later"() : () -> i32
// -----
// nested modules
module {
  %b = arith.addi %a, %a : i32
  %a = arith.constant 1 : i32
  module {
    %d = arith.addi %c, %c : i32
    %c = arith.constant 2 : i32
  }
}
