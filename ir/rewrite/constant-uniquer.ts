// One op per constant: known constants move to the start of the nearest isolated region's entry block, equal ones become one.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import { constantOf } from "../define/op-interfaces.ts";
import type { Rewriter } from "./rewriter.ts";

/** The region whose entry block holds the constants used in `block`: of the nearest op isolated from above, or the outermost. */
function constantRegion(block: Block): Region | undefined {
  for (let region = block.parentRegion; region !== null;) {
    const op: Operation | null = region.parentOp;
    if (op === null || op.parentBlock === null) return region;
    if (op.hasTrait("IsolatedFromAbove") || !op.definition.registered) return region;
    region = op.parentBlock.parentRegion;
  }
  return undefined;
}

/** The constants of a region tree while a driver visits it. The order that comes out is MLIR's. */
export class ConstantUniquer {
  /** By region, then by attribute: those of one attribute may differ in dialect and type. */
  readonly #known = new Map<Region, Map<Attribute, Operation[]>>();
  readonly #owned = new Set<Operation>();
  readonly #rewriter: Rewriter;

  constructor(rewriter: Rewriter) {
    this.#rewriter = rewriter;
  }

  /** Takes over a ConstantLike op. Returns true when it was a duplicate and is gone. */
  take(op: Operation): boolean {
    const block = op.parentBlock;
    if (block === null || !op.hasTrait("ConstantLike") || op.resultCount !== 1) return false;
    const result = op.result();
    const attribute = constantOf(result);
    const region = constantRegion(block);
    if (attribute === undefined || region === undefined) return false;
    let table = this.#known.get(region);
    if (table === undefined) this.#known.set(region, (table = new Map<Attribute, Operation[]>()));
    let equal = table.get(attribute);
    if (equal === undefined) table.set(attribute, (equal = []));
    const present = equal.find(
      (known) => known.result().type === result.type && known.definition.dialect === op.definition.dialect,
    );
    if (present !== undefined) {
      this.#rewriter.replaceOp(op, present);
      return true;
    }
    const entry = region.entry;
    const atStart = entry.firstOp === op || (op.previous !== null && this.#owned.has(op.previous));
    if ((block !== entry || !atStart) && entry.firstOp !== null) this.#rewriter.moveOpBefore(op, entry.firstOp);
    equal.push(op);
    this.#owned.add(op);
    return false;
  }
}
