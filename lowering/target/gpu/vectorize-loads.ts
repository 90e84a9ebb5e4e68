// simt-vectorize-loads: loads of neighbouring words of shared memory become one load of two or four.
//
//   %a = simt.ld_shared_f32 %p {offset = 0}          %a:4 = simt.ld_shared_v4_f32 %p {offset = 0}
//   %b = simt.ld_shared_f32 %p {offset = 4} ...   =>
import type { Block } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { opsNamed, walkBlocks } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { isMemoryEffectFree } from "../../../ir/analysis/effects.ts";
import { instructionResults, type InstructionName } from "../../../dialects/simt/index.ts";
import { alignmentOf } from "./alignment.ts";

/** The wide forms of a load, the widest first. */
const wideForms: Readonly<Record<string, readonly { readonly count: number; readonly name: InstructionName }[]>> = {
  "simt.ld_shared_f32": [{ count: 4, name: "ld.shared.v4.f32" }, { count: 2, name: "ld.shared.v2.f32" }],
  "simt.ld_shared_s32": [{ count: 4, name: "ld.shared.v4.s32" }, { count: 2, name: "ld.shared.v2.s32" }],
}; // prettier-ignore
const WORD = 4;

export const simtVectorizeLoads = definePass({
  name: "simt-vectorize-loads",
  summary: "Joins loads of neighbouring words of shared memory.",
  dependentDialects: ["simt"],
  run: (root) => {
    for (const kernel of opsNamed(root, "simt.kernel")) for (const block of walkBlocks(kernel)) joinLoads(block);
  },
});

/** Loads of one name from one address, in order, between which nothing is written. */
type Group = readonly Operation[];

function groupsOf(block: Block): readonly Group[] {
  const groups: Operation[][] = [];
  let open = new Map<string, Map<Value, Operation[]>>();
  for (const op of block.ops()) {
    if (op.name in wideForms) {
      const byAddress = open.get(op.name) ?? new Map<Value, Operation[]>();
      open.set(op.name, byAddress);
      let group = byAddress.get(op.operand(0));
      if (group === undefined) {
        group = [];
        byAddress.set(op.operand(0), group);
        groups.push(group);
      }
      group.push(op);
    } else if (!isMemoryEffectFree(op) && !op.name.startsWith("simt.ld_")) open = new Map();
  }
  return groups;
}

const offsetOf = (op: Operation): number => {
  const offset = op.attribute("offset");
  return offset?.kind === "integer" ? Number(offset.value) : 0;
};

function joinLoads(block: Block): void {
  for (const group of groupsOf(block)) {
    if (group.length < 2) continue;
    const byOffset = new Map(group.map((op) => [offsetOf(op), op]));
    const address = group[0]!.operand(0);
    const alignment = alignmentOf(address);
    const forms = wideForms[group[0]!.name] ?? [];
    const done = new Set<number>();
    for (const { count, name } of forms) {
      const bytes = count * WORD;
      if (alignment % bytes !== 0) continue;
      for (const start of [...byOffset.keys()].filter((offset) => offset % bytes === 0)) {
        const offsets = Array.from({ length: count }, (_, i) => start + i * WORD);
        const loads = offsets.flatMap((offset) => (done.has(offset) ? [] : (byOffset.get(offset) ?? [])));
        if (loads.length < count) continue;
        offsets.forEach((offset) => done.add(offset));
        join(address, loads, name, start);
      }
    }
  }
}

/** One wide load where the first of them is: the address is there, and nothing is written until the last. */
function join(address: Value, loads: readonly Operation[], name: InstructionName, offset: number): void {
  const first = loads.reduce((earliest, op) => (op.isBeforeInBlock(earliest) ? op : earliest));
  const words = instructionResults(OpBuilder.before(first), name, [address], { offset });
  loads.forEach((load, i) => {
    load.result().replaceAllUsesWith(words[i]!);
    load.erase();
  });
}
