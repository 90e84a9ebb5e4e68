// The largest power of two that is known to divide a 32-bit register of a simt kernel.
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";

/** What divides 0: more than any access asks for. */
const MOST = 2 ** 30;

const lowestBit = (value: bigint): number => (value === 0n ? MOST : Math.min(MOST, Number(value & -value)));

/**
 * Loops are closed optimistically: an argument is as aligned as its start and what one iteration adds. Sums and products never lose
 * more than that, and everything else is taken as 1.
 */
export function alignmentOf(value: Value, open: ReadonlySet<Value> = new Set()): number {
  if (open.has(value)) return MOST;
  const op = value.definingOp;
  if (op === null) return loopArgument(value, new Set([...open, value]));
  const known = constantOf(value);
  if (known?.kind === "integer") return lowestBit(known.value);
  const at = (operand: number): number => alignmentOf(op.operand(operand), open);
  switch (op.name) {
    case "simt.add_s32":
    case "simt.sub_s32":
    case "simt.or_b32":
      return Math.min(at(0), at(1));
    case "simt.and_b32":
      return Math.max(at(0), at(1));
    case "simt.mul_lo_s32":
      return Math.min(MOST, at(0) * at(1));
    case "simt.mad_lo_s32":
      return Math.min(MOST, at(0) * at(1), at(2));
    default:
      return 1;
  }
}

function loopArgument(value: Value, open: ReadonlySet<Value>): number {
  const block = value.ownerBlock;
  const loop = block?.parentOp;
  if (block === null || loop?.name !== "simt.loop") return 1;
  return Math.min(
    alignmentOf(loop.operand(value.index), open),
    alignmentOf(block.terminator.operand(value.index + 1), open),
  );
}
