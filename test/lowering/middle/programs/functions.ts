// What a function takes and gives, control flow, and what may be written in place.
import { f32, program, type Programs } from "./program.ts";

export const functions: Programs = {
  "a value used by many": program((p) => {
    const x = p.unary("math.exp", p.arg([19, 33]));
    return [p.reduce("add", x, [1]), p.binary("mul", x, x), p.transpose(x, [1, 0])];
  }),
  "several results": program((p) => {
    const [x, y] = [p.arg([19, 33]), p.arg([33, 5])];
    const product = p.contract("mk,kn->mn", x, y);
    return [product, p.relu(product), p.reduce("max", product, [0])];
  }),
  "one result twice": program((p) => {
    const x = p.relu(p.arg([19, 33]));
    return [x, x];
  }),
  "a result that is an argument": program((p) => {
    const x = p.arg([19, 33]);
    return [x, p.relu(x)];
  }),
  "a result that is a constant": program((p) => {
    const x = p.arg([3]);
    const c = p.constant("[1.0, 2.0, 3.0]", [3]);
    return [c, p.binary("add", x, c), p.constant("7.0", [5])];
  }),
  "a sum into an argument": program((p) => {
    const [x, y] = [p.arg([19, 37]), p.arg([19])];
    const sums = p.generic({
      inputs: [{ tensor: x, map: "d0, d1" }],
      outputs: [{ tensor: y, map: "d0" }],
      iterators: ["parallel", "reduction"],
      body: ([a = "", acc = ""], b) => [b.op("arith.addf", [acc, a], f32)],
    });
    return [...sums, y];
  }),
  "an elementwise update": program((p) => {
    const x = p.arg([19, 37]);
    const y = p.unary("math.exp", x);
    const [z = y] = p.generic({
      inputs: [{ tensor: x, map: "d0, d1" }],
      outputs: [{ tensor: y, map: "d0, d1" }],
      iterators: ["parallel", "parallel"],
      body: ([a = "", old = ""], b) => [b.op("arith.addf", [old, a], f32)],
    });
    return [z, y];
  }),
  "a matmul in a loop": `func.func @main(%x: tensor<9x9xf32>, %y: tensor<9x9xf32>) -> tensor<9x9xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<9x9xf32>
  %result = scf.for %i = %c0 to %c3 step %c1 iter_args(%state = %x) -> (tensor<9x9xf32>) {
    %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<9x9xf32>) -> tensor<9x9xf32>
    %next = linalg.matmul ins(%state, %y : tensor<9x9xf32>, tensor<9x9xf32>) outs(%init : tensor<9x9xf32>) -> tensor<9x9xf32>
    scf.yield %next : tensor<9x9xf32>
  }
  return %result : tensor<9x9xf32>
}
`,
  "values that trade places in a loop": `func.func @main(%x: tensor<40xf32>, %y: tensor<40xf32>) -> (tensor<40xf32>, tensor<40xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %result:2 = scf.for %i = %c0 to %c3 step %c1 iter_args(%a = %x, %b = %y) -> (tensor<40xf32>, tensor<40xf32>) {
    %next = linalg.exp ins(%a : tensor<40xf32>) outs(%a : tensor<40xf32>) -> tensor<40xf32>
    scf.yield %b, %next : tensor<40xf32>, tensor<40xf32>
  }
  return %result#0, %result#1 : tensor<40xf32>, tensor<40xf32>
}
`,
  branches: `func.func @main(%x: tensor<40xf32>, %y: tensor<40xf32>, %flag: tensor<i1>) -> (tensor<40xf32>, tensor<40xf32>) {
  %take = tensor.extract %flag[] : tensor<i1>
  %chosen, %other = scf.if %take -> (tensor<40xf32>, tensor<40xf32>) {
    %empty = tensor.empty() : tensor<40xf32>
    %e = linalg.exp ins(%x : tensor<40xf32>) outs(%empty : tensor<40xf32>) -> tensor<40xf32>
    scf.yield %e, %x : tensor<40xf32>, tensor<40xf32>
  } else {
    scf.yield %y, %y : tensor<40xf32>, tensor<40xf32>
  }
  %empty = tensor.empty() : tensor<40xf32>
  %sum = linalg.add ins(%chosen, %x : tensor<40xf32>, tensor<40xf32>) outs(%empty : tensor<40xf32>) -> tensor<40xf32>
  return %sum, %other : tensor<40xf32>, tensor<40xf32>
}
`,
  "a loop until": `func.func @main(%x: tensor<40xf32>, %n: tensor<i32>) -> (tensor<40xf32>, tensor<i32>) {
  %one = arith.constant dense<1> : tensor<i32>
  %four = arith.constant 4 : i32
  %result:2 = scf.while (%a = %x, %i = %one) : (tensor<40xf32>, tensor<i32>) -> (tensor<40xf32>, tensor<i32>) {
    %at = tensor.extract %i[] : tensor<i32>
    %more = arith.cmpi slt, %at, %four : i32
    scf.condition(%more) %a, %i : tensor<40xf32>, tensor<i32>
  } do {
  ^bb0(%a: tensor<40xf32>, %i: tensor<i32>):
    %empty = tensor.empty() : tensor<40xf32>
    %next = linalg.exp ins(%a : tensor<40xf32>) outs(%empty : tensor<40xf32>) -> tensor<40xf32>
    %count = tensor.empty() : tensor<i32>
    %j = linalg.add ins(%i, %one : tensor<i32>, tensor<i32>) outs(%count : tensor<i32>) -> tensor<i32>
    scf.yield %next, %j : tensor<40xf32>, tensor<i32>
  }
  return %result#0, %result#1 : tensor<40xf32>, tensor<i32>
}
`,
  "a call": `func.func private @twice(%x: tensor<40xf32>) -> tensor<40xf32> {
  %sum = linalg.add ins(%x, %x : tensor<40xf32>, tensor<40xf32>) outs(%x : tensor<40xf32>) -> tensor<40xf32>
  return %sum : tensor<40xf32>
}
func.func @main(%x: tensor<40xf32>) -> (tensor<40xf32>, tensor<40xf32>) {
  %y = call @twice(%x) : (tensor<40xf32>) -> tensor<40xf32>
  %z = call @twice(%y) : (tensor<40xf32>) -> tensor<40xf32>
  return %z, %y : tensor<40xf32>, tensor<40xf32>
}
`,
  "elements written one by one": `func.func @main(%x: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>, tensor<2x2xf32>) {
  %c1 = arith.constant 1 : index
  %a = tensor.extract %x[%c1] : tensor<3xf32>
  %b = arith.addf %a, %a : f32
  %y = tensor.insert %b into %x[%c1] : tensor<3xf32>
  %z = tensor.from_elements %a, %b, %b, %a : tensor<2x2xf32>
  return %x, %y, %z : tensor<3xf32>, tensor<3xf32>, tensor<2x2xf32>
}
`,
};
