// A directive: one element of a format, compiled. It always has both its print and its parse function.
import type { Operation } from "../../core/operation.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import type { OpPrinter } from "../../syntax/printer-interface.ts";
import type { CustomDirective } from "./custom-directive.ts";
import type { FormatElement } from "./format-elements.ts";
import type { FormatState } from "./parse-state.ts";
import type { Spacing } from "./spacing.ts";
import type { FormatSubject } from "./subject.ts";

export interface Directive {
  print(op: Operation, p: OpPrinter): void;
  parse(p: OpParser, state: FormatState): void;
  /** Reads the element if it stands here and says whether it did. What has this may open an optional group. */
  parseIfPresent?(p: OpParser, state: FormatState): boolean;
}

/** What compiling an element may look at. */
export interface Scope {
  readonly subject: FormatSubject;
  readonly custom: Readonly<Record<string, CustomDirective>>;
  /** Runs along with the elements in the order in which they print. */
  readonly spacing: Spacing;
  /** Names that the attribute dictionary leaves out: they have text of their own. */
  readonly elided: readonly string[];
  /** The format reads the property dictionary `<{...}>`, so the attribute dictionary has none. */
  readonly hasPropDict: boolean;
  /** The elements that may follow this one in the text. */
  readonly following: readonly FormatElement[];
  /** Properties that must be read where they stand: anchors, and the contents of oilist clauses. */
  readonly required: boolean;
  /** Compiles a list of elements in a scope. */
  compile(elements: readonly FormatElement[], scope: Scope, options?: CompileOptions): readonly Directive[];
  readonly fail: (message: string) => never;
}

export interface CompileOptions {
  /** An element that has no text: a unit property that its group implies. */
  readonly skip?: FormatElement | undefined;
  /** The element that cannot be absent where the list is printed. */
  readonly anchor?: FormatElement;
}
