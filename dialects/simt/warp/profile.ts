// Exact counts of a launch: how often each body ran and with how many lanes, and which branches diverged.
import type { Operation } from "../../../ir/core/operation.ts";
import type { KernelPlan } from "./plan.ts";

export class Profile {
  readonly plan: KernelPlan;
  /** By number of the body: executions by a warp, and the sum of active lanes over them. */
  readonly executions: Float64Array;
  readonly lanes: Float64Array;
  /** Branches that sent lanes both ways, by op. */
  readonly divergent = new Map<Operation, number>();
  blocks = 0;
  warps = 0;
  barriers = 0;

  constructor(plan: KernelPlan) {
    this.plan = plan;
    this.executions = new Float64Array(plan.bodies.length);
    this.lanes = new Float64Array(plan.bodies.length);
  }

  noteDivergence(op: Operation): void {
    this.divergent.set(op, (this.divergent.get(op) ?? 0) + 1);
  }
}
