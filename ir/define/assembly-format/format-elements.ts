// The elements of a format as read, before they become directives. Operands and the like are indices into the definition's lists.

/** One member of a union for each kind: narrowing by `kind` needs that. */
type Each<K extends string, Fields = unknown> = K extends string ? { readonly kind: K } & Fields : never;

interface Indexed {
  readonly index: number;
}

/** What has types: one operand or result, or all of them. */
export type TypeSource = Each<"operand" | "result", Indexed> | Each<"operands" | "results">;

/** An argument of `custom<...>(...)`. With `reference` (`ref(...)`) it was read before and is only passed along. */
export type ArgumentElement = { readonly name: string; readonly reference: boolean } & (
  | Each<"operand" | "result" | "property" | "region" | "successor", Indexed>
  | { readonly kind: "type"; readonly of: TypeSource }
  | { readonly kind: "text" }
);

export interface OptionalElement {
  readonly kind: "optional";
  readonly then: readonly FormatElement[];
  readonly otherwise: readonly FormatElement[];
  readonly anchor: FormatElement;
  /** The anchor stands in `otherwise`: its presence selects that one. */
  readonly inverted: boolean;
}

export type FormatElement =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "whitespace"; readonly text: "" | " " | "\n" }
  | Each<"operand" | "region" | "successor", Indexed>
  | { readonly kind: "property"; readonly index: number; readonly qualified: boolean }
  | Each<"operands" | "regions" | "successors">
  | { readonly kind: "attr-dict"; readonly keyword: boolean }
  | { readonly kind: "prop-dict" }
  | { readonly kind: "type"; readonly of: TypeSource }
  | { readonly kind: "functional-type"; readonly inputs: TypeSource; readonly results: TypeSource }
  | { readonly kind: "custom"; readonly name: string; readonly arguments: readonly ArgumentElement[] }
  | OptionalElement
  | { readonly kind: "oilist"; readonly clauses: readonly OilistClause[] };

export interface OilistClause {
  readonly literal: string;
  readonly elements: readonly FormatElement[];
}

/** The elements and everything inside their groups, in order. */
export function* allElements(elements: readonly FormatElement[]): Generator<FormatElement> {
  for (const element of elements) {
    yield element;
    if (element.kind === "optional") {
      yield* allElements(element.then);
      yield* allElements(element.otherwise);
    } else if (element.kind === "oilist") {
      for (const clause of element.clauses) yield* allElements(clause.elements);
    }
  }
}
