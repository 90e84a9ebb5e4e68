// The printer: operations, types and attributes as MLIR's text, as mlir-opt prints it.
import type { Operation } from "../core/operation.ts";
import { AliasCollector, AliasTable } from "./alias-table.ts";
import { OperationWriter } from "./operation-writer.ts";
import { usesAliases } from "./uses-aliases.ts";
import { ValueNames } from "./value-names.ts";

export { attributeText, typeText } from "./print-attributes.ts";

export interface PrintOptions {
  /** No custom forms: what any MLIR tool reads. */
  readonly generic?: boolean;
  /** Locations after ops and block arguments. */
  readonly debugInfo?: boolean;
  /** No aliases: the text can be read where it stands. */
  readonly localScope?: boolean;
}

/** An op with everything inside it, without a newline at the end. Aliases are defined before it unless `localScope`. */
export function printOperation(op: Operation, options: PrintOptions = {}): string {
  const writerOptions = { generic: options.generic ?? false, debugInfo: options.debugInfo ?? false };
  const aliases = options.localScope === true ? undefined : aliasesOf(op, writerOptions);
  const names = new ValueNames(namingRoot(op, options.localScope === true), writerOptions.generic);
  const writer = new OperationWriter(names, aliases, writerOptions);
  writer.op(op);
  if (aliases === undefined) return writer.out;
  const after = aliases.after === "" ? "" : `\n${aliases.after.slice(0, -1)}`;
  return `${aliases.before}${writer.out}${after}`;
}

/** Values are numbered from here: the outermost op, or in local scope the nearest isolated one, so that an op inside prints as in its module. */
function namingRoot(op: Operation, local: boolean): Operation {
  let root = op;
  for (
    let parent = op.parentOp;
    parent !== null && !(local && root.hasTrait("IsolatedFromAbove"));
    parent = parent.parentOp
  )
    root = parent;
  return root;
}

/** Collected by a first printing, in the order of printing; skipped where a walk finds nothing that has an alias. */
function aliasesOf(op: Operation, options: { generic: boolean; debugInfo: boolean }): AliasTable | undefined {
  if (!options.debugInfo && !usesAliases(op)) return undefined;
  const collector = new AliasCollector();
  const writer = new OperationWriter(undefined, collector, options);
  writer.op(op);
  return collector.isEmpty ? undefined : new AliasTable(collector);
}
