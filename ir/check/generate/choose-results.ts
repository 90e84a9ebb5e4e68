// Types of an op's results: those that follow from its operands, and where they do not, types that its verifier takes.
import { Region } from "../../core/block.ts";
import type { Context } from "../../core/context.ts";
import { unknownLocation } from "../../core/location.ts";
import { Operation } from "../../core/operation.ts";
import { withElementType } from "../../core/type-constructors.ts";
import { elementTypeOf, isShaped, type Type } from "../../core/types.ts";
import { chooseType, followingType } from "./choose-operands.ts";
import type { ElementPlan, OperationPlan } from "./plans.ts";
import type { Bindings, ValueSource } from "./value-source.ts";

export function resultTypesFollowing(
  { results }: OperationPlan,
  bindings: Bindings,
  context: Context,
): readonly Type[] | undefined {
  if (results.length === 0) return [];
  const types: Type[] = [];
  for (const { arity, exact, constraint, follows } of results) {
    const { variable, infer } = constraint;
    const bound = variable === undefined ? undefined : bindings.get(variable);
    const type = exact ?? bound ?? (follows ? infer?.(bindings, context) : undefined);
    if (type === undefined || arity !== "one") return undefined;
    types.push(type);
  }
  return types;
}

/** Types of the program's for results that follow from nothing. */
export function chooseResultTypes(
  plan: OperationPlan,
  source: ValueSource,
  bindings: Bindings,
  operandType: Type | undefined,
  wanted: Type | undefined,
): readonly Type[] | undefined {
  const { random } = source;
  const types: Type[] = [];
  for (const element of plan.results) {
    let count = 1;
    if (element.arity === "optional") count = random.below(2);
    else if (element.arity === "variadic") count = random.below(3);
    for (let n = 0; n < count; n++) {
      let type = followingType(plan, element, source, bindings);
      if (wanted !== undefined && type === undefined && element.accepts(wanted)) type = wanted;
      type ??= relatedType(plan, element, source, operandType);
      if (type === undefined) return undefined;
      types.push(type);
    }
  }
  return types;
}

/** A type that goes with the operand's, one of the program's if there is one; for ops that are no casts any of the program's. */
function relatedType(
  plan: OperationPlan,
  element: ElementPlan,
  source: ValueSource,
  operandType: Type | undefined,
): Type | undefined {
  const { random, poolTypes } = source;
  if (operandType === undefined || !plan.isCast) return chooseType(element, source);
  const targets = castTargets(plan, element, operandType, source.scalarTypes);
  if (targets.length === 0) return undefined;
  const chosen = random.pick(targets);
  if (poolTypes.includes(chosen) || random.below(4) === 0) return chosen;
  const known = targets.filter((type) => poolTypes.includes(type));
  return known.length === 0 ? chosen : random.pick(known);
}

/** The types in the operand's shape that the op's verifier takes as its result. */
function castTargets(plan: OperationPlan, element: ElementPlan, from: Type, scalars: readonly Type[]): readonly Type[] {
  let targets = plan.castTargets.get(from);
  if (targets !== undefined) return targets;
  const key = `${from.kind} ${isShaped(from) ? from.shape.length : 0} ${elementTypeOf(from).id}`;
  let elements = plan.castElements.get(key);
  if (elements === undefined) plan.castElements.set(key, (elements = castElements(plan, element, from, scalars)));
  targets = elements.map((scalar) => withElementType(from, scalar)).filter((type) => element.accepts(type));
  plan.castTargets.set(from, targets);
  return targets;
}

function castElements(
  { definition }: OperationPlan,
  element: ElementPlan,
  from: Type,
  scalars: readonly Type[],
): readonly Type[] {
  const { context } = from;
  const operands = new Region(context).addBlock([from]).arguments;
  const propertySlots = context.defaultProperties(definition.properties);
  return scalars.filter((scalar) => {
    const type = withElementType(from, scalar);
    if (!element.accepts(type)) return false;
    const parts = { operands, resultTypes: [type], propertySlots };
    return definition.verify?.(Operation.create(context, definition, unknownLocation, parts)) === undefined;
  });
}
