// What the generator knows of an op before it makes one: the definition's constraints, read once a context.
import type { Attribute } from "../../core/attributes.ts";
import type { Context } from "../../core/context.ts";
import type { Arity, OpDefinition, OperandDefinition, TypeConstraint } from "../../core/definition.ts";
import type { Type } from "../../core/types.ts";

/** An operand or a result. */
export interface ElementPlan {
  readonly arity: Arity;
  readonly constraint: TypeConstraint;
  /** The one type that the constraint takes, whatever the other types are. */
  readonly exact: Type | undefined;
  /** The type follows from variables of other places. */
  readonly follows: boolean;
  accepts(type: Type): boolean;
}

export interface PropertyPlan {
  readonly defaultValue: Attribute | undefined;
  readonly isOptional: boolean;
  /** All, and those that make no poison. */
  readonly samples: readonly Attribute[];
  readonly safeSamples: readonly Attribute[];
}

export interface OperationPlan {
  readonly definition: OpDefinition;
  readonly operands: readonly ElementPlan[];
  readonly results: readonly ElementPlan[];
  readonly properties: readonly PropertyPlan[];
  readonly operandSegments: number;
  readonly resultSegments: number;
  /** Of ops with regions that yield the results: the definition of the terminator. */
  readonly terminator: OpDefinition | undefined;
  /** One operand and one result, whose type does not follow from the operand's. */
  readonly isCast: boolean;
  /** Of casts: the result types that go with an operand's. */
  readonly castTargets: Map<Type, readonly Type[]>;
  /** Of casts: the elements of result types, by the kind, the rank and the element of the operand's type. */
  readonly castElements: Map<string, readonly Type[]>;
}

/** Why ops of a definition are not picked at random, or undefined where they are. */
export function refusal(definition: OpDefinition, terminators: TerminatorTable): string | undefined {
  const { traits, regions, successors, properties } = definition;
  if (definition.generate !== undefined) return undefined;
  if (traits.has("Terminator"))
    return successors.length > 0 ? "branches need a hook" : "ends a region, with the op that holds it";
  if (definition.interfaces.has("HasParent")) return "stands in one op only, whose hook makes it";
  if (traits.has("Symbol")) return "a symbol: a hook, or the dialect's functions, make it";
  if (successors.length > 0) return "successors need a hook";
  if (regions.length > 0 && terminators.get(definition.name) === undefined) return "its regions need a hook";
  const bare = properties.find(
    (p) => !p.optional && p.defaultValue === undefined && p.samples === undefined && !p.name.endsWith("SegmentSizes"),
  );
  return bare === undefined ? undefined : `property '${bare.name}' has no samples, and the op no hook`;
}

/** The terminator of the regions of an op, by the op's name: the one that says that it stands in it. */
export type TerminatorTable = ReadonlyMap<string, OpDefinition>;

export function terminatorTable(definitions: readonly OpDefinition[]): TerminatorTable {
  const table = new Map<string, OpDefinition>();
  for (const definition of definitions) {
    const parents = definition.interfaces.get("HasParent");
    const yields = definition.operands.length === 1 && definition.operands[0]?.arity === "variadic";
    if (!definition.traits.has("Terminator") || !yields || !Array.isArray(parents)) continue;
    for (const parent of parents) if (typeof parent === "string") table.set(parent, definition);
  }
  return table;
}

export function planOf(definition: OpDefinition, terminators: TerminatorTable, context: Context): OperationPlan {
  return {
    definition,
    operands: definition.operands.map((element) => elementPlan(element, context)),
    results: definition.results.map((element) => elementPlan(element, context)),
    properties: definition.properties.map((property) => ({
      defaultValue: property.defaultValue?.(context),
      isOptional: property.optional,
      samples: property.samples?.(context, false) ?? [],
      safeSamples: property.samples?.(context, true) ?? [],
    })),
    operandSegments: definition.propertySlots.get("operandSegmentSizes") ?? -1,
    resultSegments: definition.propertySlots.get("resultSegmentSizes") ?? -1,
    terminator: terminators.get(definition.name),
    isCast: isCast(definition),
    castTargets: new Map(),
    castElements: new Map(),
  };
}

function isCast({ operands, results, regions, successors, properties }: OpDefinition): boolean {
  const [operand, result] = [operands[0], results[0]];
  if (operands.length !== 1 || results.length !== 1 || operand?.arity !== "one" || result?.arity !== "one")
    return false;
  if (regions.length > 0 || successors.length > 0) return false;
  return (
    result.constraint.variable === undefined && properties.every((p) => p.optional || p.defaultValue !== undefined)
  );
}

function elementPlan({ arity, constraint }: OperandDefinition, context: Context): ElementPlan {
  const { infer, dependsOn } = constraint;
  const isExact = infer !== undefined && dependsOn !== undefined && dependsOn.length === 0;
  return {
    arity,
    constraint,
    exact: isExact ? infer(new Map(), context) : undefined,
    follows: infer !== undefined && !isExact,
    accepts: acceptsOf(constraint, context),
  };
}

const acceptance = new WeakMap<Context, WeakMap<TypeConstraint, (type: Type) => boolean>>();

/** The constraint's predicate, which remembers what it said of each type. */
function acceptsOf(constraint: TypeConstraint, context: Context): (type: Type) => boolean {
  let table = acceptance.get(context);
  if (table === undefined) acceptance.set(context, (table = new WeakMap()));
  const known = table.get(constraint);
  if (known !== undefined) return known;
  const answers = new Map<Type, boolean>();
  const accepts = (type: Type): boolean => {
    let answer = answers.get(type);
    if (answer === undefined) answers.set(type, (answer = constraint.accepts(type)));
    return answer;
  };
  table.set(constraint, accepts);
  return accepts;
}
