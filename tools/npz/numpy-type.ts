// The numpy element types that programs exchange: one row a type; everything else is refused by its name.

/** Kind and size in bytes. `V2` is two raw bytes: bfloat16, where the program's argument says so. */
export type NumpyType =
  "bool" | "i1" | "i2" | "i4" | "i8" | "u1" | "u2" | "u4" | "u8" | "f2" | "f4" | "f8" | "c8" | "c16" | "V2";

/** `unit` is what byte order applies to: half of a complex number, else the whole element. */
type Layout = { readonly size: number; readonly unit: number; readonly code: string };

export const layoutOf: Readonly<Record<NumpyType, Layout>> = {
  bool: { size: 1, unit: 1, code: "b1" },
  i1: { size: 1, unit: 1, code: "i1" },
  i2: { size: 2, unit: 2, code: "i2" },
  i4: { size: 4, unit: 4, code: "i4" },
  i8: { size: 8, unit: 8, code: "i8" },
  u1: { size: 1, unit: 1, code: "u1" },
  u2: { size: 2, unit: 2, code: "u2" },
  u4: { size: 4, unit: 4, code: "u4" },
  u8: { size: 8, unit: 8, code: "u8" },
  f2: { size: 2, unit: 2, code: "f2" },
  f4: { size: 4, unit: 4, code: "f4" },
  f8: { size: 8, unit: 8, code: "f8" },
  c8: { size: 8, unit: 4, code: "c8" },
  c16: { size: 16, unit: 8, code: "c16" },
  V2: { size: 2, unit: 2, code: "V2" },
};

const byCode: ReadonlyMap<string, NumpyType> = new Map(
  (["bool", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16", "V2"] as const).map(
    (dtype) => [layoutOf[dtype].code, dtype],
  ),
);

const refusedKinds: ReadonlyMap<string, string> = new Map([
  ["O", "Python objects"],
  ["S", "byte strings"],
  ["a", "byte strings"],
  ["U", "strings"],
  ["M", "dates"],
  ["m", "time differences"],
  ["V", "raw records"],
  ["f", "a float of this size"],
  ["c", "a complex number of this size"],
]);

/** The `descr` that numpy writes for a type: `<f4`, `|b1`. */
export function descrOf(dtype: NumpyType): string {
  const { size, code } = layoutOf[dtype];
  return (size === 1 || dtype === "V2" ? "|" : "<") + code;
}

/** Reads a `descr` such as `<f4`. */
export function parseDescr(descr: string): { dtype: NumpyType; bigEndian: boolean } | { error: string } {
  const match = /^([<>|=]?)([A-Za-z])(\d*)/.exec(descr);
  if (match === null) return { error: `element type '${descr}' is not a numpy type` };
  const dtype = byCode.get(descr.slice(match[1]?.length ?? 0));
  if (dtype === undefined) {
    const kind = refusedKinds.get(match[2] ?? "");
    return { error: `element type '${descr}'${kind === undefined ? "" : ` (${kind})`} is not supported` };
  }
  // Two raw bytes have no order of their own; ml_dtypes writes bfloat16 as `<V2`.
  return { dtype, bigEndian: match[1] === ">" && dtype !== "V2" };
}
