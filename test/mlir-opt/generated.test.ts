// Generated programs against mlir-opt: it takes at least 99 of 100, and prints of them what we print.
import { expect, test } from "@jest/globals";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { createTerraceContext } from "../../tools/library/context.ts";
import { generated, programCount, upstreamSets } from "../support/generated.ts";
import { printedByMlirOpt } from "./mlir-opt-batch.ts";

test.each(upstreamSets.map((set) => [set.join(" "), set] as const))("mlir-opt takes programs of %s", (_, dialects) => {
  const context = createTerraceContext();
  const modules = Array.from({ length: programCount(150) }, (_unused, seed) =>
    generated(context, seed, { dialects, undefinedBehavior: seed % 2 === 0 ? "avoid" : "rich" }),
  );
  const theirs = printedByMlirOpt(
    modules.map((module) => printOperation(module, { generic: true })),
    ["--mlir-print-op-generic"],
  );
  const refused = theirs.flatMap((text, seed) => (text === undefined ? [seed] : []));
  const different = theirs.flatMap((text, seed) => {
    const module = modules[seed];
    if (text === undefined || module === undefined) return [];
    const again = parseModule(text, context).module;
    return again !== undefined && printOperation(again) === printOperation(module) ? [] : [seed];
  });
  expect({ different }).toEqual({ different: [] });
  expect({ refused: refused.length / modules.length < 0.01 ? [] : refused }).toEqual({ refused: [] });
});
