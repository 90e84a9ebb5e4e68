// `{a = 1, b}`: the attributes of an op, and dictionary attributes. Many entries of one are read into bytes, not into an attribute for each.
import type { Attribute } from "../core/attributes.ts";
import { dictionaryAttr, dictionaryOfList, unitAttr } from "../core/attribute-constructors.ts";
import { PACKED_FROM } from "../core/packed-scalars.ts";
import { EntryPacker } from "./pack-attribute.ts";
import { parseEntryName, repeatedName } from "./parse-attribute-name.ts";
import type { TextParser } from "./text-parser.ts";

type Entry = readonly [string, Attribute];

/** The attributes of an op. */
export function parseAttributeEntries(p: TextParser): Entry[] {
  const names = new Set<string>();
  p.enter();
  const entries = p.commaList("{", "}", () => parseEntry(p, names));
  p.leave();
  return entries;
}

export function parseDictionary(p: TextParser): Attribute {
  const names = new Set<string>();
  const entries: Entry[] = [];
  let many: EntryPacker | undefined;
  p.enter();
  p.skipCommaList("{", "}", () => {
    if (many !== undefined) {
      many.read(p);
      return;
    }
    entries.push(parseEntry(p, names));
    if (entries.length === PACKED_FROM) many = new EntryPacker(entries);
  });
  p.leave();
  return many === undefined ? dictionaryAttr(p.context, entries) : dictionaryOfList(p.context, many.finish(p));
}

function parseEntry(p: TextParser, names: Set<string>): Entry {
  const at = p.position();
  const name = parseEntryName(p);
  if (names.has(name)) repeatedName(p, name, at);
  names.add(name);
  return [name, p.acceptCode(61) ? p.attribute() : unitAttr(p.context)];
}
