// A registry with passes that go wrong: they leave IR that does not verify, or throw.
import { opsNamed } from "../../ir/core/walk.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { definePlugin } from "../../ir/plugin/define-plugin.ts";
import { loadPlugin, type Registry } from "../../ir/plugin/registry.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";

const leavesBrokenIr = definePass({
  name: "test-break",
  summary: "Returns from functions without operands.",
  run: (op) => {
    for (const end of opsNamed(op, "func.return")) end.setOperands([]);
  },
});

const throws = definePass({
  name: "test-throw",
  className: "TestThrow",
  summary: "Throws.",
  run: () => {
    throw new Error("it broke");
  },
});

export function faultyRegistry(): Registry {
  const registry = builtinRegistry();
  const problem = loadPlugin(
    registry,
    definePlugin({ name: "faulty", terrace: "*", passes: [leavesBrokenIr, throws] }),
  );
  if (problem !== undefined) throw new Error(problem);
  return registry;
}
