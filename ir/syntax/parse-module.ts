// A whole file: alias definitions, top-level ops, the resource section, and the module that is implied when there is none.
import { Block, Region } from "../core/block.ts";
import { errorAt } from "../core/diagnostic.ts";
import { fileLocation } from "../core/location.ts";
import { Operation } from "../core/operation.ts";
import { Token } from "./lexer.ts";
import type { OperationParser } from "./operation-parser.ts";
import { withDefaults } from "./parse-operation.ts";
import { parseLocation } from "./parse-location.ts";
import type { TextStart } from "./parser.ts";
import { parseListedOp, parseRecovering } from "./parse-region.ts";
import { parseMetadata } from "./parse-resources.ts";
import { MAX_DIAGNOSTICS, ReadingStopped } from "./token-parser.ts";

/** Reads to the end of the file. What comes back is complete only if no diagnostics came. */
export function parseFile(p: OperationParser, implicitModule = true, start?: TextStart): Operation {
  const module = parseTopLevelOps(p, implicitModule, start);
  p.context.resources.setExternal(module, p.externalResources);
  return module;
}

function parseTopLevelOps(
  p: OperationParser,
  implicitModule: boolean,
  { line, column }: TextStart = { line: 0, column: 0 },
): Operation {
  const block = new Block();
  while (p.lexer.kind !== Token.end) {
    if (p.diagnostics.length >= MAX_DIAGNOSTICS) throw new ReadingStopped();
    parseRecovering(p, () => {
      parseTopLevel(p, block);
    });
    if (p.lexer.kind === 125 || p.lexer.kind === Token.caretId) {
      p.missingOperation();
      p.lexer.advance();
    }
  }
  p.reportUndefined(p.scope);
  p.reportUndefinedLocations();
  for (const entry of p.blocks.values()) {
    if (!entry.defined) p.undefinedBlock(entry.position);
  }
  const only = block.firstOp;
  if (only !== null && only === block.lastOp && (!implicitModule || only.name === "builtin.module")) {
    block.remove(only);
    return only;
  }
  if (!implicitModule && p.diagnostics.length === 0) {
    const message = `source must contain a single top-level operation, found: ${[...block.ops()].length}`;
    p.diagnostics.push(errorAt(fileLocation(p.source.file, 0, 0), message, { category: "syntax" }));
  }
  const region = new Region(p.context);
  region.insertBlock(block, 0);
  const definition = p.context.opDefinition("builtin.module");
  const location = fileLocation(p.source.file, line, column);
  const module = Operation.create(p.context, definition, location, { regions: [region] });
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
      parseListedOp(p, block);
  }
}

function aliasName(p: OperationParser, what: string, isKnown: (name: string) => boolean): string {
  const name = p.lexer.spelling.slice(1);
  if (isKnown(name)) p.mistake(`redefinition of ${what} alias id '${name}'`);
  if (name.includes(".")) p.error(`${what} names with a '.' are reserved for dialect-defined names`);
  p.lexer.advance();
  p.expect("=", `in ${what} alias definition`);
  return name;
}

/** The uses of an alias whose definition could not be read are no errors of their own. */
function orBroken<T>(p: OperationParser, alias: string, read: () => T): T {
  let isRead = false;
  try {
    const { value, depth } = p.measuringDepth(read);
    if (depth > 1) p.aliasDepths.set(alias, depth);
    isRead = true;
    return value;
  } finally {
    if (!isRead) p.brokenAliases.add(alias);
  }
}

function parseAttributeAlias(p: OperationParser): void {
  const name = aliasName(
    p,
    "attribute",
    (known) => p.attributeAliases.has(known) || p.definedLocation(known) !== undefined,
  );
  const alias = `#${name}`;
  if (p.peek("loc")) {
    p.defineLocation(
      name,
      orBroken(p, alias, () => parseLocation(p)),
    );
    return;
  }
  const attribute = orBroken(p, alias, () => p.attribute());
  if (attribute.kind === "location") p.defineLocation(name, attribute.location);
  else p.attributeAliases.set(name, attribute);
}

function parseTypeAlias(p: OperationParser): void {
  const name = aliasName(p, "type", (known) => p.typeAliases.has(known));
  p.typeAliases.set(
    name,
    orBroken(p, `!${name}`, () => p.type()),
  );
}
