// Aliases of printed text: `#map`, `#set` and `#loc`, numbered by depth, then kind, then first use, as MLIR does.
import type { Attribute } from "../core/attributes.ts";
import type { Location } from "../core/location.ts";
import type { Aliases } from "./print-attributes.ts";
import { innerLocations, locationText } from "./print-locations.ts";

interface LocationEntry {
  readonly location: Location;
  readonly depth: number;
  /** The definition may stand after the ops. */
  deferred: boolean;
}

/** Notes what a first printing uses; gives placeholders. */
export class AliasCollector implements Aliases {
  readonly maps = new Set<Attribute>();
  readonly sets = new Set<Attribute>();
  readonly locations = new Map<string, LocationEntry>();

  attribute(attribute: Attribute): string {
    (attribute.kind === "affine_set" ? this.sets : this.maps).add(attribute);
    return "#";
  }

  location(location: Location, deferred: boolean): string {
    this.#visit(location, deferred);
    return "#";
  }

  #visit(location: Location, deferred: boolean): number {
    const key = JSON.stringify(location);
    const known = this.locations.get(key);
    if (known !== undefined && (deferred || !known.deferred)) return known.depth;
    let depth = 0;
    for (const inner of innerLocations(location)) depth = Math.max(depth, this.#visit(inner, deferred) + 1);
    if (known !== undefined) known.deferred = deferred;
    else this.locations.set(key, { location, depth, deferred });
    return depth;
  }

  get isEmpty(): boolean {
    return this.maps.size === 0 && this.sets.size === 0 && this.locations.size === 0;
  }
}

/** The names, and the definitions that go before and after the ops. */
export class AliasTable implements Aliases {
  readonly #attributes = new Map<Attribute, string>();
  readonly #locations = new Map<string, string>();
  readonly #texts = new Map<Location, string | undefined>();
  readonly before: string;
  readonly after: string;

  constructor(collected: AliasCollector) {
    let before = "";
    let after = "";
    const entries = [...collected.locations].sort(([, a], [, b]) => a.depth - b.depth);
    entries.forEach(([key], i) => this.#locations.set(key, `#loc${i === 0 ? "" : i}`));
    const definitions = (depth: (depth: number) => boolean): void => {
      for (const [key, entry] of entries) {
        if (!depth(entry.depth)) continue;
        const text = `${this.#locations.get(key) ?? ""} = ${locationText(entry.location, (inner) => this.location(inner))}\n`;
        if (entry.deferred) after += text;
        else before += text;
      }
    };
    definitions((depth) => depth === 0);
    before += this.#name(collected.maps, "map") + this.#name(collected.sets, "set");
    definitions((depth) => depth > 0);
    this.before = before;
    this.after = after;
  }

  #name(attributes: ReadonlySet<Attribute>, name: string): string {
    let text = "";
    let number = 0;
    for (const attribute of attributes) {
      const alias = `#${name}${number === 0 ? "" : number}`;
      number++;
      this.#attributes.set(attribute, alias);
      if (attribute.kind === "affine_map") text += `${alias} = affine_map<${attribute.map.key}>\n`;
      if (attribute.kind === "affine_set") text += `${alias} = affine_set<${attribute.set.key}>\n`;
    }
    return text;
  }

  attribute(attribute: Attribute): string | undefined {
    return this.#attributes.get(attribute);
  }

  location(location: Location): string | undefined {
    if (!this.#texts.has(location)) this.#texts.set(location, this.#locations.get(JSON.stringify(location)));
    return this.#texts.get(location);
  }
}
