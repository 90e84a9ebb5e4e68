// How many terms a sum has whose products a machine need not round: what a step of a loop adds, as often as the loop runs.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantTripCount, ForOp } from "../../../dialects/scf/index.ts";
import { AddFOp } from "../../../dialects/arith/index.ts";
import { mayContract } from "./fused-rules.ts";

/** The terms of the longest sum that ends in this addition; Infinity where a loop that adds to it runs a number of times that is not known. */
export function fusedTerms(sum: Operation): number {
  return new Terms().of(sum.result());
}

class Terms {
  readonly known = new Map<Value, number>();

  /** Of a value that is no such sum one: itself. */
  of(value: Value): number {
    let terms = this.known.get(value);
    if (terms === undefined) this.known.set(value, (terms = this.count(value)));
    return terms;
  }

  count(value: Value): number {
    const { definingOp } = value;
    if (definingOp === null) return this.ofCarried(value);
    const loop = ForOp.match(definingOp);
    if (loop !== undefined) return this.ofCarried(loop.region.entry.arguments[1 + definingOp.results.indexOf(value)]);
    if (AddFOp.match(definingOp) === undefined || !mayContract(definingOp)) return 1;
    return definingOp.operands.reduce((terms, operand) => terms + this.of(operand), 0);
  }

  /** A value that a loop hands on: where it begins, and what each step adds. */
  ofCarried(argument: Value | undefined): number {
    const block = argument?.ownerBlock;
    const loop = ForOp.match(block?.parentOp);
    if (argument === undefined || loop === undefined || argument.index === 0) return 1;
    this.known.set(argument, 0);
    const step = this.of(loop.region.entry.terminator.operand(argument.index - 1));
    this.known.delete(argument);
    const trips = constantTripCount(loop.op);
    const start = this.of(loop.initArgs[argument.index - 1]!);
    return step === 0 ? start : start + step * (trips === undefined ? Infinity : Number(trips));
  }
}
