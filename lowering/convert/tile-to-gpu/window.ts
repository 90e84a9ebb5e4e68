// Windows of buffers, element by element: where an element is, whether that is inside the buffer, its load and its store.
import { elementCount } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { AndIOp, CmpIOp } from "../../../dialects/arith/index.ts";
import { DimOp } from "../../../dialects/memref/index.ts";
import { buildIf } from "../../../dialects/scf/index.ts";
import { extentOf } from "../../analysis/bounds.ts";
import type { ThreadCode } from "./thread-code.ts";

/** The conjunction; undefined is true. */
function all(code: ThreadCode, conditions: readonly (Value | undefined)[]): Value | undefined {
  const known = conditions.filter((c) => c !== undefined);
  return known.length === 0 ? undefined : known.reduce((lhs, rhs) => AndIOp.build(code.builder, { lhs, rhs }).result);
}

/** A window of a buffer: element `indices` of the window is at `start + indices` along `dims`. `checked` dimensions may run past an end. */
export interface Window {
  readonly memref: Value;
  readonly start: readonly MixedIndex[];
  readonly dims: readonly number[];
  readonly shape: readonly number[];
  readonly checked: readonly boolean[];
  /** Whether it may start below zero. */
  readonly signed?: boolean;
}

function place(code: ThreadCode, { start, dims }: Window, indices: readonly MixedIndex[]): readonly MixedIndex[] {
  const position = [...start];
  dims.forEach((d, i) => {
    if (d >= 0) position[d] = code.distribution.add(position[d]!, indices[i]!);
  });
  return position;
}

/** Whether an element of the window is inside the buffer; undefined where it always is. */
function inside(code: ThreadCode, window: Window, position: readonly MixedIndex[]): Value | undefined {
  const { memref, start, dims, shape, checked, signed = false } = window;
  const { distribution } = code;
  const conditions = dims.flatMap((d, i): (Value | undefined)[] => {
    if (d < 0 || checked[i] !== true) return [];
    const index = position[d]!;
    const first = start[d]!;
    const known = extentOf(memref, d);
    const extent = known === undefined ? undefined : code.index(known);
    const lhs = (): Value => distribution.value(index);
    const low = signed && !(typeof first === "number" && first >= 0);
    const above = low
      ? CmpIOp.build(code.builder, { predicate: "sge", lhs: lhs(), rhs: distribution.value(0) }).result
      : undefined;
    if (typeof first === "number" && typeof extent === "number" && first + shape[i]! <= extent) return [above];
    const limit =
      extent ?? DimOp.build(code.builder, { source: code.scalar(memref), index: distribution.value(d) }).result;
    return [above, CmpIOp.build(code.builder, { predicate: "slt", lhs: lhs(), rhs: distribution.value(limit) }).result];
  });
  return all(code, conditions);
}

export function loadOr(
  code: ThreadCode,
  window: Window,
  indices: readonly MixedIndex[],
  padding: Value,
  mask?: Value,
): Value {
  const position = place(code, window, indices);
  const memref = code.scalar(window.memref);
  const condition = all(code, [inside(code, window, position), mask]);
  if (condition === undefined) return code.load(memref, position);
  return buildIf(code.builder, condition, () => [code.load(memref, position)], () => [padding]).op.result(); // prettier-ignore
}

export function storeInside(code: ThreadCode, window: Window, slot: number, value: Value, mask?: Value): void {
  const indices = code.distribution.indices(window.shape, slot);
  const position = place(code, window, indices);
  const active = code.distribution.active(elementCount(window.shape), slot);
  code.guarded(all(code, [active, inside(code, window, position), mask]), () => {
    code.store(value, code.scalar(window.memref), position);
  });
}
