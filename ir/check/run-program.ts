// Running a program under test: fresh memory, buffers for memref arguments, and what can be seen of it when it ended.
import type { Operation } from "../core/operation.ts";
import { symbolName } from "../core/symbol-table.ts";
import { representationOf, type Type } from "../core/types.ts";
import { InitialBuffer } from "../define/op-interfaces.ts";
import { PreparedCode } from "../interpret/compile.ts";
import { Interpreter, type Outcome } from "../interpret/interpreter.ts";
import type { RuntimeValue } from "../interpret/meaning.ts";
import { Memory } from "../interpret/memory.ts";
import type { DenseValue } from "../interpret/value.ts";
import { isBufferInput, isMemRef, makeBuffer, readBuffer, type BufferInput, type Input } from "./buffer-input.ts";

/** An interpreter for the module before this memory: `interpreterFor` of the lowering where machines take part. */
export type MakeInterpreter = (
  module: Operation,
  options: { memory: Memory; fuel: number; code: PreparedCode },
) => Interpreter;

const plainInterpreter: MakeInterpreter = (module, options) => new Interpreter({ context: module.context, ...options });

/** How a run ended, and what it left in memory that others see. */
export interface Observation {
  readonly outcome: Outcome | Crash;
  /** The results, memrefs among them as their contents; undefined in place of what cannot be read. */
  readonly results: readonly (RuntimeValue | undefined)[];
  /** Contents of each argument that is a buffer; undefined for other arguments, and where the buffer was freed. */
  readonly buffers: readonly (DenseValue | undefined)[];
  /** Contents of buffers with a symbol. */
  readonly globals: ReadonlyMap<string, DenseValue>;
  readonly spent: number;
  /** The bits of a NaN were looked at. */
  readonly readsNaNBits: boolean;
}

/** The interpreter threw: a bug of the meaning, or of the interpreter. */
export interface Crash {
  readonly kind: "crashed";
  readonly reason: string;
}

const nothing: readonly undefined[] = [];
const noGlobals: ReadonlyMap<string, DenseValue> = new Map();

/** A module whose entry is run on many inputs. */
export class Program {
  readonly module: Operation;
  readonly callable: Operation;
  readonly argumentTypes: readonly Type[];
  #resultTypes: readonly Type[] | undefined;
  readonly #makeInterpreter: MakeInterpreter;
  readonly #globals: readonly Operation[];
  readonly #code: PreparedCode;
  /** One for all runs, as new at the start of each. */
  readonly #memory = new Memory({ initialBytes: 4096 });

  constructor(
    module: Operation,
    callable: Operation,
    makeInterpreter: MakeInterpreter = plainInterpreter,
    { speculates = false } = {},
  ) {
    this.#code = new PreparedCode({ speculates });
    this.module = module;
    this.callable = callable;
    this.argumentTypes = callable.regions[0]?.blocks[0]?.arguments.map(({ type }) => type) ?? [];
    this.#makeInterpreter = makeInterpreter;
    const body = module.regions[0]?.blocks[0];
    this.#globals = body === undefined ? [] : [...body.ops()].filter((op) => InitialBuffer.of(op) !== undefined);
  }

  /** Type of a result: what a terminator of the body passes, in the form that it has at run time. */
  resultType(index: number): Type | undefined {
    this.#resultTypes ??= returnedTypes(this.callable);
    return this.#resultTypes[index];
  }

  /** Runs the entry in a fresh memory. */
  run(inputs: readonly Input[], fuel: number): Observation {
    const memory = this.#memory;
    memory.reset();
    const args = argumentsOf(inputs, memory);
    const interpreter = this.#makeInterpreter(this.module, { memory, fuel, code: this.#code });
    let outcome: Outcome | Crash;
    try {
      outcome = interpreter.call(this.callable, args);
    } catch (error) {
      outcome = { kind: "crashed", reason: error instanceof Error ? error.message : String(error) };
    }
    const { spent, readsNaNBits } = interpreter;
    if (outcome.kind !== "values")
      return { outcome, results: nothing, buffers: nothing, globals: noGlobals, spent, readsNaNBits };
    return {
      outcome,
      results: outcome.values.map((value) => (isMemRef(value) ? readBuffer(memory, value) : value)),
      buffers: args.map((arg) => (isMemRef(arg) ? readBuffer(memory, arg) : undefined)),
      globals: this.#globals.length === 0 ? noGlobals : this.#globalContents(memory),
      spent,
      readsNaNBits,
    };
  }

  /** Those that the run did not touch are as they were declared. */
  #globalContents(memory: Memory): ReadonlyMap<string, DenseValue> {
    const contents = new Map<string, DenseValue>();
    for (const op of this.#globals) {
      const name = symbolName(op) ?? "";
      const initial = InitialBuffer.of(op)?.(op, memory);
      if (initial === undefined) continue;
      const touched = memory.allocations.find(({ label, live }) => live && label === `@${name}`);
      const memref = touched === undefined ? initial : { ...initial, allocation: touched, base: touched.address };
      const found = readBuffer(memory, memref);
      if (found !== undefined) contents.set(name, found);
    }
    return contents;
  }
}

/** The arguments of a run; buffers are made in its memory, one for all that are the same input. */
function argumentsOf(inputs: readonly Input[], memory: Memory): readonly RuntimeValue[] {
  const args: RuntimeValue[] = [];
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i]!;
    if (!isBufferInput(input)) {
      args.push(input);
      continue;
    }
    const twin = inputs.indexOf(input);
    const buffer = twin < i ? args[twin] : makeBuffer(memory, input, spaceOf(input));
    if (buffer === undefined) throw new Error("an input buffer is larger than memory");
    args.push(buffer);
  }
  return args;
}

function returnedTypes(callable: Operation): readonly Type[] {
  for (const block of callable.regions[0]?.blocks ?? []) {
    const last = block.lastOp;
    if (last?.definition.meaning?.kind === "terminator")
      return last.opOperands.map(({ value }) => representationOf(value.type));
  }
  return [];
}

const spaceOf = ({ type }: BufferInput): string => (type.memorySpace?.kind === "string" ? type.memorySpace.value : "");
