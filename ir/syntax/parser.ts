// The reader of MLIR text: modules, and single types and attributes. A user's mistake is a diagnostic in the result.
import type { Attribute } from "../core/attributes.ts";
import type { Context } from "../core/context.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { OperationParser } from "./operation-parser.ts";
import { parseFile } from "./parse-module.ts";
import { SourceText } from "./source-text.ts";
import { ReadingStopped, SyntaxFailure } from "./token-parser.ts";

export interface ParseResult {
  /** Undefined when there are errors; warnings leave it. It is not verified yet. */
  readonly module: Operation | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What can be verified by itself although the file has errors: isolated ops that were read without one. */
  readonly intact: readonly Operation[];
}

/** A place in a file, lines and columns from 1. */
export interface TextStart {
  readonly line: number;
  readonly column: number;
}

export interface ParseOptions {
  /** Where the text begins in its file, if that is not the file's start: the place of the module that is put around it. */
  readonly start?: TextStart | undefined;
  /** The name in locations. */
  readonly file?: string;
  /** False: the text must be one op, around which no module is put. Default true. */
  readonly implicitModule?: boolean;
}

/** Reads a file; several syntax errors come in one run. */
export function parseModule(text: string, context: Context, options: ParseOptions = {}): ParseResult {
  const p = new OperationParser(context, new SourceText(options.file ?? "-", text));
  const { diagnostics } = p;
  let module: Operation | undefined;
  try {
    module = parseFile(p, options.implicitModule, options.start);
  } catch (stop) {
    if (!(stop instanceof ReadingStopped)) throw stop;
    diagnostics.push(errorAt(p.source.location(p.lexer.start), stop.message, { category: "semantic" }));
  }
  const failed = diagnostics.some(({ severity }) => severity === "error");
  return { module: failed ? undefined : module, diagnostics, intact: p.intact };
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
    return { value: p.diagnostics.length > 0 ? undefined : value, diagnostics: p.diagnostics };
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
