// linalg.map and reduce: element by element, and over given dimensions, with a body of one's own.
//
// A body that is one op on all elements in order (reduce: on init and input) and its yield has the short text `{ arith.addf }`.
import { AffineMap } from "../../../ir/affine/map.ts";
import { i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { Region } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { OpDefinition, OperationParts } from "../../../ir/core/definition.ts";
import { Operation } from "../../../ir/core/operation.ts";
import { elementTypeOf } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyMemRef, anyOf, AnyRankedTensor, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { staticList } from "../../../ir/define/offset-size-stride.ts";
import { I64ArrayProperty } from "../../../ir/define/properties.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../../ir/syntax/printer-interface.ts";
import { operandShape, type StructuredFacts } from "../linalg-op.ts";
import { structuredInterfaces, structuredMeaning, verifyStructured } from "../structured-semantics.ts";
import { memoizedMaps, parseInsOuts, printInsOuts, tensorTypes } from "../structured-text.ts";
import { YieldOp } from "../yield.ts";
import { generateMap, generateReduce } from "../generation.ts";
import { mapExample, reduceExample } from "../examples.ts";

const TensorOrMemref = anyOf(AnyMemRef, AnyRankedTensor);

/** Operands of the one op of a short form, from the block's arguments: for a reduction, the inits come first. */
type Order = (args: readonly Value[]) => readonly Value[];

const mapOrder: Order = (args) => args.slice(0, -1);
const reduceOrder: Order = (args) => [...args.slice(args.length / 2), ...args.slice(0, args.length / 2)];

/** The op of a short form, if the body is one. */
function shortBody(op: Operation, order: Order): Operation | undefined {
  const block = op.region().entry;
  const payload = block.firstOp;
  const end = block.lastOp;
  if (payload === null || end === null || payload.next !== end || payload.regions.length > 0) return undefined;
  const wanted = order(block.arguments);
  if (payload.operandCount !== wanted.length || payload.resultCount !== end.operandCount || payload.resultCount === 0)
    return undefined;
  const forwards = end.operands.every((v, i) => v === payload.result(i));
  return forwards && payload.operands.every((v, i) => v === wanted[i]) ? payload : undefined;
}

function printShort(p: OpPrinter, payload: Operation): void {
  p.text(` { ${payload.name}`);
  // As in MLIR, of what has its default value only fast-math flags are left out.
  const flags = payload.definition.properties.find(({ name }) => name === "fastmath");
  const isDefault = flags !== undefined && payload.attribute(flags.name) === flags.defaultValue?.(payload.context);
  p.attrDict(payload, { defaults: true, elide: isDefault ? [flags.name] : [] });
  p.text(" }");
}

function parseShort(
  p: OpParser,
): { readonly name: string; readonly attributes: OperationParts["attributes"] } | undefined {
  if (!p.accept("{")) return undefined;
  const name = p.keyword("operation name");
  const attributes = p.optionalAttrDict();
  p.expect("}");
  return { name, attributes };
}

/** The body that a short form stands for. */
function makeShortBody(
  p: OpParser,
  operands: readonly Value[],
  inits: readonly Value[],
  short: NonNullable<ReturnType<typeof parseShort>>,
  order: Order,
): Region {
  const { context } = p;
  const region = new Region(context);
  const block = region.addBlock(operands.map((v) => elementTypeOf(v.type)));
  const definition = context.opDefinition(short.name);
  const payload = Operation.create(context, definition, p.location, {
    operands: order(block.arguments),
    resultTypes: inits.map((v) => elementTypeOf(v.type)),
    properties: Object.fromEntries(definition.properties.map((d) => [d.name, d.defaultValue?.(context)])),
    ...(short.attributes === undefined ? {} : { attributes: short.attributes }),
  });
  const b = OpBuilder.atEnd(context, block);
  b.insert(payload);
  YieldOp.build(b, { values: payload.results });
  return region;
}

function printLong(p: OpPrinter, op: Operation): void {
  p.indent();
  p.newline();
  p.text("(");
  p.list(op.region().entry.arguments, (a) => {
    p.argument(a);
  });
  p.text(") ");
  p.region(op.region(), { entryArguments: false });
  p.unindent();
}

function parseLong(p: OpParser): Region {
  const entry = p.commaList("(", ")", () => {
    const { name, type, location } = p.argument({ type: "required" });
    return { name, type, location };
  });
  return p.region(entry.flatMap(({ name, type, location }) => (type === undefined ? [] : [{ name, type, location }])));
}

function mapFacts(op: Operation): StructuredFacts {
  const rank = operandShape(op.operand(op.operandCount - 1).type).length;
  const identity = AffineMap.identity(rank);
  return {
    maps: op.operands.map(() => identity),
    iterators: new Array<"parallel">(rank).fill("parallel"),
    inputCount: op.operandCount - 1,
  };
}

export const MapOp = defineOp({
  name: "linalg.map",
  summary: "Applies the body to the elements of all operands at each index.",
  example: mapExample,
  operands: { inputs: variadic(TensorOrMemref), init: TensorOrMemref },
  results: { result: variadic(AnyRankedTensor) },
  regions: { mapper: singleBlockRegion },
  traits: ["SingleBlock", "RecursiveMemoryEffects"],
  interfaces: structuredInterfaces(mapFacts),
  inferResultTypes: ({ operands }) => tensorTypes(operands.slice(-1)),
  assemblyFormat: {
    print: (op, p) => {
      const short = shortBody(op, mapOrder);
      if (short !== undefined) printShort(p, short);
      printInsOuts(p, op, op.operandCount - 1);
      p.attrDict(op, { elide: [memoizedMaps] });
      if (short === undefined) printLong(p, op);
    },
    parse: (p) => {
      const short = parseShort(p);
      const { inputs, outputs } = parseInsOuts(p);
      const operands = [...inputs, ...outputs];
      const attributes = p.optionalAttrDict();
      const region = short === undefined ? parseLong(p) : makeShortBody(p, operands, outputs, short, mapOrder);
      return { operands, resultTypes: tensorTypes(outputs), attributes, regions: [region] };
    },
  },
  verify: ({ op }) => verifyStructured(op, mapFacts(op)),
  generate: generateMap,
  meaning: structuredMeaning(mapFacts),
});

/** Inputs are the first half of the operands, inits the second. */
function reduceFacts(op: Operation): StructuredFacts {
  const count = op.operandCount / 2;
  const rank = operandShape(op.operand(0).type).length;
  const reduced = staticList(op, "dimensions");
  const dims = Array.from({ length: rank }, (_, d) => d);
  const input = AffineMap.identity(rank);
  const init = AffineMap.projection(
    rank,
    dims.filter((d) => !reduced.includes(d)),
  );
  return {
    maps: op.operands.map((_, k) => (k < count ? input : init)),
    iterators: dims.map((d) => (reduced.includes(d) ? "reduction" : "parallel")),
    inputCount: count,
  };
}

export const ReduceOp = defineOp({
  name: "linalg.reduce",
  summary: "Combines the elements along dimensions with the inits.",
  example: reduceExample,
  operands: { inputs_and_inits: variadic(TensorOrMemref) },
  properties: { dimensions: I64ArrayProperty },
  results: { results: variadic(AnyRankedTensor) },
  regions: { combiner: singleBlockRegion },
  traits: ["SingleBlock", "RecursiveMemoryEffects"],
  interfaces: structuredInterfaces(reduceFacts),
  inferResultTypes: ({ operands }) => tensorTypes(operands.slice(operands.length / 2)),
  assemblyFormat: {
    print: (op, p) => {
      const short = shortBody(op, reduceOrder);
      if (short !== undefined) printShort(p, short);
      printInsOuts(p, op, op.operandCount / 2);
      p.text(` dimensions = [${staticList(op, "dimensions").join(", ")}] `);
      p.attrDict(op, { elide: ["dimensions", memoizedMaps] });
      if (short === undefined) printLong(p, op);
    },
    parse: (p) => {
      const short = parseShort(p);
      const { inputs, outputs } = parseInsOuts(p);
      const operands = [...inputs, ...outputs];
      p.expect("dimensions");
      p.expect("=");
      const dimensions = p.commaList("[", "]", () => p.integer());
      const attributes = p.optionalAttrDict();
      const region = short === undefined ? parseLong(p) : makeShortBody(p, operands, outputs, short, reduceOrder);
      return {
        operands,
        resultTypes: tensorTypes(outputs),
        properties: { dimensions: i64ArrayAttr(p.context, dimensions) },
        attributes,
        regions: [region],
      };
    },
  },
  verify: ({ op, dimensions }) => {
    if (op.operandCount === 0 || op.operandCount % 2 !== 0) return "expected as many inits as inputs";
    const rank = operandShape(op.operand(0).type).length;
    if (dimensions.some((d) => d < 0 || d >= rank))
      return `dimensions for reduction should be in the range [0, ${rank - 1}].`;
    if (dimensions.some((d, i) => i > 0 && d <= (dimensions[i - 1] ?? 0)))
      return "attribute 'dimensions' failed to satisfy constraint: i64 dense array attribute should be in increasing order";
    return verifyStructured(op, reduceFacts(op));
  },
  generate: generateReduce,
  meaning: structuredMeaning(reduceFacts),
});

export const mapReduceOps: readonly OpDefinition[] = [MapOp, ReduceOp];
