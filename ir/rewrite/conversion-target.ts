// ConversionTarget: which ops are legal after a dialect conversion. An op's own entry counts before its dialect's.
import type { Operation } from "../core/operation.ts";

export type Legality = "legal" | "illegal" | "unknown";
/** Legal when true, illegal when false; undefined asks the next entry. */
export type LegalityPredicate = (op: Operation) => boolean | undefined;

type Entry = "legal" | "illegal" | LegalityPredicate;
type OpName = string | { readonly name: string };

const nameOf = (op: OpName): string => (typeof op === "string" ? op : op.name);

export class ConversionTarget {
  readonly #ops = new Map<string, Entry>();
  readonly #dialects = new Map<string, Entry>();
  readonly #recursive = new Map<string, LegalityPredicate>();
  #others: LegalityPredicate | undefined;

  legalOps(...ops: readonly OpName[]): this {
    for (const op of ops) this.#ops.set(nameOf(op), "legal");
    return this;
  }

  illegalOps(...ops: readonly OpName[]): this {
    for (const op of ops) this.#ops.set(nameOf(op), "illegal");
    return this;
  }

  legalDialects(...names: readonly string[]): this {
    for (const name of names) this.#dialects.set(name, "legal");
    return this;
  }

  illegalDialects(...names: readonly string[]): this {
    for (const name of names) this.#dialects.set(name, "illegal");
    return this;
  }

  /** Legal where `predicate` says so. */
  dynamicallyLegalOps(ops: readonly OpName[], predicate: LegalityPredicate): this {
    for (const op of ops) this.#ops.set(nameOf(op), predicate);
    return this;
  }

  dynamicallyLegalDialects(names: readonly string[], predicate: LegalityPredicate): this {
    for (const name of names) this.#dialects.set(name, predicate);
    return this;
  }

  /** Decides about ops that nothing else says anything about. */
  othersDynamicallyLegal(predicate: LegalityPredicate): this {
    this.#others = predicate;
    return this;
  }

  /** Where such an op is legal, so is all inside it. */
  recursivelyLegalOps(ops: readonly OpName[], predicate: LegalityPredicate = () => true): this {
    for (const op of ops) this.#recursive.set(nameOf(op), predicate);
    return this;
  }

  legality(op: Operation): Legality {
    for (const entry of [this.#ops.get(op.name), this.#dialects.get(op.definition.dialect), this.#others]) {
      if (entry === undefined) continue;
      if (typeof entry === "string") return entry;
      const legal = entry(op);
      if (legal !== undefined) return legal ? "legal" : "illegal";
    }
    return "unknown";
  }

  isRecursivelyLegal(op: Operation): boolean {
    return this.#recursive.get(op.name)?.(op) === true;
  }
}
