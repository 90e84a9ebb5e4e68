// How many folds and patterns apply when a program is canonicalised.
import { opPipeline, passInstance } from "../../../ir/pass/build-pipeline.ts";
import { PassManager, type PassManagerOptions } from "../../../ir/pass/pass-manager.ts";
import { createContext } from "../../../ir/plugin/registry.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { canonicalizePass } from "../../../passes/canonicalize.ts";

export function read(text: string): Operation {
  const { module } = parseModule(text, createContext(builtinRegistry()));
  if (module === undefined) throw new Error("the program cannot be read");
  return module;
}

export async function canonicalize(module: Operation, options: PassManagerOptions): Promise<void> {
  const manager = new PassManager(opPipeline("builtin.module", [passInstance(canonicalizePass)]), options);
  if (!(await manager.run(module)).ok) throw new Error("the program cannot be canonicalised");
}

export async function countRewrites(text: string): Promise<number> {
  let rewrites = 0;
  const listener = { patternEnd: (_: unknown, applied: boolean): void => void (rewrites += applied ? 1 : 0) };
  await canonicalize(read(text), { listener });
  return rewrites;
}
