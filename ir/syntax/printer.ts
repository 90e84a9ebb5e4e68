// The printer: operations, types and attributes as MLIR's text, as mlir-opt prints it.
import type { Operation } from "../core/operation.ts";
import { AliasCollector } from "./alias-collector.ts";
import { AliasTable } from "./alias-table.ts";
import { OperationWriter, type WriterOptions } from "./operation-writer.ts";
import { writeResources } from "./print-resources.ts";
import { ValueNames } from "./value-names.ts";

export { attributeText, typeText } from "./print-attributes.ts";

export interface PrintOptions {
  /** No custom forms: what any MLIR tool reads. */
  readonly generic?: boolean;
  /** Locations after ops and block arguments. */
  readonly debugInfo?: boolean;
  /** With `debugInfo`: locations in the readable form, which is not read back. */
  readonly prettyDebugInfo?: boolean;
  /** No aliases: the text can be read where it stands. */
  readonly localScope?: boolean;
  /** Comments that say who uses each result and block argument. */
  readonly valueUsers?: boolean;
  /** Numbers that are unique in the whole text, not only in their region. */
  readonly uniqueSsaIds?: boolean;
  /** Values are named after their name locations: `%sum` for `loc("sum")`. */
  readonly nameLocAsPrefix?: boolean;
  /** `{...}` in place of regions. */
  readonly skipRegions?: boolean;
  /** Elements attributes with more elements than this are left out: `dense_resource<__elided__>`. */
  readonly elideElementsAttrsIfLarger?: number | undefined;
  /** Dense elements with more elements than this print as hexadecimal bytes (100 unless given; -1: never). */
  readonly elementsAttrsWithHexIfLarger?: number | undefined;
  /** Resources whose text has more characters than this are left out. */
  readonly elideResourceStringsIfLarger?: number | undefined;
}

/**
 * An op with everything inside it, without a newline at the end. Around an op without a parent stand, unless `localScope`, the
 * definitions of aliases and the resource section.
 */
export function printOperation(op: Operation, options: PrintOptions = {}): string {
  const pieces: string[] = [];
  printPieces(op, options, (piece) => pieces.push(piece));
  return pieces.join("");
}

/** `printOperation`, giving the text in pieces as they are made: a large text need never be there whole. */
export function printPieces(op: Operation, options: PrintOptions, sink: (piece: string) => void): void {
  const { generic = false, debugInfo = false, localScope = false, valueUsers = false, skipRegions = false } = options;
  const aliases = localScope ? undefined : aliasesOf(op, { generic, debugInfo, skipRegions });
  const writerOptions: WriterOptions = {
    generic,
    debugInfo,
    valueUsers,
    skipRegions,
    aliases,
    elideIfLarger: options.elideElementsAttrsIfLarger,
    hexIfLarger: options.elementsAttrsWithHexIfLarger,
    prettyLocations: options.prettyDebugInfo,
  };
  const names = new ValueNames(namingRoot(op, localScope), {
    generic,
    uniqueIds: options.uniqueSsaIds ?? false,
    nameLocations: options.nameLocAsPrefix ?? false,
    operationIds: valueUsers,
  });
  names.enterAround(op);
  const writer = new OperationWriter(names, writerOptions, sink);
  if (aliases !== undefined) writeAliases(aliases, false, writer);
  writer.opWithLocation(op);
  if (!localScope) {
    if (aliases !== undefined) writeAliases(aliases, true, writer);
    if (op.parentOp === null) {
      const { usedResources } = writer;
      writeResources(op, usedResources, options.elideResourceStringsIfLarger, writer.piece);
    }
  }
  writer.putAside();
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

/** Nothing is looked for where no attribute or type that has an alias exists. */
function aliasesOf(
  op: Operation,
  options: { generic: boolean; debugInfo: boolean; skipRegions: boolean },
): AliasTable | undefined {
  if (!options.debugInfo && !op.context.hasAliased) return undefined;
  const collector = new AliasCollector(options);
  collector.op(op);
  const table = new AliasTable(collector);
  return table.definitions.length === 0 ? undefined : table;
}

/** The definitions before the ops, each on a line, or those after them, each on a new one. */
function writeAliases(aliases: AliasTable, deferred: boolean, writer: OperationWriter): void {
  const { definitions } = aliases;
  for (let i = 0; i < definitions.length; i++) {
    const definition = definitions[i]!;
    const { type, attribute, location, alias = "" } = definition;
    if (definition.deferrable !== deferred) continue;
    writer.text(deferred ? `\n${alias} = ` : `${alias} = `);
    if (type !== undefined) writer.typeDefinition(type);
    else if (attribute !== undefined) writer.attributeDefinition(attribute);
    else if (location !== undefined) writer.location(location, false);
    if (!deferred) writer.text("\n");
    writer.between();
  }
}
