// Special registers: who a lane is and where its block is.
import { WARP } from "../types.ts";
import type { Warp } from "../warp/warp.ts";
import { row, type Instruction } from "./instruction.ts";

/** A register that is the same in all lanes. */
const uniform = (read: (warp: Warp) => number): Instruction =>
  row(
    [],
    ["i32"],
    ({ warp, result }) => {
      const r = result("i32", 0);
      return () => {
        r.fill(read(warp));
      };
    },
    { effect: "place" },
  );

/** A register that depends on the lane only; the same for every block. */
const perLane = (read: (warp: Warp, lane: number) => number): Instruction =>
  row(
    [],
    ["i32"],
    ({ warp, result }) => {
      const r = result("i32", 0);
      const values = Int32Array.from({ length: WARP }, (_, lane) => read(warp, lane));
      return () => {
        r.set(values);
      };
    },
    { effect: "place" },
  );

const thread = (d: 0 | 1 | 2): Instruction =>
  perLane(({ block, number }, lane) => block.threadAt(number * WARP + lane)[d]);

export const placeInstructions = {
  "mov.tid.x": thread(0),
  "mov.tid.y": thread(1),
  "mov.tid.z": thread(2),
  "mov.ntid.x": uniform(({ block }) => block.threads[0]),
  "mov.ntid.y": uniform(({ block }) => block.threads[1]),
  "mov.ntid.z": uniform(({ block }) => block.threads[2]),
  "mov.ctaid.x": uniform(({ block }) => block.id[0]),
  "mov.ctaid.y": uniform(({ block }) => block.id[1]),
  "mov.ctaid.z": uniform(({ block }) => block.id[2]),
  "mov.nctaid.x": uniform(({ block }) => block.grid[0]),
  "mov.nctaid.y": uniform(({ block }) => block.grid[1]),
  "mov.nctaid.z": uniform(({ block }) => block.grid[2]),
  "mov.laneid": perLane((_, lane) => lane),
  "mov.warpid": uniform(({ number }) => number),
};
