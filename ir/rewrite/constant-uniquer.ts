// One op per constant: known constants move to the start of the nearest isolated region's entry block, equal ones become one.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import { unknownLocation } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
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
    const equal = this.#equal(region, attribute);
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

  /** The constant for a use in `block`, made at the start of the region's entry where it is not known; undefined where `dialect` has none. */
  getOrCreate(block: Block, dialect: string, attribute: Attribute, type: Type): Value | undefined {
    const region = constantRegion(block);
    if (region === undefined) return undefined;
    const equal = this.#equal(region, attribute);
    const isEqual = (known: Operation, of: string): boolean =>
      known.result().type === type && known.definition.dialect === of;
    const present = equal.find((known) => isEqual(known, dialect));
    if (present !== undefined) return present.result();
    const { context } = region;
    const made = context.dialects.get(dialect)?.materializeConstant?.(context, attribute, type, unknownLocation);
    if (made === undefined) return undefined;
    // A dialect may make another's constant.
    const other = equal.find((known) => isEqual(known, made.definition.dialect));
    if (other !== undefined) return other.result();
    this.#rewriter.setToStart(region.entry);
    this.#rewriter.insert(made);
    equal.push(made);
    this.#owned.add(made);
    return made.result();
  }

  /** The constants of an attribute that a region's entry holds. */
  #equal(region: Region, attribute: Attribute): Operation[] {
    let table = this.#known.get(region);
    if (table === undefined) this.#known.set(region, (table = new Map<Attribute, Operation[]>()));
    let equal = table.get(attribute);
    if (equal === undefined) table.set(attribute, (equal = []));
    return equal;
  }
}
