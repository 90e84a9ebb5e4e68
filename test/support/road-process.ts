// The process that walks one road: after each pass it reads the module back and runs it, and prints what it found as JSON.
import { createContext } from "../../ir/plugin/registry.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import type { StageCheck } from "./check-road.ts";
import { difference, interpretText, modelArrays, modelText, parseWith, registry, stagesOf } from "./stages.ts";

const [model = "", pipeline = "", machine = ""] = process.argv.slice(2);
const { inputs, expected } = modelArrays(model);
const checks = (await stagesOf(modelText(model), pipeline, machine)).map(({ name, custom, generic }): StageCheck => {
  const fromCustom = parseWith(createContext(registry), custom);
  const fromGeneric = parseWith(createContext(registry), generic);
  return {
    name,
    custom: printOperation(fromCustom) === custom,
    generic: printOperation(fromGeneric, { generic: true }) === generic,
    difference: difference(interpretText(custom, inputs), expected),
  };
});
process.stdout.write(JSON.stringify(checks));
