// Constructors of types; each returns the unique type of its context.
import type { Attribute } from "./attributes.ts";
import type { Context } from "./context.ts";
import type { TypeDefinition } from "./definition.ts";
import type {
  ComplexType, DialectType, FloatName, FloatType, FunctionType, IndexType, IntegerType, MemRefType, NoneType, OpaqueType,
  RankedTensorType, Signedness, TupleType, Type, UnrankedMemRefType, UnrankedTensorType, VectorType,
} from "./types.ts"; // prettier-ignore

/** Storage width in bits of every float type of LLVM 22. */
export const floatWidths: Readonly<Record<FloatName, number>> = {
  f16: 16, bf16: 16, f32: 32, f64: 64, tf32: 19, f80: 80, f128: 128,
  f8E5M2: 8, f8E4M3: 8, f8E4M3FN: 8, f8E5M2FNUZ: 8, f8E4M3FNUZ: 8, f8E4M3B11FNUZ: 8, f8E3M4: 8, f8E8M0FNU: 8,
  f6E2M3FN: 6, f6E3M2FN: 6, f4E2M1FN: 4,
}; // prettier-ignore

export function integerType(context: Context, width: number, signedness: Signedness = "signless"): IntegerType {
  return context.uniqueType("integer", `${width} ${signedness}`, { kind: "integer", width, signedness });
}
const makeI1 = (context: Context): IntegerType => integerType(context, 1);
const makeI8 = (context: Context): IntegerType => integerType(context, 8);
const makeI32 = (context: Context): IntegerType => integerType(context, 32);
const makeI64 = (context: Context): IntegerType => integerType(context, 64);
const makeIndex = (context: Context): IndexType => context.uniqueType("index", "", { kind: "index" });

export const i1 = (context: Context): IntegerType => context.once(makeI1);
export const i8 = (context: Context): IntegerType => context.once(makeI8);
export const i32 = (context: Context): IntegerType => context.once(makeI32);
export const i64 = (context: Context): IntegerType => context.once(makeI64);
export const indexType = (context: Context): IndexType => context.once(makeIndex);

export function floatType(context: Context, name: FloatName): FloatType {
  return context.uniqueType("float", name, { kind: "float", name, width: floatWidths[name] });
}
export const f32 = (context: Context): FloatType => floatType(context, "f32");
export const f64 = (context: Context): FloatType => floatType(context, "f64");

export function noneType(context: Context): NoneType {
  return context.uniqueType("none", "", { kind: "none" });
}

export function complexType(element: Type): ComplexType {
  return element.context.uniqueType("complex", `${element.id}`, { kind: "complex", element });
}

const ids = (types: readonly Type[]): string => types.map((type) => type.id).join();

/** From this many types on, a list is found by a hash: its text would be as long as the list. */
const LONG_LIST = 256;

const sameTypes = (a: readonly Type[], b: readonly Type[]): boolean =>
  a.length === b.length && a.every((type, i) => type === b[i]);

/** FNV-1a over the numbers of the types: a key, not an identity. */
function hashOf(types: readonly Type[]): string {
  let hash = 0x811c9dc5;
  for (const { id } of types) hash = Math.imul(hash ^ id, 0x01000193);
  return `${types.length} ${hash >>> 0}`;
}

export function tupleType(context: Context, elements: readonly Type[]): TupleType {
  if (elements.length >= LONG_LIST) {
    return context.uniqueTypeByContents(
      "tuple",
      hashOf(elements),
      (known) => sameTypes(known.elements, elements),
      () => ({ kind: "tuple", elements: [...elements] }),
    );
  }
  return context.uniqueType("tuple", ids(elements), { kind: "tuple", elements: [...elements] });
}

export function functionType(context: Context, inputs: readonly Type[], results: readonly Type[]): FunctionType {
  if (inputs.length + results.length >= LONG_LIST) {
    return context.uniqueTypeByContents(
      "function",
      `${hashOf(inputs)} ${hashOf(results)}`,
      (known) => sameTypes(known.inputs, inputs) && sameTypes(known.results, results),
      () => ({ kind: "function", inputs: [...inputs], results: [...results] }),
    );
  }
  return context.uniqueType("function", `${ids(inputs)} -> ${ids(results)}`, {
    kind: "function",
    inputs: [...inputs],
    results: [...results],
  });
}

export function tensorType(shape: readonly number[], element: Type, encoding?: Attribute): RankedTensorType {
  return element.context.uniqueType("tensor", `${shape.join("x")} ${element.id} ${encoding?.id ?? 0}`, {
    kind: "tensor",
    shape: [...shape],
    element,
    encoding,
  });
}

export function unrankedTensorType(element: Type): UnrankedTensorType {
  return element.context.uniqueType("unranked_tensor", `${element.id}`, { kind: "unranked_tensor", element });
}

/** An identity layout given explicitly (a strided layout equal to row-major with offset 0) is kept as it is, as MLIR does. */
export function memrefType(
  shape: readonly number[],
  element: Type,
  options: { layout?: Attribute | undefined; memorySpace?: Attribute | undefined } = {},
): MemRefType {
  const layout = options.layout?.kind === "affine_map" && options.layout.map.isIdentity ? undefined : options.layout;
  const memorySpace = options.memorySpace;
  return element.context.uniqueType(
    "memref",
    `${shape.join("x")} ${element.id} ${layout?.id ?? 0} ${memorySpace?.id ?? 0}`,
    {
      kind: "memref",
      shape: [...shape],
      element,
      layout,
      memorySpace,
    },
  );
}

export function unrankedMemrefType(element: Type, memorySpace?: Attribute): UnrankedMemRefType {
  return element.context.uniqueType("unranked_memref", `${element.id} ${memorySpace?.id ?? 0}`, {
    kind: "unranked_memref",
    element,
    memorySpace,
  });
}

export function vectorType(shape: readonly number[], element: Type, scalable?: readonly boolean[]): VectorType {
  const flags = scalable ?? shape.map(() => false);
  return element.context.uniqueType("vector", `${shape.join("x")} ${element.id} ${flags.map(Number).join("")}`, {
    kind: "vector",
    shape: [...shape],
    element,
    scalable: [...flags],
  });
}

export function dialectType(
  context: Context,
  definition: TypeDefinition,
  parameters: readonly (Type | Attribute)[] = [],
): DialectType {
  const key = `${definition.name} ${parameters.map((p) => p.id).join()}`;
  return context.uniqueType("dialect", key, { kind: "dialect", definition, parameters: [...parameters] });
}

export function opaqueType(context: Context, dialect: string, text: string): OpaqueType {
  return context.uniqueType("opaque", `${dialect} ${text}`, { kind: "opaque", dialect, text });
}

/** The same shaped type with another element type; a scalar type gives the element type itself. */
export function withElementType(type: Type, element: Type): Type {
  switch (type.kind) {
    case "tensor":
      return tensorType(type.shape, element, type.encoding);
    case "vector":
      return vectorType(type.shape, element, type.scalable);
    case "memref":
      return memrefType(type.shape, element, type);
    case "unranked_tensor":
      return unrankedTensorType(element);
    default:
      return element;
  }
}

/** The same shaped type with another shape. */
export function withShape(
  type: RankedTensorType | VectorType,
  shape: readonly number[],
): RankedTensorType | VectorType {
  return type.kind === "tensor" ? tensorType(shape, type.element, type.encoding) : vectorType(shape, type.element);
}
