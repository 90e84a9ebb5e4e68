// affine.apply, min and max: an affine map on dimension and symbol operands.
import type { AffineExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import { affineMapAttr, indexAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { indexType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import { Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp, type CustomAssembly } from "../../ir/define/define-op.ts";
import { AffineMapProperty } from "../../ir/define/properties.ts";
import { onValues, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { expectIndex } from "../../ir/interpret/operand.ts";
import { POISON } from "../../ir/interpret/value.ts";
import { integerOf } from "../../ir/rewrite/constant.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { generateApply, generateExtremum } from "./generation.ts";

/** The map of an affine op. */
export function mapOf(op: Operation): AffineMap {
  const attribute = op.attribute("map");
  if (attribute?.kind !== "affine_map") throw new Error(`'${op.name}' has no map`);
  return attribute.map;
}

/** `#map(%d0, %d1)[%s0]`. */
const mapSyntax: CustomAssembly = {
  print: (op: Operation, p: OpPrinter) => {
    const { dims, symbols } = mapOf(op);
    p.text(" ");
    p.attribute(affineMapAttr(op.context, mapOf(op)));
    p.text("(");
    p.values(op.operands.slice(0, dims));
    p.text(")");
    if (symbols > 0) {
      p.text("[");
      p.values(op.operands.slice(dims));
      p.text("]");
    }
    p.attrDict(op, { elide: ["map"] });
  },
  parse: (p: OpParser): OperationParts => {
    const index = indexType(p.context);
    const at = p.position();
    const map = p.attribute();
    if (map.kind !== "affine_map") p.error("expected an affine map", at);
    const operands = (open: string, close: string): Value[] => {
      const listAt = p.position();
      const names = p.commaList(open, close, () => p.operand());
      return p.resolveAll(
        names,
        names.map(() => index),
        listAt,
      );
    };
    const dims = operands("(", ")");
    const symbols = p.peek("[") ? operands("[", "]") : [];
    if (dims.length !== map.map.dims || symbols.length !== map.map.symbols) {
      p.error("dimension or symbol index count does not match the map", at);
    }
    return {
      operands: [...dims, ...symbols],
      resultTypes: [index],
      properties: { map },
      attributes: p.optionalAttrDict(),
    };
  },
};

interface MapView {
  readonly map: AffineMap;
  readonly operands: readonly Value[];
}

function operandCountProblem({ map, operands }: MapView): string | undefined {
  return operands.length === map.dims + map.symbols
    ? undefined
    : "operand count and affine map dimension and symbol count must match";
}

/** The operand that an expression is, or the constant; undefined for anything computed. */
function simpleResult(expr: AffineExpr | undefined, { map, operands }: MapView): Value | number | undefined {
  switch (expr?.kind) {
    case "dim":
      return operands[expr.position];
    case "symbol":
      return operands[map.dims + expr.position];
    case "constant":
      return expr.value;
    default:
      return undefined;
  }
}

/** The results of the map when all operands are constants. */
function constantResults(
  { map, operands }: MapView,
  constants: readonly (Attribute | undefined)[],
): number[] | undefined {
  const values = constants.slice(0, operands.length).map((constant) => integerOf(constant));
  if (values.some((value) => value === undefined)) return undefined;
  const numbers = values.map(Number);
  return map.evaluate(numbers.slice(0, map.dims), numbers.slice(map.dims));
}

/** Operands as numbers; poison where one of them is. */
function evaluate(map: AffineMap, operands: readonly RuntimeValue[], run: Execution): readonly number[] | undefined {
  if (operands.includes(POISON)) return undefined;
  const numbers = operands.map((value) => expectIndex(value));
  if (
    divisorsOf(map).some((divisor) =>
      divisor.evaluate(numbers.slice(0, map.dims), numbers.slice(map.dims)).some((value) => value <= 0),
    )
  ) {
    return run.undefinedBehavior("an affine division by a divisor that is not positive");
  }
  return map.evaluate(numbers.slice(0, map.dims), numbers.slice(map.dims));
}

const divisorMaps = new WeakMap<AffineMap, readonly AffineMap[]>();

/** The divisors in a map that are not constants, as maps of their own. */
function divisorsOf(map: AffineMap): readonly AffineMap[] {
  let divisors = divisorMaps.get(map);
  if (divisors === undefined) {
    const found: AffineExpr[] = [];
    const collect = (expr: AffineExpr): void => {
      if (!("lhs" in expr)) return;
      collect(expr.lhs);
      collect(expr.rhs);
      if (expr.kind !== "add" && expr.kind !== "mul" && expr.rhs.kind !== "constant") found.push(expr.rhs);
    };
    map.results.forEach(collect);
    divisors = found.length === 0 ? [] : [new AffineMap(map.dims, map.symbols, found)];
    divisorMaps.set(map, divisors);
  }
  return divisors;
}

export const ApplyOp = defineOp({
  name: "affine.apply",
  summary: "The one result of an affine map.",
  properties: { map: AffineMapProperty },
  operands: { mapOperands: variadic(Index) },
  results: { result: Index },
  traits: ["Pure"],
  assemblyFormat: mapSyntax,
  verify: ({ map, mapOperands }) =>
    map.results.length === 1 ? operandCountProblem({ map, operands: mapOperands }) : "mapping must produce one value",
  fold: ({ op, map, mapOperands }, constants) => {
    const view = { map, operands: mapOperands };
    const simple = simpleResult(map.results[0], view);
    const result = simple ?? constantResults(view, constants)?.[0];
    if (result === undefined) return undefined;
    return [typeof result === "number" ? indexAttr(op.context, result) : result];
  },
  generate: generateApply,
  meaning: onValues((op) => {
    const map = mapOf(op);
    return (operands, run) => [evaluate(map, operands, run)?.[0] ?? POISON];
  }),
});

function extremum(name: string, summary: string, choose: (...values: number[]) => number) {
  return defineOp({
    name: `affine.${name}`,
    summary,
    properties: { map: AffineMapProperty },
    operands: { operands: variadic(Index) },
    results: { result: Index },
    traits: ["Pure"],
    assemblyFormat: mapSyntax,
    verify: ({ map, operands }) =>
      map.results.length === 0 ? "affine map expect at least one result" : operandCountProblem({ map, operands }),
    fold: ({ op, map, operands }, constants) => {
      const view = { map, operands };
      const values = constantResults(view, constants);
      if (values !== undefined) return [indexAttr(op.context, choose(...values))];
      const only = map.results.length === 1 ? simpleResult(map.results[0], view) : undefined;
      if (only === undefined) return undefined;
      return [typeof only === "number" ? indexAttr(op.context, only) : only];
    },
    generate: generateExtremum,
    meaning: onValues((op) => {
      const map = mapOf(op);
      return (values, run) => {
        const results = evaluate(map, values, run);
        return [results === undefined ? POISON : choose(...results)];
      };
    }),
  });
}

export const MinOp = extremum("min", "The least result of an affine map.", Math.min);
export const MaxOp = extremum("max", "The greatest result of an affine map.", Math.max);
