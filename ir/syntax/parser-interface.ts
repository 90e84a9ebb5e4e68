// What custom syntax parses with. The implementation is parser.ts; definitions see only this.
//
// A parse function returns what it read or does not return: a syntax error unwinds to the nearest top-level operation, where it
// becomes a diagnostic and reading goes on. That one exception never leaves ir/syntax.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import type { Context } from "../core/context.ts";
import type { OpDefinition } from "../core/definition.ts";
import type { Location } from "../core/location.ts";
import type { FunctionType, Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";

/** A place in the text: an offset that `error` turns into line and column. */
export type TextPosition = number;

export interface AttributeParser {
  readonly context: Context;
  /** Position of the next token. */
  position(): TextPosition;
  /** Whether the next token is this punctuation or bare word (`->`, `{`, `to`). */
  peek(text: string): boolean;
  /** Consumes the token if it is this one. */
  accept(text: string): boolean;
  /** Consumes this token or fails with "expected ...". */
  expect(text: string, context?: string): void;
  /** A bare identifier (keywords may contain dots and dollars). */
  keyword(what?: string): string;
  optionalKeyword(): string | undefined;
  /** A possibly negative integer literal (decimal or hexadecimal), or true/false as 1/0 when `booleans`. */
  integer(what?: string): bigint;
  optionalInteger(): bigint | undefined;
  string(what?: string): string;
  optionalString(): string | undefined;
  /** `@name`, without the at sign. */
  symbolName(): string;
  optionalSymbolName(): string | undefined;
  type(): Type;
  optionalType(): Type | undefined;
  /** An attribute; `type` is the type of a literal that leaves its own out (`0` with i64). */
  attribute(type?: Type): Attribute;
  optionalAttribute(type?: Type): Attribute | undefined;
  /** `open item, item close`; open and close may be undefined for a bare list of at least one item. */
  commaList<T>(open: string | undefined, close: string | undefined, item: () => T): T[];
  /** `2x?x8x` dimensions before an element type: extents with DYNAMIC for `?`, each followed by `x`. */
  dimensionList(options?: { dynamic?: boolean }): number[];
  /** `{a = 1, b}` when the next token is `{`, else nothing. */
  optionalAttrDict(): readonly (readonly [string, Attribute])[];
  /** Fails with a diagnostic at a position (default: the next token). */
  error(message: string, at?: TextPosition, hint?: string): never;
}

/** `%name` or `%name#1` in the text, not yet a value. */
export interface UnresolvedOperand {
  /** What the reader knows the name by: equal for equal names. */
  readonly name: number;
  /** Of the result. */
  readonly number: number;
  readonly position: TextPosition;
}

/** `%name : type {attributes} loc(...)` as a region's or function's argument. */
export interface ParsedArgument {
  readonly name: UnresolvedOperand;
  readonly type: Type | undefined;
  readonly attributes: readonly (readonly [string, Attribute])[];
  readonly location: Location | undefined;
}

/** An argument that a region's entry block is given. */
export interface EntryArgument {
  readonly name: UnresolvedOperand;
  readonly type: Type;
  readonly location?: Location | undefined;
}

export interface OpParser extends AttributeParser {
  readonly definition: OpDefinition;
  /** Location of the op's name. */
  readonly location: Location;
  /** How many result names the text gave (`%a:2, %b =` is 3), or 0. */
  readonly resultCount: number;
  operand(): UnresolvedOperand;
  optionalOperand(): UnresolvedOperand | undefined;
  /** Zero or more operands separated by commas, without delimiters. */
  operandList(): UnresolvedOperand[];
  /** The value of a name at a type; a forward reference becomes a value that its definition replaces. */
  resolve(operand: UnresolvedOperand, type: Type): Value;
  /** Resolves pairwise; a differing count is an error at `at`. */
  resolveAll(operands: readonly UnresolvedOperand[], types: readonly Type[], at?: TextPosition): Value[];
  /** `%x`, `%x : type`, with attributes and location when allowed. */
  argument(options?: { type?: "required" | "optional" | "none"; attributes?: boolean }): ParsedArgument;
  optionalArgument(options?: {
    type?: "required" | "optional" | "none";
    attributes?: boolean;
  }): ParsedArgument | undefined;
  /** `{ ... }`. Given arguments become those of the entry block. */
  region(entryArguments?: readonly EntryArgument[]): Region;
  /** A region if the next token is `{`. */
  optionalRegion(entryArguments?: readonly EntryArgument[]): Region | undefined;
  /** A new region without blocks. */
  emptyRegion(): Region;
  /** `^bb1`. */
  successor(): Block;
  optionalSuccessor(): Block | undefined;
  /** `a` or `(a, b)` after an arrow. */
  typeOrTypeList(): Type[];
  /** `(a, b) -> c`. */
  functionType(): FunctionType;
  /** Zero or more types separated by commas. */
  typeList(): Type[];
  /** `loc(...)` if it stands here. */
  optionalLocation(): Location | undefined;
}
