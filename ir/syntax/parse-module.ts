// A whole file: alias definitions, top-level ops, the resource section, and the module that is implied when there is none.
import type { Attribute } from "../core/attributes.ts";
import { Block, Region } from "../core/block.ts";
import { fileLocation } from "../core/location.ts";
import { Operation } from "../core/operation.ts";
import { Token } from "./lexer.ts";
import type { OperationParser } from "./operation-parser.ts";
import { parseOperation, withDefaults } from "./parse-operation.ts";
import { parseRecovering } from "./parse-region.ts";

/** Reads to the end of the file. The module is complete only if no diagnostics came. */
export function parseFile(p: OperationParser): Operation {
  const block = new Block();
  while (p.lexer.kind !== Token.end) {
    parseRecovering(p, () => {
      parseTopLevel(p, block);
    });
    if (p.lexer.kind === 125 || p.lexer.kind === Token.caretId) {
      p.diagnostics.push(p.diagnostic("expected operation name in quotes", p.lexer.start));
      p.lexer.advance();
    }
  }
  p.reportUndefined(p.scope);
  for (const entry of p.blocks.values()) {
    if (!entry.defined) p.diagnostics.push(p.diagnostic("reference to an undefined block", entry.position));
  }
  const only = block.firstOp;
  if (only !== null && only === block.lastOp && only.name === "builtin.module") {
    block.remove(only);
    return only;
  }
  const region = new Region(p.context);
  region.insertBlock(block, 0);
  const definition = p.context.opDefinition("builtin.module");
  const module = Operation.create(p.context, definition, fileLocation(p.source.file, 0, 0), { regions: [region] });
  withDefaults(module);
  return module;
}

function parseTopLevel(p: OperationParser, block: Block): void {
  switch (p.lexer.kind) {
    case Token.hashId:
      return parseAttributeAlias(p);
    case Token.bangId:
      return parseTypeAlias(p);
    case Token.metadataBegin:
      return parseMetadata(p);
    case 125:
    case Token.caretId:
      return;
    default:
      block.append(parseOperation(p));
  }
}

function aliasName(p: OperationParser, what: string, known: ReadonlyMap<string, unknown>): string {
  const name = p.lexer.spelling.slice(1);
  if (known.has(name)) p.error(`redefinition of ${what} alias id '${name}'`);
  if (name.includes(".")) p.error(`${what} names with a '.' are reserved for dialect-defined names`);
  p.lexer.advance();
  p.expect("=", `in ${what} alias definition`);
  return name;
}

function parseAttributeAlias(p: OperationParser): void {
  const name = aliasName(p, "attribute", p.attributeAliases);
  p.attributeAliases.set(name, p.attribute());
}

function parseTypeAlias(p: OperationParser): void {
  const name = aliasName(p, "type", p.typeAliases);
  p.typeAliases.set(name, p.type());
}

/** `{-# dialect_resources: { builtin: { handle: "0x..." } } #-}`: byte strings are kept, all else is read over. */
function parseMetadata(p: OperationParser): void {
  p.lexer.advance();
  if (p.lexer.kind !== Token.metadataEnd) {
    do {
      const section = p.optionalString() ?? p.keyword("section name");
      p.expect(":");
      p.commaList("{", "}", () => {
        if (p.optionalString() === undefined) p.keyword("dialect name");
        p.expect(":");
        p.commaList("{", "}", () => {
          parseResource(p, section === "dialect_resources");
        });
      });
    } while (p.acceptCode(44));
  }
  p.expect("#-}");
}

function parseResource(p: OperationParser, keep: boolean): void {
  const handle = p.optionalString() ?? p.keyword("resource name");
  p.expect(":");
  const value: string | Attribute = p.optionalString() ?? p.attribute();
  if (keep && typeof value === "string") p.resources.set(handle, value);
}
