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
      for (const entry of entries) {
        entry.alias = count === 0 ? sigil + name : sigil + name + count;
        count++;
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

/** By depth, types before attributes, then by name. */
function groups(entries: readonly AliasEntry[]): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const { name, depth } = entry;
    if (name === undefined) continue;
    const sigil = entry.type === undefined ? "#" : "!";
    let group = groups.find((known) => known.depth === depth && known.name === name && known.sigil === sigil);
    if (group === undefined) groups.push((group = { depth, name, sigil, entries: [] }));
    group.entries.push(entry);
  }
  return groups.sort((a, b) => {
    if (a.depth !== b.depth) return a.depth - b.depth;
    return a.sigil === b.sigil ? (a.name < b.name ? -1 : 1) : a.sigil === "!" ? -1 : 1;
  });
}
