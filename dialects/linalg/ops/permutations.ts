// linalg.transpose and broadcast: one input whose dimensions move, or that has fewer of them.
import { AffineMap } from "../../../ir/affine/map.ts";
import { i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { Region } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Context } from "../../../ir/core/context.ts";
import type { InferInput, OpDefinition, OperationParts } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { DYNAMIC, elementTypeOf } from "../../../ir/core/types.ts";
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
import { generateTranspose, generateBroadcast } from "../generation.ts";
import { transposeExample } from "../examples.ts";

const TensorOrMemref = anyOf(AnyMemRef, AnyRankedTensor);
const operands = { input: TensorOrMemref, init: TensorOrMemref } as const;

/** A body that yields the input's element. */
function forwardingBody(context: Context, values: readonly Value[]): Region {
  const region = new Region(context);
  const block = region.addBlock(values.map((v) => elementTypeOf(v.type)));
  YieldOp.build(OpBuilder.atEnd(context, block), { values: block.arguments.slice(0, 1) });
  return region;
}

/** The text leaves the body out, so it is the one that `forwardingBody` makes. mlir-opt takes any, and prints it as if it were this one. */
function verifyForwarding(op: Operation, facts: StructuredFacts): string | undefined {
  const problem = verifyStructured(op, facts);
  if (problem !== undefined) return problem;
  const { entry } = op.region();
  const forwards = entry.firstOp === entry.lastOp && entry.lastOp?.operand(0) === entry.arguments[0];
  return forwards ? undefined : "expects its body to yield the element of its input, and to do nothing else";
}

const region = {
  ...singleBlockRegion,
  make: ({ context, operands: values }: InferInput) => forwardingBody(context, values),
};
const inferResultTypes = ({ operands: values }: InferInput): ReturnType<typeof tensorTypes> =>
  tensorTypes(values.slice(1));

/** `ins(...) outs(...) permutation = [1, 0]`; the result's type is the init's. */
const syntax = (
  property: string,
): { print(op: Operation, p: OpPrinter): void; parse(p: OpParser): OperationParts } => ({
  print: (op, p) => {
    printInsOuts(p, op, 1);
    p.text(` ${property} = [${staticList(op, property).join(", ")}] `);
    p.attrDict(op, { elide: [property, memoizedMaps] });
  },
  parse: (p) => {
    const start = p.position();
    const { inputs, outputs } = parseInsOuts(p);
    if (inputs.length !== 1 || outputs.length !== 1) p.error("expected one input and one init", start);
    p.expect(property);
    p.expect("=");
    const list = p.commaList("[", "]", () => p.integer());
    const values = [...inputs, ...outputs];
    return {
      operands: values,
      resultTypes: tensorTypes(outputs),
      properties: { [property]: i64ArrayAttr(p.context, list) },
      attributes: p.optionalAttrDict(),
      regions: [forwardingBody(p.context, values)],
    };
  },
});

function shapesOf(op: Operation): { readonly input: readonly number[]; readonly init: readonly number[] } {
  return { input: operandShape(op.operand(0).type), init: operandShape(op.operand(1).type) };
}

const agree = (a: number | undefined, b: number | undefined): boolean => a === b || a === DYNAMIC || b === DYNAMIC;

function transposeFacts(op: Operation): StructuredFacts {
  const permutation = staticList(op, "permutation");
  const rank = permutation.length;
  // Loop d runs over init dimension d; input dimension permutation[d] has the same index.
  const inverse = AffineMap.projection(rank, permutation).inversePermutation();
  return {
    maps: [inverse, AffineMap.identity(rank)],
    iterators: permutation.map(() => "parallel" as const),
    inputCount: 1,
  };
}

export const TransposeOp = defineOp({
  name: "linalg.transpose",
  summary: "Dimension d of the init is dimension permutation[d] of the input.",
  example: transposeExample,
  operands,
  properties: { permutation: I64ArrayProperty },
  results: { result: variadic(AnyRankedTensor) },
  regions: { region },
  traits: ["SingleBlock", "RecursiveMemoryEffects"],
  interfaces: structuredInterfaces(transposeFacts),
  inferResultTypes,
  assemblyFormat: syntax("permutation"),
  verify: ({ op, permutation }) => {
    const { input, init } = shapesOf(op);
    const isPermutation = permutation.every((d, i) => d >= 0 && d < permutation.length && permutation.indexOf(d) === i);
    if (!isPermutation) return "permutation is not valid";
    if (input.length !== init.length) return `input rank ${input.length} does not match init rank ${init.length}`;
    if (permutation.length !== input.length)
      return `size of permutation ${permutation.length} does not match the argument rank ${input.length}`;
    const wrong = permutation.findIndex((from, to) => !agree(input[from], init[to]));
    if (wrong >= 0)
      return `dim(result, ${wrong}) = ${init[wrong] ?? 0} doesn't match dim(input, permutation[${wrong}]) = ${input[permutation[wrong] ?? 0] ?? 0}`;
    return verifyForwarding(op, transposeFacts(op));
  },
  fold: ({ input, init, permutation, result }) =>
    init.type.kind === "tensor" && permutation.every((d, i) => d === i) && result[0]?.type === input.type
      ? [input]
      : undefined,
  generate: generateTranspose,
  meaning: structuredMeaning(transposeFacts),
});

function broadcastFacts(op: Operation): StructuredFacts {
  const rank = shapesOf(op).init.length;
  const added = staticList(op, "dimensions");
  const kept = Array.from({ length: rank }, (_, d) => d).filter((d) => !added.includes(d));
  return {
    maps: [AffineMap.projection(rank, kept), AffineMap.identity(rank)],
    iterators: new Array<"parallel">(rank).fill("parallel"),
    inputCount: 1,
  };
}

export const BroadcastOp = defineOp({
  name: "linalg.broadcast",
  summary: "The input repeated along the given dimensions of the init.",
  operands,
  properties: { dimensions: I64ArrayProperty },
  results: { result: variadic(AnyRankedTensor) },
  regions: { region },
  traits: ["SingleBlock", "RecursiveMemoryEffects"],
  interfaces: structuredInterfaces(broadcastFacts),
  inferResultTypes,
  assemblyFormat: syntax("dimensions"),
  verify: ({ op, dimensions }) => {
    const { input, init } = shapesOf(op);
    if (input.length + dimensions.length !== init.length) {
      return `input rank plus added dimensions does not match init rank. input rank: ${input.length}, dimensions size: ${dimensions.length}, init rank: ${init.length}`;
    }
    const outside = dimensions.find((d) => d < 0 || d >= init.length);
    if (outside !== undefined)
      return `dimension 0 is out of range. expected range: [0, ${init.length - 1}], got: ${outside}`;
    const kept = init.map((_, d) => d).filter((d) => !dimensions.includes(d));
    const wrong = kept.findIndex((d, i) => !agree(input[i], init[d]));
    if (wrong >= 0)
      return `input dim ${wrong} should match init dim ${kept[wrong] ?? 0}. input: ${input[wrong] ?? 0}, init: ${init[kept[wrong] ?? 0] ?? 0}`;
    return verifyForwarding(op, broadcastFacts(op));
  },
  generate: generateBroadcast,
  meaning: structuredMeaning(broadcastFacts),
});

export const permutationOps: readonly OpDefinition[] = [TransposeOp, BroadcastOp];
