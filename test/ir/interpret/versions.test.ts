// Values with one element replaced: each version keeps what it was, however often its arrays were taken over.
import { expect, test } from "@jest/globals";
import { randomFrom } from "../../../ir/interpret/coroutines.ts";
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { f32, i32, i64 } from "../../../ir/core/type-constructors.ts";
import { newContext, results } from "../../support/mlir.ts";

const elements = (value: DenseValue): Scalar[] => Array.from({ length: value.count }, (_, i) => value.get(i));

test.each([1, 2, 3, 4, 5, 6, 7, 8])("random insertions into random versions, seed %i", (seed) => {
  const random = randomFrom(seed);
  const below = (bound: number): number => Math.floor(random() * bound);
  const context = newContext();
  const isBig = seed % 2 === 0;
  const versions = [DenseValue.zeros([6], isBig ? i64(context) : f32(context))];
  const expected: Scalar[][] = [elements(versions[0]!)];
  for (let step = 0; step < 300; step++) {
    const from = below(4) === 0 ? below(versions.length) : versions.length - 1;
    const position = below(6);
    const scalar = below(5) === 0 ? POISON : isBig ? BigInt(step) : step;
    versions.push(versions[from]!.withElement(position, scalar));
    expected.push(expected[from]!.with(position, scalar));
    const read = below(versions.length);
    switch (below(12)) {
      case 0:
        expect(versions[read]!.data.length).toBe(6);
        break;
      case 1:
        versions.push(versions[read]!.clone());
        expected.push(expected[read]!);
        break;
      case 2:
        versions.push(versions[read]!.reshaped([2, 3]));
        expected.push(expected[read]!);
        break;
      case 3:
        expect(elements(versions[read]!)).toEqual(expected[read]!);
        break;
      default:
    }
  }
  expect(versions.map(elements)).toEqual(expected);
});

test("a long chain, of which the first is still read", () => {
  const context = newContext();
  const first = DenseValue.zeros([3], f32(context)).withElement(0, 7);
  let last = first;
  for (let i = 0; i < 20_000; i++) last = last.withElement(i % 3, i);
  expect(elements(first)).toEqual([7, 0, 0]);
  expect(elements(last)).toEqual([19998, 19999, 19997]);
});

test("tensor.insert in a loop leaves the tensor that it began with, and one kept on the way", () => {
  const text = `func.func @main(%a: tensor<4xi32>) -> (tensor<4xi32>, tensor<4xi32>, tensor<4xi32>) {
    %zero = arith.constant 0 : index
    %one = arith.constant 1 : index
    %two = arith.constant 2 : index
    %four = arith.constant 4 : index
    %r:2 = scf.for %i = %zero to %four step %one iter_args(%t = %a, %kept = %a) -> (tensor<4xi32>, tensor<4xi32>) {
      %x = arith.index_cast %i : index to i32
      %u = tensor.insert %x into %t[%i] : tensor<4xi32>
      %is = arith.cmpi eq, %i, %two : index
      %k = arith.select %is, %u, %kept : tensor<4xi32>
      scf.yield %u, %k : tensor<4xi32>, tensor<4xi32>
    }
    return %a, %r#0, %r#1 : tensor<4xi32>, tensor<4xi32>, tensor<4xi32>
  }`;
  const context = newContext();
  const given = new DenseValue([4], i32(context), Int32Array.of(9, 9, 9, 9));
  const values = results(text, "main", [given]).map((value) =>
    typeof value === "object" && "kind" in value && value.kind === "dense" ? elements(value) : value,
  );
  expect(values).toEqual([
    [9, 9, 9, 9],
    [0, 1, 2, 3],
    [0, 1, 2, 9],
  ]);
});
