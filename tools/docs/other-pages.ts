// The first page, and those of the machines and of traits and interfaces.
import { traits } from "../../ir/define/traits.ts";
import { describeMachine } from "../list/describe-machine.ts";
import {
  code,
  commas,
  heading,
  list,
  paragraph,
  prose,
  sentence,
  table,
  type Block,
  type Line,
  type Page,
} from "./page.ts";
import {
  dialectLink, interfacesOf, machinesPath, opLink, ownerOf, passesPath, traitsPath, type Subject,
} from "./subject.ts"; // prettier-ignore

export function firstPage(subject: Subject): Page {
  const { registry, dialects } = subject;
  const { passes, pipelines, machines, plugins } = registry;
  const extra = [...plugins.keys()].filter((name) => name !== "terrace");
  const rows = dialects.map(({ name, ops, types, attributes, summary }): Line[] => [
    [dialectLink(subject, name)],
    [String(ops.length)],
    [types.length + attributes.length === 0 ? "" : String(types.length + attributes.length)],
    [ownerOf(registry, `dialect '${name}'`) ?? ""],
    prose(sentence(summary)),
  ]);
  return {
    path: "index",
    title: "Terrace: reference",
    blocks: [
      paragraph("Made from the definitions by ", { code: "terrace docs" }, "."),
      ...(extra.length === 0 ? [] : [paragraph(`With the plugins ${extra.join(", ")}.`)]),
      heading(2, "Dialects"),
      ...table(["dialect", "operations", "types and attributes", "plugin", "what it is"], rows).map(withoutEmpty),
      heading(2, "Verdicts"),
      paragraph(
        "What rules, folders and passes do is tested by ", { code: "terrace fuzz" }, " on random programs, which are run before and after. One that ",
        { code: "refines" }, " applied often enough, and every program after it computed what the one before did, or something where that was poison or undefined. ",
        { code: "within" }, " says how far floats may be off, where sums and products are regrouped.",
      ),
      heading(2, "Everything else"),
      ...list([
        [{ text: "Passes", to: { page: passesPath } }, `: ${passes.passes.size} passes with their options, and ${pipelines.size} pipelines`],
        [{ text: "Machines", to: { page: machinesPath } }, `: ${machines.size} descriptions`],
        [{ text: "Traits and interfaces", to: { page: traitsPath } }, ", and who has them"],
      ]),
    ],
  }; // prettier-ignore
}

/** A table without the columns in which nothing stands. */
function withoutEmpty(block: Block): Block {
  if (block.kind !== "table") return block;
  const isFull = block.head.map((_, i) => block.rows.some((row) => row[i]?.some((part) => part !== "") === true));
  const full = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => isFull[i] === true);
  return { ...block, head: full(block.head), rows: block.rows.map(full) };
}

export function machinesPage({ registry }: Subject): Page {
  return {
    path: machinesPath,
    title: "Machines",
    blocks: [
      paragraph("For ", { code: "--machine" }, ", by name or as a file of the same form."),
      ...[...registry.machines].flatMap(([name, description]) => {
        const owner = ownerOf(registry, `machine '${name}'`);
        const summary = sentence(describeMachine(description));
        return [
          heading(3, name, { name, kind: "machine", summary }),
          paragraph(summary),
          ...(owner === undefined ? [] : [paragraph(`From the plugin ${owner}.`)]),
          code(JSON.stringify(description, undefined, 2), "json"),
        ];
      }),
    ],
  };
}

export function traitsPage(subject: Subject): Page {
  const having = new Map<string, string[]>();
  const implementing = new Map<string, string[]>();
  const add = (table: Map<string, string[]>, name: string, op: string): void => {
    const ops = table.get(name);
    if (ops === undefined) table.set(name, [op]);
    else ops.push(op);
  };
  for (const op of subject.dialects.flatMap(({ ops }) => ops)) {
    for (const trait of op.traits) add(having, trait, op.name);
    for (const { name } of interfacesOf(subject, op)) add(implementing, name, op.name);
  }
  const known = new Map<string, string>(Object.entries(traits));
  return {
    path: traitsPath,
    title: "Traits and interfaces",
    blocks: [
      heading(2, "Traits"),
      ...[...new Set([...known.keys(), ...having.keys()])].flatMap((name) => {
        const summary = known.get(name) ?? "";
        const blocks: Block[] = [heading(3, name, { name, kind: "trait", summary })];
        if (summary !== "") blocks.push(paragraph(summary));
        return [...blocks, ...byDialect(subject, having.get(name) ?? [])];
      }),
      ...(implementing.size === 0
        ? []
        : [
            heading(2, "Interfaces"),
            paragraph("What an implementation gives is in the package's type declarations, where each is described."),
          ]),
      ...[...implementing].flatMap(([name, ops]) => [
        heading(3, name, { name, kind: "interface", summary: "" }),
        ...byDialect(subject, ops),
      ]),
    ],
  };
}

/** Where a dialect has many, how many. */
const MANY = 24;

function byDialect(subject: Subject, ops: readonly string[]): Block[] {
  const items = subject.dialects.flatMap(({ name, ops: all }): Line[] => {
    const own = ops.filter((op) => op.startsWith(`${name}.`));
    if (own.length === 0) return [];
    if (own.length <= MANY) return [commas(own.map((op) => [opLink(subject, op)]))];
    return [[own.length === all.length ? "all" : `${own.length} of ${all.length}`, " of ", dialectLink(subject, name)]];
  });
  return list(items);
}
