// Conversions of run-time values: from and to constant attributes, little-endian bytes, and the memory of a memref.
import type { Attribute, DenseElementsAttr, FloatAttr, IntegerAttr, SparseElementsAttr } from "../core/attributes.ts";
import {
  arrayAttr,
  denseElementsAttr,
  floatAttr,
  floatAttrFromBits,
  integerAttr,
} from "../core/attribute-constructors.ts";
import { bitsToFloat, floatToBits } from "../core/float-bits.ts";
import {
  byteWidth,
  elementCount,
  representationOf,
  type IndexType,
  type IntegerType,
  type RankedTensorType,
  type ShapedType,
  type Type,
  type VectorType,
} from "../core/types.ts";
import { meterAllocation, noteNaNBits } from "./ledger.ts";
import type { RuntimeValue } from "./meaning.ts";
import { Memory, type MemRefValue } from "./memory.ts";
import { checkWhole, checkWritable, forEachAddress, isContiguous } from "./memref.ts";
import { hasElementArray, type ElementArray } from "./element-array.ts";
import { readPacked, writePacked } from "./packed-elements.ts";
import { canonicalIndex, DenseValue, POISON, type ComplexValue, type Scalar } from "./value.ts";

// --- attributes ------------------------------------------------------------------------------------------------------

/** The canonical scalar of an exact integer. */
export function integerScalar(type: IntegerType | IndexType, value: bigint): Scalar {
  if (type.kind === "index") return canonicalIndex(value);
  if (type.width > 32)
    return type.signedness === "unsigned" ? BigInt.asUintN(type.width, value) : BigInt.asIntN(type.width, value);
  const unsigned = type.width === 1 || type.signedness === "unsigned";
  return Number(unsigned ? BigInt.asUintN(type.width, value) : BigInt.asIntN(type.width, value));
}

/** The value that a constant attribute stands for, or undefined for attributes that are no constants (or dense_resource). */
export function valueOfAttribute(attribute: Attribute): RuntimeValue | undefined {
  // A buffer is a place in memory, which elements are not.
  if ("type" in attribute && attribute.type?.kind === "memref") return undefined;
  switch (attribute.kind) {
    case "integer":
      return integerScalar(attribute.type, attribute.value);
    case "float":
      return bitsToFloat(attribute.type.name, attribute.bits);
    case "dense":
      return hasElementArray(attribute.type.element) ? valueOfDense(attribute) : undefined;
    case "sparse":
      return hasElementArray(attribute.type.element) ? valueOfSparse(attribute) : undefined;
    default:
      return undefined;
  }
}

/** The elements of a dense attribute, a splat written out. A run that is handed a known value pays for it as for a new one. */
export function valueOfDense(attribute: DenseElementsAttr): DenseValue {
  const known = smallValues.get(attribute);
  if (known !== undefined) {
    meterAllocation(known.stored.byteLength);
    return known;
  }
  const { type, data, splat } = attribute;
  const value = splat
    ? DenseValue.splat(type.shape, type.element, valueFromBytes(type, data, []).get(0))
    : valueFromBytes(type, data, type.shape);
  if (value.count <= MOST_KEPT) smallValues.set(attribute, value);
  return value;
}

/** Elements of small constants, which many ops share: taking them out of bytes costs more than most ops on them. */
const smallValues = new WeakMap<DenseElementsAttr, DenseValue>();
const MOST_KEPT = 64;

/** The elements of a sparse attribute, the zeros written out; undefined for strings. */
function valueOfSparse({ type, indices, values }: SparseElementsAttr): DenseValue | undefined {
  if (values.kind !== "dense") return undefined;
  const [positions, elements] = [valueOfDense(indices), valueOfDense(values)];
  const result = DenseValue.zeros(type.shape, type.element);
  const rank = type.shape.length;
  for (let row = 0; row < elements.count; row++) {
    let position = 0;
    type.shape.forEach((extent, d) => (position = position * extent + Number(positions.get(row * rank + d))));
    result.set(position, elements.get(row));
  }
  return result;
}

/** The constant attribute of a value at an IR type, or at what represents it; undefined for poison, and for values that no attribute holds. */
export function attributeOfValue(value: RuntimeValue, declared: Type): Attribute | undefined {
  const type = representationOf(declared);
  if (value === POISON) return undefined;
  if (typeof value === "number" || typeof value === "bigint") {
    if (type.kind === "float") return floatAttr(type, Number(value));
    return type.kind === "integer" || type.kind === "index" ? integerAttr(type, BigInt(value)) : undefined;
  }
  if (!("kind" in value)) return type.kind === "complex" ? complexAttr(value, type.element) : undefined;
  if (value.kind !== "dense" || value.poison !== null) return undefined;
  return type.kind === "tensor" || type.kind === "vector" ? denseOfValue(value, type) : undefined;
}

/** A complex number as complex.constant holds it. */
function complexAttr({ re, im }: ComplexValue, element: Type): Attribute | undefined {
  const [first, second] = [attributeOfValue(re, element), attributeOfValue(im, element)];
  return first && second && arrayAttr(element.context, [first, second]);
}

function denseOfValue(value: DenseValue, type: RankedTensorType | VectorType): DenseElementsAttr {
  const shape = type.kind === "tensor" && type.shape.some((extent) => extent < 0) ? undefined : type;
  if (shape === undefined) throw new Error("a constant needs a static shape");
  return denseElementsAttr(shape, bytesOfValue(value), false, byteWidth(type.element)!);
}

/** `dense<scalar>` of a type whose elements have the scalar's type, bit for bit. */
export function splatAttr(type: ShapedType, scalar: IntegerAttr | FloatAttr): DenseElementsAttr {
  const width = byteWidth(type.element)!;
  let bits = scalar.kind === "float" ? scalar.bits : BigInt.asUintN(8 * width, scalar.value);
  const data = new Uint8Array(width);
  for (let i = 0; i < width; i++, bits >>= 8n) data[i] = Number(bits & 0xffn);
  return denseElementsAttr(type, data, true, width);
}

/** The scalar that every element of a splat is, bit for bit; undefined for other elements (complex) and where elements differ. */
export function denseSplatElement({ type, data, splat }: DenseElementsAttr): IntegerAttr | FloatAttr | undefined {
  if (!splat) return undefined;
  let bits = 0n;
  for (let i = data.length - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(data[i]!);
  const { element } = type;
  if (element.kind === "float") return floatAttrFromBits(element, bits);
  return element.kind === "integer" || element.kind === "index" ? integerAttr(element, bits) : undefined;
}

// --- bytes -----------------------------------------------------------------------------------------------------------

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Whether an element array of this type has the same bytes as memory: not so for floats below 32 bits, nor for i1 and odd widths. */
function sharesBytes(element: Type): boolean {
  if (!littleEndian) return false;
  if (element.kind === "complex") return sharesBytes(element.element);
  if (element.kind === "float") return element.name === "f32" || element.name === "f64";
  return element.kind === "index" || (element.kind === "integer" && [8, 16, 32, 64].includes(element.width));
}

function bytesOf(data: ElementArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Little-endian bytes, `byteWidth` an element (bool one, bf16 two), as a value of a shaped type. Throws where the count differs. */
export function valueFromBytes(
  type: { readonly element: Type },
  bytes: Uint8Array,
  shape: readonly number[],
): DenseValue {
  const { element } = type;
  const width = byteWidth(element);
  const count = elementCount(shape);
  if (width === undefined || bytes.length !== count * width) {
    throw new Error(`${bytes.length} bytes for ${count} elements of ${width ?? "unknown"} bytes`);
  }
  const value = DenseValue.zeros(shape, element);
  if (sharesBytes(element)) bytesOf(value.data).set(bytes);
  else {
    const memory = memoryOver(bytes);
    for (let i = 0; i < count; i++) value.set(i, memory.decode(i * width, element));
  }
  return value;
}

/** The elements as little-endian bytes; those of poison elements are 0. */
export function bytesOfValue(value: DenseValue): Uint8Array {
  const { element } = value;
  const width = byteWidth(element);
  if (width === undefined) throw new Error(`elements of kind '${element.kind}' have no bytes`);
  if (sharesBytes(element)) {
    const bytes = bytesOf(value.data).slice();
    value.poison?.forEach((flag, i) => {
      if (flag === 1) bytes.fill(0, i * width, (i + 1) * width);
    });
    return bytes;
  }
  const memory = new Memory({ initialBytes: Math.max(1, value.count * width) });
  for (let i = 0; i < value.count; i++) {
    const scalar = value.get(i);
    if (scalar !== POISON) memory.store(i * width, element, scalar);
  }
  return memory.bytes.slice(0, value.count * width);
}

/** A memory whose bytes are these: the element codec of Memory on bytes from elsewhere. */
function memoryOver(bytes: Uint8Array): Memory {
  const memory = new Memory({ initialBytes: Math.max(1, bytes.length) });
  memory.bytes.set(bytes);
  memory.undefinedBytes.fill(0);
  return memory;
}

/** The bits of a scalar of a type, unsigned. */
export function bitsOfScalar(type: Type, value: number | bigint): bigint {
  if (type.kind === "float") {
    const number = Number(value);
    if (Number.isNaN(number)) noteNaNBits();
    return floatToBits(type.name, number);
  }
  return BigInt.asUintN(type.kind === "integer" ? type.width : 64, BigInt(value));
}

/** The scalar of a type with these bits: bitcasts. */
export function scalarOfBits(type: Type, bits: bigint): Scalar {
  if (type.kind === "float") return bitsToFloat(type.name, bits);
  if (type.kind === "integer" || type.kind === "index") return integerScalar(type, bits);
  throw new Error(`no scalar of kind '${type.kind}' has bits`);
}

/** The elements' bits as elements of another type of their width: bitcasts. */
export function bitcastElements(source: DenseValue, element: Type): DenseValue {
  const shared = sharedBits(source, element, source.shape);
  if (shared !== undefined) return shared;
  const result = DenseValue.zeros(source.shape, element);
  for (let i = 0, n = source.count; i < n; i++) {
    const scalar = source.get(i);
    if (typeof scalar === "object") throw new Error("a complex number has no bitcast");
    result.set(i, scalar === POISON ? POISON : scalarOfBits(element, bitsOfScalar(source.element, scalar)));
  }
  return result;
}

/** The same bits under another shape and type: signalling NaNs too. Undefined where arrays do not hold the bits as they are, and where some are poison. */
export function sharedBits(source: DenseValue, element: Type, shape: readonly number[]): DenseValue | undefined {
  if (source.poison !== null || !sharesBytes(source.element) || !sharesBytes(element)) return undefined;
  const result = DenseValue.zeros(shape, element);
  const { data } = source;
  if (source.element.kind === "float" && data.some(Number.isNaN)) noteNaNBits();
  bytesOf(result.data).set(bytesOf(data));
  return result;
}

// --- memory ----------------------------------------------------------------------------------------------------------

/** From so many elements on, their bytes are copied at once; fewer are moved one by one, since asking for an array's bytes costs more. */
const MANY = 64;

/** The elements of a memref as a value. Undefined behaviour where the view leaves its buffer. */
export function copyIn(memory: Memory, memref: MemRefValue): DenseValue {
  checkWhole(memref);
  const value = DenseValue.zeros(memref.sizes, memref.element);
  const width = byteWidth(memref.element)!;
  const start = memref.base + memref.offset * width;
  const bytes = value.count * width;
  if (!isContiguous(memref) || !memory.isDefined(start, bytes))
    forEachAddress(memref, (address, position) => value.set(position, memory.load(address, memref.element)));
  else if (value.count >= MANY && sharesBytes(memref.element))
    bytesOf(value.data).set(memory.bytes.subarray(start, start + bytes));
  else readPacked(memory, start, value);
  return value;
}

/** Writes a value of the same shape through a memref. */
export function copyOut(memory: Memory, memref: MemRefValue, value: DenseValue): void {
  checkWhole(memref);
  checkWritable(memref.allocation);
  if (!isContiguous(memref) || value.poison !== null) {
    forEachAddress(memref, (address, position) => memory.store(address, memref.element, value.get(position)));
    return;
  }
  const width = byteWidth(memref.element)!;
  const start = memref.base + memref.offset * width;
  const bytes = value.count * width;
  memory.noteWrite(start, bytes);
  if (value.count >= MANY && sharesBytes(memref.element)) {
    memory.bytes.set(bytesOf(value.data), start);
    memory.undefinedBytes.fill(0, start, start + bytes);
  } else writePacked(memory, start, value);
}
