// The section `{-# dialect_resources: {...}, external_resources: {...} #-}`: bytes behind `dense_resource` handles, and what a file has
// for other tools, which is kept and printed back.
import type { ExternalResources, ResourceBlob, ResourceValue } from "../core/resources.ts";
import { bytesOfHex, isHexLiteral } from "./dense-data.ts";
import { Token } from "./lexer.ts";
import type { OperationParser } from "./operation-parser.ts";

export function parseMetadata(p: OperationParser): void {
  p.lexer.advance();
  if (p.lexer.kind !== Token.metadataEnd) {
    do {
      const at = p.position();
      const section = identifier(p, "in file metadata dictionary");
      p.expect(":", "in file metadata dictionary");
      if (section !== "dialect_resources" && section !== "external_resources")
        p.mistake(`unknown key '${section}' in file metadata dictionary`, at);
      parseSection(p, section === "dialect_resources" ? parseDialectEntries : parseExternalEntries);
    } while (p.acceptCode(44));
  }
  p.expect("#-}", "to end file metadata dictionary");
}

/** Any bare word. */
function identifier(p: OperationParser, context: string): string {
  const { kind, spelling } = p.lexer;
  if (kind !== Token.bareId) p.error(`expected identifier key ${context}`);
  p.lexer.advance();
  return spelling;
}

type ParseEntries = (p: OperationParser, owner: string, at: number) => void;

function parseSection(p: OperationParser, entries: ParseEntries): void {
  p.commaList("{", "}", () => {
    const at = p.position();
    const owner = identifier(p, "for 'resource' entry");
    p.expect(":");
    entries(p, owner, at);
  });
}

function parseEntries(p: OperationParser, entry: (key: string, value: ResourceValue, at: number) => void): void {
  p.commaList("{", "}", () => {
    const key = p.optionalString() ?? identifier(p, "for 'resource' entry");
    p.expect(":");
    const at = p.position();
    entry(key, parseValue(p, key), at);
  });
}

function parseDialectEntries(p: OperationParser, dialect: string, dialectAt: number): void {
  if (dialect !== "builtin") {
    p.mistake(
      p.context.dialects.has(dialect)
        ? `unexpected 'resource' section for dialect '${dialect}'`
        : `dialect '${dialect}' is unknown`,
      dialectAt,
    );
  }
  const { resources } = p.context;
  parseEntries(p, (handle, value, at) => {
    if (typeof value !== "object") {
      p.mistake(`expected hex string blob for key '${handle}'`, at);
      return;
    }
    if (p.definedResources.has(handle)) resources.replace(handle, value);
    else if (!resources.define(handle, value))
      p.mistake(`resource '${handle}' has other contents in a module that was read before`, at);
    p.definedResources.add(handle);
  });
}

function parseExternalEntries(p: OperationParser, owner: string): void {
  const known = p.externalResources.find((section) => section.owner === owner);
  const section: ExternalResources = known ?? { owner, entries: [] };
  parseEntries(p, (key, value) => {
    section.entries.push([key, value]);
  });
  if (known === undefined && section.entries.length > 0) p.externalResources.push(section);
}

/** `true`, `"text"`, or bytes as `"0x..."`. */
function parseValue(p: OperationParser, key: string): ResourceValue {
  const at = p.position();
  if (p.accept("true")) return true;
  if (p.accept("false")) return false;
  const isBlob = p.lexer.text.startsWith('"0x', at);
  const text = p.string(`string value for key '${key}'`);
  if (!isBlob) return text;
  try {
    return parseBlob(p, key, text, at);
  } catch (failure) {
    p.recover(failure);
    return text;
  }
}

function parseBlob(p: OperationParser, key: string, text: string, at: number): ResourceBlob {
  const expected = `expected hex string blob for key '${key}'`;
  if (!isHexLiteral(text)) p.reject(expected, at);
  const bytes = bytesOfHex(text);
  if (bytes.length < 4) p.reject(`${expected} to encode alignment in first 4 bytes`, at);
  const alignment = new DataView(bytes.buffer).getUint32(0, true);
  if ((alignment & (alignment - 1)) !== 0) {
    p.reject(`${expected} to encode alignment in first 4 bytes, but got non-power-of-2 value: ${alignment}`, at);
  }
  return { alignment, data: bytes.subarray(4) };
}
