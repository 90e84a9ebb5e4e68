// A snapshot as MLIR text in the generic form. Values and blocks have the numbers of the history as names, so that they are the same in every moment.
import { escapeString } from "../syntax/string-escapes.ts";
import { blocksOf, opsOf, type BlockSnapshot, type OpSnapshot } from "./snapshot.ts";

/** The text of an op and all that it holds; it reads as MLIR. */
export function snapshotText(root: OpSnapshot): string {
  const out: string[] = [];
  print(root, "", valueTypes(root), out);
  return `${out.join("\n")}\n`;
}

/** One line for an op, without what it holds. `types` are those of the values that there are. */
export function headerText(op: OpSnapshot, types: ReadonlyMap<number, string>): string {
  const results = op.results.length === 0 ? "" : `${op.results.map(({ id }) => `%${id}`).join(", ")} = `;
  const successors = op.successors.length === 0 ? "" : `[${op.successors.map((id) => `^bb${id}`).join(", ")}]`;
  return `${results}"${op.name}"(${op.operands.map((id) => `%${id}`).join(", ")})${successors}${tail(op, types)}`;
}

function tail(op: OpSnapshot, types: ReadonlyMap<number, string>): string {
  const attributes = Object.entries(op.attributes).map(([name, text]) =>
    text === "unit" ? attributeName(name) : `${attributeName(name)} = ${text}`,
  );
  const operandTypes = op.operands.map((id) => types.get(id) ?? "?").join(", ");
  const results = op.results.map(({ type }) => type).join(", ");
  const isPlain = op.results.length === 1 && !results.startsWith("(");
  const dictionary = attributes.length === 0 ? "" : ` {${attributes.join(", ")}}`;
  return `${dictionary} : (${operandTypes}) -> ${isPlain ? results : `(${results})`}`;
}

const attributeName = (name: string): string => (/^[A-Za-z_][\w$.]*$/.test(name) ? name : `"${escapeString(name)}"`);

/** The types of all values by number. */
export function valueTypes(root: OpSnapshot): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  const pending = [root];
  for (let op = pending.pop(); op !== undefined; op = pending.pop()) {
    for (const { id, type } of op.results) types.set(id, type);
    for (const block of op.regions.flatMap(blocksOf)) {
      for (const { id, type } of block.arguments) types.set(id, type);
      pending.push(...opsOf(block));
    }
  }
  return types;
}

function print(op: OpSnapshot, indent: string, types: ReadonlyMap<number, string>, out: string[]): void {
  if (op.regions.length === 0) {
    out.push(`${indent}${headerText(op, types)}`);
    return;
  }
  const end = tail(op, types);
  out.push(`${indent}${headerText(op, types).slice(0, -end.length)} ({`);
  op.regions.forEach((region, index) => {
    if (index > 0) out.push(`${indent}}, {`);
    blocksOf(region).forEach((block, number) => {
      if (number > 0 || block.arguments.length > 0 || opsOf(block).length === 0) out.push(`${indent}${label(block)}:`);
      for (const inner of opsOf(block)) print(inner, `${indent}  `, types, out);
    });
  });
  out.push(`${indent}})${end}`);
}

function label({ id, arguments: values }: BlockSnapshot): string {
  const list = values.map((value) => `%${value.id}: ${value.type}`).join(", ");
  return `^bb${id}${list === "" ? "" : `(${list})`}`;
}
