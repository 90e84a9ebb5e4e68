// The interpreter: runs a callable on run-time values and says how it ended. The oracle that every pass is checked against.
import type { Context } from "../core/context.ts";
import type { Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import { symbolName, symbolReferences } from "../core/symbol-table.ts";
import { walk } from "../core/walk.ts";
import { PreparedCode } from "./compile.ts";
import { withLedger } from "./ledger.ts";
import type { RuntimeValue } from "./meaning.ts";
import { Memory } from "./memory.ts";
import { Run } from "./run.ts";
import { noMeaning } from "./step.ts";
import { Unwind } from "./unwind.ts";
import { Frame } from "./walker.ts";

export type Outcome =
  | { readonly kind: "values"; readonly values: readonly RuntimeValue[] }
  | { readonly kind: "undefined-behavior"; readonly reason: string; readonly location: Location; readonly op: string }
  | { readonly kind: "aborted"; readonly reason: string; readonly location: Location; readonly op: string }
  | { readonly kind: "unsupported"; readonly reason: string; readonly location: Location; readonly op: string }
  | { readonly kind: "out-of-fuel"; readonly reason: string; readonly location: Location; readonly op: string }
  | { readonly kind: "out-of-memory"; readonly reason: string; readonly location: Location; readonly op: string };

export interface InterpreterOptions {
  readonly context: Context;
  /** Units of work before the run is cut off; about one an op. */
  readonly fuel?: number;
  readonly memory?: Memory;
  /** State that dialects find when they first ask for it, by key: an attached device, supplied imports. */
  readonly states?: Iterable<readonly [string, unknown]>;
  /** How deep calls and regions may nest together. */
  readonly maxDepth?: number;
  /**
   * Code that the calls of this interpreter and of others share: what is prepared for one is there for the next. As long as it is in
   * use the IR must not change. Without it code is prepared anew for each call.
   */
  readonly code?: PreparedCode;
}

/** Hours of work: no program that somebody waits for, and yet every run ends. */
export const defaultFuel = 1e12;

/** Memory and the state of dialects (globals) live as long as the interpreter. */
export class Interpreter {
  readonly context: Context;
  readonly memory: Memory;
  readonly #fuel: number;
  readonly #maxDepth: number;
  readonly #code: PreparedCode | undefined;
  readonly #states = new Map<string, unknown>();
  #spent = 0;
  #readsNaNBits = false;

  constructor(options: InterpreterOptions) {
    this.context = options.context;
    this.memory = options.memory ?? new Memory();
    this.#fuel = options.fuel ?? defaultFuel;
    this.#maxDepth = options.maxDepth ?? 1000;
    this.#code = options.code;
    if (options.states !== undefined) for (const [key, value] of options.states) this.#states.set(key, value);
  }

  /** Units of work that the last call took. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether the last call looked at the bits of a NaN, for which others could stand: what it gave then says nothing. */
  get readsNaNBits(): boolean {
    return this.#readsNaNBits;
  }

  /** Sets a dialect's state for the calls that follow: the order in which programs or blocks run, a seed. */
  setState(key: string, value: unknown): void {
    this.#states.set(key, value);
  }

  /** Runs the first region of `callable` (a function, a kernel) with `args` for its entry block. */
  call(callable: Operation, args: readonly RuntimeValue[]): Outcome {
    const code = this.#code ?? new PreparedCode();
    const run = new Run(this.memory, this.#states, code, this.#fuel, this.#maxDepth);
    const frame = new Frame(run, code.of(callable), 0);
    try {
      return { kind: "values", values: withLedger(run, () => frame.run(args)) };
    } catch (error) {
      if (!(error instanceof Unwind)) throw error;
      const op = error.op ?? callable;
      return { kind: error.kind, reason: error.reason, location: op.location, op: op.name };
    } finally {
      this.#spent = this.#fuel - run.fuel;
      this.#readsNaNBits = run.readsNaNBits;
    }
  }
}

/** An op that no run can pass, and why. */
export interface UnsupportedOp {
  readonly op: string;
  readonly location: Location;
  readonly reason: string;
}

/**
 * Every op in `module` that the interpreter would refuse: ops without a meaning, and functions without a body that something
 * refers to. Symbol tables and what stands directly in them (functions, globals) are declarations: only what they hold runs.
 */
export function listUnsupported(module: Operation): UnsupportedOp[] {
  const unsupported: UnsupportedOp[] = [];
  const declarations: { readonly op: Operation; readonly name: string }[] = [];
  const referenced = new Set<string>();
  for (const op of walk(module)) {
    for (const [, attribute] of op.allAttributes) {
      for (const reference of symbolReferences(attribute)) referenced.add(reference.nested.at(-1) ?? reference.root);
    }
    const isDeclaration = op === module || op.hasTrait("SymbolTable") || op.parentOp?.hasTrait("SymbolTable") === true;
    if (isDeclaration) {
      const name = symbolName(op);
      if (name !== undefined && op.regions[0]?.isEmpty === true) declarations.push({ op, name });
    } else if (op.definition.meaning === undefined) {
      unsupported.push({ op: op.name, location: op.location, reason: noMeaning(op) });
    }
  }
  for (const { op, name } of declarations) {
    if (referenced.has(name)) {
      unsupported.push({ op: op.name, location: op.location, reason: `'@${name}' is a declaration without a body` });
    }
  }
  return unsupported;
}
