// mem2reg: memory for one value, only loaded from and stored to, becomes values and block arguments.
import { dominatorTree, type DominatorTree } from "../ir/analysis/dominator-tree.ts";
import { isGraphRegion } from "../ir/analysis/dominance.ts";
import type { Block, Region } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { Value } from "../ir/core/value.ts";
import { walkPostOrder } from "../ir/core/walk.ts";
import {
  PromotableAllocationOpInterface,
  PromotableMemOpInterface,
  type MemorySlot,
  type PromotableAllocation,
  type SlotAccess,
} from "../ir/define/memory-slot.ts";
import { BranchOpInterface } from "../ir/define/op-interfaces.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { appendSuccessorOperand } from "../ir/rewrite/branch-operands.ts";
import { simplifyRegions } from "../ir/rewrite/region-simplify.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";

/** The dominators of a region's blocks, and where paths from a block meet others. Kept while branches stay as they are. */
interface ControlFlow {
  readonly tree: DominatorTree;
  readonly frontiers: ReadonlyMap<Block, ReadonlySet<Block>>;
}

function controlFlowOf(region: Region): ControlFlow {
  const tree = dominatorTree(region);
  const reachable = new Set(tree.order);
  const frontiers = new Map<Block, Set<Block>>();
  for (const block of tree.order) {
    const predecessors = block.predecessors.filter((predecessor) => reachable.has(predecessor));
    if (predecessors.length < 2 && !(block === region.entry && predecessors.length > 0)) continue;
    const dominator = tree.parent.get(block);
    for (const predecessor of predecessors) {
      for (let at: Block | undefined = predecessor; at !== undefined && at !== dominator; at = tree.parent.get(at)) {
        const frontier = frontiers.get(at);
        if (frontier === undefined) frontiers.set(at, new Set([block]));
        else frontier.add(block);
      }
    }
  }
  return { tree, frontiers };
}

interface Use {
  readonly op: Operation;
  readonly access: SlotAccess;
}

/** What loads and stores do, by block in order; undefined where something else uses the slot, or does so in another region. */
function usesOf(slot: MemorySlot): ReadonlyMap<Block, Use[]> | undefined {
  const region = slot.pointer.parentBlock?.parentRegion;
  const uses = new Map<Block, Use[]>();
  const seen = new Set<Operation>();
  for (const op of slot.pointer.users()) {
    const access = seen.has(op) ? undefined : PromotableMemOpInterface.of(op)?.(op, slot);
    if (access === undefined || op.parentBlock === null || op.parentRegion !== region) return undefined;
    seen.add(op);
    const inBlock = uses.get(op.parentBlock);
    if (inBlock === undefined) uses.set(op.parentBlock, [{ op, access }]);
    else inBlock.push({ op, access });
  }
  for (const list of uses.values()) list.sort((a, b) => (a.op.isBeforeInBlock(b.op) ? -1 : 1));
  return uses;
}

/** Blocks at whose start the slot's value is needed: never that of the pointer, where the slot begins anew. */
function liveInBlocks(
  pointerBlock: Block,
  uses: ReadonlyMap<Block, readonly Use[]>,
  defining: ReadonlySet<Block>,
): ReadonlySet<Block> {
  const live = new Set<Block>();
  const pending: Block[] = [];
  for (const [block, [first]] of uses) if (first?.access.kind === "load") pending.push(block);
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (block === pointerBlock || live.has(block)) continue;
    live.add(block);
    for (const predecessor of block.predecessors) if (!defining.has(predecessor)) pending.push(predecessor);
  }
  return live;
}

class SlotPromoter {
  readonly #allocation: Operation;
  readonly #promotable: PromotableAllocation;
  readonly #slot: MemorySlot;
  readonly #rewriter: Rewriter;
  readonly #tree: DominatorTree;
  readonly #uses: ReadonlyMap<Block, readonly Use[]>;
  readonly #merges: ReadonlySet<Block>;
  readonly #atEnd = new Map<Block, Value | undefined>();
  readonly #replaced = new Map<Value, Value>();
  #default: Operation | undefined;

  constructor(
    allocation: Operation,
    promotable: PromotableAllocation,
    slot: MemorySlot,
    uses: ReadonlyMap<Block, readonly Use[]>,
    merges: ReadonlySet<Block>,
    tree: DominatorTree,
    rewriter: Rewriter,
  ) {
    this.#allocation = allocation;
    this.#promotable = promotable;
    this.#slot = slot;
    this.#uses = uses;
    this.#merges = merges;
    this.#tree = tree;
    this.#rewriter = rewriter;
  }

  promote(): void {
    const { location } = this.#allocation;
    for (const block of this.#merges) block.addArgument(this.#slot.elementType, location);
    for (const block of this.#merges) {
      for (const { owner, index } of [...block.predecessorUses]) {
        const value = this.#valueAtEndOf(owner.parentBlock) ?? this.#defaultValue();
        this.#rewriter.modifyInPlace(owner, (op) => appendSuccessorOperand(op, index, value));
      }
    }
    for (const [block, uses] of this.#uses) this.#replaceLoads(block, uses);
    for (const uses of this.#uses.values()) for (const { op } of [...uses].reverse()) this.#rewriter.eraseOp(op);
    this.#rewriter.eraseOp(this.#allocation);
    if (this.#default?.hasResultUses === false) this.#rewriter.eraseOp(this.#default);
  }

  #replaceLoads(block: Block, uses: readonly Use[]): void {
    let value = uses[0]?.access.kind === "load" ? this.#valueAtStartOf(block) : undefined;
    for (const { access } of uses) {
      if (access.kind === "store") value = access.stored;
      else {
        const loaded = this.#current(value ?? this.#defaultValue());
        this.#replaced.set(access.result, loaded);
        this.#rewriter.replaceAllUsesWith(access.result, loaded);
      }
    }
  }

  /** What a load that is stored again was replaced with. */
  #current(value: Value): Value {
    let now = value;
    for (let next = this.#replaced.get(now); next !== undefined; next = this.#replaced.get(now)) now = next;
    return now;
  }

  #defaultValue(): Value {
    if (this.#default === undefined) {
      const block = this.#slot.pointer.parentBlock;
      if (block === null) throw new Error("an allocation is in a block");
      this.#rewriter.setToStart(block);
      this.#default = this.#rewriter.insert(this.#promotable.defaultValue(this.#allocation, this.#slot));
    }
    return this.#default.result();
  }

  #valueAtStartOf(block: Block): Value | undefined {
    if (this.#merges.has(block)) return block.arguments.at(-1);
    const dominator = this.#tree.parent.get(block);
    return dominator === undefined ? undefined : this.#valueAtEndOf(dominator);
  }

  /** Undefined where nothing was stored yet. */
  #valueAtEndOf(block: Block | null): Value | undefined {
    const path: Block[] = [];
    let at = block;
    let value: Value | undefined;
    while (at !== null) {
      if (this.#atEnd.has(at)) {
        value = this.#atEnd.get(at);
        break;
      }
      path.push(at);
      const stored = this.#uses.get(at)?.findLast(({ access }) => access.kind === "store")?.access;
      if (stored?.kind === "store") {
        value = stored.stored;
        break;
      }
      if (this.#merges.has(at)) {
        value = at.arguments.at(-1);
        break;
      }
      at = this.#tree.parent.get(at) ?? null;
    }
    for (const passed of path) this.#atEnd.set(passed, value);
    return value;
  }
}

/** Blocks where values that come from several definitions meet, and are needed; undefined where a branch there takes no values. */
function mergeBlocks(
  pointerBlock: Block,
  uses: ReadonlyMap<Block, readonly Use[]>,
  { frontiers }: ControlFlow,
): ReadonlySet<Block> | undefined {
  const defining = new Set<Block>();
  for (const [block, list] of uses) if (list.some(({ access }) => access.kind === "store")) defining.add(block);
  const live = liveInBlocks(pointerBlock, uses, defining);
  defining.add(pointerBlock);
  const merges = new Set<Block>();
  const pending = [...defining];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    for (const frontier of frontiers.get(block) ?? []) {
      if (merges.has(frontier) || !live.has(frontier)) continue;
      merges.add(frontier);
      pending.push(frontier);
    }
  }
  for (const block of merges)
    for (const { owner } of block.predecessorUses) if (BranchOpInterface.of(owner) === undefined) return undefined;
  return merges;
}

/** Promotes the slots of the allocations in `root`. Returns how many. */
export function promoteMemorySlots(root: Operation, rewriter: Rewriter): number {
  const flows = new Map<Region, ControlFlow>();
  const flowOf = (region: Region): ControlFlow => {
    let flow = flows.get(region);
    if (flow === undefined) flows.set(region, (flow = controlFlowOf(region)));
    return flow;
  };
  const promote = (op: Operation): boolean => {
    const promotable = PromotableAllocationOpInterface.of(op);
    const slot = promotable?.slot(op);
    const block = op.parentBlock;
    const region = op.parentRegion;
    if (promotable === undefined || slot === undefined || block === null || region === null) return false;
    if (!slot.pointer.hasUses || isGraphRegion(region)) return false;
    const uses = usesOf(slot);
    const flow = flowOf(region);
    const merges = uses && mergeBlocks(block, uses, flow);
    if (uses === undefined || merges === undefined) return false;
    new SlotPromoter(op, promotable, slot, uses, merges, flow.tree, rewriter).promote();
    return true;
  };
  let promoted = 0;
  let left = walkPostOrder(root).filter((op) => PromotableAllocationOpInterface.of(op) !== undefined);
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    left = left.filter((op) => !promote(op));
    promoted += before - left.length;
  }
  return promoted;
}

export const mem2regPass = definePass({
  name: "mem2reg",
  className: "Mem2Reg",
  summary: "Promotes memory slots into values.",
  options: {
    "region-simplify": {
      type: "bool",
      default: false,
      description: "Perform control flow optimizations to the region tree",
    },
  },
  statistics: { "promoted slots": "Total amount of memory slot promoted" },
  run: (root, { context, listener, options, count }) => {
    const rewriter = new Rewriter(context, listener);
    const promoted = promoteMemorySlots(root, rewriter);
    count("promoted slots", promoted);
    if (promoted > 0 && options["region-simplify"])
      for (const region of root.regions) simplifyRegions(region, rewriter);
  },
});
