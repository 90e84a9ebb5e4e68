// Locations as text: as they are read back, and in the pretty form for people.
import type { Attribute } from "../core/attributes.ts";
import type { Location } from "../core/location.ts";

/** What stands inside a location: names for parts of it, and the text of metadata. */
export interface LocationParts {
  /** The alias of a part, if it has one. */
  alias(location: Location): string | undefined;
  metadata(attribute: Attribute): string;
  /** A string in quotes. */
  quoted(text: string): string;
  /** The start of a line, for the pretty form's call sites. */
  lineBreak(): string;
}

/** `loc(...)`. */
export function locationText(location: Location, parts: LocationParts): string {
  return `loc(${bodyText(location, parts, false)})`;
}

/** For people only: without `loc(...)` and quotes around files, `[unknown]`, call sites on lines of their own. */
export function prettyLocationText(location: Location, parts: LocationParts): string {
  return bodyText(location, parts, true);
}

function bodyText(location: Location, parts: LocationParts, pretty: boolean): string {
  switch (location.kind) {
    case "unknown":
      return pretty ? "[unknown]" : "unknown";
    case "file": {
      const { file, line, column, endLine, endColumn } = location;
      const start = `${pretty ? file : parts.quoted(file)}:${line}:${column}`;
      if (endLine === undefined || endColumn === undefined) return start;
      return `${start} to ${endLine === line ? "" : endLine}:${endColumn}`;
    }
    case "name": {
      const name = parts.quoted(location.name);
      return location.inner === undefined ? name : `${name}(${innerText(location.inner, parts, pretty)})`;
    }
    case "callsite": {
      const { callee, caller } = location;
      const [from, to] = [innerText(callee, parts, pretty), innerText(caller, parts, pretty)];
      if (!pretty) return `callsite(${from} at ${to})`;
      const sameLine = callee.kind === "name" && caller.kind === "file" && caller.endLine === undefined;
      return `${from}${sameLine ? "" : parts.lineBreak()} at ${to}`;
    }
    case "fused": {
      const { locations, metadata } = location;
      const tag = metadata === undefined ? "" : `<${parts.metadata(metadata)}>`;
      return `${pretty ? "" : "fused"}${tag}[${innerTexts(locations, parts, pretty)}]`;
    }
  }
}

const innerText = (part: Location, parts: LocationParts, pretty: boolean): string =>
  parts.alias(part) ?? bodyText(part, parts, pretty);

const innerTexts = (list: readonly Location[], parts: LocationParts, pretty: boolean): string =>
  list.map((part) => innerText(part, parts, pretty)).join(", ");
