// The remarks that somebody asked for: those of passes, and those that follow from what patterns did or why they declined.
import type { Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { Remark, RemarkKind, RemarkSink } from "../core/remark.ts";
import { locationInText } from "../syntax/print-attributes.ts";
import { symbolName } from "../core/symbol-table.ts";
import type { PassInstrumentation } from "../pass/instrumentation.ts";
import type { Listener } from "../rewrite/listener.ts";

/** A remark that no longer needs the IR. */
export interface SaidRemark extends Omit<Remark, "op"> {
  readonly location: Location;
  /** The symbol that the op is in. */
  readonly function: string | undefined;
}

export interface RemarkOptions {
  /** Which are wanted: a test of the category for each kind. */
  readonly wanted: (kind: RemarkKind, category: string) => boolean;
  /** All, or of those at one place, of one kind, category and name, the last. */
  readonly policy: "all" | "final";
  readonly said: (remark: SaidRemark) => void;
}

/** Takes remarks. Its `sink` goes to the context, its `listener` and `instrumentation` to the pass manager. */
export class RemarkEngine {
  readonly sink: RemarkSink;
  readonly listener: Listener;
  readonly instrumentation: PassInstrumentation;
  readonly #options: RemarkOptions;
  readonly #last = new Map<string, SaidRemark>();
  readonly #passes: string[] = [];
  #root: { readonly op: Operation; readonly said: Omit<SaidRemark, "kind" | "args"> } | undefined;

  constructor(options: RemarkOptions) {
    this.#options = options;
    this.sink = ({ op, ...remark }) => {
      if (options.wanted(remark.kind, remark.category)) this.#say({ ...remark, ...placeOf(op) });
    };
    this.listener = {
      // The op may be gone when the pattern has applied.
      patternBegin: ({ name }, op) => {
        const category = this.#pass;
        this.#root = options.wanted("passed", category) ? { op, said: { category, name, ...placeOf(op) } } : undefined;
      },
      patternEnd: (_, applied) => {
        if (applied && this.#root !== undefined)
          this.#say({ kind: "passed", ...this.#root.said, args: { Operation: this.#root.op.name } });
        this.#root = undefined;
      },
      matchRefused: ({ name }, op, reason) => {
        this.sink({ kind: "missed", category: this.#pass, name, op, args: { Operation: op.name, Reason: reason } });
      },
    };
    this.instrumentation = {
      beforePass: ({ definition }) => void this.#passes.push(definition.name),
      afterPass: () => void this.#passes.pop(),
      afterFailure: () => void this.#passes.pop(),
    };
  }

  /** Says what waited for the end. */
  finish(): void {
    for (const remark of this.#last.values()) this.#options.said(remark);
    this.#last.clear();
  }

  get #pass(): string {
    return this.#passes[this.#passes.length - 1] ?? "";
  }

  #say(remark: SaidRemark): void {
    if (this.#options.policy === "all") {
      this.#options.said(remark);
      return;
    }
    const key = [locationInText(remark.location), remark.kind, remark.category, remark.name].join("\n");
    this.#last.delete(key);
    this.#last.set(key, remark);
  }
}

function placeOf(op: Operation): Pick<SaidRemark, "location" | "function"> {
  for (let at: Operation | null = op; at !== null; at = at.parentOp) {
    const name = symbolName(at);
    if (name !== undefined) return { location: op.location, function: name };
  }
  return { location: op.location, function: undefined };
}
