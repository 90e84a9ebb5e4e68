// Source locations: immutable values attached to operations and diagnostics (MLIR's location attributes).
import type { Attribute } from "./attributes.ts";

/** Lines and columns count from 1; a range ends at `endLine`:`endColumn`, which are left out where they are the start. */
export interface FileLocation {
  readonly kind: "file";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A source location. `unknown` prints as `loc(unknown)`. */
export type Location =
  | { readonly kind: "unknown" }
  | FileLocation
  | { readonly kind: "name"; readonly name: string; readonly inner?: Location }
  | { readonly kind: "callsite"; readonly callee: Location; readonly caller: Location }
  | { readonly kind: "fused"; readonly locations: readonly Location[]; readonly metadata?: Attribute };

/** A text that knows where its offsets are: locations of what was read are worked out when they are asked for. */
export interface LocationSource {
  location(offset: number): Location;
}

/** A place in a text, whose location is worked out when it is asked for. */
export interface DeferredLocation {
  readonly source: LocationSource;
  readonly offset: number;
}

export const unknownLocation: Location = { kind: "unknown" };

export function fileLocation(file: string, line: number, column: number): Location {
  return { kind: "file", file, line, column };
}

/** From one position of a file to another. */
export function fileRange(file: string, line: number, column: number, endLine: number, endColumn: number): Location {
  if (endLine === line && endColumn === column) return fileLocation(file, line, column);
  return { kind: "file", file, line, column, endLine, endColumn };
}

/** Without unknown parts and repetitions, parts of the same metadata taken apart; one part without metadata is that part. */
export function fusedLocation(parts: readonly Location[], metadata?: Attribute): Location {
  const seen = new Map<string, Location>();
  for (const part of parts) {
    if (part.kind === "fused" && part.metadata === metadata)
      for (const inner of part.locations) seen.set(locationKey(inner), inner);
    else if (part.kind !== "unknown") seen.set(locationKey(part), part);
  }
  const locations = [...seen.values()];
  if (metadata !== undefined)
    return { kind: "fused", locations: locations.length === 0 ? [unknownLocation] : locations, metadata };
  const [only = unknownLocation] = locations;
  return locations.length < 2 ? only : { kind: "fused", locations };
}

/** Where something is that a call brought: what a call brought to the callee came from there by that call in turn. */
export function callSiteLocation(callee: Location, caller: Location): Location {
  if (callee.kind !== "callsite") return { kind: "callsite", callee, caller };
  return { kind: "callsite", callee: callee.callee, caller: callSiteLocation(callee.caller, caller) };
}

/** A text that equal locations, and no others, have. */
export function locationKey(location: Location): string {
  switch (location.kind) {
    case "unknown":
      return "?";
    case "file": {
      const { file, line, column, endLine, endColumn } = location;
      const end = endLine === undefined ? "" : `-${endLine}:${endColumn}`;
      return `@${line}:${column}${end} ${file.length} ${file}`;
    }
    case "name": {
      const { name, inner } = location;
      return `"${name.length} ${name}${inner === undefined ? "" : locationKey(inner)}"`;
    }
    case "callsite":
      return `(${locationKey(location.callee)},${locationKey(location.caller)})`;
    case "fused":
      return `[${location.metadata?.id ?? ""}:${location.locations.map(locationKey).join()}]`;
  }
}

/** The file position that a location leads to, or undefined: what a diagnostic points at. */
export function filePosition(location: Location): FileLocation | undefined {
  switch (location.kind) {
    case "file":
      return location;
    case "name":
      return location.inner && filePosition(location.inner);
    case "callsite":
      return filePosition(location.callee) ?? filePosition(location.caller);
    case "fused":
      for (const inner of location.locations) {
        const position = filePosition(inner);
        if (position) return position;
      }
      return undefined;
    case "unknown":
      return undefined;
  }
}

/** The name of the first name location in it, outermost first. */
export function locationName(location: Location): string | undefined {
  switch (location.kind) {
    case "name":
      return location.name;
    case "callsite":
      return locationName(location.callee) ?? locationName(location.caller);
    case "fused":
      for (const inner of location.locations) {
        const name = locationName(inner);
        if (name !== undefined) return name;
      }
      return undefined;
    default:
      return undefined;
  }
}
