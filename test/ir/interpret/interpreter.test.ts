import { describe, expect, test } from "@jest/globals";
import { indexAttr, integerAttr, stringAttr, symbolRefAttr } from "../../../ir/core/attribute-constructors.ts";
import { memrefType, vectorType } from "../../../ir/core/type-constructors.ts";
import { DenseValue, POISON } from "../../../ir/interpret/value.ts";
import { Interpreter, listUnsupported, type Outcome } from "../../../ir/interpret/interpreter.ts";
import { allocateMemRef, identityMemRef } from "../../../ir/interpret/memref.ts";
import { copyIn } from "../../../ir/interpret/convert.ts";
import { Toy, callees } from "./toy.ts";

function values(outcome: Outcome): readonly unknown[] {
  if (outcome.kind !== "values") throw new Error(`${outcome.kind}: ${outcome.reason} at ${outcome.op}`);
  return outcome.values;
}

describe("scalars and control", () => {
  test("a loop carries values", () => {
    const toy = new Toy();
    const func = toy.func([toy.index, toy.index], ([n, init]) => {
      const one = toy.value("constant", [], toy.index, { value: indexAttr(toy.context, 1) });
      const zero = toy.value("constant", [], toy.index, { value: indexAttr(toy.context, 0) });
      const loop = toy.withRegions(
        "for",
        [zero, n!, one, init!],
        [toy.index],
        [
          {
            args: [toy.index, toy.index],
            body: ([i, sum]) => toy.op("yield", [toy.value("addi", [i!, sum!], toy.index)], []),
          },
        ],
      );
      toy.op("return", loop.results, []);
    });
    const interpreter = new Interpreter({ context: toy.context });
    expect(values(interpreter.call(func, [10, 5]))).toEqual([50]);
    expect(values(interpreter.call(func, [0, 5]))).toEqual([5]);
    const limited = new Interpreter({ context: toy.context, fuel: 1000 });
    expect(limited.call(func, [1e6, 0]).kind).toBe("out-of-fuel");
    expect(values(limited.call(func, [3, 0]))).toEqual([3]);
    expect(limited.spent).toBeGreaterThan(3);
  });

  test("nested regions with control inside, and values of the frame from outside", () => {
    const toy = new Toy();
    const func = toy.func([toy.index, toy.index], ([n, limit]) => {
      const one = toy.value("constant", [], toy.index, { value: indexAttr(toy.context, 1) });
      const zero = toy.value("constant", [], toy.index, { value: indexAttr(toy.context, 0) });
      const loop = toy.withRegions(
        "for",
        [zero, n!, one, zero],
        [toy.index],
        [
          {
            args: [toy.index, toy.index],
            body: ([i, sum]) => {
              const less = toy.value("slt", [i!, limit!], toy.i1);
              const choice = toy.withRegions(
                "if",
                [less],
                [toy.index],
                [
                  { args: [], body: () => toy.op("yield", [toy.value("addi", [sum!, one], toy.index)], []) },
                  { args: [], body: () => toy.op("yield", [sum!], []) },
                ],
              );
              toy.op("yield", choice.results, []);
            },
          },
        ],
      );
      toy.op("return", loop.results, []);
    });
    const interpreter = new Interpreter({ context: toy.context });
    expect(values(interpreter.call(func, [10, 4]))).toEqual([4]);
    const outcome = interpreter.call(func, [10, POISON]);
    expect(outcome).toMatchObject({ kind: "undefined-behavior", op: "toy.if", reason: "condition is poison" });
  });

  test("branches between blocks", () => {
    const toy = new Toy();
    // Counts down from n, multiplying.
    const func = toy.func([toy.i32], ([n], b) => {
      const region = b.block!.parentRegion!;
      const head = region.addBlock([toy.i32, toy.i32]);
      const body = region.addBlock([toy.i32, toy.i32]);
      const done = region.addBlock([toy.i32, toy.i32]);
      const one = toy.value("constant", [], toy.i32, { value: integerAttr(toy.i32, 1) });
      const minus = toy.value("constant", [], toy.i32, { value: integerAttr(toy.i32, -1) });
      b.create("toy.br", { operands: [n!, one], successors: [head] });
      b.setToEnd(head);
      const [i, product] = head.arguments;
      const more = toy.value("slt", [one, i!], toy.i1);
      b.create("toy.cond_br", { operands: [more, i!, product!], successors: [body, done] });
      b.setToEnd(body);
      const next = toy.value("muli", [body.arguments[0]!, body.arguments[1]!], toy.i32);
      const less = toy.value("addi", [body.arguments[0]!, minus], toy.i32);
      b.create("toy.br", { operands: [less, next], successors: [head] });
      b.setToEnd(done);
      toy.op("return", [done.arguments[1]!], []);
    });
    const interpreter = new Interpreter({ context: toy.context, fuel: 10000 });
    expect(values(interpreter.call(func, [10]))).toEqual([3628800]);
    expect(values(interpreter.call(func, [13]))).toEqual([1932053504]);
  });

  test("calls have frames of their own, and a depth", () => {
    const toy = new Toy();
    let call: ReturnType<Toy["op"]> | undefined;
    const func = toy.func([toy.i32], ([n]) => {
      const one = toy.value("constant", [], toy.i32, { value: integerAttr(toy.i32, 1) });
      const minus = toy.value("constant", [], toy.i32, { value: integerAttr(toy.i32, -1) });
      const more = toy.value("slt", [one, n!], toy.i1);
      const choice = toy.withRegions(
        "if",
        [more],
        [toy.i32],
        [
          {
            args: [],
            body: () => {
              call = toy.op("call", [toy.value("addi", [n!, minus], toy.i32)], [toy.i32]);
              toy.op("yield", [toy.value("muli", [n!, call.result()], toy.i32)], []);
            },
          },
          { args: [], body: () => toy.op("yield", [one], []) },
        ],
      );
      toy.op("return", choice.results, []);
    });
    callees.set(call!, func);
    const interpreter = new Interpreter({ context: toy.context });
    expect(values(interpreter.call(func, [10]))).toEqual([3628800]);
    expect(interpreter.call(func, [1_000_000])).toMatchObject({ kind: "unsupported" });
  });

  test("undefined behaviour and unsupported ops say where", () => {
    const toy = new Toy();
    const func = toy.func([toy.i32, toy.i32], ([a, b]) => toy.op("return", [toy.value("divi", [a!, b!], toy.i32)], []));
    const interpreter = new Interpreter({ context: toy.context });
    expect(values(interpreter.call(func, [-7, 2]))).toEqual([-3]);
    expect(values(interpreter.call(func, [POISON, 2]))).toEqual([POISON]);
    expect(interpreter.call(func, [7, 0])).toEqual({
      kind: "undefined-behavior",
      reason: "division by zero",
      op: "toy.divi",
      location: { kind: "file", file: "divi", line: 1, column: 1 },
    });
    const opaque = toy.func([], () => {
      toy.op("opaque", [], []);
      toy.op("return", [], []);
    });
    expect(interpreter.call(opaque, [])).toMatchObject({ kind: "unsupported", op: "toy.opaque" });
  });

  test("several results; vectors are lifted, poison by element", () => {
    const toy = new Toy();
    const vector = vectorType([3], toy.i8);
    const func = toy.func([vector, vector, toy.i8, toy.i8], ([a, b, c, d]) => {
      const lifted = toy.value("shl", [a!, b!], vector);
      const sums = toy.op("carry", [a!, b!], [vector, vectorType([3], toy.i1)]);
      const scalarSums = toy.op("carry", [c!, d!], [toy.i8, toy.i1]);
      toy.op("return", [lifted, ...sums.results, ...scalarSums.results], []);
    });
    const a = new DenseValue([3], toy.i8, new Int8Array([1, -1, 3]));
    const b = new DenseValue([3], toy.i8, new Int8Array([2, 1, 8]));
    const [shifted, sum, carry, low, high] = values(
      new Interpreter({ context: toy.context }).call(func, [a, b, -1, -1]),
    );
    const elements = (v: unknown) =>
      v instanceof DenseValue ? Array.from({ length: v.count }, (_, i) => v.get(i)) : undefined;
    expect(elements(shifted)).toEqual([4, -2, POISON]);
    expect(elements(sum)).toEqual([3, 0, 11]);
    expect(elements(carry)).toEqual([0, 1, 0]);
    expect([low, high]).toEqual([-2, 1]);
  });

  test("a scalar among dense operands is broadcast", () => {
    const toy = new Toy();
    const vector = vectorType([2], toy.f32);
    const func = toy.func([toy.i1, vector, vector], ([c, a, b]) =>
      toy.op("return", [toy.value("select", [c!, a!, b!], vector)], []),
    );
    const a = new DenseValue([2], toy.f32, new Float32Array([1, 2]));
    const b = new DenseValue([2], toy.f32, new Float32Array([3, 4]));
    const [chosen] = values(new Interpreter({ context: toy.context }).call(func, [0, a, b]));
    expect(chosen).toMatchObject({ data: new Float32Array([3, 4]) });
  });
});

describe("memory", () => {
  test("loads and stores with bounds, undefined bytes and freed buffers", () => {
    const toy = new Toy();
    const type = memrefType([2, 3], toy.i32);
    const func = toy.func([type, toy.index, toy.index, toy.i32], ([m, i, j, v]) => {
      toy.op("store", [v!, m!, i!, j!], []);
      const zero = toy.value("constant", [], toy.index, { value: indexAttr(toy.context, 0) });
      toy.op("return", [toy.value("load", [m!, zero, zero], toy.i32)], []);
    });
    const interpreter = new Interpreter({ context: toy.context });
    const buffer = allocateMemRef(interpreter.memory, type, { label: "x" })!;
    expect(values(interpreter.call(func, [buffer, 1, 2, 9]))).toEqual([POISON]);
    expect(values(interpreter.call(func, [buffer, 0, 0, -5]))).toEqual([-5]);
    expect(interpreter.call(func, [buffer, 1, 7, 0])).toMatchObject({
      reason: "index 7 out of bounds for extent 3 in dimension 1",
    });
    interpreter.memory.free(buffer.allocation);
    expect(interpreter.call(func, [buffer, 0, 0, 0])).toMatchObject({
      reason: "buffer 'x' is used after it was freed",
    });
    const constant = interpreter.memory.allocate(24, { writable: false, label: "c" })!;
    expect(interpreter.call(func, [identityMemRef(constant, [2, 3], toy.i32), 0, 0, 0])).toMatchObject({
      kind: "undefined-behavior",
    });
  });
});

describe("threads", () => {
  function reversal(barrier: "all" | "some"): Outcome {
    const toy = new Toy();
    const type = memrefType([4], toy.index);
    const func = toy.func([type, type, toy.index], ([from, to, count]) => {
      const minus = toy.value("constant", [], toy.index, { value: indexAttr(toy.context, -1) });
      const three = toy.value("constant", [], toy.index, { value: indexAttr(toy.context, 3) });
      toy.withRegions(
        "threads",
        [count!],
        [],
        [
          {
            args: [toy.index],
            body: ([i]) => {
              const id = toy.value("thread_id", [], toy.index);
              toy.op("store", [id, from!, i!], []);
              if (barrier === "all") toy.op("barrier", [], []);
              else {
                toy.withRegions(
                  "if",
                  [toy.value("slt", [id, three], toy.i1)],
                  [],
                  [
                    { args: [], body: () => (toy.op("barrier", [], []), toy.op("yield", [], [])) },
                    { args: [], body: () => toy.op("yield", [], []) },
                  ],
                );
              }
              const other = toy.value(
                "addi",
                [toy.value("muli", [toy.value("thread_id", [], toy.index), minus], toy.index), three],
                toy.index,
              );
              toy.op("store", [toy.value("load", [from!, other], toy.index), to!, id], []);
              toy.op("yield", [], []);
            },
          },
        ],
      );
      toy.op("return", [], []);
    });
    const interpreter = new Interpreter({ context: toy.context });
    const from = allocateMemRef(interpreter.memory, type)!;
    const to = allocateMemRef(interpreter.memory, type)!;
    const outcome = interpreter.call(func, [from, to, 4]);
    if (outcome.kind !== "values") return outcome;
    return { kind: "values", values: [copyIn(interpreter.memory, to)] };
  }

  test("wait for each other at barriers, each with its own values and state", () => {
    const [to] = values(reversal("all"));
    expect(to).toMatchObject({ data: new BigInt64Array([3n, 2n, 1n, 0n]) });
  });

  test("a barrier that some never reach is undefined behaviour", () => {
    const outcome = reversal("some");
    expect(outcome.kind).toBe("undefined-behavior");
    expect(outcome.kind === "values" ? "" : outcome.reason).toMatch(/3 of 4 wait at barrier 'toy.barrier'.*1 finished/);
  });

  test("a barrier outside of any group is refused", () => {
    const toy = new Toy();
    const func = toy.func([], () => (toy.op("barrier", [], []), toy.op("return", [], [])));
    expect(new Interpreter({ context: toy.context }).call(func, [])).toMatchObject({ kind: "unsupported" });
  });
});

describe("listing of what is unsupported", () => {
  test("names ops without a meaning and declarations that are called", () => {
    const toy = new Toy();
    const region = toy.builder.regionWithBlock([]);
    const module = toy.builder.setToEnd(region.entry);
    const func = toy.func([], (_, b) => {
      toy.op("opaque", [], []);
      b.create("other.op", { attributes: [["callee", symbolRefAttr(toy.context, "extern")]] });
      toy.op("return", [], []);
    });
    module.setToEnd(region.entry).insert(func);
    toy.builder.create("toy.func", {
      regions: [emptyRegion(toy)],
      properties: { sym_name: stringAttr(toy.context, "extern") },
    });
    const root = toy.withModule(region);
    expect(listUnsupported(root).map(({ op, reason }) => `${op}: ${reason}`)).toEqual([
      "toy.opaque: the operation has no executable meaning",
      "other.op: the operation is not registered",
      "toy.func: '@extern' is a declaration without a body",
    ]);
  });
});

function emptyRegion(toy: Toy) {
  const region = toy.builder.regionWithBlock([]);
  region.removeBlock(region.entry);
  return region;
}
