// The section at the end of a file, `{-# dialect_resources: {...}, external_resources: {...} #-}`: the bytes of the resources that the
// text uses, and what the file had for other tools.
import type { Operation } from "../core/operation.ts";
import type { ResourceBlob, ResourceValue } from "../core/resources.ts";
import { hexDigits } from "./dense-data.ts";
import { escapeString, keywordOrString } from "./string-escapes.ts";

/** Without a newline at the end; empty for no resources. Entries whose text has more than `limit` characters are left out. */
export function resourceSectionText(module: Operation, used: Iterable<string>, limit: number | undefined): string {
  const { resources } = module.context;
  const blobs: (readonly [string, ResourceValue])[] = [];
  for (const handle of used) {
    const blob = resources.blob(handle);
    if (blob !== undefined) blobs.push([handle, blob]);
  }
  const sections = [
    sectionText("dialect_resources", [{ owner: "builtin", entries: blobs }], limit),
    sectionText("external_resources", resources.external(module), limit),
  ].filter((text) => text !== "");
  const isEmpty = blobs.length === 0 && resources.external(module).length === 0;
  return isEmpty ? "" : `{-#\n${sections.join(",\n")}\n#-}`;
}

function sectionText(
  name: string,
  owners: readonly { readonly owner: string; readonly entries: readonly (readonly [string, ResourceValue])[] }[],
  limit: number | undefined,
): string {
  const texts = owners.flatMap(({ owner, entries }) => {
    const lines = limit === 0 ? [] : entries.map(([key, value]) => [key, valueText(value)] as const);
    const kept = lines.filter(([, text]) => limit === undefined || text.length <= limit);
    if (kept.length === 0) return [];
    return `    ${owner}: {\n${kept.map(([key, text]) => `      ${keywordOrString(key)}: ${text}`).join(",\n")}\n    }`;
  });
  return texts.length === 0 ? "" : `  ${name}: {\n${texts.join(",\n")}\n  }`;
}

function valueText(value: ResourceValue): string {
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? `"${escapeString(value)}"` : blobText(value);
}

/** Four bytes of alignment, then the data. */
function blobText({ alignment, data }: ResourceBlob): string {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, alignment, true);
  return `"0x${hexDigits(head)}${hexDigits(data)}"`;
}
