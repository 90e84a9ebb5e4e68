// Buffers: views change what is known of an address; loads and stores are one access each.
import type { Operation } from "../../../ir/core/operation.ts";
import type { MemRefType, Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  constantIndex,
  mixedIndices,
  offsetSizeStride,
  type MixedIndex,
  type OffsetSizeStride,
} from "../../../ir/define/offset-size-stride.ts";
import {
  CastOp, CollapseShapeOp, DimOp, ExpandShapeOp, inferSubviewType, keptDimensions, LoadOp, StoreOp, SubViewOp,
} from "../../../dialects/memref/index.ts"; // prettier-ignore
import type { InstructionName } from "../../../dialects/simt/index.ts";
import { addressOf, isAddressable, type Descriptor } from "./descriptor.ts";
import { predicateAsInteger } from "./integer-rules.ts";
import type { KernelCode, Rule } from "./kernel-code.ts";
import { constantLinear, everything, type Linear } from "./linear.ts";
import { narrowFloat, registerOf } from "./register.ts";

const memrefOf = (value: Value): MemRefType | undefined => (value.type.kind === "memref" ? value.type : undefined);

const refuseView = (op: Operation): string | undefined =>
  [...op.results, op.operand(0)].every((value) => value.type.kind !== "memref" || isAddressable(value.type))
    ? undefined
    : "its layout is not strided";

function refuseElement(memref: Value): string | undefined {
  const type = memrefOf(memref);
  if (type === undefined || !isAddressable(type)) return "its layout is not strided";
  return registerOf(type.element) === undefined ? "no register holds its elements" : undefined;
}

const mixed = (code: KernelCode, index: MixedIndex): Linear =>
  typeof index === "number" ? constantLinear(index) : code.index(index);

/** The suffix of a load's and a store's name. */
function accessType(element: Type): {
  readonly load: "u8" | "s8" | "s16" | "u16" | "s32" | "s64" | "f32" | "f64";
  readonly store: "b8" | "b16" | "s32" | "s64" | "f32" | "f64";
} {
  const register = registerOf(element);
  if (register === "pred") return { load: "u8", store: "b8" };
  if (narrowFloat(element) !== undefined) return { load: "u16", store: "b16" };
  if (element.kind === "integer" && element.width === 8) return { load: "s8", store: "b8" };
  if (element.kind === "integer" && element.width === 16) return { load: "s16", store: "b16" };
  const whole = ({ i32: "s32", i64: "s64", f32: "f32", f64: "f64" } as const)[register ?? "i32"];
  return { load: whole, store: whole };
}

const load: Rule = {
  refuse: (op) => refuseElement(op.operand(0)),
  lower: (op, code) => {
    const { memref, indices, result } = LoadOp.match(op)!;
    const buffer = code.buffer(memref);
    const { register, offset } = addressOf(buffer, indices.map((index) => code.index(index)), code); // prettier-ignore
    const name: InstructionName = `ld.${buffer.space}.${accessType(buffer.element).load}`;
    const { emitter } = code;
    const value = emitter.emit(name, [register], { offset });
    const narrow = narrowFloat(buffer.element);
    if (registerOf(buffer.element) === "pred")
      code.set(result, emitter.emit("setp.ne.s32", [value, emitter.constant("i32", 0)]));
    else if (narrow !== undefined)
      code.set(result, emitter.emit(narrow === "f16" ? "cvt.f32.f16" : "cvt.f32.bf16", [value]));
    else if (result.type.kind === "index") code.setTerm(result, value, everything);
    else code.set(result, value);
  },
};

const store: Rule = {
  refuse: (op) => refuseElement(op.operand(1)),
  lower: (op, code) => {
    const { value, memref, indices } = StoreOp.match(op)!;
    const buffer = code.buffer(memref);
    const { register, offset } = addressOf(buffer, indices.map((index) => code.index(index)), code); // prettier-ignore
    const name: InstructionName = `st.${buffer.space}.${accessType(buffer.element).store}`;
    const { emitter } = code;
    let stored = code.get(value);
    const narrow = narrowFloat(buffer.element);
    if (registerOf(buffer.element) === "pred") stored = predicateAsInteger(code, stored, 1);
    else if (narrow !== undefined)
      stored = emitter.emit(narrow === "f16" ? "cvt.rn.f16.f32" : "cvt.rn.bf16.f32", [stored]);
    emitter.effect(name, [register, stored], { offset });
  },
};

const subview: Rule = {
  refuse: refuseView,
  lower: (op, code) => {
    const view = SubViewOp.match(op)!;
    const source = code.buffer(view.source);
    const window = offsetSizeStride(view);
    const { offsets, sizes, strides } = window;
    let offset = source.offset;
    offsets.forEach((index, d) => {
      offset = code.add(offset, code.multiply(mixed(code, index), source.strides[d]!));
    });
    const all = sizes.map((size, d) => ({
      size: mixed(code, size),
      stride: code.multiply(mixed(code, strides[d]!), source.strides[d]!),
    }));
    const kept = keptOf(view.source, view.result, window);
    const left = kept.map((d) => all[d]!);
    code.setBuffer(view.result, { ...source, offset, sizes: left.map(({ size }) => size), strides: left.map(({ stride }) => stride) }); // prettier-ignore
  },
};

/** Which dimensions of the window the result keeps. */
function keptOf(source: Value, result: Value, window: OffsetSizeStride): readonly number[] {
  const { sizes } = window;
  const [from, to] = [memrefOf(source)!, memrefOf(result)!];
  if (to.shape.length === sizes.length) return sizes.map((_, d) => d);
  const inferred = inferSubviewType(from, window);
  return (inferred && keptDimensions(inferred, to)) ?? sizes.map((_, d) => d);
}

const cast: Rule = {
  refuse: refuseView,
  lower: (op, code) => {
    const { source, dest } = CastOp.match(op)!;
    code.setBuffer(dest, code.buffer(source));
  },
};

/** A group of dimensions that lie one in another becomes one. */
const collapse: Rule = {
  refuse: refuseView,
  lower: (op, code) => {
    const { src, reassociation, result } = CollapseShapeOp.match(op)!;
    const source = code.buffer(src);
    const groups = reassociation.map((group) => ({
      size: group.reduce((product, d) => code.multiply(product, source.sizes[d]!), constantLinear(1)),
      stride: innerStride(source, group),
    }));
    code.setBuffer(result, { ...source, sizes: groups.map(({ size }) => size), strides: groups.map(({ stride }) => stride) }); // prettier-ignore
  },
};

/** The stride of a group: of its innermost dimension that is not a unit, whose stride counts. */
function innerStride(source: Descriptor, group: readonly number[]): Linear {
  const d =
    group.findLast(
      (dimension) => source.sizes[dimension]!.terms.length > 0 || source.sizes[dimension]!.constant !== 1,
    ) ?? group.at(-1);
  return d === undefined ? constantLinear(1) : source.strides[d]!;
}

const expand: Rule = {
  refuse: refuseView,
  lower: (op, code) => {
    const { src, reassociation, staticOutputShape, outputShape, result } = ExpandShapeOp.match(op)!;
    const source = code.buffer(src);
    const sizes = mixedIndices(staticOutputShape, outputShape).map((size) => mixed(code, size));
    const strides = new Array<Linear>(sizes.length).fill(constantLinear(1));
    reassociation.forEach((group, g) => {
      let stride = source.strides[g]!;
      for (const d of [...group].reverse()) {
        strides[d] = stride;
        stride = code.multiply(stride, sizes[d]!);
      }
    });
    code.setBuffer(result, { ...source, sizes, strides });
  },
};

const dim: Rule = {
  refuse: (op) =>
    constantIndex(DimOp.match(op)!.index) === undefined ? "which dimension it asks for is not constant" : undefined,
  lower: (op, code) => {
    const { source, index, result } = DimOp.match(op)!;
    code.setIndex(result, code.buffer(source).sizes[constantIndex(index) ?? 0]!);
  },
};

export const memoryRules: Readonly<Record<string, Rule>> = {
  "memref.load": load,
  "memref.store": store,
  "memref.subview": subview,
  "memref.cast": cast,
  "memref.collapse_shape": collapse,
  "memref.expand_shape": expand,
  "memref.dim": dim,
};
