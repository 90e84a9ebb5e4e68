// What the verifier works out once per definition: which checks there are to make, and which types were found to fit before.
import type { Attribute } from "../core/attributes.ts";
import type { Context } from "../core/context.ts";
import type { OpDefinition } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import { HasParent } from "../define/op-interfaces.ts";

/** How many shapes of one definition are remembered, at most. */
const MEMO_SIZE = 1024;

/** The shape of an op whose counts and types hold: they depend on nothing else. */
interface Shape {
  /** Of the operands, then of the results. */
  readonly types: readonly Type[];
  readonly operands: number;
  readonly regions: number;
  readonly successors: number;
  readonly segments: readonly (Attribute | undefined)[];
}

/** The checks of one definition in one context; lives as long as the context, whose definitions do not change. */
export class DefinitionChecks {
  readonly definition: OpDefinition;
  readonly allowedParents: readonly string[] | undefined;
  readonly mayBeSymbol: boolean;
  /** Nothing is asked of the ops but their counts, properties and types, and what their own verifiers ask. */
  readonly isPlain: boolean;
  /** Whether a property of each number was found to hold this attribute. */
  readonly accepted: (Attribute | undefined)[];
  readonly #segmentSlots: readonly number[];
  /** By the hash of their types: the last that had it. */
  readonly #shapes = new Map<number, Shape>();
  /** The one that fitted last: nearly always it does again. */
  #latest: Shape | undefined;

  constructor(sample: Operation) {
    this.definition = sample.definition;
    this.allowedParents = HasParent.of(sample);
    this.mayBeSymbol = sample.hasTrait("Symbol");
    this.isPlain =
      this.allowedParents === undefined &&
      !this.mayBeSymbol &&
      !sample.hasTrait("Terminator") &&
      this.definition.regions.length === 0;
    this.accepted = this.definition.properties.map(() => undefined);
    this.#segmentSlots = this.definition.properties.flatMap(({ name }, slot) =>
      name === "operandSegmentSizes" || name === "resultSegmentSizes" ? [slot] : [],
    );
  }

  /** Whether an op of the same types, counts and segments was remembered. */
  isKnown(op: Operation): boolean {
    if (this.#latest !== undefined && this.#fits(op, this.#latest)) return true;
    const shape = this.#shapes.get(hashOf(op));
    if (shape === undefined || !this.#fits(op, shape)) return false;
    this.#latest = shape;
    return true;
  }

  #fits(op: Operation, shape: Shape): boolean {
    const count = op.operandCount;
    const results = op.resultCount;
    const { types } = shape;
    if (count !== shape.operands || count + results !== types.length) return false;
    for (let i = 0; i < count; i++) if (op.operand(i).type !== types[i]) return false;
    for (let i = 0; i < results; i++) if (op.result(i).type !== types[count + i]) return false;
    if (op.regions.length !== shape.regions || op.successors.length !== shape.successors) return false;
    const slots = this.#segmentSlots;
    for (let i = 0; i < slots.length; i++) if (op.properties[slots[i]!] !== shape.segments[i]) return false;
    return true;
  }

  remember(op: Operation, operands: readonly Type[], results: readonly Type[]): void {
    if (this.#shapes.size === MEMO_SIZE) this.#shapes.clear();
    this.#shapes.set(hashOf(op), {
      types: [...operands, ...results],
      operands: op.operandCount,
      regions: op.regions.length,
      successors: op.successors.length,
      segments: this.#segmentSlots.map((slot) => op.properties[slot]),
    });
  }
}

/** Of the types of an op: a small integer. */
function hashOf(op: Operation): number {
  const operands = op.operandCount;
  const results = op.resultCount;
  let hash = operands;
  for (let i = 0; i < operands; i++) hash = Math.imul(hash, 31) + op.operand(i).type.id;
  for (let i = 0; i < results; i++) hash = Math.imul(hash, 31) + op.result(i).type.id;
  return hash & 0x3fff_ffff;
}

/** The checks of the definitions that the verifier has met in a context. */
export class CheckTable {
  readonly #checks = new Map<OpDefinition, DefinitionChecks>();

  of(op: Operation): DefinitionChecks {
    let checks = this.#checks.get(op.definition);
    if (checks === undefined) this.#checks.set(op.definition, (checks = new DefinitionChecks(op)));
    return checks;
  }
}

const tables = new WeakMap<Context, CheckTable>();

export function checkTable(context: Context): CheckTable {
  let table = tables.get(context);
  if (table === undefined) tables.set(context, (table = new CheckTable()));
  return table;
}
