// What the program in the making has to offer an op: values in scope, constants, arguments, types, numbers within a range.
import type { Attribute } from "../../core/attributes.ts";
import { integerAttr } from "../../core/attribute-constructors.ts";
import type { Block } from "../../core/block.ts";
import type { Context } from "../../core/context.ts";
import { unknownLocation } from "../../core/location.ts";
import { DYNAMIC, elementTypeOf, isIntegerOrIndex, isShaped, representationOf, type Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { splatAttr } from "../../interpret/convert.ts";
import type { RandomSource } from "../random-source.ts";
import { constantAttribute } from "./constants.ts";
import { CountingBuilder } from "./counting-builder.ts";
import { recent, Scope } from "./scope.ts";
import { materializerOf, type GenerationTables } from "./tables.ts";
import type { TypePool } from "./type-pool.ts";

/** Arguments that a function gets of its own accord. */
const MAX_INPUTS = 8;

/** A value was asked for that cannot be had: the op in the making is given up. Thrown by `value`, caught where ops are made. */
export class NoSuchValue extends Error {}

/** The values and types of a program; `Program` makes ops of them. */
export class ProgramValues {
  readonly context: Context;
  readonly random: RandomSource;
  readonly builder: CountingBuilder;
  avoidsUndefinedBehavior: boolean;
  readonly tables: GenerationTables;
  pool: TypePool;
  /** Which types values may have, where not all may. */
  readonly accepts: ((type: Type) => boolean) | undefined;
  scope = new Scope();
  /** The entry block of the function around, which may get more arguments. */
  entry: Block | undefined;
  /** How many ops the program is to have. */
  goal = 0;
  /** What the op in the making is to take, until it has taken it. */
  protected preferred: Value | undefined;
  readonly #limits = new Map<Value, number>();

  constructor(tables: GenerationTables, random: RandomSource, avoids: boolean, accepts?: (type: Type) => boolean) {
    this.context = tables.context;
    this.tables = tables;
    this.random = random;
    this.avoidsUndefinedBehavior = avoids;
    this.accepts = accepts;
    this.pool = accepts === undefined ? random.pick(tables.pools) : pickPool(tables.pools, random, accepts);
    this.builder = new CountingBuilder(tables.context);
  }

  /** How many ops the program has, with those that are certain to follow. */
  get made(): number {
    return this.builder.made;
  }

  get poolTypes(): readonly Type[] {
    return this.pool.types;
  }

  get scalarTypes(): readonly Type[] {
    return this.tables.scalars;
  }

  get values(): readonly Value[] {
    return this.scope.all;
  }

  offer(value: Value): void {
    this.scope.add(value);
  }

  existing(type: Type): Value | undefined {
    return recent(this.scope.ofType(type), this.random);
  }

  find(accepts: (type: Type) => boolean): Value | undefined {
    const { preferred } = this;
    if (preferred !== undefined && accepts(preferred.type)) {
      this.preferred = undefined;
      return preferred;
    }
    const { all } = this.scope;
    for (let tries = 0; tries < 4; tries++) {
      const value = recent(all, this.random);
      if (value !== undefined && accepts(value.type)) return value;
    }
    for (let i = all.length - 1; i >= 0; i--) if (accepts(all[i]!.type)) return all[i];
    return undefined;
  }

  type(accepts: (type: Type) => boolean): Type | undefined {
    const { preferred } = this;
    if (preferred !== undefined && accepts(preferred.type)) return preferred.type;
    const types = this.pool.types;
    const start = this.random.below(types.length);
    for (let i = 0; i < types.length; i++) {
      const type = types[(start + i) % types.length]!;
      if (accepts(type)) return type;
    }
    return undefined;
  }

  available(type: Type): Value | undefined {
    const { preferred } = this;
    if (preferred?.type === type) {
      this.preferred = undefined;
      return preferred;
    }
    if (this.random.below(10) < 7) {
      const existing = this.existing(type);
      if (existing !== undefined) return existing;
    }
    // What follows from constants alone shows little: the same on all inputs.
    const inputs = this.entry?.arguments.length ?? MAX_INPUTS;
    const argument = inputs < MAX_INPUTS && this.random.below(2) === 0 ? this.#newArgument(type) : undefined;
    return argument ?? this.newConstant(type) ?? this.existing(type) ?? this.#newArgument(type);
  }

  value(type: Type): Value {
    const value = this.available(type);
    if (value === undefined) throw new NoSuchValue(`no value of a type of kind '${type.kind}' can be had here`);
    return value;
  }

  handOut(type: Type): Value {
    if (this.random.below(4) > 0) {
      const list = this.scope.ofType(type);
      for (let i = list.length - 1; i >= Math.max(0, list.length - 6); i--) if (!list[i]!.hasUses) return list[i]!;
    }
    return this.value(type);
  }

  typesToHandOut(most: number): readonly Type[] {
    const { all } = this.scope;
    const count = this.random.below(most + 1);
    const types: Type[] = [];
    for (let i = all.length - 1; i >= 0 && types.length < count && i >= all.length - 12; i--) {
      const value = all[i]!;
      if ((!value.hasUses || this.random.below(3) === 0) && this.#canBeHadAnywhere(value.type)) types.push(value.type);
    }
    return types;
  }

  /** Whether every region has a value of the type. */
  #canBeHadAnywhere(type: Type): boolean {
    return this.constantAttribute(type) !== undefined || (this.entry !== undefined && this.isArgumentType(type));
  }

  get dynamicExtent(): number {
    return this.pool.dynamicExtent;
  }

  newConstant(type: Type): Value | undefined {
    const attribute = this.constantAttribute(type);
    return attribute && this.constant(attribute, type);
  }

  constantAttribute(type: Type): Attribute | undefined {
    return constantAttribute(type, this.random);
  }

  constant(attribute: Attribute, type: Type): Value | undefined {
    const op = materializerOf(this.tables, type, attribute)?.(this.context, attribute, type, unknownLocation);
    if (op === undefined) return undefined;
    this.builder.insert(op);
    const result = op.result();
    this.scope.add(result);
    return result;
  }

  integer(type: Type, value: number | bigint): Value {
    const element = elementTypeOf(type);
    if (!isIntegerOrIndex(element)) throw new Error("an integer constant of no integer type");
    const attribute = integerAttr(element, value);
    const made =
      type.kind === "tensor" || type.kind === "vector"
        ? this.constant(splatAttr(type, attribute), type)
        : this.constant(attribute, type);
    if (made === undefined) throw new Error("no dialect at hand makes integer constants");
    return made;
  }

  below(type: Type, limit: number): Value {
    const { random } = this;
    if (random.below(3) > 0) {
      const known = this.scope.ofType(type).filter((value) => (this.#limits.get(value) ?? Infinity) <= limit);
      const value = recent(known, random);
      if (value !== undefined) return value;
    }
    const existing = random.below(2) === 0 ? this.existing(type) : undefined;
    if (existing !== undefined) {
      for (const clamp of this.tables.clamps) {
        const clamped = clamp(this.builder, existing, limit);
        if (clamped === undefined) continue;
        this.offer(clamped);
        this.#limits.set(clamped, limit);
        return clamped;
      }
    }
    const number = random.below(limit);
    const constant = this.integer(type, number);
    this.#limits.set(constant, number + 1);
    return constant;
  }

  limitOf(value: Value): number | undefined {
    return this.#limits.get(value);
  }

  setLimit(value: Value, limit: number): void {
    this.#limits.set(value, limit);
  }

  setCountdown(conditions: readonly Value[]): void {
    for (const [index, condition] of conditions.entries()) this.setLimit(condition, conditions.length - index);
  }

  argument(type: Type): Value | undefined {
    const existing = this.entry?.arguments.filter((argument) => argument.type === type) ?? [];
    const isFull = (this.entry?.arguments.length ?? MAX_INPUTS) >= MAX_INPUTS;
    if (existing.length > 0 && (isFull || this.random.below(3) > 0)) return this.random.pick(existing);
    return isFull ? undefined : this.#newArgument(type);
  }

  /** One more argument of the function around. */
  #newArgument(type: Type): Value | undefined {
    if (this.entry === undefined || !this.isArgumentType(type)) return undefined;
    const argument = this.entry.addArgument(type);
    this.offer(argument);
    return argument;
  }

  /** Whether callers can hand it over: in programs without undefined behaviour the extents must be known. */
  isArgumentType(type: Type): boolean {
    const represented = representationOf(type);
    if (represented !== type) return this.isArgumentType(represented) && this.accepts?.(type) !== false;
    if (type.kind === "dialect" || type.kind === "opaque" || type.kind === "function") return false;
    if (type.kind === "unranked_tensor" || type.kind === "unranked_memref") return false;
    if (this.accepts?.(type) === false) return false;
    return !this.avoidsUndefinedBehavior || !isShaped(type) || !type.shape.includes(DYNAMIC);
  }
}

/** A pool without the types that are not accepted; one with arrays, where there is one. */
function pickPool(pools: readonly TypePool[], random: RandomSource, accepts: (type: Type) => boolean): TypePool {
  let chosen: TypePool | undefined;
  for (let tries = 0; tries < 16; tries++) {
    const { types, dynamicExtent } = random.pick(pools);
    const accepted = types.filter(accepts);
    if (chosen === undefined || accepted.length > 0) chosen = { types: accepted, dynamicExtent };
    if (accepted.some(isShaped)) break;
  }
  return chosen ?? random.pick(pools);
}
