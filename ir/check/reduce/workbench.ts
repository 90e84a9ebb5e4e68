// The module being shrunk: edits are tried on it in place, under the undo journal, and kept or undone.
import { verify } from "../../analysis/verify.ts";
import { cloneOp } from "../../core/clone.ts";
import { Journal } from "../../core/journal.ts";
import type { Operation } from "../../core/operation.ts";
import { remakeRegions } from "./derived-regions.ts";
import { Measure, type Size } from "./size.ts";
import type { Edit } from "./step.ts";

export class Workbench {
  /** A copy: the module that was given stays as it is. */
  readonly module: Operation;
  readonly #measure = new Measure();
  #size: Size;
  #journal = new Journal();

  constructor(module: Operation) {
    this.module = cloneOp(module);
    this.#size = this.#measure.sizeOf(this.module);
  }

  /** Does the edits. Whether the module then verifies and is smaller; if not, all is undone. */
  attempt(edits: readonly Edit[]): boolean {
    if (this.#edited(edits) && this.#measure.isSmaller(this.module, this.#size) && verify(this.module).length === 0)
      return true;
    this.undo();
    return false;
  }

  /** Whether at least one edit was done, to a module that may be valid. */
  #edited(edits: readonly Edit[]): boolean {
    const { context } = this.module;
    const outer = context.journal;
    context.journal = this.#journal;
    let done = false;
    try {
      for (const edit of edits) done = edit() || done;
      if (done) done = remakeRegions(this.module);
    } finally {
      context.journal = outer;
    }
    return done;
  }

  undo(): void {
    const { context } = this.module;
    const outer = context.journal;
    context.journal = null;
    this.#journal.rollback();
    context.journal = outer;
  }

  keep(): void {
    this.#journal = new Journal();
    this.#size = this.#measure.sizeOf(this.module);
  }
}
