// Parallel copies between registers of a warp, in the lanes of a mask.
import { WARP } from "../types.ts";
import { newLanes, type Slot, type Warp } from "./warp.ts";

export interface Move {
  readonly from: Slot;
  readonly to: Slot;
}

type Numbers = Uint8Array | Int32Array | Float32Array | Float64Array;
type Copy = (mask: number) => void;

function copyNumbers(to: Numbers, from: Numbers): Copy {
  return (mask) => {
    if (mask === -1) to.set(from);
    else for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) to[i] = from[i]!;
  };
}

function copyBigints(to: BigInt64Array, from: BigInt64Array): Copy {
  return (mask) => {
    if (mask === -1) to.set(from);
    else for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) to[i] = from[i]!;
  };
}

/** Two steps by way of other lanes where `staged`, so that no copy reads what another wrote. */
function copyOf(warp: Warp, { from, to }: Move, staged: boolean): readonly [Copy | undefined, Copy] {
  if (to.kind === "i64") {
    const [source, target] = [warp.lanes("i64", from), warp.lanes("i64", to)];
    if (!staged) return [undefined, copyBigints(target, source)];
    const between = newLanes.i64();
    return [copyBigints(between, source), copyBigints(target, between)];
  }
  const [source, target] = [warp.lanes(to.kind, from), warp.lanes(to.kind, to)];
  if (!staged) return [undefined, copyNumbers(target, source)];
  const between = newLanes[to.kind]();
  return [copyNumbers(between, source), copyNumbers(target, between)];
}

/** Copies all values as if at once. */
export function copyLanes(warp: Warp, moves: readonly Move[]): Copy {
  const needed = moves.filter(({ from, to }) => from.index !== to.index);
  const written = new Set(needed.map(({ to }) => to.index));
  const pairs = needed.map((move) => copyOf(warp, move, written.has(move.from.index)));
  const copies = [...pairs.flatMap(([stage]) => stage ?? []), ...pairs.map(([, copy]) => copy)];
  const [only] = copies;
  if (only === undefined) return () => undefined;
  if (copies.length === 1) return only;
  return (mask) => {
    for (let i = 0; i < copies.length; i++) copies[i]!(mask);
  };
}
