// Arrays of an .npz against the entry's signature: what is missing, left over, or of another shape or type is said by name.
import { DYNAMIC, type Type } from "../../ir/core/types.ts";
import { bytesOfValue, valueFromBytes } from "../../ir/interpret/convert.ts";
import type { DenseValue } from "../../ir/interpret/value.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import type { NpyArray } from "../npz/npz.ts";
import { arrayText, numpyTypeOf } from "./element-types.ts";

export interface MatchedArrays {
  readonly values: readonly DenseValue[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The values for `types`, in order, from arrays called `prefix` and a number: `arg0`. */
export function matchArrays(
  prefix: "arg" | "result",
  types: readonly Type[],
  arrays: ReadonlyMap<string, NpyArray>,
  file: string,
): MatchedArrays {
  const values: DenseValue[] = [];
  const errors: string[] = [];
  const names = new Set(types.map((_type, i) => `${prefix}${i}`));
  const extra = [...arrays.keys()].filter((name) => !names.has(name));
  types.forEach((type, i) => {
    const name = `${prefix}${i}`;
    const { dtype, shape, element } = wantedArray(type);
    const wanted = `${arrayText(dtype, shape)}, for ${typeText(type)}`;
    const array = arrays.get(name);
    if (array === undefined) {
      const near = nearest(name, extra);
      const hint = near === undefined ? "" : ` (there is an array '${near}')`;
      errors.push(`'${file}': array '${name}' is missing: expected ${wanted}${hint}`);
      return;
    }
    const fits = array.shape.length === shape.length && shape.every((n, d) => n === undefined || n === array.shape[d]);
    if (array.dtype !== dtype || !fits) {
      const what = array.dtype === dtype ? "shape" : fits ? "type" : "type and shape";
      errors.push(
        `'${file}': array '${name}' has a wrong ${what}: expected ${wanted}; found ${arrayText(array.dtype, array.shape)}`,
      );
      return;
    }
    values.push(valueFromBytes({ element }, array.data, array.shape));
  });
  const warnings = extra.map((name) => `'${file}': array '${name}' is not used`);
  return { values, errors, warnings };
}

/** What numpy's array of a type is; undefined extents are free. The type was checked by `refuseType`. */
export function wantedArray(type: Type): {
  readonly dtype: NpyArray["dtype"];
  readonly shape: readonly (number | undefined)[];
  readonly element: Type;
} {
  const [element, shape] = type.kind === "tensor" ? [type.element, type.shape] : [type, []];
  const dtype = numpyTypeOf(element);
  if (dtype === undefined) throw new Error(`${typeText(type)} has no numpy type`);
  return { dtype, shape: shape.map((extent) => (extent === DYNAMIC ? undefined : extent)), element };
}

/** Results as arrays of an .npz. Elements that are poison are written as zeros. */
export function resultArrays(results: readonly DenseValue[]): Map<string, NpyArray> {
  return new Map(
    results.map((value, i) => {
      const dtype = numpyTypeOf(value.element);
      if (dtype === undefined) throw new Error(`${typeText(value.element)} has no numpy type`);
      return [`result${i}`, { shape: [...value.shape], dtype, data: bytesOfValue(value) }];
    }),
  );
}
