// Constant attributes of a type, biased to the boundaries: 0, 1, -1, least, greatest, powers of two, NaN, infinities, -0, subnormals.
import type { Attribute, FloatAttr, IntegerAttr } from "../../core/attributes.ts";
import {
  arrayAttr,
  denseElementsAttr,
  floatAttr,
  floatAttrFromBits,
  integerAttr,
} from "../../core/attribute-constructors.ts";
import type { Context } from "../../core/context.ts";
import {
  byteWidth,
  elementCount,
  representationOf,
  type FloatType,
  type IndexType,
  type IntegerType,
  type Type,
} from "../../core/types.ts";
import { seededSource, type RandomSource } from "../random-source.ts";

/** By type, frequent values several times. */
interface Samples {
  readonly attributes: Map<Type, readonly Attribute[]>;
  /** Of elements, as dense attributes hold them. */
  readonly bytes: Map<Type, readonly Uint8Array[]>;
}
const samplesOf = new WeakMap<Context, Samples>();

/** How many attributes a shaped type keeps. */
const DENSE_SAMPLES = 12;
/** Larger constants are splats. */
const LARGEST_DENSE = 64;

/** A constant attribute of a type; undefined for types that have none. */
export function constantAttribute(type: Type, random: RandomSource): Attribute | undefined {
  const samples = constantSamples(type);
  if (samples.length === 0) return undefined;
  if (type.kind === "integer" && type.width > 8 && random.below(12) === 0)
    return integerAttr(type, random.bits(type.width));
  return samples[random.below(samples.length)];
}

/** The samples of a type, made once a context. */
export function constantSamples(type: Type): readonly Attribute[] {
  const { attributes } = samplesIn(type.context);
  let samples = attributes.get(type);
  if (samples === undefined) attributes.set(type, (samples = makeSamples(type)));
  return samples;
}

function samplesIn(context: Context): Samples {
  let samples = samplesOf.get(context);
  if (samples === undefined) samplesOf.set(context, (samples = { attributes: new Map(), bytes: new Map() }));
  return samples;
}

/** The samples of a scalar type as bytes. */
function sampleBytes(type: Type, width: number): readonly Uint8Array[] {
  const { bytes } = samplesIn(type.context);
  let made = bytes.get(type);
  if (made === undefined) bytes.set(type, (made = constantSamples(type).map((part) => elementBytes(part, width))));
  return made;
}

function makeSamples(type: Type): readonly Attribute[] {
  switch (type.kind) {
    case "integer":
    case "index":
      return integerSamples(type);
    case "float":
      return floatSamples(type);
    case "complex": {
      const parts = constantSamples(type.element);
      const random = seededSource(parts.length);
      return parts.map((part) => arrayAttr(type.context, [part, random.pick(parts)]));
    }
    case "tensor":
    case "vector":
      return denseSamples(type);
    default: {
      const represented = representationOf(type);
      return represented === type ? [] : constantSamples(represented);
    }
  }
}

function integerSamples(type: IntegerType | IndexType): readonly Attribute[] {
  const width = type.kind === "index" ? 64 : type.width;
  const make = (value: bigint): Attribute => integerAttr(type, value);
  if (width === 1) return [make(0n), make(1n)];
  const top = 1n << BigInt(width - 1);
  const common = [0n, 0n, 0n, 0n, 1n, 1n, 1n, 1n, -1n, -1n, -1n, 2n, 2n, 3n, 4n, 5n, 7n, 8n];
  const boundaries = [
    top,
    top - 1n,
    top,
    top - 1n,
    -2n,
    -3n,
    top + 1n,
    BigInt(width),
    BigInt(width - 1),
    BigInt(width + 1),
  ];
  const powers = [16n, 1n << BigInt(width >> 1), (1n << BigInt(width >> 1)) - 1n, top >> 1n];
  const wide = width < 8 ? [] : [10n, 100n, 127n, 128n, 255n, 0x55n];
  return [...common, ...boundaries, ...powers, ...wide].map(make);
}

/** Formats without infinities, zeros or signs round these to what they have. */
function floatSamples(type: FloatType): readonly Attribute[] {
  const values = [
    0,
    0,
    0,
    -0,
    -0,
    1,
    1,
    1,
    -1,
    -1,
    2,
    0.5,
    -0.5,
    3,
    -2,
    10,
    0.1,
    NaN,
    NaN,
    Infinity,
    -Infinity,
    1.5,
    2.5,
    1e10,
    65504,
  ];
  const least = floatAttrFromBits(type, 1n);
  const sign = 1n << BigInt(type.width - 1);
  const hasMantissa = type.width >= 16;
  const odd = hasMantissa
    ? [
        least,
        floatAttrFromBits(type, sign | 1n),
        floatAttr(type, Number.MAX_VALUE),
        floatAttr(type, 3.4028234663852886e38),
        floatAttr(type, 1.1754943508222875e-38),
      ]
    : [least];
  return [...values.map((value) => floatAttr(type, value)), ...odd];
}

function denseSamples(type: Extract<Type, { kind: "tensor" | "vector" }>): readonly Attribute[] {
  const width = byteWidth(type.element);
  if (width === undefined || type.shape.some((extent) => extent < 0)) return [];
  const parts = sampleBytes(type.element, width);
  if (parts.length === 0) return [];
  const random = seededSource(type.shape.length * 31 + parts.length);
  const count = elementCount(type.shape);
  const splatOnly = count > LARGEST_DENSE || (type.kind === "vector" && type.scalable.includes(true));
  const samples: Attribute[] = [];
  for (let n = 0; n < DENSE_SAMPLES; n++) {
    const isSplat = splatOnly || n % 3 !== 2;
    if (isSplat) samples.push(denseElementsAttr(type, random.pick(parts), true, width));
    else {
      const data = new Uint8Array(count * width);
      for (let i = 0; i < count; i++) data.set(random.pick(parts), i * width);
      samples.push(denseElementsAttr(type, data, false, width));
    }
  }
  return samples;
}

/** The little-endian bytes of a scalar constant: of both parts where it is complex. */
export function elementBytes(attribute: Attribute, width: number): Uint8Array {
  const data = new Uint8Array(width);
  if (attribute.kind === "array") {
    attribute.elements.forEach((part, i) => data.set(elementBytes(part, width / 2), (i * width) / 2));
    return data;
  }
  let bits = bitsOf(attribute, width);
  for (let i = 0; i < width; i++, bits >>= 8n) data[i] = Number(bits & 0xffn);
  return data;
}

function bitsOf(attribute: Attribute, width: number): bigint {
  if (isScalar(attribute))
    return attribute.kind === "float" ? attribute.bits : BigInt.asUintN(8 * width, attribute.value);
  throw new Error(`an attribute of kind '${attribute.kind}' is no scalar constant`);
}

const isScalar = (attribute: Attribute): attribute is IntegerAttr | FloatAttr =>
  attribute.kind === "integer" || attribute.kind === "float";
