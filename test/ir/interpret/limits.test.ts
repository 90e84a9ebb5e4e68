// Programs that want to run for ever, nest for ever or fill memory: each ends soon, in an outcome that says so, at an op with a location.
import { describe, expect, test } from "@jest/globals";
import type { Type } from "../../../ir/core/types.ts";
import type { Outcome } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { Memory } from "../../../ir/interpret/memory.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { parse, run } from "../../support/mlir.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";

function argument(type: Type): RuntimeValue {
  if (type.kind === "tensor" || type.kind === "vector")
    return DenseValue.zeros(
      type.shape.map((extent) => (extent < 0 ? 3 : extent)),
      type.element,
    );
  return type.kind === "integer" && type.width > 32 ? 1n : 1;
}

/** The outcome of @main on small arguments, with the fuel of a generated program. */
function outcomeOf(text: string): Outcome {
  const module = parse(text);
  const args = lookupSymbolIn(module, "main")!
    .region()
    .entry.arguments.map(({ type }) => argument(type));
  return run(module, "main", args, { fuel: 200_000, memory: new Memory({ limit: 2 ** 26 }) });
}

const bounds = (most: string): string => `
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %most = arith.constant ${most} : index`;
const huge = bounds("1099511627776");
const main = (body: string, signature = "()", rest = ""): string =>
  `func.func @main${signature} {\n${body}\nreturn\n}\n${rest}`;

const endless: Record<string, string> = {
  "a loop of 2^40 empty iterations": main(`${huge} scf.for %i = %zero to %most step %one { }`),
  "an unsigned loop over all of i64":
    main(`%z = arith.constant 0 : i64 %o = arith.constant 1 : i64 %m = arith.constant -1 : i64
    scf.for unsigned %i = %z to %m step %o : i64 { }`),
  "scf.while on true": main(`%t = arith.constant true scf.while : () -> () { scf.condition(%t) } do { scf.yield }`),
  "a branch to itself": `func.func @main() { cf.br ^a ^a: cf.br ^a }`,
  "scf.parallel over 2^80 points": main(
    `${huge} scf.parallel (%i, %j) = (%zero, %zero) to (%most, %most) step (%one, %one) { scf.reduce }`,
  ),
  "scf.forall over 2^40 points": main(`${huge} scf.forall (%i) in (%most) { }`),
  "stablehlo.while on true": main(
    `%r = stablehlo.while(%x = %a) : tensor<i32> cond { %t = stablehlo.constant dense<true> : tensor<i1> stablehlo.return %t : tensor<i1> }
       do { stablehlo.return %x : tensor<i32> }`,
    "(%a: tensor<i32>)",
  ),
  "allocations without end": main(
    `${huge} scf.for %i = %zero to %most step %one { %m = memref.alloc() : memref<1000xf32> }`,
  ),
  "empty allocations without end": main(
    `${huge} scf.for %i = %zero to %most step %one { %m = memref.alloc() : memref<0xf32> }`,
  ),
  "tensors without end": main(
    `${huge} scf.for %i = %zero to %most step %one { %m = tensor.empty(%one) : tensor<?x4096xf32> }`,
  ),
  "a tensor that doubles": main(
    `${bounds("64")} %r = scf.for %i = %zero to %most step %one iter_args(%x = %a) -> tensor<?xf32> {
       %c = tensor.concat dim(0) %x, %x : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
       scf.yield %c : tensor<?xf32>
     }`,
    "(%a: tensor<?xf32>)",
  ),
  "products of a million bits": main(
    `${huge} %c = arith.constant -3 : i1000000
     %r = scf.for %i = %zero to %most step %one iter_args(%x = %c) -> (i1000000) { %m = arith.muli %x, %x : i1000000 scf.yield %m : i1000000 }`,
  ),
  "gpu.launch_func of 2^30 threads": `module attributes {gpu.container_module} {
    gpu.module @km { gpu.func @k() kernel { gpu.return } }
    func.func @main() { %n = arith.constant 1024 : index
      gpu.launch_func @km::@k blocks in (%n, %n, %n) threads in (%n, %n, %n)
      return } }`,
  "tile.launch of 2^40 programs": `tile.kernel @k() { tile.return }
    func.func @main() { %n = arith.constant 1048576 : index tile.launch @k grid(%n, %n) args() return }`,
};

const large: Record<string, string> = {
  "tensor.empty of 2^80 elements": main(`${huge} %e = tensor.empty(%most, %most) : tensor<?x?xf32>`),
  "tensor.empty of 2^33 elements": main(`${bounds("8589934592")} %e = tensor.empty(%most) : tensor<?xf32>`),
  "tensor.splat": main(`${huge} %e = tensor.splat %f[%most] : tensor<?xf32>`, "(%f: f32)"),
  "tensor.generate": main(
    `${huge} %e = tensor.generate %most { ^bb0(%i: index): tensor.yield %i : index } : tensor<?xindex>`,
  ),
  "tensor.pad": main(
    `${huge} %e = tensor.from_elements %f : tensor<1xf32>
    %p = tensor.pad %e low[%most] high[%most] { ^bb0(%i: index): tensor.yield %f : f32 } : tensor<1xf32> to tensor<?xf32>`,
    "(%f: f32)",
  ),
  "a constant of 2^34 elements": main(`%e = arith.constant dense<1> : tensor<4294967296x4xi32>`),
  "a vector constant of 10^9 elements": main(`%e = arith.constant dense<1> : vector<1000000000xi32>`),
  "vector.broadcast": main(`%e = vector.broadcast %f : f32 to vector<1048576x1048576xf32>`, "(%f: f32)"),
  "vector.step": main(`%e = vector.step : vector<1099511627776xindex>`),
  "vector.create_mask": main(`${huge} %e = vector.create_mask %one : vector<1099511627776xi1>`),
  "memref.alloc of 2^40 bytes": main(`${huge} %e = memref.alloc(%most) : memref<?xi8>`),
  "memref.alloca of 2^40 bytes": main(`${huge} %e = memref.alloca(%most) : memref<?xi8>`),
  "stablehlo.iota": main(`%e = stablehlo.iota dim = 0 : tensor<1099511627776xi32>`),
  "stablehlo.broadcast_in_dim": main(`%c = stablehlo.constant dense<1.0> : tensor<f32>
    %e = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<f32>) -> tensor<1048576x1048576xf32>`),
  "stablehlo.pad":
    main(`%c = stablehlo.constant dense<1.0> : tensor<1xf32> %d = stablehlo.constant dense<1.0> : tensor<f32>
    %e = stablehlo.pad %c, %d, low = [1099511627776], high = [0], interior = [0] : (tensor<1xf32>, tensor<f32>) -> tensor<1099511627777xf32>`),
};

const deep: Record<string, string> = {
  recursion: main(`func.call @main() : () -> ()`),
  "recursion in an if": main(`%t = arith.constant true scf.if %t { func.call @main() : () -> () }`),
  "recursion in a loop in an if in a while": main(`${bounds("1")} %t = arith.constant true
    scf.while : () -> () { scf.for %i = %zero to %one step %one { scf.if %t { func.call @main() : () -> () } } scf.condition(%t) } do { scf.yield }`),
  "recursion through a function value": main(`%f = func.constant @main : () -> () func.call_indirect %f() : () -> ()`),
};

const wrong: Record<string, readonly [text: string, reason: RegExp]> = {
  "a negative extent": [main(`${bounds("-5")} %e = tensor.empty(%most) : tensor<?xf32>`), /size -5 is negative/],
  "a buffer of 2^62 floats": [
    main(`${bounds("4611686018427387904")} %e = memref.alloc(%most) : memref<?xf32>`),
    /beyond any extent/,
  ],
  "an index beyond 2^53": [
    main(`${bounds("9223372036854775807")} %r = tensor.extract %t[%most] : tensor<4xf32>`, "(%t: tensor<4xf32>)"),
    /beyond any extent/,
  ],
  "a view far away": [
    main(`${bounds("4611686018427387904")} %m = memref.alloc() : memref<16xf32>
      %s = memref.reinterpret_cast %m to offset: [%most], sizes: [%most], strides: [%most] : memref<16xf32> to memref<?xf32, strided<[?], offset: ?>>`),
    /beyond any extent/,
  ],
};

describe("no program can hang the interpreter or fill memory", () => {
  test.each(Object.keys(endless))("%s: out of fuel", (name) => {
    const outcome = outcomeOf(endless[name]!);
    expect(outcome).toMatchObject({
      kind: expect.stringMatching(/^out-of-(fuel|memory)$/),
      location: { kind: "file" },
    });
  });

  test.each(Object.keys(large))("%s: out of memory", (name) => {
    expect(outcomeOf(large[name]!)).toMatchObject({ kind: "out-of-memory", location: { kind: "file" } });
  });

  test.each(Object.keys(deep))("%s: refused at a depth", (name) => {
    expect(outcomeOf(deep[name]!)).toMatchObject({
      kind: "unsupported",
      reason: "calls and regions nest deeper than 1000",
    });
  });

  test.each(Object.keys(wrong))("%s: undefined behaviour", (name) => {
    const [text, reason] = wrong[name]!;
    expect(outcomeOf(text)).toMatchObject({ kind: "undefined-behavior", reason: expect.stringMatching(reason) });
  });
});
