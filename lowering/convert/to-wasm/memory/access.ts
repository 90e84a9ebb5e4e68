// Rules of memref.load, store and copy.
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Value } from "../../../../ir/core/value.ts";
import type { InstructionName } from "../../../../dialects/wasm/index.ts";
import type { Element } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { constantLinear, type BufferValue, type Linear } from "../lowered.ts";
import type { RuleTable } from "../rule.ts";
import type { Place } from "./addresses.ts";
import type { Emitter } from "../emitter.ts";

const loads: Readonly<Record<Element["kind"], InstructionName>> = {
  i1: "i32.load8_u", i8: "i32.load8_s", i16: "i32.load16_s", i32: "i32.load", i64: "i64.load", f32: "f32.load", f64: "f64.load",
}; // prettier-ignore
const stores: Readonly<Record<Element["kind"], InstructionName>> = {
  i1: "i32.store8", i8: "i32.store8", i16: "i32.store16", i32: "i32.store", i64: "i64.store", f32: "f32.store", f64: "f64.store",
}; // prettier-ignore

export const loadScalar = (emitter: Emitter, { kind }: Element, { address, offset }: Place): Value =>
  emitter.op(loads[kind], [address], { offset });

export function storeScalar(emitter: Emitter, { kind }: Element, { address, offset }: Place, value: Value): void {
  emitter.effect(stores[kind], [address, value], { offset });
}

const indicesOf = (f: FunctionLowering, values: readonly Value[]): Linear[] =>
  values.map((value) => f.addresses.linear(value));

function lowerLoad(op: Operation, f: FunctionLowering): void {
  const [memref, ...indices] = op.operands;
  if (memref === undefined) throw new Error("a load has a buffer");
  const buffer = f.buffer(memref);
  f.setScalar(op.result(), loadScalar(f.emitter, buffer.element, f.addresses.element(buffer, indicesOf(f, indices))));
}

function lowerStore(op: Operation, f: FunctionLowering): void {
  const [value, memref, ...indices] = op.operands;
  if (value === undefined || memref === undefined) throw new Error("a store has a value and a buffer");
  const buffer = f.buffer(memref);
  storeScalar(f.emitter, buffer.element, f.addresses.element(buffer, indicesOf(f, indices)), f.scalar(value));
}

/** How many of the innermost dimensions lie without gaps in a buffer of these sizes. */
function contiguousDimensions({ strides, sizes }: BufferValue): number {
  let expected = 1;
  let count = 0;
  for (let d = sizes.length - 1; d >= 0; d--) {
    const [size, stride] = [sizes[d], strides[d]];
    if (typeof size !== "number" || (stride !== expected && size !== 1)) break;
    expected *= size;
    count++;
  }
  return count;
}

/** The innermost dimensions that both have without gaps in one piece, the others by loops. */
function lowerCopy(op: Operation, f: FunctionLowering): void {
  const { emitter, addresses } = f;
  const [source, target] = [f.buffer(op.operand(0)), f.buffer(op.operand(1))];
  const sizes = source.sizes.map((size, d) => (typeof size === "number" ? size : (target.sizes[d] ?? size)));
  const [from, to] = [source, target].map((buffer): BufferValue => ({ ...buffer, sizes }));
  if (from === undefined || to === undefined) throw new Error("a copy has a source and a target");
  const whole = Math.min(contiguousDimensions(from), contiguousDimensions(to));
  const outer = sizes.length - whole;
  const bytes = sizes.slice(outer).reduce<number>((product, size) => product * Number(size), from.element.bytes);
  if (bytes === 0) return;
  const nest = (d: number, indices: readonly Linear[]): void => {
    if (d === outer) {
      const start = [...indices, ...new Array<Linear>(whole).fill(constantLinear(0))];
      const [a, b] = [addresses.element(from, start), addresses.element(to, start)];
      if (whole === 0) storeScalar(emitter, to.element, b, loadScalar(emitter, from.element, a));
      else
        emitter.effect("memory.copy", [
          addresses.plus(b.address, b.offset),
          addresses.plus(a.address, a.offset),
          emitter.i32(bytes),
        ]);
      return;
    }
    const size = sizes[d] ?? 0;
    const bounds = {
      from: emitter.i64(0),
      to: f.extent(size),
      step: emitter.i64(1),
      entered: typeof size === "number" && size > 0,
    };
    emitter.countedLoop(bounds, [], (iv) => {
      addresses.noteNonNegative(iv);
      nest(d + 1, [...indices, addresses.ofExtent(iv)]);
      return [];
    });
  };
  nest(0, []);
}

export const accessRules: RuleTable = {
  "memref.load": { lower: lowerLoad },
  "memref.store": { lower: lowerStore },
  "memref.copy": {
    refuse: (op) =>
      op.operands.some((value) => value.type.kind === "unranked_memref")
        ? "a copy of a buffer of unknown rank"
        : undefined,
    lower: lowerCopy,
  },
};
