// What stablehlo-legalize-to-linalg makes of the real programs goes through a live mlir-opt, and comes back the same.
import { expect, test } from "@jest/globals";
import { printOperation } from "../../ir/syntax/printer.ts";
import { runPipeline } from "../support/lower.ts";
import { parse } from "../support/mlir.ts";
import { mlirOptRoundTrip } from "../support/mlir-opt.ts";
import { modelNames, modelText } from "../support/models.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";

test.each(modelNames)("%s", async (name) => {
  const { module, problems } = await runPipeline(modelText(name), "stablehlo-legalize-to-linalg");
  expect(problems).toEqual([]);
  expect(mlirOptRoundTrip(mlirOpt, module, (generic) => printOperation(parse(generic)))).toBeUndefined();
});
