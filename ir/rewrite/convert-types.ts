// Conversion patterns that only change types: of any op's operands, results and regions, and of functions' signatures.
import { denseArrayAttr, typeAttr } from "../core/attribute-constructors.ts";
import { Region } from "../core/block.ts";
import { operandGroups } from "../core/element-groups.ts";
import { Operation } from "../core/operation.ts";
import { functionType, i32 } from "../core/type-constructors.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import type { Adaptor, ConversionPattern } from "./conversion-pattern.ts";
import type { ConversionRewriter } from "./conversion-rewriter.ts";
import { typeText } from "../syntax/print-attributes.ts";
import { refuse, type RewriteResult } from "./pattern.ts";
import type { TypeConverter } from "./type-converter.ts";

/** Makes the op anew with converted operands, result types and block arguments; attributes stay as they are. */
export function convertOpTypes(
  op: Operation,
  adaptor: Adaptor,
  rewriter: ConversionRewriter,
  converter: TypeConverter,
): RewriteResult {
  const resultTypes: (readonly Type[])[] = [];
  for (const { type, index } of op.results) {
    const types = converter.convert(type);
    if (types === undefined) return refuse(`the type ${typeText(type)} of result ${index} cannot be converted`);
    resultTypes.push(types);
  }
  for (const region of op.regions) {
    for (const block of region.blocks) {
      if (converter.convertAll(block.arguments.map(({ type }) => type)) === undefined) {
        return refuse("the type of a block argument cannot be converted");
      }
    }
  }
  const regions = op.regions.map(() => new Region(op.context));
  const made = Operation.create(op.context, op.definition, op.location, {
    operands: adaptor.operands,
    resultTypes: resultTypes.flat(),
    regions,
    successors: op.successors,
  });
  op.definition.properties.forEach(({ name }, slot) => made.setAttribute(name, op.properties[slot]));
  for (const [name, attribute] of op.discardable) made.setAttribute(name, attribute);
  if (op.definition.propertySlots.has("operandSegmentSizes")) {
    made.setAttribute("operandSegmentSizes", denseArrayAttr(i32(op.context), segmentSizes(op, adaptor)));
  }
  if (op.definition.propertySlots.has("resultSegmentSizes") && resultTypes.some(({ length }) => length !== 1)) {
    return refuse("results in several groups cannot become several values");
  }
  rewriter.insert(made);
  op.regions.forEach((region, index) => {
    const target = regions[index];
    if (target !== undefined) rewriter.inlineRegionBefore(region, target);
  });
  for (const region of regions) rewriter.convertRegionArguments(region, converter);
  let next = 0;
  const ranges = resultTypes.map(({ length }): readonly Value[] => made.results.slice(next, (next += length)));
  rewriter.replaceOpWithMultiple(op, ranges);
  return true;
}

function segmentSizes(op: Operation, { ranges }: Adaptor): number[] {
  let next = 0;
  return operandGroups(op).map(({ length }) => ranges.slice(next, (next += length)).flat().length);
}

/** Ops of these names keep their meaning and take converted types. */
export function typeOnlyPatterns(names: Iterable<string>, converter: TypeConverter): ConversionPattern[] {
  return [...names].map((root) => ({
    name: `${root} with converted types`,
    root,
    converter,
    oneToMany: true,
    convert: (op, adaptor, rewriter) => convertOpTypes(op, adaptor, rewriter, converter),
  }));
}

/** Converts the `function_type` of a function-like op, and the arguments of its body, in place. */
export function functionTypePattern(root: string, converter: TypeConverter): ConversionPattern {
  return {
    name: `${root} with converted signature`,
    root,
    converter,
    convert: (op, _adaptor, rewriter) => {
      const attribute = op.attribute("function_type");
      if (attribute?.kind !== "type" || attribute.type.kind !== "function") return refuse("it has no function type");
      const { inputs, results } = attribute.type;
      const newInputs = converter.convertAll(inputs);
      const newResults = converter.convertAll(results);
      if (newInputs === undefined) return refuse("the type of an argument cannot be converted");
      if (newResults === undefined) return refuse("the type of a result cannot be converted");
      if (newInputs.length !== inputs.length && op.attribute("arg_attrs") !== undefined) {
        return refuse("arguments with attributes cannot become several arguments");
      }
      if (newResults.length !== results.length && op.attribute("res_attrs") !== undefined) {
        return refuse("results with attributes cannot become several results");
      }
      for (const region of op.regions) {
        const converted = rewriter.convertRegionArguments(region, converter);
        if (converted !== true) return converted;
      }
      rewriter.setAttribute(op, "function_type", typeAttr(functionType(op.context, newInputs, newResults)));
      return true;
    },
  };
}
