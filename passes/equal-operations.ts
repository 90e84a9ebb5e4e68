// When two operations compute the same, but for what is in their regions: a hash that equal ones share, and the comparison.
import type { Attribute } from "../ir/core/attributes.ts";
import type { OpDefinition } from "../ir/core/definition.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { Value } from "../ir/core/value.ts";

/** Locations do not count. The blocks of the ops, and of what they use, are numbered. */
export class OperationHasher {
  readonly #definitions = new Map<OpDefinition, number>();

  of(op: Operation): number {
    const { operandCount, properties, resultCount } = op;
    let hash = this.#definition(op.definition);
    // Operands of commutative ops count in any order, and so do all in the hash.
    for (let i = 0; i < operandCount; i++) hash = (hash + hashOfValue(op.operand(i))) | 0;
    for (let i = 0; i < properties.length; i++) hash = (Math.imul(hash, 31) + (properties[i]?.id ?? 0)) | 0;
    for (let i = 0; i < resultCount; i++) hash = (Math.imul(hash, 31) + op.result(i).type.id) | 0;
    return hash;
  }

  #definition(definition: OpDefinition): number {
    let number = this.#definitions.get(definition);
    if (number === undefined) this.#definitions.set(definition, (number = this.#definitions.size + 1));
    return number;
  }
}

/** By the place in its block, which costs no table of values; values of several blocks may share it. */
function hashOfValue({ definingOp, index }: Value): number {
  const hash = Math.imul(definingOp === null ? ~index : definingOp.order * 2 + index, 0x9e3779b1);
  // Else sums of neighbours would often be equal.
  return hash ^ (hash >>> 15);
}

export function areEqualOperations(a: Operation, b: Operation): boolean {
  if (a.definition !== b.definition || a.operandCount !== b.operandCount || a.resultCount !== b.resultCount)
    return false;
  for (let i = 0; i < a.resultCount; i++) if (a.result(i).type !== b.result(i).type) return false;
  for (let slot = 0; slot < a.properties.length; slot++) if (a.properties[slot] !== b.properties[slot]) return false;
  return haveSameOperands(a, b) && haveSameDiscardable(a, b);
}

function haveSameOperands(a: Operation, b: Operation): boolean {
  let same = true;
  for (let i = 0; i < a.operandCount && same; i++) same = a.operand(i) === b.operand(i);
  if (same || !a.hasTrait("Commutative")) return same;
  const rest = b.operands;
  for (const value of a.operands) {
    const at = rest.indexOf(value);
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return true;
}

function haveSameDiscardable(a: Operation, b: Operation): boolean {
  if (!a.hasDiscardable && !b.hasDiscardable) return true;
  const others = new Map<string, Attribute>(b.discardable);
  return (
    a.discardable.length === others.size && a.discardable.every(([name, attribute]) => others.get(name) === attribute)
  );
}
