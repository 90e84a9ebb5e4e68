// `dense<...>` and `sparse<...>`: nested lists, a splat, or hexadecimal for more than a hundred elements.
import type { DenseElementsAttr, DenseStringElementsAttr, SparseElementsAttr } from "../core/attributes.ts";
import { elementCount } from "../core/types.ts";
import {
  elementBytes,
  writeHexOfDense,
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

type Write = (piece: string) => void;

/** `dense<...>` or `sparse<...>`, without the type, in pieces. */
export function writeElements(
  attribute: DenseElementsAttr | DenseStringElementsAttr | SparseElementsAttr,
  { hexIfLarger = HEX_IF_MORE }: ElementsTextOptions,
  write: Write,
): void {
  const hexLimit = hexIfLarger === -1 ? Infinity : hexIfLarger;
  const contents = (part: DenseElementsAttr | DenseStringElementsAttr, limit: number): void => {
    if (part.kind === "dense") writeDense(part, limit, write);
    else writeStrings(part, write);
  };
  if (attribute.kind !== "sparse") {
    write("dense<");
    contents(attribute, hexLimit);
  } else {
    write("sparse<");
    const { indices, values } = attribute;
    if (elementCount(indices.type.shape) > 0) {
      contents(indices, Infinity);
      write(", ");
      contents(values, hexLimit);
    }
  }
  write(">");
}

function writeStrings({ type, splat, values }: DenseStringElementsAttr, write: Write): void {
  const element = (index: number): string => `"${escapeString(values[index] ?? "")}"`;
  if (values.length === 0) return;
  if (splat) write(element(0));
  else writeNested(type.shape, element, write);
}

/** What stands between `dense<` and `>`. */
function writeDense(attribute: DenseElementsAttr, hexLimit: number, write: Write): void {
  const { type, data, splat } = attribute;
  const scalar = scalarOf(type.element);
  if (scalar === undefined) throw new Error(`dense elements of kind '${type.element.kind}'`);
  const count = elementCount(type.shape);
  if (!splat && count > hexLimit) {
    write('"0x');
    writeHexOfDense(data, partsPerElement(type.element), scalar, write);
    write('"');
    return;
  }
  if (data.length === 0) return;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const bytes = elementBytes(scalar);
  const complex = partsPerElement(type.element) === 2;
  const element = (index: number): string =>
    complex
      ? `(${scalarText(view, 2 * index * bytes, bytes, scalar)},${scalarText(view, (2 * index + 1) * bytes, bytes, scalar)})`
      : scalarText(view, index * bytes, bytes, scalar);
  // MLIR does not see that integers without bits are all equal.
  if (scalar.kind === "integer" && scalar.width === 0) writeNested(type.shape, () => "0", write);
  else if (splat) write(element(0));
  else writeNested(type.shape, element, write);
}

/** Elements that are joined before they are written. */
const ROW = 256;

function writeNested(shape: readonly number[], element: (index: number) => string, write: Write): void {
  let next = 0;
  const level = (depth: number): void => {
    const extent = shape[depth];
    if (extent === undefined) {
      write(element(next++));
      return;
    }
    write("[");
    if (depth === shape.length - 1) {
      for (let from = 0; from < extent; from += ROW) {
        const parts: string[] = from === 0 ? [] : [""];
        for (let i = from; i < Math.min(from + ROW, extent); i++) parts.push(element(next++));
        write(parts.join(", "));
      }
    } else {
      for (let i = 0; i < extent; i++) {
        if (i > 0) write(", ");
        level(depth + 1);
      }
    }
    write("]");
  };
  level(0);
}

function scalarText(view: DataView, offset: number, bytes: number, type: ScalarType): string {
  if (type.kind === "float") return floatText(type.name, readBits(view, offset, bytes));
  const value = readInteger(view, offset, type);
  if (type.kind === "integer" && type.width === 1) return value === 0n ? "false" : "true";
  return value.toString();
}
