// Which buffers share memory, by where they come from: allocations, arguments, views, what branches and regions hand on (MLIR's LocalAliasAnalysis).
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { BranchOpInterface, CallableOpInterface, MemoryEffects, ViewLikeOpInterface } from "../define/op-interfaces.ts";
import { RegionBranchOpInterface, regionReturns, terminatorRange, type RegionSuccessor } from "../define/region-branch.ts"; // prettier-ignore
import { defineAnalysis } from "./analysis-manager.ts";

/** `Partial`: some of what each may be is the other's. */
export type AliasResult = "NoAlias" | "MayAlias" | "PartialAlias" | "MustAlias";

/** What holds where either holds. */
function merged(a: AliasResult, b: AliasResult): AliasResult {
  if (a === b) return a;
  return a !== "MayAlias" && b !== "MayAlias" && a !== "NoAlias" && b !== "NoAlias" ? "PartialAlias" : "MayAlias";
}

/** The values that op `op` or the ends of its regions hand to `input` of `to`; undefined where it is handed none, or nobody says. */
function handedTo(op: Operation, to: RegionSuccessor, input: Value): readonly Value[] | undefined {
  const branch = RegionBranchOpInterface.of(op);
  const place = branch?.inputs(op, to).indexOf(input) ?? -1;
  if (branch === undefined || place < 0) return undefined;
  const values: Value[] = [];
  if (branch.successors(op, null).includes(to)) {
    const { start, length } = branch.entryOperands(op, to);
    if (place >= length) return undefined;
    values.push(op.operand(start + place));
  }
  for (const region of op.regions) {
    if (!branch.successors(op, region).includes(to)) continue;
    for (const end of regionReturns(region)) {
      const range = terminatorRange(end);
      if (range === undefined || place >= range.length) return undefined;
      values.push(end.operand(range.start + place));
    }
  }
  return values;
}

/** The values that a value may be the same memory as, one step nearer to where it comes from; undefined where it comes from itself. */
function sourcesOf(value: Value): readonly Value[] | undefined {
  const { definingOp, ownerBlock } = value;
  if (definingOp !== null) {
    const source = ViewLikeOpInterface.of(definingOp)?.(definingOp);
    return source === undefined ? handedTo(definingOp, null, value) : [definingOp.operand(source)];
  }
  const region = ownerBlock?.parentRegion;
  if (ownerBlock === null || region === null || region === undefined) return undefined;
  if (region.entry === ownerBlock)
    return region.parentOp === null ? undefined : handedTo(region.parentOp, region, value);
  const values: Value[] = [];
  for (const { owner, index } of ownerBlock.predecessorUses) {
    const range = BranchOpInterface.of(owner)?.(owner)[index];
    if (range === undefined || value.index >= range.length) return undefined;
    values.push(owner.operand(range.start + value.index));
  }
  return values;
}

/** The op that allocates the value. */
function allocationOf(value: Value): Operation | undefined {
  const op = value.definingOp;
  const effects = op === null ? undefined : MemoryEffects.of(op)?.(op);
  const allocates = effects?.some(({ effect, value: of }) => effect === "allocate" && of === value) === true;
  return allocates && op !== null ? op : undefined;
}

/** Whether the value was there before the callable around the op began to run. */
function isArgumentAround(value: Value, op: Operation): boolean {
  const callable = op.enclosing((around) => CallableOpInterface.of(around) !== undefined);
  const body = callable && CallableOpInterface.of(callable)?.(callable);
  return body !== undefined && value.ownerBlock === body.entry;
}

export class LocalAliasAnalysis {
  readonly #underlying = new Map<Value, ReadonlySet<Value>>();

  /** Where the memory of a value comes from: allocations, arguments, results of ops that say nothing of it. */
  underlying(value: Value): ReadonlySet<Value> {
    let found = this.#underlying.get(value);
    if (found === undefined) this.#underlying.set(value, (found = this.#find(value)));
    return found;
  }

  /** Whether two buffers share memory. */
  alias(a: Value, b: Value): AliasResult {
    if (a === b) return "MustAlias";
    let result: AliasResult | undefined;
    for (const x of this.underlying(a)) {
      for (const y of this.underlying(b)) {
        const one = aliasOfSources(x, y);
        result = result === undefined ? one : merged(result, one);
      }
    }
    return result ?? "MayAlias";
  }

  #find(value: Value): ReadonlySet<Value> {
    const ends = new Set<Value>();
    const seen = new Set([value]);
    for (const at of seen) {
      const sources = sourcesOf(at);
      if (sources === undefined) ends.add(at);
      else for (const source of sources) seen.add(source);
    }
    return ends;
  }
}

function aliasOfSources(a: Value, b: Value): AliasResult {
  if (a === b) return "MustAlias";
  const [first, second] = [allocationOf(a), allocationOf(b)];
  if (first !== undefined && second !== undefined) return "NoAlias";
  if (first !== undefined) return isArgumentAround(b, first) ? "NoAlias" : "MayAlias";
  if (second !== undefined) return isArgumentAround(a, second) ? "NoAlias" : "MayAlias";
  return "MayAlias";
}

export const localAliasAnalysis = defineAnalysis("local alias", () => new LocalAliasAnalysis());
