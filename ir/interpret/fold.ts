// Constant folding by meaning: an op's scalar meaning evaluated on constant attributes.
import type { Attribute, DenseElementsAttr } from "../core/attributes.ts";
import { Operation } from "../core/operation.ts";
import {
  elementCount, isShaped, isStaticShape, type RankedTensorType, type ShapedType, type Type, type VectorType,
} from "../core/types.ts"; // prettier-ignore
import type { Value } from "../core/value.ts";
import { attributeOfValue, denseSplatElement, splatAttr, valueFromBytes, valueOfAttribute } from "./convert.ts";
import { liftScalar, liftScalars } from "./elementwise.ts";
import type { RuntimeValue, ScalarMeaning, ScalarsMeaning, ValueMeaning } from "./meaning.ts";
import { expectScalar } from "./operand.ts";
import { unlessUnwound } from "./unwind.ts";
import { DenseValue, type Scalar } from "./value.ts";

/**
 * The results of an op on constant operands, as attributes; undefined where an operand is no constant, a whole result is poison,
 * or the op is undefined behaviour there. All-splat operands give a splat. What is poison may be anything: by a flag alone it
 * becomes what the op computes without its flags, and elements that are poison besides become zero.
 */
export function foldByMeaning(
  op: Operation,
  constants: readonly (Attribute | undefined)[],
): readonly Attribute[] | undefined {
  const folded = foldAsItIs(op, constants, attributeOfValue);
  if (folded !== undefined || constants.includes(undefined)) return folded;
  const plain = withoutFlags(op);
  const results = foldAsItIs(plain ?? op, constants, attributeOfPoisoned);
  plain?.dropAllReferences();
  return results;
}

/** A detached copy without the properties' flags that may make poison of a result; undefined where it has none. */
function withoutFlags(op: Operation): Operation | undefined {
  const { context, definition } = op;
  const slots = [...op.properties];
  for (const [slot, { samples, defaultValue }] of definition.properties.entries()) {
    const [all, safe] = [samples?.(context, false) ?? [], samples?.(context, true) ?? []];
    if (safe.length < all.length) slots[slot] = defaultValue?.(context);
  }
  if (slots.every((attribute, slot) => attribute === op.properties[slot])) return undefined;
  const resultTypes = op.results.map(({ type }) => type);
  return Operation.create(context, definition, op.location, {
    operands: op.operands,
    resultTypes,
    propertySlots: slots,
  });
}

function foldAsItIs(
  op: Operation,
  constants: readonly (Attribute | undefined)[],
  attributeOf: typeof attributeOfValue,
): readonly Attribute[] | undefined {
  const meaning = op.definition.meaning;
  if (meaning?.kind === "value") return foldValues(op, meaning, constants, attributeOf);
  if (meaning?.kind !== "scalar" && meaning?.kind !== "scalars") return undefined;
  if (!meaning.folds) return undefined;
  if (constants.length !== op.operandCount) return undefined;
  const known: Attribute[] = [];
  for (const constant of constants) {
    if (constant === undefined) return undefined;
    known.push(constant);
  }
  const shape = shapeOfResults(op);
  const splat = shape !== undefined && known.every((attribute) => attribute.kind !== "dense" || attribute.splat);
  if (shape !== undefined && !isStaticShape(shape.shape)) return undefined;
  const operands: RuntimeValue[] = [];
  for (const attribute of known) {
    const value = splat && attribute.kind === "dense" ? splatElement(attribute) : valueOfAttribute(attribute);
    if (value === undefined) return undefined;
    operands.push(value);
  }
  const values = unlessUnwound(() => evaluate(op, meaning, operands, splat ? undefined : shape));
  if (values === undefined) return undefined;
  const results: Attribute[] = [];
  for (const [i, value] of values.entries()) {
    const type = op.result(i).type;
    const attribute =
      splat && isShaped(type) && type.kind !== "memref" ? splatOf(type, expectScalar(value)) : attributeOf(value, type);
    if (attribute === undefined) return undefined;
    results.push(attribute);
  }
  return results;
}

/** The constant of a value of which some elements are poison, which may be anything; undefined where all are. */
function attributeOfPoisoned(value: RuntimeValue, type: Type): Attribute | undefined {
  if (typeof value !== "object" || !("kind" in value) || value.kind !== "dense" || value.poison === null)
    return attributeOfValue(value, type);
  if (!value.poison.includes(0)) return undefined;
  return attributeOfValue(new DenseValue(value.shape, value.element, value.data), type);
}

/** Constants that are taken apart or put together have at most so many elements. */
const MOST_ELEMENTS = 1024;

const isSmall = ({ type }: Value): boolean => !isShaped(type) || elementCount(type.shape) <= MOST_ELEMENTS;

function foldValues(
  op: Operation,
  { onConstants }: ValueMeaning,
  constants: readonly (Attribute | undefined)[],
  attributeOf: typeof attributeOfValue,
): readonly Attribute[] | undefined {
  if (onConstants === undefined || ![...op.operands, ...op.results].every(isSmall)) return undefined;
  const known = constants.flatMap((constant) => (constant === undefined ? [] : (valueOfAttribute(constant) ?? [])));
  if (known.length !== op.operandCount) return undefined;
  const values = unlessUnwound(() => onConstants(op)(known));
  const results = values?.flatMap((value, i) => attributeOf(value, op.result(i).type) ?? []);
  return results?.length === op.resultCount ? results : undefined;
}

function shapeOfResults({ results }: Operation): ShapedType | undefined {
  for (const { type } of results) if (isShaped(type)) return type;
  return undefined;
}

/** The scalar that every element of a splat is. */
function splatElement(attribute: DenseElementsAttr): RuntimeValue | undefined {
  const element = denseSplatElement(attribute);
  if (element !== undefined) return valueOfAttribute(element);
  return unlessUnwound(() => valueFromBytes(attribute.type, attribute.data, []).get(0));
}

/** A splat of any number of elements, of which none but one is made. */
function splatOf(type: RankedTensorType | VectorType, scalar: Scalar): Attribute | undefined {
  const element = attributeOfValue(scalar, type.element);
  if (element?.kind === "integer" || element?.kind === "float") return splatAttr(type, element);
  return unlessUnwound(() => attributeOfValue(DenseValue.splat(type.shape, type.element, scalar), type));
}

function evaluate(
  op: Operation,
  meaning: ScalarMeaning | ScalarsMeaning,
  operands: readonly RuntimeValue[],
  shape: ShapedType | undefined,
): readonly RuntimeValue[] {
  if (meaning.kind === "scalars") {
    const apply = meaning.prepare(op);
    return shape === undefined
      ? apply(...operands.map(expectScalar))
      : liftScalars(
          apply,
          op.results.map((result) => result.type),
        )(operands);
  }
  const apply = meaning.prepare(op);
  return [
    shape === undefined ? apply(...operands.map(expectScalar)) : liftScalar(apply, shape, meaning.seesPoison)(operands),
  ];
}
