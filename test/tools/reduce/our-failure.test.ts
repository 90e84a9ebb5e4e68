// A failure of ours: a pass of a plugin that crashes `terrace opt` on something deep inside a program of 500 ops.
import { expect, test } from "@jest/globals";
import { reduceModuleAsync } from "../../../ir/check/reduce/reduce-async.ts";
import { opsNamed } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { definePlugin } from "../../../ir/plugin/define-plugin.ts";
import { createContext, loadPlugin } from "../../../ir/plugin/registry.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { opt } from "../../../tools/opt/opt.ts";
import { captured } from "../../support/command.ts";
import { plantedProgram } from "../../support/large-program.ts";
import { parseWith } from "../../support/stages.ts";

/** Forgets that a value may have no defining op. */
const faulty = definePass({
  name: "test-shifts",
  summary: "Looks at what shifts shift.",
  run: (op) => {
    for (const shift of opsNamed(op, "arith.shrsi")) {
      const source = shift.operand(0).definingOp;
      if (source?.name !== "arith.subi") continue;
      if (source.operand(1).definingOp === null) throw new Error("there is no defining op");
    }
  },
});

test("falls to the op and what the failure is about, in a few seconds", async () => {
  const registry = builtinRegistry();
  expect(loadPlugin(registry, definePlugin({ name: "faulty", terrace: "*", passes: [faulty] }))).toBeUndefined();
  const { text, operations } = plantedProgram(500, [
    "%difference = arith.subi %a, %b : i32",
    "%planted = arith.shrsi %difference, %a : i32",
  ]);
  expect(operations).toBeGreaterThanOrEqual(500);
  const crashes = async (candidate: string): Promise<boolean> => {
    const argv = ["--test-shifts", "-"];
    const { code, stderr } = await captured((io) => opt(argv, io, registry), candidate);
    return code === 2 && stderr.includes("there is no defining op");
  };
  expect(await crashes(text)).toBe(true);
  let tries = 0;
  const reduced = await reduceModuleAsync(parseWith(createContext(registry), text), {
    jobs: 2,
    isInteresting: (module) => {
      tries++;
      return crashes(printOperation(module));
    },
  });
  expect(printOperation(reduced)).toBe(
    [
      "module {",
      "  func.func @f3(%arg0: i1) {",
      "    %0 = arith.subi %arg0, %arg0 : i1",
      "    %1 = arith.shrsi %0, %arg0 : i1",
      "    return",
      "  }",
      "}",
    ].join("\n"),
  );
  expect(tries).toBeLessThan(300);
}, 60_000);
