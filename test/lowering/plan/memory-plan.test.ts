// The memory plan: what it places where, what it refuses, and that programs still compute the same.
import { describe, expect, test } from "@jest/globals";
import * as fc from "../../support/fast-check.ts";
import { opsNamed } from "../../../ir/core/walk.ts";
import { constantIndex } from "../../../ir/define/offset-size-stride.ts";
import { ViewOp } from "../../../dialects/memref/index.ts";
import { placeIntervals, type Request } from "../../../lowering/plan/place-intervals.ts";
import { parse } from "../../support/mlir.ts";
import { inputsFor, lower, threeWays } from "../convert/to-wasm/three-ways.ts";

const inModule = (body: string): string => `module attributes {terrace.machine = "cpu"} {\n${body}\n}`;

async function offsets(text: string): Promise<{ readonly offsets: (number | undefined)[]; readonly bytes: number }> {
  const module = parse(inModule(text));
  await lower(module, "memory-plan");
  const bytes = module.attribute("terrace.arena_bytes");
  const views = opsNamed(module, "memref.view").map((op) => constantIndex(ViewOp.match(op)?.byteShift ?? 0));
  return { offsets: views, bytes: bytes?.kind === "integer" ? Number(bytes.value) : -1 };
}

const copy = (from: string, to: string): string => `    memref.copy ${from}, ${to} : memref<32xf32> to memref<32xf32>`;
const alloc = (name: string): string => `    ${name} = memref.alloc() : memref<32xf32>`;

describe("places", () => {
  test("buffers share bytes when one is done before the other begins", async () => {
    const plan = await offsets(`
  func.func @main(%a: memref<32xf32>, %b: memref<32xf32>) {
${[alloc("%x"), alloc("%y"), alloc("%z"), copy("%a", "%x"), copy("%x", "%y"), copy("%y", "%z"), copy("%z", "%b")].join("\n")}
    return
  }`);
    expect(plan).toEqual({ offsets: [0, 128, 0], bytes: 256 });
  });
  test("a buffer that a loop uses lives as long as the loop", async () => {
    const plan = await offsets(`
  func.func @main(%a: memref<32xf32>, %b: memref<32xf32>) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c4 = arith.constant 4 : index
${[alloc("%x"), copy("%a", "%x")].join("\n")}
    scf.for %i = %c0 to %c4 step %c1 {
${[alloc("%y"), alloc("%z"), copy("%x", "%y"), copy("%y", "%z"), copy("%z", "%x")].join("\n")}
    }
${copy("%x", "%b")}
    return
  }`);
    expect(new Set(plan.offsets).size).toBe(3);
    expect(plan.bytes).toBe(384);
  });
  test("views, and buffers that regions pass on, are the buffer", async () => {
    const plan = await offsets(`
  func.func @main(%a: memref<32xf32>, %b: memref<32xf32>, %c: i1) {
${[alloc("%x"), alloc("%y"), copy("%a", "%x")].join("\n")}
    %v = memref.expand_shape %x [[0, 1]] output_shape [4, 8] : memref<32xf32> into memref<4x8xf32>
    %w = scf.if %c -> memref<4x8xf32> {
      scf.yield %v : memref<4x8xf32>
    } else {
      scf.yield %v : memref<4x8xf32>
    }
${copy("%a", "%y")}
    %f = memref.collapse_shape %w [[0, 1]] : memref<4x8xf32> into memref<32xf32>
${[copy("%f", "%b"), copy("%y", "%b")].join("\n")}
    return
  }`);
    expect(plan).toEqual({ offsets: [0, 128], bytes: 256 });
  });
  test("no two that live at once overlap", () => {
    const request: fc.Arbitrary<Request> = fc
      .tuple(fc.integer({ min: 0, max: 500 }), fc.nat(20), fc.nat(8))
      .map(([bytes, first, length]) => ({ bytes, lifetime: { first, last: first + length } }));
    fc.assert(
      fc.property(fc.array(request, { maxLength: 25 }), (requests) => {
        const { offsets: places, bytes } = placeIntervals(requests);
        requests.forEach((a, i) => {
          const at = places[i] ?? -1;
          expect(at % 64).toBe(0);
          expect(at + a.bytes).toBeLessThanOrEqual(bytes);
          requests.slice(0, i).forEach((b, j) => {
            const other = places[j] ?? -1;
            const together = a.lifetime.first <= b.lifetime.last && b.lifetime.first <= a.lifetime.last;
            if (together && a.bytes > 0 && b.bytes > 0)
              expect(at + a.bytes <= other || other + b.bytes <= at).toBe(true);
          });
        });
      }),
    );
  });
});

test("programs compute the same", async () => {
  const text = inModule(`
  func.func @main(%a: memref<32xf32>, %b: memref<32xf32>) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c5 = arith.constant 5 : index
${[alloc("%x"), alloc("%y"), copy("%a", "%x")].join("\n")}
    scf.for %i = %c0 to %c5 step %c1 {
${[alloc("%z"), copy("%x", "%z")].join("\n")}
      %s = memref.load %z[%i] : memref<32xf32>
      %t = arith.addf %s, %s : f32
      memref.store %t, %z[%i] : memref<32xf32>
${copy("%z", "%x")}
    }
${[copy("%x", "%y"), copy("%y", "%b")].join("\n")}
    memref.dealloc %x : memref<32xf32>
    return
  }`);
  const { before, converted, native } = await threeWays(text, inputsFor(text), "memory-plan,convert-to-wasm");
  expect(converted).toEqual(before);
  expect(native).toEqual(before);
});

describe("refusals", () => {
  const refusal = async (text: string): Promise<string> =>
    lower(parse(text), "memory-plan").then(
      () => "",
      (error: unknown) => String(error),
    );
  test("dynamic shapes, and buffers that a loop passes to its next iteration", async () => {
    const failure = await refusal(
      inModule(`
  func.func @main(%n: index, %a: memref<8xf32>) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %d = memref.alloc(%n) : memref<?xf32>
    %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> (memref<8xf32>) {
      %y = memref.alloc() : memref<8xf32>
      memref.copy %x, %y : memref<8xf32> to memref<8xf32>
      scf.yield %y : memref<8xf32>
    }
    memref.copy %r, %a : memref<8xf32> to memref<8xf32>
    return
  }`),
    );
    expect(failure).toContain(
      "'memref.alloc' op of 'memref<?xf32>' has no place in the memory plan: its shape is dynamic",
    );
    expect(failure).toContain("'scf.for' passes it on to its next iteration");
  });
  test("more bytes than the machine has", async () => {
    const failure = await refusal(
      inModule(`
  func.func @main(%a: memref<2xf32>) {
    %x = memref.alloc() : memref<2000000000xf32>
    %c0 = arith.constant 0 : index
    %y = memref.load %x[%c0] : memref<2000000000xf32>
    memref.store %y, %a[%c0] : memref<2xf32>
    return
  }`),
    );
    expect(failure).toContain("the program's buffers take 8000000008 bytes at once, and 'wasm-simd128' has 4294967296");
  });
});
