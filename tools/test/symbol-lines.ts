// Where the symbols of a text stand: the line of each op that defines one, at the top or in the one module at the top.
import type { Operation } from "../../ir/core/operation.ts";
import { filePosition } from "../../ir/core/location.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { sharedRegistry } from "../library/context.ts";
import { failure, type Failure } from "../command/failure.ts";
import { renderAll } from "../command/diagnostics.ts";

export interface SymbolLine {
  /** Undefined for an op that is no symbol. */
  readonly name: string | undefined;
  /** From 0. */
  readonly line: number;
}

export function symbolLines(text: string, registry: Registry = sharedRegistry()): SymbolLine[] | Failure {
  const context = createContext(registry);
  context.allowUnregisteredDialects = true;
  const source = { file: "-", text };
  const { module, diagnostics } = parseModule(text, context, source);
  if (module === undefined) return failure(`the input cannot be read\n${renderAll(diagnostics, [source])}`);
  return bodyOf(module).map((op) => ({ name: symbolName(op), line: (filePosition(op.location)?.line ?? 1) - 1 }));
}

function bodyOf(module: Operation): Operation[] {
  const ops = module.regions.flatMap((region) => [...region.blocks].flatMap((block) => [...block.ops()]));
  const [only] = ops;
  return ops.length === 1 && only?.name === module.name ? bodyOf(only) : ops;
}
