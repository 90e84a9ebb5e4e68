// Sparse constant propagation: which values are one constant on all live paths, by folding ops on what is known of their operands.
import type { Attribute } from "../../core/attributes.ts";
import { Journal } from "../../core/journal.ts";
import type { FoldResult } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { ConstantValue } from "../../define/op-interfaces.ts";
import { foldWith } from "../../rewrite/fold.ts";
import type { DeadCodeAnalysis } from "./dead-code.ts";
import type { DataFlowSolver } from "./solver.ts";
import { SparseForwardAnalysis } from "./sparse-forward.ts";

/** A constant, and the dialect that can make an op of it. */
export interface KnownConstant {
  readonly attribute: Attribute;
  readonly dialect: string;
}

/** A constant; or null, any value. */
export type ConstantElement = KnownConstant | null;

export class ConstantPropagation extends SparseForwardAnalysis<ConstantElement> {
  readonly #journal = new Journal();

  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis) {
    super(solver, deadCode);
    deadCode.constants = (value, reader) => {
      const element = this.subscribe(value, reader);
      return element === undefined ? null : element?.attribute;
    };
  }

  /** The constant that a value is known to be. */
  constantOf(value: Value): KnownConstant | undefined {
    return this.elementOf(value) ?? undefined;
  }

  /** Another analysis found out that a value is this constant, or no constant that it knows of. */
  learn(value: Value, element: ConstantElement): void {
    this.join(value, element);
  }

  protected joined(a: ConstantElement, b: ConstantElement): ConstantElement {
    return a === null || a.attribute === b?.attribute ? a : null;
  }

  protected entryState(): ConstantElement {
    return null;
  }

  protected transfer(op: Operation, operands: readonly (ConstantElement | undefined)[]): void {
    const { dialect } = op.definition;
    if (operands.length === 0) {
      const attribute = op.resultCount === 1 ? ConstantValue.of(op)?.(op) : undefined;
      if (attribute !== undefined) {
        this.join(op.result(), { attribute, dialect });
        return;
      }
    }
    if (op.regions.length > 0) {
      this.joinEntryStates(op.results);
      return;
    }
    const constants: (Attribute | undefined)[] = [];
    for (const element of operands) {
      if (element === undefined) return;
      constants.push(element?.attribute);
    }
    const folded = this.#fold(op, constants);
    if (folded === undefined || folded === "inPlace") {
      this.joinEntryStates(op.results);
      return;
    }
    folded.forEach((item, i) => {
      if ("kind" in item) this.join(op.result(i), { attribute: item, dialect });
      else this.join(op.result(i), this.elementOf(item) ?? null);
    });
  }

  /** Folders may change the op itself; that is undone. */
  #fold(op: Operation, constants: readonly (Attribute | undefined)[]): FoldResult {
    const { context } = op;
    const outer = context.journal;
    context.journal = this.#journal;
    try {
      return foldWith(op, constants);
    } finally {
      context.journal = null;
      if (this.#journal.mark() > 0) this.#journal.rollback();
      context.journal = outer;
    }
  }
}
