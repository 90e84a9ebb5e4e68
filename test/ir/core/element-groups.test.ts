// Splitting operands and results into the groups of a definition.
import { describe, expect, test } from "@jest/globals";
import { denseArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { Context } from "../../../ir/core/context.ts";
import type { Arity } from "../../../ir/core/definition.ts";
import { operandGroups, operandGroupSizes, resultGroups, resultGroupSizes } from "../../../ir/core/element-groups.ts";
import { unknownLocation } from "../../../ir/core/location.ts";
import { Operation } from "../../../ir/core/operation.ts";
import { i32 } from "../../../ir/core/type-constructors.ts";
import { AnyType, type ElementSpec } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";

const context = new Context();
const type = i32(context);
const source = Operation.create(context, context.opDefinition("t.source"), unknownLocation, {
  resultTypes: new Array(9).fill(type),
});

function opWith(arities: readonly Arity[], count: number, sizes?: readonly number[]): Operation {
  const elements = (prefix: string): Record<string, ElementSpec> =>
    Object.fromEntries(arities.map((arity, i) => [`${prefix}${i}`, { arity, constraint: AnyType }]));
  const definition = defineOp({ name: "t.op", summary: "an op", operands: elements("o"), results: elements("r") });
  const segments = sizes && denseArrayAttr(type, sizes.map(BigInt));
  return Operation.create(context, definition, unknownLocation, {
    operands: source.results.slice(0, count),
    resultTypes: new Array(count).fill(type),
    properties: { operandSegmentSizes: segments, resultSegmentSizes: segments },
  });
}

describe("element groups", () => {
  test.each<[readonly Arity[], number, readonly number[] | undefined, readonly number[]]>([
    [[], 0, undefined, []],
    [["one", "one"], 2, undefined, [1, 1]],
    [["one", "variadic", "one"], 2, undefined, [1, 0, 1]],
    [["one", "variadic", "one"], 5, undefined, [1, 3, 1]],
    [["optional", "one"], 1, undefined, [0, 1]],
    [["variadic", "one", "optional"], 4, [2, 1, 1], [2, 1, 1]],
    [["variadic", "one", "optional"], 1, [0, 1, 0], [0, 1, 0]],
  ])("%j with %i values", (arities, count, sizes, expected) => {
    const op = opWith(arities, count, sizes);
    expect(operandGroupSizes(op)).toEqual(expected);
    expect(resultGroupSizes(op)).toEqual(expected);
    expect(operandGroups(op).map((group) => group.length)).toEqual(expected);
    expect(operandGroups(op).flat()).toEqual(op.operands);
    expect(resultGroups(op).flat()).toEqual(op.results);
  });

  test.each<[readonly Arity[], number, readonly number[] | undefined, string]>([
    [["one", "one"], 1, undefined, "expected 2 operands, but found 1"],
    [["one", "variadic"], 0, undefined, "expected 1 or more operands, but found 0"],
    [["optional", "one"], 3, undefined, "operand group starting at #0 requires 0 or 1 element, but found 2"],
    [["variadic", "variadic"], 2, undefined, "requires dense i32 array attribute 'operandSegmentSizes'"],
    [
      ["variadic", "variadic"],
      2,
      [2],
      "'operandSegmentSizes' attribute for specifying operand segments must have 2 elements, but got 1",
    ],
    [["variadic", "variadic"], 2, [3, -1], "'operandSegmentSizes' attribute cannot have negative elements"],
    [
      ["variadic", "variadic"], 2, [2, 1],
      "operand count (2) does not match with the total size (3) specified in attribute 'operandSegmentSizes'",
    ], // prettier-ignore
    [["variadic", "one", "variadic"], 2, [0, 2, 0], "operand group starting at #0 requires 1 element, but found 2"],
  ])("%j with %i values: %s", (arities, count, sizes, message) => {
    const op = opWith(arities, count, sizes);
    expect(operandGroupSizes(op)).toBe(message);
    expect(() => operandGroups(op)).toThrow(message);
  });
});
