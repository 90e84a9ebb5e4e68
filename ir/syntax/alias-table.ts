// Aliases of printed text: `#map`, `#set`, `#loc`, `#distinct`, `!tuple`, numbered by depth, then kind and name, then first use, as MLIR does.
import type { Attribute } from "../core/attributes.ts";
import type { Location } from "../core/location.ts";
import type { Type } from "../core/types.ts";
import type { AliasCollector, AliasEntry } from "./alias-collector.ts";

export class AliasTable {
  readonly #collector: AliasCollector;
  /** What has an alias, in the order of the definitions. */
  readonly definitions: readonly AliasEntry[];

  constructor(collector: AliasCollector) {
    this.#collector = collector;
    const definitions: AliasEntry[] = [];
    const counts = new Map<string, number>();
    for (const { name, sigil, entries } of groups(collector.entries)) {
      let count = counts.get(name) ?? 0;
      for (let i = 0; i < entries.length; i++, count++) {
        const entry = entries[i]!;
        entry.alias = count === 0 ? sigil + name : sigil + name + count;
        definitions.push(entry);
      }
      counts.set(name, count);
    }
    this.definitions = definitions;
  }

  type(type: Type): string | undefined {
    return this.#collector.typeEntry(type)?.alias;
  }

  attribute(attribute: Attribute): string | undefined {
    return this.#collector.attributeEntry(attribute)?.alias;
  }

  location(location: Location): string | undefined {
    return this.#collector.locationEntry(location)?.alias;
  }
}

/** Entries of one depth, kind and name, in the order of their first use. */
interface Group {
  readonly depth: number;
  readonly name: string;
  readonly sigil: "!" | "#";
  readonly entries: AliasEntry[];
}

const isGroup = (group: Group, depth: number, name: string, sigil: string): boolean =>
  group.depth === depth && group.name === name && group.sigil === sigil;

/** By depth, types before attributes, then by name. */
function groups(entries: readonly AliasEntry[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    const { name, depth } = entry;
    if (name === undefined) continue;
    const sigil = entry.type === undefined ? "#" : "!";
    let at = 0;
    while (at < groups.length && !isGroup(groups[at]!, depth, name, sigil)) at++;
    (groups[at] ??= { depth, name, sigil, entries: [] }).entries.push(entry);
  }
  return groups.sort((a, b) => {
    if (a.depth !== b.depth) return a.depth - b.depth;
    return a.sigil === b.sigil ? (a.name < b.name ? -1 : 1) : a.sigil === "!" ? -1 : 1;
  });
}
