// What custom syntax prints with. The implementation is printer.ts; definitions see only this.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";

/** Prints attributes and types. Nothing adds spaces by itself: the caller writes them. */
export interface AttributePrinter {
  /** Writes text as it is. */
  text(text: string): void;
  type(type: Type): void;
  /** `elideType` leaves out `: i64` and the like after integers, floats and strings. */
  attribute(attribute: Attribute, options?: { elideType?: boolean }): void;
  /** `@name`, quoted where it must be. */
  symbol(name: string): void;
  /** A quoted, escaped string. */
  string(value: string): void;
  /** Calls `item` for each element with `, ` in between. */
  list<T>(items: Iterable<T>, item: (element: T) => void): void;
}

export interface ArgumentPrintOptions {
  /** Default true. */
  readonly type?: boolean;
  readonly attributes?: readonly (readonly [string, Attribute])[];
}

export interface RegionPrintOptions {
  /** Print the entry block's label and arguments when it has any (default true). */
  readonly entryArguments?: boolean;
  /** Print the last op of the blocks (default true), never, or unless it has neither operands nor attributes. */
  readonly terminators?: boolean | "unless-bare";
  /** Print the label of an entry block without ops and arguments, so that it is not read as no block (default false). */
  readonly emptyBlock?: boolean;
}

export interface AttrDictOptions {
  /** Names that are left out. */
  readonly elide?: readonly string[];
  /** ` attributes {...}`. */
  readonly keyword?: boolean;
  /** Whether properties are among them (default true). */
  readonly properties?: boolean;
  /** Whether properties that have their default value are among them (default false). */
  readonly defaults?: boolean;
}

export interface OpPrinter extends AttributePrinter {
  value(value: Value): void;
  /** `%a, %b`. */
  values(values: Iterable<Value>): void;
  /** `%a: type {attributes}` of a block argument, with its location where those are printed. */
  argument(argument: Value, options?: ArgumentPrintOptions): void;
  /** `^bb1`. */
  block(block: Block): void;
  /** `{ ... }` on several lines, starting at the current position. */
  region(region: Region, options?: RegionPrintOptions): void;
  /**
   * ` {a = 1, b}` with a leading space, or nothing when empty: discardable attributes, and the properties whose text the
   * custom form does not have (those not in `elide`, present and different from their default).
   */
  attrDict(op: Operation, options?: AttrDictOptions): void;
  /** `(a, b) -> c` or `(a) -> (b, c)`. */
  functionalType(operands: readonly Type[], results: readonly Type[]): void;
  /** ` : a, b` types, comma separated, without anything for none. */
  types(types: Iterable<Type>): void;
  newline(): void;
  indent(): void;
  unindent(): void;
  /** The op in its generic or custom form, as the printer is set; used by ops that print another inside, without `%x =` when `results` is false. */
  op(op: Operation, options?: { results?: boolean }): void;
}
