// The table: how each op of a gpu.func becomes instructions.
import type { Operation } from "../../../ir/core/operation.ts";
import { castRules } from "./cast-rules.ts";
import { controlRules } from "./control-rules.ts";
import { floatRules } from "./float-rules.ts";
import { product, sum } from "./fused-rules.ts";
import { gpuRules } from "./gpu-rules.ts";
import { integerRules } from "./integer-rules.ts";
import type { Rule } from "./kernel-code.ts";
import { mathRules } from "./math-rules.ts";
import { memoryRules } from "./memory-rules.ts";

const fusing = { "arith.mulf": product, "arith.muli": product, "arith.addf": sum, "arith.addi": sum } as const;

const table = new Map<string, Rule>(
  Object.entries({
    ...gpuRules,
    ...integerRules,
    ...floatRules,
    ...castRules,
    ...mathRules,
    ...memoryRules,
    ...controlRules,
  }),
);
for (const [name, fuse] of Object.entries(fusing)) {
  const rule = table.get(name);
  if (rule !== undefined) table.set(name, fuse(rule));
}

export const ruleOf = (op: Operation): Rule | undefined => table.get(op.name);

/** Why an op has no instructions; undefined when it has. */
export function refusalOf(op: Operation): string | undefined {
  const rule = ruleOf(op);
  return rule === undefined ? "no instructions are known for it" : rule.refuse?.(op);
}
