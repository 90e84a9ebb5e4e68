// An op made anew with a result or a region less: how many an op has is fixed when it is made.
import { denseArrayAttr } from "../core/attribute-constructors.ts";
import { Region } from "../core/block.ts";
import { resultGroups } from "../core/element-groups.ts";
import { Operation } from "../core/operation.ts";
import { i32 } from "../core/type-constructors.ts";
import type { Listener } from "./listener.ts";

/** Replaces the op by one without the result of this number, which has no uses. */
export function withoutResult(op: Operation, index: number, listener?: Listener): Operation {
  const made = remade(op, { result: index });
  if (op.definition.propertySlots.has("resultSegmentSizes")) {
    let first = 0;
    const sizes = resultGroups(op).map(({ length }) => {
      first += length;
      return index < first && index >= first - length ? length - 1 : length;
    });
    made.setAttribute("resultSegmentSizes", denseArrayAttr(i32(op.context), sizes));
  }
  return replaced(op, made, { result: index }, listener);
}

/** Replaces the op by one without the region of this number. */
export function withoutRegion(op: Operation, index: number): Operation {
  return replaced(op, remade(op, { region: index }), { region: index });
}

/** What the new op does not have. */
interface LeftOut {
  readonly result?: number;
  readonly region?: number;
}

function remade(op: Operation, { result, region }: LeftOut): Operation {
  return Operation.create(op.context, op.definition, op.location, {
    operands: op.operands,
    resultTypes: op.results.filter((_, at) => at !== result).map(({ type }) => type),
    propertySlots: [...op.properties],
    attributes: op.discardable,
    regions: op.regions.filter((_, at) => at !== region).map(() => new Region(op.context)),
    successors: op.successors,
  });
}

/** Puts the new op in the place of the old one, whose regions and uses it takes over. */
function replaced(op: Operation, made: Operation, { result, region }: LeftOut, listener?: Listener): Operation {
  const regions = op.regions.filter((_, at) => at !== region);
  regions.forEach((from, number) => made.regions[number]?.takeBlocks(from));
  op.parentBlock?.insertBefore(made, op);
  listener?.inserted?.(made);
  const results = op.results.filter((_, at) => at !== result);
  // The result that is left out has no uses: it stands for itself.
  listener?.replaced?.(op, op.results.map((old) => (results.includes(old) ? made.result(results.indexOf(old)) : old))); // prettier-ignore
  results.forEach((from, number) => {
    from.replaceAllUsesWith(made.result(number));
  });
  listener?.erased?.(op);
  op.erase();
  return made;
}
