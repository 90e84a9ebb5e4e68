// The reader of MLIR text: modules, and single types and attributes. A user's mistake is a diagnostic in the result.
import type { Attribute } from "../core/attributes.ts";
import type { Context } from "../core/context.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { OperationParser } from "./operation-parser.ts";
import { parseFile } from "./parse-module.ts";
import { SourceText } from "./source-text.ts";
import { SyntaxFailure } from "./token-parser.ts";

export interface ParseResult {
  /** Undefined when there are errors. It is not verified yet. */
  readonly module: Operation | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Hexadecimal bytes (`0x...`, four bytes of alignment first) of the file's resources, by handle. */
  readonly resources: ReadonlyMap<string, string>;
}

/** Reads a file; several syntax errors come in one run. `file` is the name in locations. */
export function parseModule(text: string, context: Context, options: { file?: string } = {}): ParseResult {
  const p = new OperationParser(context, new SourceText(options.file ?? "-", text));
  const module = parseFile(p);
  return { module: p.diagnostics.length > 0 ? undefined : module, diagnostics: p.diagnostics, resources: p.resources };
}

export interface PartResult<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function parsePart<T>(text: string, context: Context, read: (p: OperationParser) => T): PartResult<T> {
  const p = new OperationParser(context, new SourceText("-", text));
  try {
    const value = read(p);
    if (p.lexer.kind !== Token.end) p.error("expected end of text");
    return { value, diagnostics: [] };
  } catch (failure) {
    if (!(failure instanceof SyntaxFailure)) throw failure;
    return { value: undefined, diagnostics: [failure.diagnostic] };
  }
}

/** Reads a type that is the whole text. */
export function parseType(text: string, context: Context): PartResult<Type> {
  return parsePart(text, context, (p) => p.type());
}

/** Reads an attribute that is the whole text; `type` is that of a literal without one. */
export function parseAttribute(text: string, context: Context, type?: Type): PartResult<Attribute> {
  return parsePart(text, context, (p) => p.attribute(type));
}
