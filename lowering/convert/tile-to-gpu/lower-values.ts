// Ops on values: elementwise ones once a slot, scalar ones once, constants and masks from positions.
import type { Attribute } from "../../../ir/core/attributes.ts";
import { indexAttr } from "../../../ir/core/attribute-constructors.ts";
import { Operation } from "../../../ir/core/operation.ts";
import { elementTypeOf, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { denseSplatElement } from "../../../ir/interpret/convert.ts";
import { AndIOp, CmpIOp, integerConstantAttr } from "../../../dialects/arith/index.ts";
import { FmaOp } from "../../../dialects/math/index.ts";
import { PoisonOp } from "../../../dialects/ub/index.ts";
import { ConstantMaskOp, CreateMaskOp, FMAOp } from "../../../dialects/vector/index.ts";
import { shapeOf, type OpLowering, type ThreadCode } from "./thread-code.ts";

/** A copy of `op` with other operands and result types. */
function rebuilt(op: Operation, operands: readonly Value[], resultTypes: readonly Type[], code: ThreadCode): Operation {
  const copy = Operation.create(op.context, op.definition, op.location, { operands, resultTypes });
  op.definition.properties.forEach((property, slot) => {
    copy.setAttribute(property.name, op.properties[slot]);
  });
  for (const [name, attribute] of op.discardable) copy.setAttribute(name, attribute);
  return code.builder.insert(copy);
}

const isVector = (value: Value): boolean => value.type.kind === "vector";

/** Elementwise on vectors: the op on each slot; scalar operands are the same in every slot. */
export const elementwise: OpLowering = {
  lower: (op, code) => {
    const shaped = op.results.find(isVector) ?? op.operands.find(isVector);
    if (shaped === undefined) throw new Error("an elementwise op without vectors");
    const operands = op.operands.map((value) => (isVector(value) ? code.slots(value) : [code.scalar(value)]));
    const types = op.results.map((result) => elementTypeOf(result.type));
    const copies = Array.from({ length: code.slotCount(shaped.type) }, (_, slot) =>
      rebuilt(op, operands.map((slots) => slots[slots.length === 1 ? 0 : slot]!), types, code),
    ); // prettier-ignore
    op.results.forEach((result, i) => {
      code.setSlots(result, copies.map((copy) => copy.result(i))); // prettier-ignore
    });
  },
};

/** Scalars and views of buffers: every thread computes them. */
export const everyThread: OpLowering = {
  lower: (op, code) => {
    const copy = rebuilt(op, op.operands.map((value) => code.scalar(value)), op.results.map((result) => result.type), code); // prettier-ignore
    op.results.forEach((result, i) => {
      code.setScalar(result, copy.result(i));
    });
  },
};

/** The scalar of a constant: itself, or what every element of a splat is. */
function scalarConstant(attribute: Attribute | undefined): Attribute | undefined {
  if (attribute?.kind === "dense") return denseSplatElement(attribute);
  return attribute?.kind === "integer" || attribute?.kind === "float" ? attribute : undefined;
}

export const constant: OpLowering = {
  refuse: (op) =>
    scalarConstant(constantOf(op.result())) === undefined
      ? "a constant whose elements differ has to be a buffer that the kernel takes as an argument"
      : undefined,
  lower: (op, code) => {
    const scalar = code.constant(scalarConstant(constantOf(op.result()))!);
    code.setSlots(op.result(), Array.from({ length: code.slotCount(op.result().type) }, () => scalar)); // prettier-ignore
  },
};

export const poison: OpLowering = {
  lower: (op, code) => {
    const { type } = op.result();
    const value = PoisonOp.build(code.builder, {
      value: op.attribute("value")!,
      resultTypes: [elementTypeOf(type)],
    }).op.result();
    code.setSlots(op.result(), Array.from({ length: code.slotCount(type) }, () => value)); // prettier-ignore
  },
};

/** On where every index is below its limit. */
function mask(op: Operation, limits: readonly MixedIndex[], code: ThreadCode): void {
  const { type } = op.result();
  const extents = shapeOf(type);
  const always = code.constant(integerConstantAttr(elementTypeOf(type), 1)!);
  const slots = code.perSlot(type, (indices) => {
    const below = (extents.length === 0 ? [0] : indices).flatMap((index, d): Value[] => {
      const limit = limits[d]!;
      if (typeof limit === "number" && limit >= (extents[d] ?? 1)) return [];
      const [lhs, rhs] = [code.distribution.value(index), code.distribution.value(limit)];
      return [CmpIOp.build(code.builder, { predicate: "slt", lhs, rhs }).result];
    });
    return below.length === 0 ? always : below.reduce((lhs, rhs) => AndIOp.build(code.builder, { lhs, rhs }).result);
  });
  code.setSlots(op.result(), slots);
}

export const createMask: OpLowering = {
  lower: (op, code) => {
    mask(op, CreateMaskOp.match(op)!.operands.map((value) => code.index(value)), code); // prettier-ignore
  },
};

export const constantMask: OpLowering = {
  lower: (op, code) => {
    mask(op, ConstantMaskOp.match(op)!.maskDimSizes, code);
  },
};

export const step: OpLowering = {
  lower: (op, code) => {
    const at = (index: MixedIndex): Value =>
      typeof index === "number" ? code.constant(indexAttr(op.context, index)) : index;
    code.setSlots(op.result(), code.perSlot(op.result().type, ([index]) => at(index ?? 0))); // prettier-ignore
  },
};

/** vector.fma is math.fma on each slot. */
export const fma: OpLowering = {
  lower: (op, code) => {
    const { lhs, rhs, acc } = FMAOp.match(op)!;
    const [a, b, c] = [code.slots(lhs), code.slots(rhs), code.slots(acc)];
    code.setSlots(op.result(), a.map((x, slot) => FmaOp.build(code.builder, { a: x, b: b[slot]!, c: c[slot]! }).result)); // prettier-ignore
  },
};
