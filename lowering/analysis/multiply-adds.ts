// How many multiply-adds a program's contractions do, and which ops are left outside the target's kernels.
import type { Operation } from "../../ir/core/operation.ts";
import { lookupSymbolIn, symbolReferences } from "../../ir/core/symbol-table.ts";
import { DYNAMIC, elementTypeOf, type Type } from "../../ir/core/types.ts";
import { walk } from "../../ir/core/walk.ts";
import { constantIndex } from "../../ir/define/offset-size-stride.ts";
import { isContraction } from "../../dialects/linalg/contraction.ts";
import { linalgOp } from "../../dialects/linalg/linalg-op.ts";
import { forallBounds, ForOp } from "../../dialects/scf/index.ts";
import { upperBound } from "./bounds.ts";

/** A sum over contractions. What stands in a loop of unknown trip count is counted once a loop, and `exact` is false. */
export interface MultiplyAdds {
  readonly count: number;
  readonly exact: boolean;
}

/** The multiply-adds that one call of `entry` does in functions: those of a `tile.kernel` are not among them. */
export function countMultiplyAdds(module: Operation, entry: string): MultiplyAdds {
  const counter = new Counter(module);
  const count = counter.function(entry);
  return { count, exact: counter.exact };
}

/** How often each op stands in the functions that `entry` reaches, most frequent first; declarations and terminators aside. */
export function hostOperations(module: Operation, entry: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const callable of reachable(module, entry)) {
    for (const op of walk(callable)) {
      if (op === callable || op.hasTrait("Terminator") || bookkeeping.has(op.name) || isInBody(op)) continue;
      counts.set(op.name, (counts.get(op.name) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** Ops that name values or views, and compute nothing. */
const bookkeeping: ReadonlySet<string> = new Set([
  "arith.constant",
  "memref.get_global",
  "memref.alloc",
  "memref.dealloc",
  "memref.view",
  "memref.subview",
  "memref.cast",
  "memref.reinterpret_cast",
  "memref.expand_shape",
  "memref.collapse_shape",
  "func.call",
]);

/** Whether an op is part of the scalar body of a structured op, which is counted as a whole. */
function isInBody(op: Operation): boolean {
  return linalgOp(op.parentOp) !== undefined;
}

function reachable(module: Operation, entry: string): Operation[] {
  const found = new Map<string, Operation>();
  const pending = [entry];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const callable = found.has(name) ? undefined : lookupSymbolIn(module, name);
    if (callable?.name !== "func.func") continue;
    found.set(name, callable);
    for (const op of walk(callable)) pending.push(...calledBy(op));
  }
  return [...found.values()];
}

function calledBy(op: Operation): string[] {
  if (op.name !== "func.call") return [];
  return op.allAttributes.flatMap(([, attribute]) => [...symbolReferences(attribute)].map(({ root }) => root));
}

class Counter {
  exact = true;
  readonly #module: Operation;
  readonly #counts = new Map<string, number>();
  readonly #active = new Set<string>();

  constructor(module: Operation) {
    this.#module = module;
  }

  function(name: string): number {
    const known = this.#counts.get(name);
    if (known !== undefined) return known;
    const callable = lookupSymbolIn(this.#module, name);
    if (callable?.name !== "func.func") return 0;
    if (this.#active.has(name)) {
      this.exact = false;
      return 0;
    }
    this.#active.add(name);
    let count = 0;
    for (const op of walk(callable)) {
      const own = this.#contraction(op) + calledBy(op).reduce((sum, callee) => sum + this.function(callee), 0);
      if (own > 0) count += own * this.#trips(op, callable);
    }
    this.#active.delete(name);
    this.#counts.set(name, count);
    return count;
  }

  #contraction(op: Operation): number {
    if (op.name === "vector.contract") return this.#product(vectorExtents(op));
    const linalg = linalgOp(op);
    if (linalg === undefined || !isContraction(linalg)) return 0;
    return this.#product(linalg.staticLoopRanges);
  }

  #product(extents: readonly number[]): number {
    let product = 1;
    for (const extent of extents) {
      if (extent === DYNAMIC) this.exact = false;
      else product *= extent;
    }
    return product;
  }

  /** How often an op runs in one call of its function. */
  #trips(op: Operation, callable: Operation): number {
    let trips = 1;
    for (let at = op.parentOp; at !== null && at !== callable; at = at.parentOp) trips *= this.#tripCount(at);
    return trips;
  }

  #tripCount(loop: Operation): number {
    const view = ForOp.match(loop);
    if (view !== undefined) {
      const [lower, step] = [constantIndex(view.lowerBound), constantIndex(view.step)];
      return this.#count(lower, upperBound(view.upperBound), step);
    }
    if (loop.name === "scf.forall") {
      const { lower, upper, step } = forallBounds(loop);
      return upper.reduce<number>((product, end, d) => {
        const [from, by] = [lower[d] ?? 0, step[d] ?? 1];
        return product * this.#count(constantIndex(from), upperBound(end), constantIndex(by));
      }, 1);
    }
    if (loop.name === "scf.while") this.exact = false;
    return 1;
  }

  #count(lower: number | undefined, upper: number | undefined, step: number | undefined): number {
    if (lower !== undefined && upper !== undefined && step !== undefined && step > 0)
      return Math.max(0, Math.ceil((upper - lower) / step));
    this.exact = false;
    return 1;
  }
}

/** The extents of a vector.contract's loops, from its maps. */
function vectorExtents(contract: Operation): number[] {
  const maps = contract.attribute("indexing_maps");
  const extents: number[] = [];
  if (maps?.kind !== "array") return extents;
  maps.elements.forEach((map, k) => {
    const type = contract.operands[k]?.type;
    if (map.kind !== "affine_map" || type?.kind !== "vector") return;
    map.map.results.forEach((expr, d) => {
      if (expr.kind === "dim") extents[expr.position] = type.shape[d] ?? 1;
    });
  });
  return extents;
}

/** A contraction's element types, as a machine must have them: both operands and the sum. */
export interface ContractionTypes {
  readonly left: Type;
  readonly right: Type;
  readonly result: Type;
}

/** The element types of every contraction in a module, on the levels of StableHLO, linalg and vector. */
export function contractionTypes(module: Operation): ContractionTypes[] {
  const types: ContractionTypes[] = [];
  for (const op of walk(module)) {
    const linalg = linalgOp(op);
    const isOne = contractionNames.has(op.name) || (linalg !== undefined && isContraction(linalg));
    const [left, right] = op.operands;
    const result = op.resultCount > 0 ? op.result().type : op.operands[2]?.type;
    if (!isOne || left === undefined || right === undefined || result === undefined) continue;
    types.push({ left: elementTypeOf(left.type), right: elementTypeOf(right.type), result: elementTypeOf(result) });
  }
  return types;
}

const contractionNames: ReadonlySet<string> = new Set([
  "stablehlo.dot_general",
  "stablehlo.dot",
  "stablehlo.convolution",
  "vector.contract",
]);
