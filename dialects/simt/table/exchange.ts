// Instructions that look at other lanes of the warp: shuffles, votes, reductions; and the barrier of a block.
import { WARP, type LaneArrays } from "../types.ts";
import { bitsOf, Fault } from "../warp/warp.ts";
import { row, type Instruction } from "./instruction.ts";

/** The lane that a lane of a segment `[from, from + width)` reads, given its own number and the operand. */
type Source = (lane: number, operand: number, from: number, width: number) => number;

/**
 * (value, operand) -> (value, inside): the source lane's value where it is inside the segment, else the lane's own. A source that is
 * not active has no value: it ends the launch.
 */
const shuffle = <K extends "i32" | "f32">(kind: K, source: Source): Instruction =>
  row(
    [kind, "i32"],
    [kind, "pred"],
    ({ op, warp, operand, result, immediate: width }) => {
      const value: LaneArrays["i32"] | LaneArrays["f32"] = operand(kind, 0);
      const to: LaneArrays["i32"] | LaneArrays["f32"] = result(kind, 0);
      const [by, inside] = [operand("i32", 1), result("pred", 1)];
      return () => {
        const { mask } = warp;
        for (let i = 0; i < WARP; i++) {
          if (((mask >>> i) & 1) === 0) continue;
          const from = i & -width;
          const lane = source(i, by[i]!, from, width);
          const within = lane >= from && lane < from + width;
          const read = within ? lane : i;
          if (((mask >>> read) & 1) === 0)
            throw new Fault(op, `shuffle from lane ${read}, which is not active, by ${warp.where(i)}`);
          to[i] = value[read]!;
          inside[i] = within ? 1 : 0;
        }
      };
    },
    { class: "shuffle", effect: "warp", immediate: "width" },
  );

const index: Source = (_, operand, from, width) => from + (operand & (width - 1));
const up: Source = (lane, operand) => lane - operand;
const down: Source = (lane, operand) => lane + operand;
const butterfly: Source = (lane, operand) => lane ^ operand;

const vote = (holds: (bits: number, mask: number) => boolean): Instruction =>
  row(
    ["pred"],
    ["pred"],
    ({ warp, operand, result }) => {
      const [a, r] = [operand("pred", 0), result("pred", 0)];
      return () => {
        r.fill(holds(bitsOf(a) & warp.mask, warp.mask) ? 1 : 0);
      };
    },
    { class: "shuffle", effect: "warp" },
  );

const redux = (combine: (a: number, b: number) => number): Instruction =>
  row(
    ["i32"],
    ["i32"],
    ({ warp, operand, result }) => {
      const [a, r] = [operand("i32", 0), result("i32", 0)];
      return () => {
        let total: number | undefined;
        for (let i = 0; i < WARP; i++)
          if (((warp.mask >>> i) & 1) !== 0) total = total === undefined ? a[i]! : combine(total, a[i]!);
        r.fill(total ?? 0);
      };
    },
    { class: "shuffle", effect: "warp" },
  );

export const exchangeInstructions = {
  "shfl.idx.b32": shuffle("i32", index),
  "shfl.up.b32": shuffle("i32", up),
  "shfl.down.b32": shuffle("i32", down),
  "shfl.bfly.b32": shuffle("i32", butterfly),
  "shfl.idx.f32": shuffle("f32", index),
  "shfl.up.f32": shuffle("f32", up),
  "shfl.down.f32": shuffle("f32", down),
  "shfl.bfly.f32": shuffle("f32", butterfly),
  "vote.any.pred": vote((bits) => bits !== 0),
  "vote.all.pred": vote((bits, mask) => bits === mask),
  "vote.ballot.b32": row(
    ["pred"],
    ["i32"],
    ({ warp, operand, result }) => {
      const [a, r] = [operand("pred", 0), result("i32", 0)];
      return () => {
        r.fill(bitsOf(a) & warp.mask);
      };
    },
    { class: "shuffle", effect: "warp" },
  ),
  "activemask.b32": row(
    [],
    ["i32"],
    ({ warp, result }) => {
      const r = result("i32", 0);
      return () => {
        r.fill(warp.mask);
      };
    },
    { class: "shuffle", effect: "warp" },
  ),
  "redux.add.s32": redux((a, b) => (a + b) | 0),
  "redux.min.s32": redux(Math.min),
  "redux.max.s32": redux(Math.max),
  "redux.min.u32": redux((a, b) => Math.min(a >>> 0, b >>> 0) | 0),
  "redux.max.u32": redux((a, b) => Math.max(a >>> 0, b >>> 0) | 0),
  "redux.and.b32": redux((a, b) => a & b),
  "redux.or.b32": redux((a, b) => a | b),
  "redux.xor.b32": redux((a, b) => a ^ b),
  /** The driver of the block waits; here is only the check that the warp is whole. */
  "bar.sync": row(
    [],
    [],
    ({ op, warp }) =>
      () => {
        if (warp.mask !== warp.full) {
          const missing = Math.clz32(warp.full & ~warp.mask & -(warp.full & ~warp.mask)) ^ 31;
          throw new Fault(op, `divergent barrier: ${warp.where(missing)} is not active`);
        }
      },
    { class: "barrier", effect: "barrier", immediate: "id" },
  ),
};
