// Types that agree up to what their shapes leave open: what MLIR's traits SameOperandsAndResultType and Elementwise ask.
import type { Operation } from "../core/operation.ts";
import { DYNAMIC, elementTypeOf, type Type } from "../core/types.ts";

const isShaped = ({ kind }: Type): boolean =>
  kind === "tensor" ||
  kind === "unranked_tensor" ||
  kind === "vector" ||
  kind === "memref" ||
  kind === "unranked_memref";

const shapeOf = (type: Type): readonly number[] | undefined =>
  type.kind === "tensor" || type.kind === "vector" || type.kind === "memref" ? type.shape : undefined;

/** Whether no dimension has two known extents. Unranked shapes fit every shape. */
function shapesAgree(types: readonly Type[]): boolean {
  const known: number[] = [];
  let rank: number | undefined;
  for (const type of types) {
    const shape = shapeOf(type);
    if (shape === undefined) continue;
    rank ??= shape.length;
    if (shape.length !== rank) return false;
    for (let d = 0; d < rank; d++) {
      const extent = shape[d] ?? DYNAMIC;
      const before = known[d] ?? DYNAMIC;
      if (before !== DYNAMIC && extent !== DYNAMIC && before !== extent) return false;
      if (before === DYNAMIC) known[d] = extent;
    }
  }
  return true;
}

/** Whether two types have one element type, and shapes of which neither contradicts the other. */
export function areCompatible(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (isShaped(a) !== isShaped(b)) return false;
  return isShaped(a) && elementTypeOf(a) === elementTypeOf(b) && shapesAgree([a, b]);
}

/** Whether two types are both scalars, or of shapes of which neither contradicts the other. */
export function haveCompatibleShapes(a: Type, b: Type): boolean {
  if (!isShaped(a) && !isShaped(b)) return true;
  return isShaped(a) === isShaped(b) && isScalable(a) === isScalable(b) && shapesAgree([a, b]);
}

const isScalable = (type: Type): boolean => type.kind === "vector" && type.scalable.includes(true);

const isMapped = ({ kind }: Type): boolean => kind === "vector" || kind === "tensor" || kind === "unranked_tensor";

function hasMapped(op: Operation): boolean {
  for (let i = 0; i < op.operandCount; i++) if (isMapped(op.operand(i).type)) return true;
  for (let i = 0; i < op.resultCount; i++) if (isMapped(op.result(i).type)) return true;
  return false;
}

/** What is wrong with the types of an op that applies to scalars, and element by element to vectors and tensors. */
export function verifyElementwise(op: Operation): string | undefined {
  if (!hasMapped(op)) return undefined;
  const results = op.results.filter(({ type }) => isMapped(type));
  const operands = op.operands.filter(({ type }) => isMapped(type));
  if (operands.length === 0) return "if a result is non-scalar, then at least one operand must be non-scalar";
  if (results.length === 0) return "if an operand is non-scalar, then there must be at least one non-scalar result";
  if (results.length !== op.resultCount) return "if an operand is non-scalar, then all results must be non-scalar";
  const types = [...operands, ...results].map(({ type }) => type);
  const [first] = types;
  const alike = types.every((type) => first && type.kind === first.kind && isScalable(type) === isScalable(first));
  return alike && shapesAgree(types)
    ? undefined
    : "all non-scalar operands/results must have the same shape and base type";
}
