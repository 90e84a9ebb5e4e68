// One module in the interpreter and as real WebAssembly, on the same memory contents.
import { initializeMemory, wasmDialect } from "../../../../dialects/wasm/index.ts";
import { builtinDialect } from "../../../../dialects/builtin/index.ts";
import { vectorDialect } from "../../../../dialects/vector/index.ts";
import { verify } from "../../../../ir/analysis/verify.ts";
import { Context } from "../../../../ir/core/context.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../../../ir/core/symbol-table.ts";
import { Interpreter, type Outcome } from "../../../../ir/interpret/interpreter.ts";
import { Memory } from "../../../../ir/interpret/memory.ts";
import type { RuntimeValue } from "../../../../ir/interpret/meaning.ts";
import { emitWasm } from "../../../../lowering/target/cpu/emit.ts";
import { instantiateWasm, newMemory, type WasmInstance } from "../../../../lowering/target/cpu/instantiate.ts";
import { FunctionStackifier } from "../../../../lowering/target/cpu/stackify-function.ts";

export function wasmContext(): Context {
  const context = new Context();
  for (const dialect of [builtinDialect, vectorDialect, wasmDialect]) {
    const problem = context.registerDialect(dialect);
    if (problem !== undefined) throw new Error(problem);
  }
  return context;
}

export function expectVerified(module: Operation): void {
  const problems = verify(module);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
}

export function stackify(module: Operation): void {
  for (const op of module.region().entry.ops()) if (op.name === "wasm.func") new FunctionStackifier(op).run();
  expectVerified(module);
}

/** The bytes of a module in stack order; valid, or the test fails. */
export function emitted(module: Operation, relaxedSimd = false): Uint8Array {
  const result = emitWasm(module, { relaxedSimd });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  // The constructor says why; `validate` only whether.
  new WebAssembly.Module(result.bytes);
  return result.bytes;
}

/** An interpreter over a memory with the module's static part set up. */
export function interpreterOf(module: Operation): Interpreter {
  const memory = new Memory();
  const problem = initializeMemory(module, memory);
  if (problem !== undefined) throw new Error(problem);
  return new Interpreter({ context: module.context, memory });
}

export function callInterpreter(
  interpreter: Interpreter,
  module: Operation,
  name: string,
  args: readonly RuntimeValue[],
): Outcome {
  const func = lookupSymbolIn(module, name);
  if (func === undefined) throw new Error(`there is no @${name}`);
  return interpreter.call(func, args);
}

export function instanceOf(bytes: Uint8Array, pages = 2): WasmInstance {
  return instantiateWasm(bytes, { memory: newMemory(pages) });
}

/** Bits of -0 and NaN aside: any NaN is any NaN. */
export const sameNumber = (a: number | bigint, b: number | bigint): boolean =>
  Object.is(a, b) || (typeof a === "number" && typeof b === "number" && Number.isNaN(a) && Number.isNaN(b));
