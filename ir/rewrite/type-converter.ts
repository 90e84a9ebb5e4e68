// TypeConverter: how a conversion changes types, and how a value of one type is made from values of the other meanwhile.
import type { Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { FunctionType, Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import type { Rewriter } from "./rewriter.ts";

/** The type or types that a type becomes; null when it cannot be converted, undefined when this rule is not about it. */
export type TypeConversion = (type: Type) => Type | readonly Type[] | null | undefined;

/** Makes a value of the old type from converted ones, for users that were not converted. Undefined declines. */
export type SourceMaterialization = (
  rewriter: Rewriter,
  type: Type,
  inputs: readonly Value[],
  location: Location,
) => Value | undefined;

/** Makes converted values from one of the old type. Undefined declines. */
export type TargetMaterialization = (
  rewriter: Rewriter,
  types: readonly Type[],
  input: Value,
  location: Location,
) => readonly Value[] | undefined;

function isTypeList(types: Type | readonly Type[]): types is readonly Type[] {
  return Array.isArray(types);
}

export class TypeConverter {
  readonly #conversions: TypeConversion[] = [];
  readonly #cache = new Map<Type, readonly Type[] | undefined>();
  readonly sources: SourceMaterialization[] = [];
  readonly targets: TargetMaterialization[] = [];

  /** `conversions` are tried from the last to the first, as they are when added one by one. */
  constructor(...conversions: readonly TypeConversion[]) {
    for (const conversion of conversions) this.addConversion(conversion);
  }

  addConversion(conversion: TypeConversion): this {
    this.#conversions.unshift(conversion);
    this.#cache.clear();
    return this;
  }

  addSourceMaterialization(materialization: SourceMaterialization): this {
    this.sources.unshift(materialization);
    return this;
  }

  addTargetMaterialization(materialization: TargetMaterialization): this {
    this.targets.unshift(materialization);
    return this;
  }

  /** What the type becomes; undefined where no rule takes it or one says that it cannot be. */
  convert(type: Type): readonly Type[] | undefined {
    if (this.#cache.has(type)) return this.#cache.get(type);
    let converted: readonly Type[] | undefined;
    for (const conversion of this.#conversions) {
      const result = conversion(type);
      if (result === undefined) continue;
      if (result !== null) converted = isTypeList(result) ? result : [result];
      break;
    }
    this.#cache.set(type, converted);
    return converted;
  }

  /** What the type becomes when that is exactly one type. */
  convertOne(type: Type): Type | undefined {
    const types = this.convert(type);
    return types?.length === 1 ? types[0] : undefined;
  }

  /** What a list of types becomes, all in a row; undefined where one cannot be converted. */
  convertAll(types: Iterable<Type>): readonly Type[] | undefined {
    const all: Type[] = [];
    for (const type of types) {
      const converted = this.convert(type);
      if (converted === undefined) return undefined;
      all.push(...converted);
    }
    return all;
  }

  /** Whether the type stays as it is. */
  isLegal(type: Type): boolean {
    return this.convertOne(type) === type;
  }

  /** Whether operand and result types stay as they are. */
  isLegalOp(op: Operation): boolean {
    return op.operands.every(({ type }) => this.isLegal(type)) && op.results.every(({ type }) => this.isLegal(type));
  }

  isLegalFunctionType({ inputs, results }: FunctionType): boolean {
    return [...inputs, ...results].every((type) => this.isLegal(type));
  }

  /** Whether all block arguments in the op's regions have types that stay as they are. */
  hasLegalRegions(op: Operation): boolean {
    return op.regions.every(({ blocks }) =>
      blocks.every((block) => block.arguments.every(({ type }) => this.isLegal(type))),
    );
  }
}
