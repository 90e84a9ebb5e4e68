// Recording: a listener and an instrumentation that turn what passes do into steps.
import type { Operation } from "../core/operation.ts";
import type { PassInstrumentation } from "../pass/instrumentation.ts";
import type { Listener, Named } from "../rewrite/listener.ts";
import { locationInText } from "../syntax/print-attributes.ts";
import { applyChanges } from "./apply-changes.ts";
import { PendingChanges } from "./pending-changes.ts";
import type { OpSnapshot } from "./snapshot.ts";
import type { HistoryStart, HistoryStep } from "./steps.ts";
import { SnapshotTaker } from "./take-snapshot.ts";

export interface RecorderOptions {
  /** Whether each rewrite is a step, or each pass only. */
  readonly granularity: "rewrite" | "pass";
  /** Takes the steps as they come. A step that changes nothing is left out, unless it is the end of a pass. */
  readonly step: (step: HistoryStep) => void;
}

/** Ops that one step of cleaning up erases at most, where they are not erased with what they stand in. */
const CLEANED_AT_ONCE = 128;

/** Records what happens to `root`. Its `listener` and `instrumentation` go to the pass manager. */
export class HistoryRecorder {
  readonly start: HistoryStart;
  readonly listener: Listener | undefined;
  readonly instrumentation: PassInstrumentation;
  readonly #root: Operation;
  readonly #taker = new SnapshotTaker();
  readonly #changes = new PendingChanges();
  readonly #step: RecorderOptions["step"];
  #snapshot: OpSnapshot;
  #pass = "";
  /** The op that the pattern which runs started from. */
  #on: Operation | undefined;
  /** The op whose erasure was told of last. */
  #erased: Operation | undefined;
  /** Passes run one inside another: of nested pipelines the outer one ends last. */
  readonly #outer: string[] = [];

  constructor(root: Operation, { granularity, step }: RecorderOptions) {
    this.#root = root;
    this.#step = step;
    this.#snapshot = this.#taker.op(root);
    this.start = { format: "terrace-history", version: 1, module: this.#snapshot };
    this.listener = granularity === "pass" ? undefined : this.#listener();
    this.instrumentation = {
      beforePass: ({ definition }) => {
        this.#outer.push(this.#pass);
        this.#pass = definition.name;
      },
      afterPass: () => {
        this.#passEnded();
      },
      afterFailure: () => {
        this.#passEnded();
      },
    };
  }

  #listener(): Listener {
    const { placed, modified, erased } = this.#changes;
    const place = (op: Operation): void => {
      placed.add(op);
    };
    return {
      inserted: place,
      moved: place,
      modified: (op) => {
        modified.add(op);
        // A branch changes together with the arguments of the blocks that it goes to.
        if (op.successors.length > 0 && op.parentOp !== null) modified.add(op.parentOp);
      },
      erased: (op) => {
        // What a driver does by itself is told in steps that are small. Ops inside one that goes are still there.
        if (
          this.#on === undefined &&
          erased.size + placed.size >= CLEANED_AT_ONCE &&
          this.#erased?.parentBlock === null
        )
          this.#flush({ kind: "cleanup" });
        this.#erased = op;
        erased.add(this.#taker.idOf(op));
      },
      blockErased: ({ parentRegion }) => {
        if (parentRegion?.parentOp !== null && parentRegion?.parentOp !== undefined)
          modified.add(parentRegion.parentOp);
      },
      patternBegin: (_pattern, op) => {
        this.#flush({ kind: "cleanup" });
        this.#on = op;
      },
      patternEnd: ({ name }: Named, applied) => {
        const op = this.#on;
        this.#on = undefined;
        if (!applied || op === undefined) return;
        const on = { name: op.name, id: this.#taker.idOf(op), location: locationInText(op.location) };
        this.#flush({ kind: "rewrite", rule: name, on });
      },
    };
  }

  #passEnded(): void {
    this.#changes.compare(this.#root, this.#snapshot, this.#taker);
    this.#flush({ kind: "pass" });
    this.#pass = this.#outer.pop() ?? "";
  }

  #flush(what: Pick<HistoryStep, "kind" | "rule" | "on">): void {
    if (this.#changes.isEmpty && what.kind !== "pass") return;
    const { snapshot, patches, inverse } = applyChanges(this.#root, this.#snapshot, this.#changes, this.#taker);
    this.#changes.clear();
    if (patches.length === 0 && what.kind !== "pass") return;
    this.#snapshot = snapshot;
    this.#step({ ...what, pass: this.#pass, patches, inverse });
  }
}
