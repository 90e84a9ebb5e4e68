// Regions and blocks as text; op lists in symbol tables go on after an op that could not be read.
import { Block, Region } from "../core/block.ts";
import type { OpDefinition } from "../core/definition.ts";
import { Operation } from "../core/operation.ts";
import { Token } from "./lexer.ts";
import { NameScope } from "./name-scope.ts";
import type { BlockEntry, OperationParser } from "./operation-parser.ts";
import { parseOperation, withDefaults } from "./parse-operation.ts";
import { skipOperation } from "./parse-recovery.ts";
import type { EntryArgument } from "./parser-interface.ts";
import { MAX_DIAGNOSTICS, ReadingStopped, SyntaxFailure } from "./token-parser.ts";

/** How deep regions may nest: the stack of a browser or of Node holds several times that (measured with custom forms). */
export const MAX_REGION_DEPTH = 256;

/** `{ ... }`. In a custom form the op's implicit terminator is added where the text leaves it out. */
export function parseRegion(
  p: OperationParser,
  entryArguments: readonly EntryArgument[] | undefined,
  custom: boolean,
): Region {
  const region = new Region(p.context);
  const { definition, scope, blocks, defaultDialect } = p;
  if (p.lexer.kind !== 123) p.wrongToken("expected '{' to begin a region");
  if (++p.depth > MAX_REGION_DEPTH) p.reject(`regions may nest at most ${MAX_REGION_DEPTH} deep`);
  p.lexer.advance();
  // As in MLIR, ops in the generic form leave the default as it is around them.
  if (custom) p.defaultDialect = defaultDialectOf(p, definition);
  const isolated = definition.traits.has("IsolatedFromAbove");
  if (isolated) p.scope = new NameScope(scope);
  const definedBefore = p.scope.defined.length;
  p.blocks = new Map<string, BlockEntry>();
  parseBlocks(p, region, entryArguments ?? []);
  for (const entry of p.blocks.values()) if (!entry.defined) p.undefinedBlock(entry.position);
  if (isolated) {
    p.reportUndefined(p.scope);
    p.scope.end();
    p.scope = scope;
  } else p.scope.forgetDefinitions(definedBefore);
  p.blocks = blocks;
  p.defaultDialect = defaultDialect;
  p.depth--;
  p.lexer.advance();
  if (custom) completeBlocks(p, region);
  return region;
}

/** The dialect whose prefix the ops in the regions of a definition may leave out. */
function defaultDialectOf(p: OperationParser, definition: OpDefinition): string {
  const namespace = p.context.interfaceOf(definition, "DefaultDialect");
  return typeof namespace === "string" ? namespace : "";
}

/** Up to the closing brace, which stays. */
function parseBlocks(p: OperationParser, region: Region, entryArguments: readonly EntryArgument[]): void {
  const recovering = p.definition.traits.has("SymbolTable");
  if (entryArguments.length > 0 || (p.lexer.kind !== 125 && p.lexer.kind !== Token.caretId)) {
    const entry = new Block();
    region.insertBlock(entry, 0);
    for (const { name, type, location } of entryArguments) {
      const argument = entry.addArgument(type, location ?? { source: p.source, offset: name.position });
      p.define(name.name, name.number, argument, name.position);
    }
    if (entryArguments.length > 0 && p.lexer.kind === Token.caretId) {
      p.error("invalid block name in region with named arguments");
    }
    parseOps(p, entry, recovering);
  }
  while (p.lexer.kind === Token.caretId) parseLabelledBlock(p, region, recovering);
  if (p.lexer.kind !== 125) p.wrongToken("expected '}' to end a region");
}

function parseLabelledBlock(p: OperationParser, region: Region, recovering: boolean): void {
  const position = p.lexer.start;
  const name = p.lexer.spelling;
  p.lexer.advance();
  let entry = p.blocks.get(name);
  if (entry === undefined) p.blocks.set(name, (entry = { block: new Block(), position, defined: true }));
  else if (entry.defined) {
    p.report(`redefinition of block '${name}'`, position);
    entry = { block: new Block(), position, defined: true };
  }
  entry.defined = true;
  const { block } = entry;
  region.insertBlock(block, region.blocks.length);
  if (p.lexer.kind === 40) {
    p.commaList("(", ")", () => {
      const argument = p.operand();
      if (p.lexer.previousEnd > argument.position + 1 + p.names.textOf(argument.name).length)
        p.syntaxError("result number not allowed in argument list", argument.position);
      p.expect(":");
      const value = block.addArgument(p.type(), { source: p.source, offset: argument.position });
      const given = p.optionalLocation();
      if (given !== undefined) value.argumentLocation = given;
      p.define(argument.name, argument.number, value, argument.position);
    });
  }
  p.expect(":", "after block name");
  parseOps(p, block, recovering);
}

/** Ops up to a brace, a label or the end of the file. */
export function parseOps(p: OperationParser, block: Block, recovering: boolean): void {
  for (;;) {
    const { kind } = p.lexer;
    if (kind === 125 || kind === Token.caretId || kind === Token.end) return;
    if (p.diagnostics.length >= MAX_DIAGNOSTICS) throw new ReadingStopped();
    if (recovering) parseRecoveringOp(p, block);
    else block.append(parseOperation(p));
  }
}

// Apart, because a function with a closure pays for it even where it does not make it.
function parseRecoveringOp(p: OperationParser, block: Block): void {
  parseRecovering(p, () => {
    parseListedOp(p, block);
  });
}

/** An op of a symbol table, or of the file. */
export function parseListedOp(p: OperationParser, block: Block): void {
  const errors = p.diagnostics.length;
  const op = parseOperation(p);
  block.append(op);
  if (p.diagnostics.length === errors && op.hasTrait("IsolatedFromAbove") && !op.hasTrait("SymbolTable"))
    p.intact.push(op);
}

/** Reads something; a syntax error becomes a diagnostic and reading goes on with the next op. */
export function parseRecovering(p: OperationParser, read: () => void): void {
  const mark = p.mark();
  const start = p.lexer.start;
  const { mistaken } = p;
  p.mistaken = false;
  try {
    read();
    if (p.mistaken) p.scope.incomplete = true;
  } catch (failure) {
    if (!(failure instanceof SyntaxFailure)) throw failure;
    // An alias is read at its first use and at its definition.
    const { message } = failure.diagnostic;
    if (p.failures.get(failure.offset) !== message) p.diagnostics.push(failure.diagnostic);
    p.failures.set(failure.offset, message);
    p.rewind(mark);
    p.scope.incomplete = true;
    const { ops } = p.context;
    const beginsSymbol = (word: string): boolean =>
      (ops.get(word) ?? ops.get(`${p.defaultDialect}.${word}`))?.traits.has("Symbol") === true;
    skipOperation(p.lexer, p.source, start, failure.offset, beginsSymbol);
  } finally {
    p.mistaken = mistaken;
  }
}

/** In custom forms `{}` is a block where the op's region has exactly one, and the implicit terminator may be left out. */
function completeBlocks(p: OperationParser, region: Region): void {
  const { definition } = p;
  const terminator = definition.interfaces.get("ImplicitTerminator");
  if (
    region.isEmpty &&
    (typeof terminator === "string" || definition.regions.some(({ blocks }) => blocks === "single"))
  )
    region.addBlock();
  if (typeof terminator !== "string") return;
  for (const block of region.blocks) {
    if (block.lastOp?.hasTrait("Terminator") === true) continue;
    const op = Operation.create(p.context, p.context.opDefinition(terminator), p.location, {});
    withDefaults(op);
    block.append(op);
  }
}
