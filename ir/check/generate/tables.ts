// What all programs over the same dialects share, made once a context: the ops to pick from, pools of types, makers of constants.
import type { Attribute } from "../../core/attributes.ts";
import type { Context } from "../../core/context.ts";
import type { DialectDefinition, OpDefinition } from "../../core/definition.ts";
import {
  floatType,
  f32,
  i32,
  i64,
  indexType,
  complexType,
  memrefType,
  tensorType,
  vectorType,
} from "../../core/type-constructors.ts";
import type { Type } from "../../core/types.ts";
import { seededSource } from "../random-source.ts";
import { constantSamples } from "./constants.ts";
import type { DialectGeneration, FunctionGeneration } from "./generation-site.ts";
import { planOf, refusal, terminatorTable, type OperationPlan, type TerminatorTable } from "./plans.ts";
import { randomPool, scalarTypes, type TypeDemand, type TypePool } from "./type-pool.ts";

const POOLS = 96;

type Materialize = NonNullable<DialectDefinition["materializeConstant"]>;

/** The ops of one dialect, with the weight that it has among the others. */
export interface DialectPlans {
  readonly plans: readonly OperationPlan[];
  readonly weight: number;
}

export interface GenerationTables {
  readonly context: Context;
  readonly dialects: readonly DialectPlans[];
  readonly totalWeight: number;
  readonly pools: readonly TypePool[];
  /** Scalars of all kinds. */
  readonly scalars: readonly Type[];
  readonly functions: FunctionGeneration;
  readonly clamps: readonly NonNullable<DialectGeneration["clamp"]>[];
  readonly branches: readonly NonNullable<DialectGeneration["branch"]>[];
  /** Whether some op calls functions. */
  readonly calls: boolean;
  /** Ops that end a block for good, and that reaching is undefined behaviour. */
  readonly deadEnds: readonly OpDefinition[];
  /** Ops that are not picked, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
  readonly terminators: TerminatorTable;
  /** Ops by the type of an operand, for ops that go on with a value. */
  readonly byOperandType: Map<Type, readonly OperationPlan[]>;
  /** Plans of definitions that were asked for by name; null where there is none. */
  readonly byDefinition: Map<OpDefinition, OperationPlan | null>;
  /** The maker of constants of a type; null where no dialect has one. */
  readonly materializers: Map<Type, Materialize | null>;
  /** The dialects to ask for constants, in this order. */
  readonly constantDialects: readonly string[];
}

type Filter = (definition: OpDefinition) => boolean;

/** By the names of the dialects, for each filter. */
type Cache = Map<string, GenerationTables>;
const cache = new WeakMap<Context, WeakMap<Filter, Cache>>();
const everything: Filter = () => true;

/** The tables for these dialects; `only` leaves ops out. */
export function generationTables(
  context: Context,
  names: readonly string[],
  only: Filter = everything,
): GenerationTables {
  let filters = cache.get(context);
  if (filters === undefined) cache.set(context, (filters = new WeakMap<Filter, Cache>()));
  let tables = filters.get(only);
  if (tables === undefined) filters.set(only, (tables = new Map<string, GenerationTables>()));
  const key = names.join();
  let made = tables.get(key);
  if (made === undefined) tables.set(key, (made = makeTables(context, names, only)));
  return made;
}

function makeTables(
  context: Context,
  names: readonly string[],
  only: (definition: OpDefinition) => boolean,
): GenerationTables {
  const loaded = names.map((name) => dialectNamed(context, name));
  const terminators = terminatorTable(loaded.flatMap(({ ops }) => ops));
  const refused = new Map<string, string>();
  const dialects: DialectPlans[] = [];
  for (const { ops } of loaded) {
    const plans: OperationPlan[] = [];
    for (const definition of ops) {
      const reason = refusal(definition, terminators);
      if (reason !== undefined) refused.set(definition.name, reason);
      else if (only(definition) && !definition.traits.has("Terminator"))
        plans.push(planOf(definition, terminators, context));
    }
    if (plans.length > 0) dialects.push({ plans, weight: Math.ceil(10 * Math.sqrt(plans.length)) });
  }
  const all = dialects.flatMap(({ plans }) => plans);
  const random = seededSource(all.length);
  const demand = demandOf(context, all);
  return {
    context,
    dialects,
    totalWeight: dialects.reduce((sum, { weight }) => sum + weight, 0),
    pools: Array.from({ length: POOLS }, () => randomPool(context, random, demand)),
    scalars: scalarTypes(context),
    functions: functionsOf(context, loaded),
    clamps: loaded.flatMap(({ generation }) => generation?.clamp ?? []),
    branches: loaded.flatMap(({ generation }) => generation?.branch ?? []),
    calls: all.some(({ definition }) => definition.interfaces.has("CallOpInterface")),
    deadEnds: loaded.flatMap(({ ops }) => ops.filter((op) => isDeadEnd(op) && only(op))),
    refused,
    terminators,
    byOperandType: new Map(),
    byDefinition: new Map(),
    materializers: new Map(),
    constantDialects: [...new Set([...names, ...context.dialects.keys()])],
  };
}

function dialectNamed(context: Context, name: string): DialectDefinition {
  const dialect = context.dialects.get(name);
  if (dialect === undefined) throw new Error(`no dialect '${name}' is registered to generate programs of`);
  // Deferred definitions load when one of their names is asked for.
  context.ops.get(`${name}.`);
  return dialect;
}

/** A terminator that goes nowhere and hands over nothing. */
function isDeadEnd({ traits, operands, regions, successors, interfaces }: OpDefinition): boolean {
  const isBare = operands.length === 0 && regions.length === 0 && successors.length === 0;
  return isBare && traits.has("Terminator") && !traits.has("ReturnLike") && !interfaces.has("HasParent");
}

function functionsOf(context: Context, loaded: readonly DialectDefinition[]): FunctionGeneration {
  for (const { generation } of loaded) if (generation?.functions !== undefined) return generation.functions;
  for (const name of context.dialects.keys()) {
    const functions = context.dialects.get(name)?.generation?.functions;
    if (functions !== undefined) return functions;
  }
  throw new Error("no registered dialect says how functions are made");
}

/** How often programs of these ops have types of a kind: nearly always those that some op cannot do without, at times those that some takes. */
function demandOf(context: Context, plans: readonly OperationPlan[]): TypeDemand {
  const float = f32(context);
  const probes = {
    integer: [i32(context), i64(context)],
    index: [indexType(context)],
    float: [float, floatType(context, "f64")],
    complex: [complexType(float)],
    tensor: [tensorType([2, 3], float), tensorType([2, 3], i32(context))],
    vector: [vectorType([4], float), vectorType([4], i32(context))],
    memref: [memrefType([2, 3], float), memrefType([2, 3], i32(context))],
  } as const;
  const elements = plans.flatMap(({ operands, results }) => [...operands, ...results]);
  const everything = tensorType([2, 3], float);
  const weigh = (types: readonly Type[], scalar: boolean): number => {
    const taking = elements.filter((e) => types.some((type) => e.accepts(type)));
    // Constraints that take any type say nothing.
    const telling = taking.filter((e) => !(e.accepts(everything) && e.accepts(i32(context)) && e.accepts(float)));
    if (telling.length === 0) return taking.length > 0 ? (scalar ? 4 : 1) : 0;
    if (scalar) return 7;
    const needed = telling.some((e) => !e.accepts(i32(context)) && !e.accepts(float) && !e.accepts(indexType(context)));
    return needed ? 7 : 2;
  };
  const others = new Set<Type>();
  for (const { constraint } of elements)
    for (const type of constraint.samples?.(context) ?? []) if (type.kind === "dialect") others.add(type);
  return {
    integer: Math.max(6, weigh(probes.integer, true)),
    index: weigh(probes.index, true),
    float: weigh(probes.float, true),
    complex: weigh(probes.complex, false),
    tensor: weigh(probes.tensor, false),
    vector: weigh(probes.vector, false),
    memref: weigh(probes.memref, false),
    others: [...others],
  };
}

/** The maker of constants of a type: the first dialect that makes an op of a sample. */
export function materializerOf(tables: GenerationTables, type: Type, sample?: Attribute): Materialize | undefined {
  const known = tables.materializers.get(type);
  if (known !== undefined) return known ?? undefined;
  const attribute = constantSamples(type)[0] ?? sample;
  let found: Materialize | null = null;
  if (attribute !== undefined) {
    for (const name of tables.constantDialects) {
      const materialize = tables.context.dialects.get(name)?.materializeConstant;
      const made = materialize?.(tables.context, attribute, type, { kind: "unknown" });
      if (materialize === undefined || made?.definition.results[0]?.constraint.accepts(type) !== true) continue;
      found = materialize;
      break;
    }
  }
  tables.materializers.set(type, found);
  return found ?? undefined;
}

/** The plan of a definition, of whatever dialect; undefined where ops of it cannot be made at random. */
export function planFor(tables: GenerationTables, definition: OpDefinition): OperationPlan | undefined {
  let plan = tables.byDefinition.get(definition);
  if (plan === undefined) {
    const dialect = tables.context.dialects.get(definition.dialect);
    const terminators = terminatorTable(dialect?.ops ?? []);
    plan = refusal(definition, terminators) === undefined ? planOf(definition, terminators, tables.context) : null;
    tables.byDefinition.set(definition, plan);
  }
  return plan ?? undefined;
}

/** The ops that take a value of this type somewhere, without taking just any. */
export function plansTaking(tables: GenerationTables, type: Type): readonly OperationPlan[] {
  let taking = tables.byOperandType.get(type);
  if (taking === undefined) {
    taking = tables.dialects.flatMap(({ plans }) =>
      plans.filter((plan) => plan.operands.some((operand) => operand.arity === "one" && operand.accepts(type))),
    );
    tables.byOperandType.set(type, taking);
  }
  return taking;
}
