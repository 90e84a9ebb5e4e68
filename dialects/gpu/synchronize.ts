// gpu.barrier and gpu.shuffle: where threads wait for each other, and gpu.dynamic_shared_memory.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Context } from "../../ir/core/context.ts";
import { i1, i8, memrefType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, elementCount, type Type } from "../../ir/core/types.ts";
import { AnyFloat, I1, I32, SignlessInteger, typeVariable, typeWhere } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { enumProperty } from "../../ir/define/enum-attribute.ts";
import { control, effect, type Computation, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { allocateMemRef } from "../../ir/interpret/memref.ts";
import { expectIndex } from "../../ir/interpret/operand.ts";
import { DenseValue, POISON } from "../../ir/interpret/value.ts";
import { AddressSpaceAttr, ShuffleModeAttr, type ShuffleMode } from "./attributes.ts";
import { makeShuffleWithin, onlyInKernel } from "./generation.ts";
import { laneOf, SUBGROUP_SIZE, subgroupOf, threadState } from "./thread.ts";
import { kernelExample, shuffleExample } from "./example.ts";

/** Names of what threads wait at: all of a block, or those of one subgroup. */
export const BARRIER = "gpu.barrier";
export const subgroupBarrier = (subgroup: number): string => `gpu.shuffle.${subgroup}`;

export const BarrierOp = defineOp({
  name: "gpu.barrier",
  summary: "Waits until every thread of the block is here; memory that one wrote before is what the others read after.",
  example: kernelExample,
  assemblyFormat: "attr-dict",
  makeDefined: onlyInKernel,
  meaning: control(
    () =>
      function* (_, run) {
        const { block } = threadState(run);
        if (block.barrier !== undefined && block.barrier !== run.op) {
          return run.undefinedBehavior("threads of one block wait at different barriers");
        }
        block.barrier = run.op;
        yield { barrier: BARRIER };
        return [];
      },
  ),
});

const isExchangeable = (type: Type): boolean => SignlessInteger.accepts(type) || AnyFloat.accepts(type);
const T = typeVariable(
  "T",
  typeWhere(
    "Integer or Float or fixed-length vector of Integer or Float values of ranks 1",
    (type) =>
      isExchangeable(type) || (type.kind === "vector" && type.shape.length === 1 && isExchangeable(type.element)),
    (c) => [...(SignlessInteger.samples?.(c) ?? []), ...(AnyFloat.samples?.(c) ?? [])],
  ),
);

/** The lane whose value a lane takes, or undefined where it is none of the first `width`. */
function sourceLane(mode: ShuffleMode, lane: number, offset: number, width: number): number | undefined {
  const source = { xor: lane ^ offset, up: lane - offset, down: lane + offset, idx: offset }[mode];
  return lane < width && source >= 0 && source < width ? source : undefined;
}

function poisonOf(type: Type): RuntimeValue {
  return type.kind === "vector" && elementCount(type.shape) > 0 ? DenseValue.poison(type.shape, type.element) : POISON;
}

function* shuffle(
  mode: ShuffleMode,
  type: Type,
  operands: readonly RuntimeValue[],
  run: Execution,
): Computation<readonly RuntimeValue[]> {
  const thread = threadState(run);
  const subgroup = subgroupOf(thread);
  const offset = expectIndex(operands[1], "shuffle offset");
  const width = expectIndex(operands[2], "shuffle width");
  if (width < 1 || width > subgroup.size) {
    return run.undefinedBehavior(`a shuffle of ${width} lanes in a subgroup of ${subgroup.size}`);
  }
  if (subgroup.at !== undefined && subgroup.at !== run.op) {
    return run.undefinedBehavior("lanes of one subgroup wait at different shuffles");
  }
  subgroup.at = run.op;
  const lane = laneOf(thread);
  subgroup.given[lane] = operands[0] ?? POISON;
  yield { barrier: subgroupBarrier(Math.floor(thread.position / SUBGROUP_SIZE)) };
  const source = sourceLane(mode, lane, offset, width);
  return source === undefined ? [poisonOf(type), 0] : [subgroup.open[source] ?? POISON, 1];
}

export const ShuffleOp = defineOp({
  name: "gpu.shuffle",
  summary: "The value of another lane of the subgroup; poison and false where that lane is none of the first `width`.",
  example: shuffleExample,
  operands: { value: T, offset: I32, width: I32 },
  properties: { mode: enumProperty(ShuffleModeAttr, { angle: true }) },
  results: { shuffleResult: T, valid: I1 },
  traits: ["Pure"],
  assemblyFormat: "$mode $value `,` $offset `,` $width attr-dict `:` type($value)",
  inferResultTypes: ({ context, operands: [value] }) => (value === undefined ? undefined : [value.type, i1(context)]),
  makeDefined: makeShuffleWithin,
  meaning: control((op) => {
    const attribute = op.attribute("mode");
    const mode = (attribute && ShuffleModeAttr.valueOf(attribute)?.[0]) ?? "xor";
    const { type } = op.result();
    return (operands, run) => shuffle(mode, type, operands, run);
  }),
});

const isDynamicBytes = (type: Type): boolean =>
  type.kind === "memref" &&
  type.shape.length === 1 &&
  type.shape[0] !== undefined &&
  type.shape[0] < 0 &&
  type.element.kind === "integer" &&
  type.element.width === 8;

const workgroup = (context: Context): Attribute => AddressSpaceAttr.get(context, "workgroup");

export const DynamicSharedMemoryOp = defineOp({
  name: "gpu.dynamic_shared_memory",
  summary: "The shared memory whose size the launch chose; one buffer a block.",
  results: { resultMemref: typeWhere("1D memref of 8-bit signless integer values", isDynamicBytes) },
  traits: ["Pure"],
  assemblyFormat: "attr-dict `:` type($resultMemref)",
  verify: ({ resultMemref: { type } }) =>
    type.kind === "memref" && type.memorySpace === workgroup(type.context)
      ? undefined
      : "address space must be address_space<workgroup>",
  // Launches of generated programs ask for none of it.
  generate: (site) => ({
    resultTypes: [memrefType([DYNAMIC], i8(site.context), { memorySpace: workgroup(site.context) })],
    isHidden: true,
  }),
  makeDefined: onlyInKernel,
  meaning: effect((op) => {
    const { type } = op.result();
    return (_, run) => {
      const { block } = threadState(run);
      if (type.kind !== "memref") throw new Error("dynamic shared memory is a memref");
      block.dynamicMemory ??= allocateMemRef(run.memory, type, {
        sizes: [block.dynamicBytes],
        label: "dynamic shared memory",
      });
      return [block.dynamicMemory ?? run.unsupported("there is no room for the dynamic shared memory")];
    };
  }),
});
