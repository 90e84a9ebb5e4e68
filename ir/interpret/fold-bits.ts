// Constant attributes mapped bit pattern by bit pattern: folding that must not lose a NaN's payload, or precision beyond f64.
import type { Attribute } from "../core/attributes.ts";
import { denseElementsAttr, floatAttrFromBits, integerAttr } from "../core/attribute-constructors.ts";
import { byteWidth, elementCount, elementTypeOf, isStaticShape, type Type } from "../core/types.ts";

/** The pattern of each element of a constant, or one pattern for all. */
interface Patterns {
  readonly splat: boolean;
  readonly at: (index: number) => bigint;
}

function bytesToBits(data: Uint8Array, offset: number, width: number): bigint {
  let bits = 0n;
  for (let i = width - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(data[offset + i] ?? 0);
  return bits;
}

function patternsOf(attribute: Attribute): Patterns | undefined {
  if (attribute.kind === "float") return { splat: true, at: () => attribute.bits };
  if (attribute.kind === "integer") {
    const width = attribute.type.kind === "index" ? 64 : attribute.type.width;
    return { splat: true, at: () => BigInt.asUintN(width, attribute.value) };
  }
  if (attribute.kind !== "dense") return undefined;
  const width = byteWidth(attribute.type.element);
  const { data, splat } = attribute;
  return width === undefined ? undefined : { splat, at: (i) => bytesToBits(data, splat ? 0 : i * width, width) };
}

/** Whether `holds` is true of the pattern of every element; false of what is no constant with elements of its own. */
export function everyPattern(constant: Attribute | undefined, holds: (pattern: bigint) => boolean): boolean {
  const patterns = constant && patternsOf(constant);
  if (patterns === undefined) return false;
  const count = patterns.splat || constant?.kind !== "dense" ? 1 : elementCount(constant.type.shape);
  for (let i = 0; i < count; i++) if (!holds(patterns.at(i))) return false;
  return true;
}

/**
 * `apply` on the patterns of constants, element by element, as a constant of `type`; undefined where an operand is no constant
 * with elements of its own, or `apply` gives nothing for some element.
 */
export function foldBits(
  type: Type,
  constants: readonly (Attribute | undefined)[],
  apply: (...patterns: bigint[]) => bigint | undefined,
): Attribute | undefined {
  const operands: Patterns[] = [];
  for (const constant of constants) {
    const patterns = constant && patternsOf(constant);
    if (patterns === undefined) return undefined;
    operands.push(patterns);
  }
  const element = elementTypeOf(type);
  if (type.kind !== "tensor" && type.kind !== "vector") {
    const bits = apply(...operands.map(({ at }) => at(0)));
    if (bits === undefined) return undefined;
    if (element.kind === "float") return floatAttrFromBits(element, bits);
    return element.kind === "integer" || element.kind === "index" ? integerAttr(element, bits) : undefined;
  }
  const width = byteWidth(element);
  const splat = operands.every((operand) => operand.splat);
  if (width === undefined || !isStaticShape(type.shape)) return undefined;
  const count = splat ? 1 : elementCount(type.shape);
  const data = new Uint8Array(count * width);
  for (let i = 0; i < count; i++) {
    let bits = apply(...operands.map(({ at }) => at(i)));
    if (bits === undefined) return undefined;
    for (let byte = 0; byte < width; byte++, bits >>= 8n) data[i * width + byte] = Number(bits & 0xffn);
  }
  return denseElementsAttr(type, data, splat, width);
}
