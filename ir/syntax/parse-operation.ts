// One operation as text: result names, then the generic form or the custom form of its definition, then a location.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import { UNREGISTERED_PROPERTIES } from "../core/unregistered-definition.ts";
import type { OpDefinition, OperationParts } from "../core/definition.ts";
import { unknownLocation } from "../core/location.ts";
import { Operation } from "../core/operation.ts";
import { Token } from "./lexer.ts";
import { nearest } from "./near-miss.ts";
import type { OperationParser } from "./operation-parser.ts";
import type { TextPosition, UnresolvedOperand } from "./parser-interface.ts";
import { attributeText } from "./print-attributes.ts";
import { unescapeString } from "./string-escapes.ts";
import { isIntegerTypeName } from "./token-parser.ts";

const noSuccessors: readonly Block[] = [];
const noRegions: readonly Region[] = [];

interface ResultName {
  /** Number in the `NameTable`. */
  readonly name: number;
  readonly count: number;
  readonly position: TextPosition;
}

export function parseOperation(p: OperationParser): Operation {
  const { definition, start, resultCount } = p;
  const nameStart = p.lexer.start;
  const nameEnd = p.lexer.end;
  const isNamed = p.lexer.kind === Token.percentId;
  if (isNamed) p.lexer.advance();
  // Nearly every name stands alone.
  const names = isNamed && !p.acceptCode(61) ? parseResultNames(p, nameStart, nameEnd) : undefined;
  p.resultCount = names === undefined ? (isNamed ? 1 : 0) : names.reduce((sum, { count }) => sum + count, 0);
  p.start = p.lexer.start;
  const op =
    p.lexer.kind === Token.string
      ? parseGeneric(p)
      : p.lexer.kind === Token.bareId
        ? parseCustom(p)
        : p.missing("expected operation name in quotes");
  const trailing = p.optionalLocation();
  if (trailing !== undefined) op.location = trailing;
  withDefaults(op);
  if (names !== undefined) bindResults(p, names, op);
  else if (isNamed) bindResult(p, nameStart, nameEnd, op);
  p.definition = definition;
  p.start = start;
  p.resultCount = resultCount;
  return op;
}

/** The op with the location of its name, until one stands behind it. */
function createOperation(
  p: OperationParser,
  start: number,
  definition: OpDefinition,
  parts: OperationParts,
): Operation {
  const op = Operation.create(p.context, definition, unknownLocation, parts);
  op.setLocationIn(p.source, start);
  return op;
}

/** `%a, %b:2 =`, from behind the first name. */
function parseResultNames(p: OperationParser, firstStart: number, firstEnd: number): ResultName[] {
  const names: ResultName[] = [];
  for (let start = firstStart, end = firstEnd; ;) {
    let count = 1;
    if (p.acceptCode(58)) {
      const at = p.lexer.start;
      count = p.unsigned("integer number of results");
      if (count === 0) p.mistake("expected named operation to have at least 1 result", at);
    }
    names.push({ name: p.names.numberOf(start + 1, end), count, position: start });
    if (!p.acceptCode(44)) break;
    if (p.lexer.kind !== Token.percentId) p.wrongToken("expected valid ssa identifier");
    ({ start, end } = p.lexer);
    p.lexer.advance();
  }
  if (!p.acceptCode(61)) p.wrongToken("expected '=' after SSA name");
  return names;
}

function bindResult(p: OperationParser, start: number, end: number, op: Operation): void {
  const name = p.names.numberOf(start + 1, end);
  if (op.resultCount === 1) p.define(name, 0, op.result(), start);
  else bindResults(p, [{ name, count: 1, position: start }], op);
}

function bindResults(p: OperationParser, names: readonly ResultName[], op: Operation): void {
  const at = names[0]?.position ?? 0;
  if (op.resultCount === 0) p.report("cannot name an operation with no results", at);
  else if (p.resultCount !== op.resultCount) {
    p.report(`operation defines ${op.resultCount} results but was provided ${p.resultCount} to bind`, at);
  }
  let index = 0;
  for (const { name, count, position } of names) {
    for (let number = 0; number < count; number++) {
      const result = op.results[index++];
      if (result === undefined) {
        p.scope.incomplete = true;
        return;
      }
      p.define(name, number, result, position);
    }
  }
}

/** Gives absent properties their defaults, as builders do. */
export function withDefaults(op: Operation): void {
  const { properties } = op.definition;
  if (properties.length === 0 || op.properties === op.context.defaultProperties(properties)) return;
  for (let slot = 0; slot < properties.length; slot++) {
    const property = properties[slot];
    if (property?.defaultValue === undefined || op.properties[slot] !== undefined) continue;
    op.setProperty(slot, property.defaultValue(op.context));
  }
}

// --- generic form -----------------------------------------------------------------------------------------------------

function parseGeneric(p: OperationParser): Operation {
  const { start } = p;
  const definition = genericDefinition(p);
  p.definition = definition;
  const operands = p.lexer.kind === 40 ? parseOperands(p) : p.wrongToken("expected '(' to start operand list");
  const successors = p.lexer.kind === 91 ? parseSuccessors(p) : noSuccessors;
  const propertiesAt = p.lexer.start;
  const properties = p.acceptCode(60) ? parseProperties(p) : undefined;
  const regions = p.lexer.kind === 40 ? parseRegions(p) : noRegions;
  const attributes = p.optionalAttrDict();
  if (!p.acceptCode(58)) p.wrongToken("expected ':' followed by operation type");
  const typeAt = p.lexer.start;
  const type = p.lexer.kind === 40 ? p.functionType() : p.error("expected function type");
  const { inputs } = type;
  const isCounted = inputs.length === operands.length;
  if (!isCounted) {
    p.report(
      `expected ${operands.length} operand type${operands.length === 1 ? "" : "s"} but had ${inputs.length}`,
      typeAt,
    );
  }
  const op = createOperation(p, start, definition, {
    operands: isCounted ? p.resolveAll(operands, inputs, typeAt) : [],
    resultTypes: type.results,
    regions,
    successors,
  });
  if (properties !== undefined) setProperties(p, op, properties, propertiesAt);
  for (const [name, attribute] of attributes) {
    // As in MLIR, what stands in the properties counts before an attribute of the same name.
    const slot = properties === undefined ? undefined : definition.propertySlots.get(name);
    if (slot === undefined || op.properties[slot] === undefined) op.setAttribute(name, attribute);
  }
  return op;
}

function parseSuccessors(p: OperationParser): Block[] {
  const { definition } = p;
  if (definition.registered && !definition.traits.has("Terminator"))
    p.report("successors in non-terminator", p.lexer.start);
  p.lexer.advance();
  const successors = [p.successor()];
  while (p.acceptCode(44)) successors.push(p.successor());
  p.expect("]", "to end successor list");
  return successors;
}

function parseRegions(p: OperationParser): Region[] {
  p.lexer.advance();
  const regions = [p.genericRegion()];
  while (p.acceptCode(44)) regions.push(p.genericRegion());
  p.expect(")", "to end region list");
  return regions;
}

/** By the op's name in quotes. */
function genericDefinition(p: OperationParser): OpDefinition {
  const { start, end } = p.lexer;
  const number = p.opNames.numberOf(start, end);
  const known = p.knownOps[number];
  const definition = known === undefined ? findGeneric(p, number) : known.definition;
  if (!definition.registered) checkUnregistered(p, definition);
  p.lexer.advance();
  return definition;
}

function findGeneric(p: OperationParser, number: number): OpDefinition {
  const { text, start, end } = p.lexer;
  const name = unescapeString(text, start + 1, end - 1);
  if (name === "") p.mistake("empty operation name is invalid");
  const definition = p.context.opDefinition(name);
  if (name !== "") p.knownOps[number] = { defaultDialect: "", definition };
  return definition;
}

/** Unknown ops of known dialects are left to the verifier. Reading goes on: nothing in the generic form depends on the definition. */
function checkUnregistered(p: OperationParser, { name, dialect }: OpDefinition): void {
  const { allowUnregisteredDialects, dialects, ops } = p.context;
  if (allowUnregisteredDialects || (name.includes(".") && dialects.has(dialect))) return;
  const near = nearest(name, ops.keys()) ?? nearestDialect(name, dialects.keys());
  const hint = near === undefined ? undefined : `did you mean '${near}'?`;
  p.report(`unregistered operation '${name}': dialect '${dialect}' is not registered`, p.lexer.start, hint);
}

/** The op's name in the dialect that is most like its own. */
function nearestDialect(name: string, dialects: Iterable<string>): string | undefined {
  const dot = name.indexOf(".");
  const dialect = dot < 0 ? undefined : nearest(name.slice(0, dot), dialects);
  return dialect === undefined ? undefined : dialect + name.slice(dot);
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

/** `{...}>` of `<{...}>`; an op that is not registered may have any attribute there. */
function parseProperties(p: OperationParser): Attribute {
  const at = p.position();
  const attribute = p.attribute();
  if (attribute.kind !== "dictionary" && p.definition.registered) p.mistake("expected '{' to begin properties", at);
  if (!p.acceptCode(62)) p.wrongToken("expected '>' to close properties");
  return attribute;
}

function setProperties(p: OperationParser, op: Operation, attribute: Attribute, at: TextPosition): void {
  const { definition } = op;
  if (!definition.registered || attribute.kind !== "dictionary") {
    op.setAttribute(UNREGISTERED_PROPERTIES, attribute);
    return;
  }
  if (definition.propertySlots.size === 0) {
    const text = attributeText(attribute);
    p.report(`invalid properties ${text} for op ${op.name}: this operation does not support properties`, at);
    return;
  }
  for (const [name, value] of attribute.entries) {
    if (!definition.propertySlots.has(name)) {
      const near = nearest(name, definition.propertySlots.keys());
      const message = `'${op.name}' op has no property '${name}', which is left out`;
      p.warn(message, at, near === undefined ? undefined : `did you mean '${near}'?`);
      continue;
    }
    op.setAttribute(name, value);
  }
}

// --- custom form ------------------------------------------------------------------------------------------------------

function parseCustom(p: OperationParser): Operation {
  const { start } = p;
  const definition = customDefinition(p);
  if (definition === undefined) {
    const name = p.lexer.spelling;
    if (isIntegerTypeName(name)) p.missing("expected operation name in quotes");
    const dot = name.indexOf(".");
    const dialect = dot < 0 ? p.defaultDialect : name.slice(0, dot);
    const known = p.context.dialects.has(dialect);
    const candidates = dot < 0 ? `${p.defaultDialect}.${name}` : name;
    const near = nearest(candidates, p.context.ops.keys()) ?? nearest(name, p.context.ops.keys());
    const reason = dot < 0 ? "" : known ? ` in dialect '${dialect}'` : `: dialect '${dialect}' is not registered`;
    const message = `unregistered operation '${name}'${reason}`;
    const hint =
      near === undefined ? "operations that are not registered have the generic form only" : `did you mean '${near}'?`;
    p.syntaxError(message, p.lexer.start, hint);
  }
  if (definition.parse === undefined)
    p.reject(`'${definition.name}' has no custom form`, p.lexer.start, `write "${definition.name}"(...)`);
  p.lexer.advance();
  p.definition = definition;
  return createOperation(p, start, definition, definition.parse(p));
}

/** By full name; a name without a dot is one of the default dialect's. */
function customDefinition(p: OperationParser): OpDefinition | undefined {
  const { defaultDialect } = p;
  const number = p.opNames.numberOf(p.lexer.start, p.lexer.end);
  const known = p.knownOps[number];
  if (known !== undefined && known.defaultDialect === defaultDialect) return known.definition;
  const definition = definitionIn(defaultDialect, p.lexer.spelling, p);
  if (definition !== undefined) p.knownOps[number] = { defaultDialect, definition };
  return definition;
}

function definitionIn(dialect: string, name: string, { context: { ops } }: OperationParser): OpDefinition | undefined {
  const definition = ops.get(name);
  return definition !== undefined || dialect === "" || name.includes(".") ? definition : ops.get(`${dialect}.${name}`);
}
