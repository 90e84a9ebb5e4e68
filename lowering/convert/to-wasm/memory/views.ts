// Rules of ops that make a buffer from a buffer: nothing happens at run time, only the descriptor changes.
import type { Operation } from "../../../../ir/core/operation.ts";
import { layoutOf } from "../../../../ir/core/strided-layout.ts";
import { DYNAMIC } from "../../../../ir/core/types.ts";
import type { Value } from "../../../../ir/core/value.ts";
import {
  mixedIndices,
  offsetSizeStrideOf,
  staticList,
  type MixedIndex,
} from "../../../../ir/define/offset-size-stride.ts";
import { ReassociationProperty, type Reassociation } from "../../../../ir/define/reassociation.ts";
import { constantOf } from "../../../../ir/define/op-interfaces.ts";
import { inferSubviewType, keptDimensions } from "../../../../dialects/memref/subview-type.ts";
import { expectElement } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { addLinear, constantLinear, type BufferValue, type Extent, type Linear } from "../lowered.ts";
import type { RuleTable } from "../rule.ts";
import { scale } from "./addresses.ts";

const unit = (value: number | bigint): boolean => Number(value) === 1;

/** A product of extents. */
function product(f: FunctionLowering, a: Extent, b: Extent): Extent {
  if (typeof a === "number" && typeof b === "number") return a * b;
  if (typeof a === "number" && unit(a)) return b;
  if (typeof b === "number" && unit(b)) return a;
  return f.emitter.op("i64.mul", [f.extent(a), f.extent(b)]);
}

/** An index of the source as an extent. */
function extentOf(f: FunctionLowering, index: MixedIndex): Extent {
  const linear = f.addresses.linear(index);
  if (linear.terms.size === 0) return linear.constant;
  const lowered = typeof index === "number" ? undefined : f.lowered(index);
  return lowered?.kind === "scalar" ? lowered.value : f.addresses.value64(linear);
}

const setBuffer = (f: FunctionLowering, op: Operation, buffer: BufferValue): void => {
  f.set(op.result(), buffer);
};

function memrefType(value: Value) {
  if (value.type.kind !== "memref") throw new Error("expected a memref");
  return value.type;
}

function lowerSubview(op: Operation, f: FunctionLowering): void {
  const source = f.buffer(op.operand(0));
  const lists = offsetSizeStrideOf(op, 1);
  const inferred = inferSubviewType(memrefType(op.operand(0)), lists);
  const kept = inferred && keptDimensions(inferred, memrefType(op.result()));
  if (kept === undefined) throw new Error("a subview was not refused");
  let { offset } = source;
  lists.offsets.forEach(
    (index, d) => (offset = addLinear(offset, f.addresses.times(f.addresses.linear(index), source.strides[d] ?? 1))),
  );
  const sizes = kept.map((d) => extentOf(f, lists.sizes[d] ?? 1));
  const strides = kept.map((d) => product(f, extentOf(f, lists.strides[d] ?? 1), source.strides[d] ?? 1));
  setBuffer(f, op, { ...source, offset, sizes, strides });
}

function lowerReinterpretCast(op: Operation, f: FunctionLowering): void {
  const source = f.buffer(op.operand(0));
  const { offsets, sizes, strides } = offsetSizeStrideOf(op, 1);
  setBuffer(f, op, {
    ...source,
    offset: f.addresses.linear(offsets[0] ?? 0),
    sizes: sizes.map((size) => extentOf(f, size)),
    strides: strides.map((stride) => extentOf(f, stride)),
  });
}

/** Whether the allocation's own start is known: only then can offsets be counted from it. */
function baseProblem(value: Value): string | undefined {
  const { type, definingOp } = value;
  if (type.kind !== "memref") return "a buffer of unknown rank";
  const isArgument = definingOp === null || definingOp.regions.length > 0;
  return isArgument && layoutOf(type)?.offset === DYNAMIC ? "the start of the buffer is not known here" : undefined;
}

function lowerView(op: Operation, f: FunctionLowering): void {
  const [source, shift, ...dynamic] = op.operands;
  if (source === undefined || shift === undefined) throw new Error("a view has a source and a shift");
  const buffer = f.buffer(source);
  const type = memrefType(op.result());
  const element = expectElement(type.element);
  const at = addLinear(buffer.offset, f.addresses.linear(shift));
  const sizes = mixedIndices(type.shape, dynamic).map((size) => extentOf(f, size));
  const { base, offset } = rebased(f, buffer.base, at, element.bytes);
  setBuffer(f, op, { kind: "buffer", element, base, offset, sizes, strides: rowMajor(f, sizes) });
}

/** A base and an offset in elements for a place in bytes. */
function rebased(
  f: FunctionLowering,
  base: Value | number,
  bytes: Linear,
  width: number,
): Pick<BufferValue, "base" | "offset"> {
  if (typeof base === "number" && bytes.terms.size === 0)
    return { base: base + bytes.constant, offset: constantLinear(0) };
  const whole = bytes.constant % width === 0 && [...bytes.terms.values()].every((factor) => factor % width === 0);
  if (whole) return { base, offset: scale(bytes, 1 / width) };
  const { address, offset } = f.addresses.place(base, bytes);
  return { base: f.addresses.plus(address, offset), offset: constantLinear(0) };
}

function rowMajor(f: FunctionLowering, sizes: readonly Extent[]): Extent[] {
  const strides = new Array<Extent>(sizes.length).fill(1);
  for (let d = sizes.length - 2; d >= 0; d--) strides[d] = product(f, strides[d + 1] ?? 1, sizes[d + 1] ?? 1);
  return strides;
}

const reassociationOf = (op: Operation): Reassociation => {
  const attribute = op.attribute("reassociation");
  return attribute === undefined ? [] : ReassociationProperty.decode(attribute);
};

function lowerCollapse(op: Operation, f: FunctionLowering): void {
  const source = f.buffer(op.operand(0));
  const sizes: Extent[] = [];
  const strides: Extent[] = [];
  for (const group of reassociationOf(op)) {
    sizes.push(group.map((d) => source.sizes[d] ?? 1).reduce<Extent>((a, b) => product(f, a, b), 1));
    const last = [...group].reverse().find((d) => source.sizes[d] !== 1) ?? group.at(-1);
    strides.push(last === undefined ? 1 : (source.strides[last] ?? 1));
  }
  setBuffer(f, op, { ...source, sizes, strides });
}

function lowerExpand(op: Operation, f: FunctionLowering): void {
  const source = f.buffer(op.operand(0));
  const shape = mixedIndices(staticList(op, "static_output_shape"), op.operands.slice(1));
  const sizes = shape.map((size) => extentOf(f, size));
  const strides = new Array<Extent>(sizes.length).fill(1);
  reassociationOf(op).forEach((group, g) => {
    let stride: Extent = source.strides[g] ?? 1;
    for (const d of [...group].reverse()) {
      strides[d] = stride;
      stride = product(f, stride, sizes[d] ?? 1);
    }
  });
  setBuffer(f, op, { ...source, sizes, strides });
}

/** A cast keeps what is known; where the type knows more, it is believed. */
function lowerCast(op: Operation, f: FunctionLowering): void {
  const source = f.buffer(op.operand(0));
  const type = memrefType(op.result());
  const layout = layoutOf(type);
  const known = (extents: readonly Extent[], stated: readonly number[]): Extent[] =>
    extents.map((extent, d) =>
      typeof extent === "number" || stated[d] === undefined || stated[d] === DYNAMIC ? extent : stated[d],
    );
  setBuffer(f, op, {
    ...source,
    sizes: known(source.sizes, type.shape),
    strides: known(source.strides, layout?.strides ?? []),
  });
}

const dimension = (op: Operation): number | undefined => {
  const attribute = constantOf(op.operand(1));
  return attribute?.kind === "integer" ? Number(attribute.value) : undefined;
};

function lowerDim(op: Operation, f: FunctionLowering): void {
  const { sizes } = f.buffer(op.operand(0));
  f.setScalar(op.result(), f.extent(sizes[dimension(op) ?? 0] ?? 0));
}

function lowerMetadata(op: Operation, f: FunctionLowering): void {
  const source = f.buffer(op.operand(0));
  const [base, offset, ...extents] = op.results;
  if (base === undefined || offset === undefined) throw new Error("metadata has a base and an offset");
  f.set(base, { ...source, offset: constantLinear(0), sizes: [], strides: [] });
  f.setScalar(offset, f.addresses.value64(source.offset));
  [...source.sizes, ...source.strides].forEach((extent, i) => {
    const result = extents[i];
    if (result !== undefined) f.setScalar(result, f.extent(extent));
  });
}

function globalName(op: Operation): string {
  const attribute = op.attribute("name");
  return attribute?.kind === "symbol" ? attribute.root : "";
}

function lowerGetGlobal(op: Operation, f: FunctionLowering): void {
  const type = memrefType(op.result());
  const layout = layoutOf(type);
  if (layout === undefined) throw new Error("a global's layout was not refused");
  const base = f.module.addressOf(globalName(op));
  const element = expectElement(type.element);
  setBuffer(f, op, {
    kind: "buffer",
    element,
    base,
    offset: constantLinear(layout.offset),
    sizes: type.shape,
    strides: layout.strides,
  });
}

const unranked = (op: Operation): string | undefined =>
  [...op.operands, ...op.results].some((value) => value.type.kind === "unranked_memref")
    ? "a buffer of unknown rank"
    : undefined;
const noRoom = (): string => "an allocation that has no place: 'memory-plan' gives one to buffers of static shape";

export const viewRules: RuleTable = {
  "memref.subview": { lower: lowerSubview },
  "memref.reinterpret_cast": {
    refuse: (op) => unranked(op) ?? baseProblem(op.operand(0)),
    lower: lowerReinterpretCast,
  },
  "memref.view": { lower: lowerView },
  "memref.collapse_shape": { lower: lowerCollapse },
  "memref.expand_shape": { lower: lowerExpand },
  "memref.cast": { refuse: unranked, lower: lowerCast },
  "memref.memory_space_cast": { refuse: unranked, lower: lowerCast },
  "memref.assume_alignment": { lower: lowerCast },
  "memref.dim": {
    refuse: (op) => unranked(op) ?? (dimension(op) === undefined ? "a dimension that is not constant" : undefined),
    lower: lowerDim,
  },
  "memref.extract_strided_metadata": { refuse: (op) => baseProblem(op.operand(0)), lower: lowerMetadata },
  "memref.get_global": { lower: lowerGetGlobal },
  "memref.alloc": { refuse: noRoom, lower: () => undefined },
  "memref.alloca": { refuse: noRoom, lower: () => undefined },
  "tile.alloc": { refuse: noRoom, lower: () => undefined },
};
