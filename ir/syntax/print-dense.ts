// `dense<...>` and `sparse<...>`: nested lists, a splat, or hexadecimal for more than a hundred elements.
import type { DenseElementsAttr, DenseStringElementsAttr, SparseElementsAttr } from "../core/attributes.ts";
import { elementCount } from "../core/types.ts";
import {
  elementBytes,
  hexOfDense,
  partsPerElement,
  readBits,
  readInteger,
  scalarOf,
  type ScalarType,
} from "./dense-data.ts";
import { floatText } from "./print-floats.ts";
import { escapeString } from "./string-escapes.ts";

/** mlir-opt's default of --mlir-print-elementsattrs-with-hex-if-larger. */
const HEX_IF_MORE = 100;

export interface ElementsTextOptions {
  /** Elements print as hexadecimal when there are more than this; -1: never. */
  readonly hexIfLarger?: number | undefined;
}

/** `dense<...>` or `sparse<...>`, without the type. */
export function elementsText(
  attribute: DenseElementsAttr | DenseStringElementsAttr | SparseElementsAttr,
  { hexIfLarger = HEX_IF_MORE }: ElementsTextOptions,
): string {
  const hexLimit = hexIfLarger === -1 ? Infinity : hexIfLarger;
  const contents = (part: DenseElementsAttr | DenseStringElementsAttr, limit: number): string =>
    part.kind === "dense" ? denseText(part, limit) : stringsText(part);
  if (attribute.kind !== "sparse") return `dense<${contents(attribute, hexLimit)}>`;
  const { indices, values } = attribute;
  if (elementCount(indices.type.shape) === 0) return "sparse<>";
  return `sparse<${denseText(indices, Infinity)}, ${contents(values, hexLimit)}>`;
}

function stringsText({ type, splat, values }: DenseStringElementsAttr): string {
  const element = (index: number): string => `"${escapeString(values[index] ?? "")}"`;
  if (values.length === 0) return "";
  return splat ? element(0) : nestedText(type.shape, 0, 0, element).text;
}

/** What stands between `dense<` and `>`. */
function denseText(attribute: DenseElementsAttr, hexLimit: number): string {
  const { type, data, splat } = attribute;
  const scalar = scalarOf(type.element);
  if (scalar === undefined) throw new Error(`dense elements of kind '${type.element.kind}'`);
  const count = elementCount(type.shape);
  if (!splat && count > hexLimit) return `"0x${hexOfDense(data, partsPerElement(type.element), scalar)}"`;
  if (data.length === 0) return "";
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const bytes = elementBytes(scalar);
  const complex = partsPerElement(type.element) === 2;
  const element = (index: number): string =>
    complex
      ? `(${scalarText(view, 2 * index * bytes, bytes, scalar)},${scalarText(view, (2 * index + 1) * bytes, bytes, scalar)})`
      : scalarText(view, index * bytes, bytes, scalar);
  // MLIR does not see that integers without bits are all equal.
  if (scalar.kind === "integer" && scalar.width === 0) return nestedText(type.shape, 0, 0, () => "0").text;
  return splat ? element(0) : nestedText(type.shape, 0, 0, element).text;
}

function nestedText(
  shape: readonly number[],
  depth: number,
  from: number,
  element: (index: number) => string,
): { readonly text: string; readonly next: number } {
  const extent = shape[depth];
  if (extent === undefined) return { text: element(from), next: from + 1 };
  const parts: string[] = [];
  let next = from;
  for (let i = 0; i < extent; i++) {
    const part = nestedText(shape, depth + 1, next, element);
    parts.push(part.text);
    next = part.next;
  }
  return { text: `[${parts.join(", ")}]`, next };
}

function scalarText(view: DataView, offset: number, bytes: number, type: ScalarType): string {
  if (type.kind === "float") return floatText(type.name, readBits(view, offset, bytes));
  const value = readInteger(view, offset, type);
  if (type.kind === "integer" && type.width === 1) return value === 0n ? "false" : "true";
  return value.toString();
}
