// Arrays as numpy prints them: nested brackets, columns aligned, the middle of large ones left out.
import type { DenseValue } from "../../ir/interpret/value.ts";
import { scalarText } from "./number-text.ts";

/** Arrays of more elements than this are shortened to `edge` items at both ends of every dimension. */
const threshold = 200;
const edge = 3;
const lineWidth = 100;

export function arrayValueText(value: DenseValue): string {
  const { shape, element } = value;
  if (shape.length === 0) return scalarText(value.get(0), element);
  if (value.count === 0) return "[]";
  const shortened = value.count > threshold;
  const positions = (extent: number): (number | undefined)[] => {
    const all = Array.from({ length: extent }, (_, i) => i);
    return shortened && extent > 2 * edge ? [...all.slice(0, edge), undefined, ...all.slice(-edge)] : all;
  };
  const cells: string[] = [];
  const collect = (dimension: number, base: number): void => {
    for (const i of positions(shape[dimension] ?? 0)) {
      if (i === undefined) continue;
      const at = base * (shape[dimension] ?? 0) + i;
      if (dimension === shape.length - 1) cells.push(scalarText(value.get(at), element));
      else collect(dimension + 1, at);
    }
  };
  collect(0, 0);
  const texts = element.kind === "float" ? alignAtPoint(cells) : cells;
  const width = Math.max(...texts.map((text) => text.length));
  let next = 0;

  const write = (dimension: number): string => {
    const indent = " ".repeat(dimension + 1);
    const items = positions(shape[dimension] ?? 0).map((i) => {
      if (i === undefined) return "...";
      return dimension === shape.length - 1 ? (texts[next++] ?? "").padStart(width) : write(dimension + 1);
    });
    if (dimension === shape.length - 1) return `[${wrap(items, indent)}]`;
    const gap = "\n".repeat(shape.length - 1 - dimension);
    return `[${items.join(gap + indent)}]`;
  };
  return write(0);
}

/** Fractions of the same length, so that points stand under each other. */
function alignAtPoint(cells: readonly string[]): string[] {
  if (cells.some((cell) => cell.includes("e"))) return [...cells];
  const after = (cell: string): number => (cell.includes(".") ? cell.length - cell.indexOf(".") - 1 : 0);
  const longest = Math.max(...cells.map(after));
  return cells.map((cell) => (cell.includes(".") ? cell.padEnd(cell.length + longest - after(cell)) : cell));
}

function wrap(items: readonly string[], indent: string): string {
  let out = "";
  let column = indent.length;
  items.forEach((item, i) => {
    if (i > 0) {
      if (column + 1 + item.length > lineWidth) {
        out += `\n${indent}`;
        column = indent.length;
      } else {
        out += " ";
        column++;
      }
    }
    out += item;
    column += item.length;
  });
  return out;
}
