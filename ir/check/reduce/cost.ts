// How complex types and attributes are: what narrowing a type, or halving a number, makes less of.
import type { Attribute, DenseElementsAttr } from "../../core/attributes.ts";
import { byteWidth, DYNAMIC, type Type } from "../../core/types.ts";

/** What an attribute adds to the size of a module. */
export interface AttributeCost {
  /** The attribute itself, and the elements and entries in it. */
  readonly count: number;
  readonly types: number;
  readonly numbers: number;
}

/** Costs, each worked out once. */
export class Costs {
  readonly #types = new Map<Type, number>();
  readonly #attributes = new Map<Attribute, AttributeCost>();

  ofType(type: Type): number {
    let cost = this.#types.get(type);
    if (cost === undefined) this.#types.set(type, (cost = typeCost(type, this)));
    return cost;
  }

  ofAttribute(attribute: Attribute): AttributeCost {
    let cost = this.#attributes.get(attribute);
    if (cost === undefined) this.#attributes.set(attribute, (cost = attributeCost(attribute, this)));
    return cost;
  }
}

function typeCost(type: Type, costs: Costs): number {
  switch (type.kind) {
    case "integer":
      return integerCost(type.width) + (type.signedness === "signless" ? 0 : 1);
    case "index":
      return 5;
    case "float":
      return type.name === "f32" ? 4 : 5;
    case "none":
      return 1;
    case "complex":
      return 2 + costs.ofType(type.element);
    case "tuple":
      return sum(type.elements, costs) + 1;
    case "function":
      return sum(type.inputs, costs) + sum(type.results, costs) + 1;
    case "tensor":
      return 10 + extents(type.shape) + costs.ofType(type.element) + present(type.encoding);
    case "vector":
      return 10 + extents(type.shape) + costs.ofType(type.element) + type.scalable.filter(Boolean).length;
    case "memref":
      return (
        10 + extents(type.shape) + costs.ofType(type.element) + 2 * present(type.layout) + present(type.memorySpace)
      );
    case "unranked_tensor":
    case "unranked_memref":
      return 8 + costs.ofType(type.element);
    default:
      return 6;
  }
}

/** i1, i8, i32, i64, then all others by width. */
function integerCost(width: number): number {
  if (width === 1) return 1;
  if (width === 8) return 2;
  if (width === 32) return 3;
  if (width === 64) return 4;
  return 5 + Math.log2(width + 1) / 16;
}

const sum = (types: readonly Type[], costs: Costs): number =>
  types.reduce((total, type) => total + costs.ofType(type), 0);

const present = (attribute: Attribute | undefined): number => (attribute === undefined ? 0 : 1);

/** A dimension counts, and more the further its extent is from 1. */
const extents = (shape: readonly number[]): number => shape.reduce((total, extent) => total + extentCost(extent), 0);

function extentCost(extent: number): number {
  if (extent === DYNAMIC) return 2.5;
  return extent === 0 ? 2 : 1 + Math.log2(extent) / 2;
}

/** Grows with the distance from zero, of large numbers with their bits; negative numbers are further away than positive ones. */
export function numberCost(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const sign = value < 0n ? 1 : 0;
  if (magnitude < 1n << 20n) return 2 * Number(magnitude) + sign;
  return 2 ** 21 + 2 ** 16 * magnitude.toString(2).length + sign;
}

/** Whole numbers are cheaper than fractions, infinities and NaNs the most expensive. */
export function floatCost(value: number): number {
  if (!Number.isFinite(value)) return 2 ** 24;
  const negative = value < 0 || Object.is(value, -0) ? 1 : 0;
  if (Number.isInteger(value)) return numberCost(BigInt(Math.abs(value))) + negative;
  return 2 ** 22 + Math.min(2 ** 20, Math.abs(value)) + String(value).length * 2 ** 8 + negative;
}

function attributeCost(attribute: Attribute, costs: Costs): AttributeCost {
  switch (attribute.kind) {
    case "integer":
      return { count: 1, types: costs.ofType(attribute.type), numbers: numberCost(attribute.value) };
    case "float":
      return { count: 1, types: costs.ofType(attribute.type), numbers: floatAttrCost(attribute.bits) };
    case "type":
      return { count: 1, types: costs.ofType(attribute.type), numbers: 0 };
    case "array":
      return several(attribute.elements, costs);
    case "dictionary":
      return several(
        attribute.entries.map(([, value]) => value),
        costs,
      );
    case "dense_array":
      return {
        count: 1 + attribute.values.length,
        types: 0,
        numbers: attribute.values.reduce<number>((total, v) => total + elementCost(v), 0), // prettier-ignore
      };
    case "dense":
      return { count: 1, types: costs.ofType(attribute.type), numbers: denseCost(attribute) };
    case "dense_string":
    case "sparse":
    case "dense_resource":
      return { count: 3, types: costs.ofType(attribute.type), numbers: 0 };
    default:
      return { count: 1, types: 0, numbers: 0 };
  }
}

/** What stands for a dynamic extent, offset or position is no number. */
const elementCost = (value: bigint | number): number =>
  typeof value === "number" ? floatCost(value) : value === DYNAMIC_BITS ? 0 : numberCost(value);

const DYNAMIC_BITS = BigInt(DYNAMIC);

function several(attributes: readonly Attribute[], costs: Costs): AttributeCost {
  let [count, types, numbers] = [1, 0, 0];
  for (const attribute of attributes) {
    const cost = costs.ofAttribute(attribute);
    count += cost.count;
    types += cost.types;
    numbers += cost.numbers;
  }
  return { count, types, numbers };
}

/** By bits: zero is the simplest, then numbers of which few bits are set. */
function floatAttrCost(bits: bigint): number {
  let ones = 0;
  for (let rest = bits; rest > 0n; rest &= rest - 1n) ones++;
  return bits === 0n ? 0 : 8 * ones + Number(bits.toString(2).length) / 64;
}

/** Bits that are set, element by element; a splat is one element. */
function denseCost({ type, data, splat }: DenseElementsAttr): number {
  const width = byteWidth(type.element) ?? 1;
  let total = splat ? 0 : data.length / width;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i] ?? 0;
    if (byte !== 0) total += 1 + byte / 256 + (i % width);
  }
  return total;
}
