// Where a thread is, barriers, constants.
import type { Type } from "../../../ir/core/types.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { bitsToFloat } from "../../../ir/core/float-bits.ts";
import { DimensionAttr, type Dimension } from "../../../dialects/gpu/index.ts";
import type { InstructionName } from "../../../dialects/simt/index.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { refuseTypes, type LaunchBounds, type Rule } from "./kernel-code.ts";
import { constantLinear } from "./linear.ts";
import { registerOf } from "./register.ts";

const dimensionOf = (op: Operation): Dimension => {
  const attribute = op.attribute("dimension");
  return (attribute && DimensionAttr.valueOf(attribute)?.[0]) ?? "x";
};

/** A special register; what has one value only is that constant. */
const special = (
  register: "tid" | "ctaid" | "ntid" | "nctaid",
  range: (bounds: LaunchBounds, d: Dimension) => readonly [low: number, high: number],
): Rule => ({
  lower: (op, code) => {
    const d = dimensionOf(op);
    const [low, high] = range(code.bounds, d);
    const name: InstructionName = `mov.${register}.${d}`;
    if (low === high) code.setIndex(op.result(), constantLinear(low));
    else code.setTerm(op.result(), code.emitter.shared(name, []), { low, high });
  },
});

/** The scalar of a constant in the register of its type. */
const constant: Rule = {
  refuse: (op) =>
    refuseTypes(op) ??
    (["integer", "float"].includes(constantOf(op.result())?.kind ?? "") ? undefined : "it is no scalar"),
  lower: (op, code) => {
    const { type } = op.result();
    const value = constantOf(op.result());
    if (type.kind === "index") return;
    if (value?.kind === "integer") code.set(op.result(), code.emitter.constant(registerOf(type)!, value.value));
    if (value?.kind === "float")
      code.set(op.result(), code.emitter.constant(registerOf(type)!, bitsToFloat(value.type.name, value.bits)));
  },
};

const zero = (type: Type): number | bigint => (registerOf(type) === "i64" ? 0n : 0);

/** Nobody looks at poison: any value will do. */
const poison: Rule = {
  refuse: refuseTypes,
  lower: (op, code) => {
    const { type } = op.result();
    if (type.kind === "index") code.setIndex(op.result(), constantLinear(0));
    else code.set(op.result(), code.emitter.constant(registerOf(type)!, zero(type)));
  },
};

const barrier: Rule = {
  lower: (_, code) => {
    code.emitter.effect("bar.sync", [], { id: 0 });
  },
};

export const gpuRules: Readonly<Record<string, Rule>> = {
  "gpu.thread_id": special("tid", ({ threads }, d) => [0, threads[d] - 1]),
  "gpu.block_id": special("ctaid", ({ blocks }, d) => [0, blocks[d] - 1]),
  "gpu.block_dim": special("ntid", ({ threads }, d) => [threads[d], threads[d]]),
  "gpu.grid_dim": special("nctaid", ({ blocks }, d) => [Math.min(1, blocks[d]), blocks[d]]),
  "gpu.barrier": barrier,
  "arith.constant": constant,
  "ub.poison": poison,
};
