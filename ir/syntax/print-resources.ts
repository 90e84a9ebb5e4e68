// The section at the end of a file, `{-# dialect_resources: {...}, external_resources: {...} #-}`: the bytes of the resources that the
// text uses, and what the file had for other tools.
import type { Operation } from "../core/operation.ts";
import type { ResourceBlob, ResourceValue } from "../core/resources.ts";
import { hexDigits, writeHexDigits } from "./dense-data.ts";
import { escapeString, keywordOrString } from "./string-escapes.ts";

type Write = (piece: string) => void;

/** A section in the text: who owns entries, and those. */
interface Section {
  readonly name: string;
  readonly owners: readonly Owner[];
}
interface Owner {
  readonly owner: string;
  readonly entries: readonly (readonly [string, ResourceValue])[];
}

/** After two newlines, and without one at the end; nothing for no resources. Entries whose text has more than `limit` characters are left out. */
export function writeResources(
  module: Operation,
  used: Iterable<string>,
  limit: number | undefined,
  write: Write,
): void {
  const { resources } = module.context;
  const blobs: (readonly [string, ResourceValue])[] = [];
  for (const handle of used) {
    const blob = resources.blob(handle);
    if (blob !== undefined) blobs.push([handle, blob]);
  }
  const external = resources.external(module);
  if (blobs.length === 0 && external.length === 0) return;
  const sections: readonly Section[] = [
    { name: "dialect_resources", owners: shownOwners([{ owner: "builtin", entries: blobs }], limit) },
    { name: "external_resources", owners: shownOwners(external, limit) },
  ];
  write("\n\n{-#\n");
  sections
    .filter(({ owners }) => owners.length > 0)
    .forEach(({ name, owners }, i) => {
      write(`${i > 0 ? ",\n" : ""}  ${name}: {\n`);
      owners.forEach((owner, k) => {
        if (k > 0) write(",\n");
        writeOwner(owner, write);
      });
      write("\n  }");
    });
  write("\n#-}");
}

function shownOwners(owners: readonly Owner[], limit: number | undefined): readonly Owner[] {
  return owners.flatMap(({ owner, entries }) => {
    const kept = entries.filter(([, value]) => limit === undefined || (limit !== 0 && valueLength(value) <= limit));
    return kept.length === 0 ? [] : [{ owner, entries: kept }];
  });
}

function writeOwner({ owner, entries }: Owner, write: Write): void {
  write(`    ${owner}: {\n`);
  entries.forEach(([key, value], i) => {
    write(`${i > 0 ? ",\n" : ""}      ${keywordOrString(key)}: `);
    writeValue(value, write);
  });
  write("\n    }");
}

/** Of the text, quotes and all. */
function valueLength(value: ResourceValue): number {
  if (typeof value === "boolean") return String(value).length;
  return typeof value === "string" ? escapeString(value).length + 2 : 2 * value.data.length + 12;
}

function writeValue(value: ResourceValue, write: Write): void {
  if (typeof value === "boolean") write(String(value));
  else if (typeof value === "string") write(`"${escapeString(value)}"`);
  else writeBlob(value, write);
}

/** Four bytes of alignment, then the data. */
function writeBlob({ alignment, data }: ResourceBlob, write: Write): void {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, alignment, true);
  write(`"0x${hexDigits(head)}`);
  writeHexDigits(data, write);
  write('"');
}
