import { describe, expect, test } from "@jest/globals";
import fc from "../../support/fast-check.ts";
import {
  affineAdd,
  affineBinary,
  affineConstant,
  affineDim,
  affineMul,
  type AffineExpr,
} from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import { affineMapAttr, arrayAttr, i64Attr, indexAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { integerType, memrefType, tensorType } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { copyIn, copyOut } from "../../../ir/interpret/convert.ts";
import { Interpreter, type Outcome } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { allocateMemRef } from "../../../ir/interpret/memref.ts";
import { DenseValue, POISON } from "../../../ir/interpret/value.ts";
import { Toy } from "./toy.ts";

const [d0, d1, d2, d3] = [0, 1, 2, 3].map(affineDim) as [AffineExpr, AffineExpr, AffineExpr, AffineExpr];
const matmulMaps = [new AffineMap(3, 0, [d0, d2]), new AffineMap(3, 0, [d2, d1]), new AffineMap(3, 0, [d0, d1])];

/** A function of the op's operands that runs one toy.generic and returns its results. */
function genericFunc(
  toy: Toy,
  maps: readonly AffineMap[],
  types: readonly Type[],
  outputs: number,
  body: (args: readonly Value[]) => Value[],
): Operation {
  const context = toy.context;
  const results = types.slice(types.length - outputs).filter((type) => type.kind === "tensor");
  return toy.func(types, (args) => {
    const elements = types.map((type) => (type.kind === "tensor" || type.kind === "memref" ? type.element : type));
    const op = toy.withRegions(
      "generic",
      args,
      results,
      [{ args: elements, body: (inner) => toy.op("yield", body(inner), []) }],
      {
        maps: arrayAttr(
          context,
          maps.map((map) => affineMapAttr(context, map)),
        ),
        inputs: i64Attr(context, types.length - outputs),
      },
    );
    toy.op("return", op.results, []);
  });
}

function dense(outcome: Outcome, number = 0): DenseValue {
  if (outcome.kind !== "values") throw new Error(`${outcome.kind}: ${outcome.reason} at ${outcome.op}`);
  const value = outcome.values[number];
  if (!(value instanceof DenseValue)) throw new Error("not dense");
  return value;
}

const f32Value = (toy: Toy, shape: readonly number[], numbers: readonly number[]): DenseValue =>
  new DenseValue(shape, toy.f32, new Float32Array(numbers));

const bits = (value: DenseValue): number[] => [...new Uint8Array(value.data.buffer)];

describe("on tensors", () => {
  const multiplyAdd =
    (toy: Toy, type: Type) =>
    ([a, b, c]: readonly Value[]) => [toy.value("addf", [c!, toy.value("mulf", [a!, b!], type)], type)];

  test("a matrix product", () => {
    const toy = new Toy();
    const types = [tensorType([2, 3], toy.f32), tensorType([3, 2], toy.f32), tensorType([2, 2], toy.f32)];
    const func = genericFunc(toy, matmulMaps, types, 1, multiplyAdd(toy, toy.f32));
    const init = f32Value(toy, [2, 2], [1, 0, 0, 0]);
    const outcome = new Interpreter({ context: toy.context }).call(func, [
      f32Value(toy, [2, 3], [1, 2, 3, 4, 5, 6]),
      f32Value(toy, [3, 2], [1, 2, 3, 4, 5, 6]),
      init,
    ]);
    expect([...dense(outcome).data]).toEqual([23, 28, 49, 64]);
    expect([...init.data]).toEqual([1, 0, 0, 0]);
  });

  test("typed loops and the general path give the same bits", () => {
    const element = fc.oneof(fc.float({ noNaN: true }), fc.float({ min: -2, max: 2, noNaN: true }));
    const shape = fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 9 }),
    );
    const problem = shape.chain(([m, n, k]) =>
      fc.record({
        m: fc.constant(m),
        n: fc.constant(n),
        k: fc.constant(k),
        a: list(element, m * k),
        b: list(element, k * n),
        c: list(element, m * n),
      }),
    );
    fc.assert(
      fc.property(problem, fc.boolean(), ({ m, n, k, a, b, c }, double) => {
        const [fast, slow] = [true, false].map((primitives) => {
          const toy = new Toy(primitives);
          const type = double ? toy.f64 : toy.f32;
          const array = (numbers: number[]) => (double ? new Float64Array(numbers) : new Float32Array(numbers));
          const types = [tensorType([m, k], type), tensorType([k, n], type), tensorType([m, n], type)];
          const func = genericFunc(toy, matmulMaps, types, 1, multiplyAdd(toy, type));
          const args = [
            new DenseValue([m, k], type, array(a)),
            new DenseValue([k, n], type, array(b)),
            new DenseValue([m, n], type, array(c)),
          ];
          return dense(new Interpreter({ context: toy.context }).call(func, args));
        });
        expect(bits(fast!)).toEqual(bits(slow!));
      }),
      { numRuns: 60 },
    );
  });

  test("integer products through extensions, in a strided window", () => {
    // out[n, x, f] += in[n, 2x + w, c] * k[w, c, f]
    const d4 = affineDim(4);
    const maps = [
      new AffineMap(5, 0, [d0, affineAdd(affineMul(d1, affineConstant(2)), d3), d4]),
      new AffineMap(5, 0, [d3, d4, d2]),
      new AffineMap(5, 0, [d0, d1, d2]),
    ];
    const byte = fc.integer({ min: -128, max: 127 });
    fc.assert(
      fc.property(list(byte, 2 * 7 * 2), list(byte, 3 * 2 * 4), (input, kernel) => {
        const [fast, slow] = [true, false].map((primitives) => {
          const toy = new Toy(primitives);
          const types = [tensorType([2, 7, 2], toy.i8), tensorType([3, 2, 4], toy.i8), tensorType([2, 3, 4], toy.i32)];
          const func = genericFunc(toy, maps, types, 1, ([a, b, c]) => {
            const [x, y] = [toy.value("extend", [a!], toy.i32), toy.value("extend", [b!], toy.i32)];
            return [toy.value("addi", [toy.value("muli", [x, y], toy.i32), c!], toy.i32)];
          });
          const args = [
            new DenseValue([2, 7, 2], toy.i8, new Int8Array(input)),
            new DenseValue([3, 2, 4], toy.i8, new Int8Array(kernel)),
            DenseValue.splat([2, 3, 4], toy.i32, 2147483000),
          ];
          return dense(new Interpreter({ context: toy.context }).call(func, args));
        });
        expect(fast!.data).toEqual(slow!.data);
        let first = 2147483000;
        for (let w = 0; w < 3; w++)
          for (let c = 0; c < 2; c++) first += input[(w + 2) * 2 + c]! * kernel[(w * 2 + c) * 4]!;
        expect(fast!.get(4)).toBe(first | 0);
      }),
      { numRuns: 30 },
    );
  });

  test("integer products of less than a byte are modulo their width", () => {
    const toy = new Toy();
    const i4 = integerType(toy.context, 4);
    const types = [1, 2, 3].map(() => tensorType([1, 1], i4));
    const func = genericFunc(toy, matmulMaps, types, 1, ([a, b, c]) => [
      toy.value("addi", [toy.value("muli", [a!, b!], i4), c!], i4),
    ]);
    const args = [-7, 7, -7].map((number) => DenseValue.splat([1, 1], i4, number));
    expect(dense(new Interpreter({ context: toy.context }).call(func, args)).get(0)).toBe(-8);
  });

  test("poison spreads by element", () => {
    const toy = new Toy();
    const types = [tensorType([2, 2], toy.f32), tensorType([2, 1], toy.f32), tensorType([2, 1], toy.f32)];
    const func = genericFunc(toy, matmulMaps, types, 1, multiplyAdd(toy, toy.f32));
    const a = f32Value(toy, [2, 2], [1, 2, 3, 4]);
    a.set(3, POISON);
    const result = dense(
      new Interpreter({ context: toy.context }).call(func, [
        a,
        f32Value(toy, [2, 1], [1, 1]),
        f32Value(toy, [2, 1], [0, 0]),
      ]),
    );
    expect([result.get(0), result.get(1)]).toEqual([3, POISON]);
  });

  test("indices, scalar operands, several outputs, a map that is not linear", () => {
    const toy = new Toy();
    const halves = new AffineMap(2, 0, [affineBinary("floordiv", d0, affineConstant(2)), d1]);
    const maps = [new AffineMap(2, 0, []), halves, AffineMap.identity(2), AffineMap.identity(2)];
    const types = [
      toy.index,
      tensorType([2, 3], toy.index),
      tensorType([4, 3], toy.index),
      tensorType([4, 3], toy.index),
    ];
    const func = genericFunc(toy, maps, types, 2, ([scale, half]) => {
      const row = toy.value("index", [], toy.index, { dim: indexAttr(toy.context, 0) });
      const column = toy.value("index", [], toy.index, { dim: indexAttr(toy.context, 1) });
      return [toy.value("addi", [toy.value("muli", [row, scale!], toy.index), column], toy.index), half!];
    });
    const source = new DenseValue([2, 3], toy.index, new BigInt64Array([1n, 2n, 3n, 4n, 5n, 6n]));
    const out = DenseValue.poison([4, 3], toy.index);
    const outcome = new Interpreter({ context: toy.context }).call(func, [10, source, out, out]);
    expect([...dense(outcome, 0).data].map(Number)).toEqual([0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32]);
    expect([...dense(outcome, 1).data].map(Number)).toEqual([1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6]);
  });

  test("a body with control runs through its region", () => {
    const toy = new Toy();
    const types = [tensorType([4], toy.i32), tensorType([4], toy.i32)];
    const func = genericFunc(toy, [AffineMap.identity(1), AffineMap.identity(1)], types, 1, ([a, b]) => {
      const choice = toy.withRegions(
        "if",
        [toy.value("slt", [a!, b!], toy.i1)],
        [toy.i32],
        [
          { args: [], body: () => toy.op("yield", [a!], []) },
          { args: [], body: () => toy.op("yield", [b!], []) },
        ],
      );
      return [...choice.results];
    });
    const value = (numbers: number[]) => new DenseValue([4], toy.i32, new Int32Array(numbers));
    const outcome = new Interpreter({ context: toy.context }).call(func, [value([1, 5, -3, 0]), value([2, 4, 0, 0])]);
    expect([...dense(outcome).data]).toEqual([1, 4, -3, 0]);
  });

  test("extents that disagree, windows that leave the input, loops that nothing measures", () => {
    const toy = new Toy();
    const interpreter = new Interpreter({ context: toy.context, fuel: 100 });
    const run = (maps: AffineMap[], ...shapes: number[][]): Outcome => {
      const types = shapes.map((shape) => tensorType(shape, toy.f32));
      const func = genericFunc(toy, maps, types, 1, ([a]) => [a!]);
      return interpreter.call(
        func,
        shapes.map((shape) => DenseValue.zeros(shape, toy.f32)),
      );
    };
    const identity = AffineMap.identity(1);
    expect(run([identity, identity], [3], [4])).toMatchObject({ kind: "undefined-behavior" });
    const shifted = new AffineMap(1, 0, [affineAdd(d0, affineConstant(1))]);
    expect(run([shifted, identity], [4], [4])).toMatchObject({
      reason: "index 4 out of bounds for extent 4 in dimension 0 of operand 0",
    });
    expect(run([new AffineMap(2, 0, [d0]), new AffineMap(2, 0, [d0])], [4], [4])).toMatchObject({
      kind: "unsupported",
    });
    expect(run([identity, identity], [1000], [1000])).toMatchObject({ kind: "out-of-fuel" });
  });
});

describe("on memrefs", () => {
  test.each([true, false])("in place, as on tensors (typed loops: %s)", (primitives) => {
    const toy = new Toy(primitives);
    const types = [memrefType([2, 3], toy.f32), memrefType([3, 2], toy.f32), memrefType([2, 2], toy.f32)];
    const func = genericFunc(toy, matmulMaps, types, 1, ([a, b, c]) => [
      toy.value("addf", [c!, toy.value("mulf", [a!, b!], toy.f32)], toy.f32),
    ]);
    const interpreter = new Interpreter({ context: toy.context });
    const buffers = types.map((type) => allocateMemRef(interpreter.memory, type)!);
    const numbers = [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], [1, 0, 0, 0]]; // prettier-ignore
    buffers.forEach((buffer, i) => copyOut(interpreter.memory, buffer, f32Value(toy, buffer.sizes, numbers[i]!)));
    expect(interpreter.call(func, buffers).kind).toBe("values");
    expect([...copyIn(interpreter.memory, buffers[2]!).data]).toEqual([23, 28, 49, 64]);
    const freed: RuntimeValue[] = [...buffers];
    interpreter.memory.free(buffers[1]!.allocation);
    expect(interpreter.call(func, freed)).toMatchObject({
      kind: "undefined-behavior",
      reason: "the buffer is used after it was freed",
    });
  });

  test("an output that is also an input is read before it is written, point by point", () => {
    const toy = new Toy();
    const type = memrefType([4], toy.i32);
    const maps = [AffineMap.identity(1), AffineMap.identity(1), AffineMap.identity(1)];
    const func = genericFunc(toy, maps, [type, type, type], 1, ([a, b, c]) => [
      toy.value("addi", [c!, toy.value("muli", [a!, b!], toy.i32)], toy.i32),
    ]);
    const interpreter = new Interpreter({ context: toy.context });
    const buffer = allocateMemRef(interpreter.memory, type)!;
    copyOut(interpreter.memory, buffer, new DenseValue([4], toy.i32, new Int32Array([1, 2, 3, 4])));
    expect(interpreter.call(func, [buffer, buffer, buffer]).kind).toBe("values");
    expect([...copyIn(interpreter.memory, buffer).data]).toEqual([2, 6, 12, 20]);
  });
});

function list(element: fc.Arbitrary<number>, length: number): fc.Arbitrary<number[]> {
  return fc.array(element, { minLength: length, maxLength: length });
}
