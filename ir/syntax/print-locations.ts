// Locations as text.
import type { Location } from "../core/location.ts";
import { escapeString } from "./string-escapes.ts";

/** The alias of an inner location, if it has one. */
export type LocationAlias = (location: Location) => string | undefined;

const noAlias: LocationAlias = () => undefined;

/** `loc(...)`. */
export function locationText(location: Location, alias: LocationAlias = noAlias): string {
  return `loc(${bodyText(location, alias)})`;
}

function innerText(location: Location, alias: LocationAlias): string {
  return alias(location) ?? bodyText(location, alias);
}

function bodyText(location: Location, alias: LocationAlias): string {
  switch (location.kind) {
    case "unknown":
      return "unknown";
    case "file":
      return `"${escapeString(location.file)}":${location.line}:${location.column}`;
    case "name": {
      const name = `"${escapeString(location.name)}"`;
      return location.inner === undefined ? name : `${name}(${innerText(location.inner, alias)})`;
    }
    case "callsite":
      return `callsite(${innerText(location.callee, alias)} at ${innerText(location.caller, alias)})`;
    case "fused":
      return `fused[${location.locations.map((inner) => innerText(inner, alias)).join(", ")}]`;
  }
}

/** The locations directly inside one. */
export function innerLocations(location: Location): readonly Location[] {
  switch (location.kind) {
    case "unknown":
    case "file":
      return [];
    case "name":
      return location.inner === undefined ? [] : [location.inner];
    case "callsite":
      return [location.callee, location.caller];
    case "fused":
      return location.locations;
  }
}
