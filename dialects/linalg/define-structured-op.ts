// defineStructuredOp: a named structured op from its indexing and scalar body. Region, text, checks and meaning follow.
import { AffineMap } from "../../ir/affine/map.ts";
import { affineMapAttr, arrayAttr, denseArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import { Region } from "../../ir/core/block.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import type { Context } from "../../ir/core/context.ts";
import type { InferInput, OperationParts } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { i32 } from "../../ir/core/type-constructors.ts";
import { elementTypeOf, isShaped, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AnyRankedTensor, AnyType, anyOf, AnyMemRef, variadic } from "../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion, type Properties, type TypedOpDefinition } from "../../ir/define/define-op.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import type { IteratorType } from "./attributes.ts";
import { generateNamed } from "./generation.ts";
import { operandShape, type StructuredFacts } from "./linalg-op.ts";
import { structuredInterfaces, structuredMeaning, verifyStructured } from "./structured-semantics.ts";
import {
  memoizedMaps,
  parseArrowTypes,
  parseInsOuts,
  printArrowTypes,
  printInsOuts,
  tensorTypes,
} from "./structured-text.ts";
import { YieldOp } from "./yield.ts";

/** Reads a property of the op, while it is made or when it is there. */
export type AttributeOf = (name: string) => Attribute | undefined;

/** Emits the new elements of the inits from the elements of all operands; undefined for element types that the op does not have. */
export type ScalarBody = (
  b: OpBuilder,
  elements: readonly Value[],
  attribute: AttributeOf,
) => readonly Value[] | undefined;

/** Indexing maps, given the types of the operands. */
export type IndexingMaps = (attribute: AttributeOf, operandTypes: readonly Type[]) => readonly AffineMap[];

export interface StructuredOpSpec<P extends Properties> {
  readonly name: string;
  readonly summary: string;
  readonly maps: IndexingMaps;
  readonly inputs: number;
  readonly body: ScalarBody;
  readonly properties?: P;
  /** The op has the property `indexing_maps`, whose default is `maps`. */
  readonly hasIndexingMaps?: boolean;
  readonly verify?: (op: Operation) => string | undefined;
}

/** Maps in einsum's letters, loops first: `einsum("mnk", "mk", "kn", "mn")`. */
export function einsum(loops: string, ...operands: readonly string[]): IndexingMaps {
  const maps = operands.map((dims) =>
    AffineMap.projection(
      loops.length,
      [...dims].map((d) => loops.indexOf(d)),
    ),
  );
  return () => maps;
}

/** A loop that indexes every init plainly is parallel; others reduce. */
export function iteratorsOf(maps: readonly AffineMap[], inputs: number): IteratorType[] {
  const [first] = maps;
  return Array.from({ length: first?.dims ?? 0 }, (_, d) =>
    maps.slice(inputs).every((map) => map.results.some((e) => e.kind === "dim" && e.position === d))
      ? "parallel"
      : "reduction",
  );
}

const ShapedOperand = anyOf(AnyMemRef, AnyRankedTensor);
const operands = { inputs: variadic(AnyType), outputs: variadic(ShapedOperand) } as const;
const results = { result_tensors: variadic(AnyRankedTensor) } as const;
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
type None = {};
type NamedOp<P extends Properties> = TypedOpDefinition<
  typeof operands,
  P,
  typeof results,
  { readonly region: typeof singleBlockRegion },
  None
>;

/** A named op without properties of its own. */
export type PlainStructuredOp = NamedOp<None>;

/** The body of an op with these operand types; undefined where the op has none for them. */
function makeBody(
  context: Context,
  types: readonly Type[],
  inputs: number,
  body: ScalarBody,
  attribute: AttributeOf,
): Region | undefined {
  const region = new Region(context);
  const block = region.addBlock(types.map(elementTypeOf));
  const b = OpBuilder.atEnd(context, block);
  const yielded = body(b, block.arguments, attribute);
  if (yielded === undefined) return undefined;
  YieldOp.build(b, { values: yielded });
  return region;
}

export function defineStructuredOp<const P extends Properties = None>(spec: StructuredOpSpec<P>): NamedOp<P> {
  const { name, inputs, maps, body } = spec;
  const facts = (op: Operation): StructuredFacts => {
    const attribute: AttributeOf = (key) => op.attribute(key);
    const stated = spec.hasIndexingMaps === true ? mapsOf(op.attribute("indexing_maps")) : undefined;
    const all =
      stated ??
      maps(
        attribute,
        op.operands.map((v) => v.type),
      );
    return { maps: all, iterators: iteratorsOf(all, inputs), inputCount: inputs };
  };
  const make = ({ context, operands: values, properties }: InferInput): Region => {
    const attribute: AttributeOf = (key) => properties[definition.propertySlots.get(key) ?? -1];
    const types = values.map((v) => v.type);
    const region = makeBody(context, types, inputs, body, attribute);
    if (region === undefined) throw new Error(`'${name}' has no body for ${types.map(typeText).join(", ")}`);
    return region;
  };
  const definition: NamedOp<P> = defineOp({
    name,
    summary: spec.summary,
    operands,
    ...(spec.properties === undefined ? {} : { properties: spec.properties }),
    results,
    regions: { region: { ...singleBlockRegion, make } },
    traits: ["SingleBlock", "RecursiveMemoryEffects"],
    interfaces: structuredInterfaces(facts),
    inferResultTypes: ({ operands: values }) => tensorTypes(values.slice(inputs)),
    assemblyFormat: {
      print: (op, p) => {
        printNamed(op, p, facts(op), spec);
      },
      parse: (p) => parseNamed(p, spec),
    },
    verifyRegions: ({ op }) => {
      if (op.operandCount <= inputs) return `expected ${inputs} inputs and at least one init`;
      return spec.verify?.(op) ?? verifyStructured(op, facts(op));
    },
    generate: (site, wish) =>
      generateNamed(site, wish, {
        inputs,
        maps,
        isElementwise: maps === elementwiseMaps,
        hasIndexingMaps: spec.hasIndexingMaps === true,
        properties: Object.keys(spec.properties ?? {}),
        body: (types, attribute) => makeBody(site.context, types, inputs, body, attribute),
      }),
    meaning: structuredMeaning(facts),
  });
  return definition;
}

function mapsOf(attribute: Attribute | undefined): readonly AffineMap[] | undefined {
  if (attribute?.kind !== "array") return undefined;
  return attribute.elements.flatMap((e) => (e.kind === "affine_map" ? [e.map] : []));
}

export function indexingMapsAttr(context: Context, maps: readonly AffineMap[]): Attribute {
  return arrayAttr(
    context,
    maps.map((map) => affineMapAttr(context, map)),
  );
}

function printNamed<P extends Properties>(
  op: Operation,
  p: OpPrinter,
  { inputCount }: StructuredFacts,
  spec: StructuredOpSpec<P>,
): void {
  const stated = op.attribute("indexing_maps");
  const types = op.operands.map((v) => v.type);
  if (
    spec.hasIndexingMaps === true &&
    stated !== undefined &&
    stated !==
      indexingMapsAttr(
        op.context,
        spec.maps((n) => op.attribute(n), types),
      )
  ) {
    p.text(" indexing_maps = ");
    p.attribute(stated);
  }
  p.attrDict(op, { elide: ["indexing_maps", "operandSegmentSizes", memoizedMaps] });
  printInsOuts(p, op, inputCount);
  printArrowTypes(
    p,
    op.results.map((r) => r.type),
  );
}

function parseNamed<P extends Properties>(p: OpParser, spec: StructuredOpSpec<P>): OperationParts {
  const { context } = p;
  const start = p.position();
  let maps: Attribute | undefined;
  if (spec.hasIndexingMaps === true && p.accept("indexing_maps")) {
    p.expect("=");
    maps = p.attribute();
  }
  const attributes = p.optionalAttrDict();
  const { inputs, outputs } = parseInsOuts(p);
  const resultTypes = parseArrowTypes(p);
  const values = [...inputs, ...outputs];
  const types = values.map((v) => v.type);
  const given = new Map(attributes);
  if (values.length <= spec.inputs || inputs.length !== spec.inputs)
    p.error(`expected ${spec.inputs} inputs and at least one init`, start);
  const region = makeBody(context, types, inputs.length, spec.body, (name) => given.get(name));
  if (region === undefined)
    p.error(`'${spec.name}' has no body for operands of types ${types.map(typeText).join(", ")}`, start);
  const defaults =
    spec.hasIndexingMaps === true
      ? indexingMapsAttr(
          context,
          spec.maps((name) => given.get(name), types),
        )
      : undefined;
  return {
    operands: values,
    resultTypes,
    properties: {
      operandSegmentSizes: segments(context, inputs.length, outputs.length),
      indexing_maps: maps ?? defaults,
    },
    attributes,
    regions: [region],
  };
}

/** `operandSegmentSizes` of inputs and inits. */
export function segments(context: Context, inputs: number, outputs: number): Attribute {
  return denseArrayAttr(i32(context), [inputs, outputs]);
}

/** Maps of ops over the init's whole shape; a scalar operand is the same for every element. */
export const elementwiseMaps: IndexingMaps = (_, types) => {
  const init = types[types.length - 1];
  const rank = init === undefined ? 0 : operandShape(init).length;
  return types.map((type) => (isShaped(type) ? AffineMap.identity(rank) : new AffineMap(rank, 0, [])));
};
