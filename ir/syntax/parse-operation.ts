// One operation as text: result names, then the generic form or the custom form of its definition, then a location.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import { UNREGISTERED_PROPERTIES } from "../core/context.ts";
import type { OpDefinition } from "../core/definition.ts";
import { dictionaryAttr } from "../core/attribute-constructors.ts";
import { Operation } from "../core/operation.ts";
import { Token } from "./lexer.ts";
import { nearest } from "./near-miss.ts";
import type { OperationParser } from "./operation-parser.ts";
import { parseAttributeEntries } from "./parse-attributes.ts";
import type { TextPosition, UnresolvedOperand } from "./parser-interface.ts";
import { unescapeString } from "./string-escapes.ts";

interface ResultName {
  readonly name: string;
  readonly count: number;
  readonly position: TextPosition;
}

export function parseOperation(p: OperationParser): Operation {
  const names = p.lexer.kind === Token.percentId ? parseResultNames(p) : undefined;
  const { definition, location, resultCount, defaultDialect } = p;
  p.resultCount = names === undefined ? 0 : names.reduce((sum, { count }) => sum + count, 0);
  p.location = p.source.location(p.lexer.start);
  const op =
    p.lexer.kind === Token.string
      ? parseGeneric(p)
      : p.lexer.kind === Token.bareId
        ? parseCustom(p)
        : p.wrongToken("expected operation name in quotes");
  const trailing = p.optionalLocation();
  if (trailing !== undefined) op.location = trailing;
  withDefaults(op);
  if (names !== undefined) bindResults(p, names, op);
  p.definition = definition;
  p.location = location;
  p.resultCount = resultCount;
  p.defaultDialect = defaultDialect;
  return op;
}

/** `%a, %b:2 =`. */
function parseResultNames(p: OperationParser): ResultName[] {
  const names = p.commaList(undefined, undefined, (): ResultName => {
    const { kind, text, start, end } = p.lexer;
    if (kind !== Token.percentId) p.wrongToken("expected valid ssa identifier");
    p.lexer.advance();
    let count = 1;
    if (p.acceptCode(58)) {
      const at = p.lexer.start;
      count = p.unsigned("integer number of results");
      if (count === 0) p.error("expected named operation to have at least 1 result", at);
    }
    return { name: text.slice(start + 1, end), count, position: start };
  });
  if (!p.acceptCode(61)) p.wrongToken("expected '=' after SSA name");
  return names;
}

function bindResults(p: OperationParser, names: readonly ResultName[], op: Operation): void {
  const at = names[0]?.position ?? 0;
  if (op.resultCount === 0) p.error("cannot name an operation with no results", at);
  if (p.resultCount !== op.resultCount) {
    p.error(`operation defines ${op.resultCount} results but was provided ${p.resultCount} to bind`, at);
  }
  let index = 0;
  for (const { name, count, position } of names) {
    for (let number = 0; number < count; number++) p.define(name, number, op.result(index++), position);
  }
}

/** Gives absent properties their defaults, as builders do. */
export function withDefaults(op: Operation): void {
  const { properties } = op.definition;
  for (let slot = 0; slot < properties.length; slot++) {
    const property = properties[slot];
    if (property?.defaultValue === undefined || op.properties[slot] !== undefined) continue;
    op.setAttribute(property.name, property.defaultValue(op.context));
  }
}

/** Enters an op's definition: its regions see its default dialect. */
function enterDefinition(p: OperationParser, definition: OpDefinition): void {
  p.definition = definition;
  const namespace =
    definition.interfaces.get("DefaultDialect") ??
    p.context.attachedInterfaces.get(definition.name)?.get("DefaultDialect");
  p.defaultDialect = typeof namespace === "string" ? namespace : "";
}

// --- generic form -----------------------------------------------------------------------------------------------------

function parseGeneric(p: OperationParser): Operation {
  const { location } = p;
  const definition = genericDefinition(p);
  enterDefinition(p, definition);
  const operands = p.lexer.kind === 40 ? parseOperands(p) : p.wrongToken("expected '(' to start operand list");
  const successors = p.lexer.kind === 91 ? p.commaList("[", "]", (): Block => p.successor()) : [];
  const propertiesAt = p.lexer.start;
  const properties = p.acceptCode(60) ? parseProperties(p) : undefined;
  const regions = p.lexer.kind === 40 ? p.commaList("(", ")", (): Region => p.genericRegion()) : [];
  const attributes = p.lexer.kind === 123 ? parseAttributeEntries(p) : [];
  if (!p.acceptCode(58)) p.wrongToken("expected ':' followed by operation type");
  const typeAt = p.lexer.start;
  const type = p.lexer.kind === 40 ? p.functionType() : p.error("expected function type");
  if (type.inputs.length !== operands.length) {
    p.error(
      `expected ${operands.length} operand type${operands.length === 1 ? "" : "s"} but had ${type.inputs.length}`,
      typeAt,
    );
  }
  const op = Operation.create(p.context, definition, location, {
    operands: p.resolveAll(operands, type.inputs, typeAt),
    resultTypes: type.results,
    regions,
    successors,
  });
  if (properties !== undefined) setProperties(p, op, properties, propertiesAt);
  for (const [name, attribute] of attributes) op.setAttribute(name, attribute);
  return op;
}

/** The op's name in quotes. */
function genericDefinition(p: OperationParser): OpDefinition {
  const { text, start, end } = p.lexer;
  const name = unescapeString(text, start + 1, end - 1);
  if (name === "") p.error("empty operation name is invalid");
  const definition = p.context.opDefinition(name);
  if (!definition.registered) {
    if (p.context.dialects.has(definition.dialect)) {
      unknownOperation(p, name, ` found in dialect ('${definition.dialect}') that does not allow unknown operations`);
    }
    if (!p.context.allowUnregisteredDialects)
      unknownOperation(p, name, `: dialect '${definition.dialect}' is not registered`);
  }
  p.lexer.advance();
  return definition;
}

function unknownOperation(p: OperationParser, name: string, reason: string): never {
  const near = nearest(name, p.context.ops.keys());
  return p.error(
    `unregistered operation '${name}'${reason}`,
    p.lexer.start,
    near === undefined ? undefined : `did you mean '${near}'?`,
  );
}

function parseOperands(p: OperationParser): UnresolvedOperand[] {
  const operands: UnresolvedOperand[] = [];
  p.lexer.advance();
  if (p.acceptCode(41)) return operands;
  if (p.lexer.kind !== Token.percentId) p.wrongToken("expected ')' to end operand list");
  do operands.push(p.operand());
  while (p.acceptCode(44));
  if (!p.acceptCode(41)) p.wrongToken("expected ')' to end operand list");
  return operands;
}

/** `{...}>` of `<{...}>`. */
function parseProperties(p: OperationParser): (readonly [string, Attribute])[] {
  if (p.lexer.kind !== 123) p.wrongToken("expected '{' to begin properties");
  const entries = parseAttributeEntries(p);
  if (!p.acceptCode(62)) p.wrongToken("expected '>' to close properties");
  return entries;
}

function setProperties(
  p: OperationParser,
  op: Operation,
  entries: readonly (readonly [string, Attribute])[],
  at: TextPosition,
): void {
  const { definition } = op;
  if (!definition.registered) {
    op.setAttribute(UNREGISTERED_PROPERTIES, dictionaryAttr(p.context, entries));
    return;
  }
  for (const [name, attribute] of entries) {
    if (!definition.propertySlots.has(name)) {
      const near = nearest(name, definition.propertySlots.keys());
      p.error(
        `'${op.name}' op has no property '${name}'`,
        at,
        near === undefined ? undefined : `did you mean '${near}'?`,
      );
    }
    op.setAttribute(name, attribute);
  }
}

// --- custom form ------------------------------------------------------------------------------------------------------

function parseCustom(p: OperationParser): Operation {
  const { location } = p;
  const name = p.lexer.spelling;
  const definition = customDefinition(p, name);
  if (definition === undefined) {
    const dot = name.indexOf(".");
    const dialect = dot < 0 ? p.defaultDialect : name.slice(0, dot);
    const known = p.context.dialects.has(dialect);
    const candidates = dot < 0 ? `${p.defaultDialect}.${name}` : name;
    const near = nearest(candidates, p.context.ops.keys()) ?? nearest(name, p.context.ops.keys());
    const reason = dot < 0 ? "" : known ? ` in dialect '${dialect}'` : `: dialect '${dialect}' is not registered`;
    p.error(
      `unregistered operation '${name}'${reason}`,
      p.lexer.start,
      near === undefined ? "operations that are not registered have the generic form only" : `did you mean '${near}'?`,
    );
  }
  if (definition.parse === undefined)
    p.error(`'${definition.name}' has no custom form`, p.lexer.start, `write "${definition.name}"(...)`);
  p.lexer.advance();
  enterDefinition(p, definition);
  const parts = definition.parse(p);
  return Operation.create(p.context, definition, location, parts);
}

/** By full name; a name without a dot is one of the default dialect's. */
function customDefinition(p: OperationParser, name: string): OpDefinition | undefined {
  const { ops } = p.context;
  return (
    ops.get(name) ??
    (p.defaultDialect !== "" && !name.includes(".") ? ops.get(`${p.defaultDialect}.${name}`) : undefined)
  );
}
