// Groups of linalg ops that one tiled loop nest computes: which producers join which consumer, and which loops they share.
import type { Block } from "../../ir/core/block.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { linalgOp, type LinalgOp } from "../../dialects/linalg/index.ts";

/** A set of ops that is computed tile by tile of its root, the only op whose results are used outside. */
export interface FusionGroup {
  /** The root first, then producers in the order in which they joined. */
  readonly ops: readonly Operation[];
  readonly root: Operation;
  readonly loops: LoopClasses;
}

/** Loops of the ops of a group that run over the same extent of the same data are one class. */
export interface LoopClasses {
  /** Class of a loop of an op. */
  classOf(op: Operation, loop: number): number;
  /** Classes that a member reduces over, or that a member with reductions does not have: tiling them would compute it again. */
  readonly blocked: ReadonlySet<number>;
}

/** What decides whether a producer joins. Given the group as it would be. */
export interface FusionPolicy {
  /** Whether an op may be the root of a group. */
  isRoot(op: Operation, linalg: LinalgOp): boolean;
  mayJoin(producer: Operation, group: FusionGroup): boolean;
}

/** Groups the linalg ops of a block, consumers first. Every op is in at most one group; an op that no policy takes is in none. */
export function formGroups(block: Block, policy: FusionPolicy): FusionGroup[] {
  const taken = new Set<Operation>();
  const groups: FusionGroup[] = [];
  for (const op of [...block.opsReversed()]) {
    const linalg = linalgOp(op);
    if (linalg === undefined || taken.has(op) || op.resultCount === 0 || !policy.isRoot(op, linalg)) continue;
    const group = growGroup(op, taken, policy);
    if (group === undefined) continue;
    for (const member of group.ops) taken.add(member);
    groups.push(group);
  }
  return groups;
}

function growGroup(root: Operation, taken: ReadonlySet<Operation>, policy: FusionPolicy): FusionGroup | undefined {
  let group = analyse([root]);
  for (let grew = group !== undefined; grew && group !== undefined;) {
    grew = false;
    const members: ReadonlySet<Operation> = new Set(group.ops);
    for (const member of group.ops) {
      for (const operand of member.operands) {
        const producer = operand.definingOp;
        if (
          producer === null ||
          members.has(producer) ||
          taken.has(producer) ||
          producer.parentBlock !== root.parentBlock
        )
          continue;
        if (
          linalgOp(producer) === undefined ||
          !producer.results.every((r) => r.users().every((user) => members.has(user)))
        )
          continue;
        const larger = analyse([...group.ops, producer]);
        if (larger !== undefined && policy.mayJoin(producer, larger)) {
          group = larger;
          grew = true;
          break;
        }
      }
      if (grew) break;
    }
  }
  return group;
}

/** Shares loops between the ops; undefined where an edge is no plain correspondence of dimensions. */
export function analyse(ops: readonly Operation[]): FusionGroup | undefined {
  const described = new Map<Operation, LinalgOp>();
  const first = new Map<Operation, number>();
  let count = 0;
  for (const op of ops) {
    const linalg = linalgOp(op);
    if (linalg === undefined) return undefined;
    described.set(op, linalg);
    first.set(op, count);
    count += linalg.iterators.length;
  }
  const parent = Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const reduced: number[] = [];
  for (const [consumer, linalg] of described) {
    const operands = [...linalg.inputs, ...linalg.inits];
    for (const [number, operand] of operands.entries()) {
      const producer = operand.definingOp;
      const source = producer === null ? undefined : described.get(producer);
      if (producer === null || source === undefined) continue;
      const written = source.maps[source.inputs.length + operand.index]!.dimPositions;
      if (written === undefined) return undefined;
      for (const [i, expr] of linalg.maps[number]!.results.entries()) {
        if (expr.kind === "constant") continue;
        if (expr.kind !== "dim") return undefined;
        const loop = first.get(consumer)! + expr.position;
        parent[find(first.get(producer)! + written[i]!)] = find(loop);
        if (linalg.iterators[expr.position] !== "parallel") reduced.push(loop);
      }
    }
  }
  const root = ops[0]!;
  const classOf = (op: Operation, loop: number): number => find(first.get(op)! + loop);
  const parallel = (op: Operation): number[] =>
    described.get(op)!.iterators.flatMap((kind, loop) => (kind === "parallel" ? [classOf(op, loop)] : []));
  const blocked = new Set(reduced.map(find));
  for (const op of ops) {
    if (!described.get(op)!.iterators.some((kind) => kind !== "parallel")) continue;
    const own = new Set(parallel(op));
    for (const shared of parallel(root)) if (!own.has(shared)) blocked.add(shared);
  }
  return { ops, root, loops: { classOf, blocked } };
}
