// Source locations: immutable values attached to operations and diagnostics (MLIR's location attributes).

/** A source location. `unknown` prints as `loc(unknown)`; lines and columns count from 1. */
export type Location =
  | { readonly kind: "unknown" }
  | { readonly kind: "file"; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: "name"; readonly name: string; readonly inner?: Location }
  | { readonly kind: "callsite"; readonly callee: Location; readonly caller: Location }
  | { readonly kind: "fused"; readonly locations: readonly Location[] };

export const unknownLocation: Location = { kind: "unknown" };

export function fileLocation(file: string, line: number, column: number): Location {
  return { kind: "file", file, line, column };
}

/** The file position that a location leads to, or undefined: what a diagnostic points at. */
export function filePosition(location: Location): { file: string; line: number; column: number } | undefined {
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
