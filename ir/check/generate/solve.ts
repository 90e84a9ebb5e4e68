// Makes one op from its definition's constraints: operands, properties, regions and types of results.
import type { Attribute } from "../../core/attributes.ts";
import { denseArrayAttr } from "../../core/attribute-constructors.ts";
import type { Region } from "../../core/block.ts";
import { unknownLocation } from "../../core/location.ts";
import { Operation } from "../../core/operation.ts";
import { i32 } from "../../core/type-constructors.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { bindResult, chooseOperands } from "./choose-operands.ts";
import { chooseResultTypes, resultTypesFollowing } from "./choose-results.ts";
import type { OperationPlan } from "./plans.ts";
import type { Bindings, ValueSource, YieldingRegion } from "./value-source.ts";

const noRegions: readonly Region[] = [];

/** A detached op of the plan's definition, whose verifier has yet to be asked; undefined where something was not to be had. */
export function solve(
  plan: OperationPlan,
  source: ValueSource,
  preferred: Value | undefined,
  resultType?: Type,
): Operation | undefined {
  const { definition } = plan;
  const { context } = source;
  const bindings: Bindings = new Map();
  if (resultType !== undefined) bindResult(plan, resultType, bindings);
  const operands: Value[] = [];
  const sizes = plan.operandSegments < 0 ? undefined : new Array<number>();
  if (!chooseOperands(plan, source, preferred, bindings, operands, sizes)) return undefined;
  let propertySlots: (Attribute | undefined)[] | undefined;
  if (plan.properties.length > 0) {
    propertySlots = chooseProperties(plan, source);
    if (propertySlots === undefined) return undefined;
    if (sizes !== undefined) propertySlots[plan.operandSegments] = denseArrayAttr(i32(context), sizes);
  }
  let resultTypes = resultTypesFollowing(plan, bindings, context);
  if (resultTypes === undefined && definition.regions.length === 0)
    resultTypes = definition.inferResultTypes?.({ context, operands, properties: propertySlots ?? [], regions: [] });
  let regions = noRegions;
  if (definition.regions.length > 0) {
    const fixed = plan.results.length === 0 ? [] : resultType && [resultType];
    const made = makeRegions(plan, source, fixed);
    regions = made.map(({ region }) => region);
    resultTypes = made[0]?.types ?? [];
  } else resultTypes ??= chooseResultTypes(plan, source, bindings, operands[0]?.type, resultType);
  if (resultTypes === undefined) return undefined;
  return Operation.create(context, definition, unknownLocation, {
    operands,
    resultTypes,
    regions,
    ...(propertySlots === undefined ? {} : { propertySlots }),
  });
}

/** None, the default or a sample; undefined where a property must be given and has no sample. */
function chooseProperties(plan: OperationPlan, source: ValueSource): (Attribute | undefined)[] | undefined {
  const { random, avoidsUndefinedBehavior: avoids } = source;
  const slots: (Attribute | undefined)[] = [];
  for (const { defaultValue, isOptional, samples, safeSamples } of plan.properties) {
    const choices = avoids ? safeSamples : samples;
    if (choices.length === 0 || ((isOptional || defaultValue !== undefined) && random.below(2) === 0)) {
      if (!isOptional && defaultValue === undefined) return undefined;
      slots.push(defaultValue);
    } else slots.push(choices[random.below(choices.length)]);
  }
  return slots;
}

/** The first region says what the op's results are. */
function makeRegions(plan: OperationPlan, source: ValueSource, types: readonly Type[] | undefined): YieldingRegion[] {
  const regions: YieldingRegion[] = [];
  for (const { arity } of plan.definition.regions) {
    const count = arity === "one" ? 1 : source.random.below(3);
    for (let n = 0; n < count; n++) {
      const made = source.yieldingRegion(plan, types);
      types ??= made.types;
      regions.push(made);
    }
  }
  return regions;
}
