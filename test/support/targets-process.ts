// The process that compiles every model for a target, runs it as `terrace run` does, and prints how far it is from JAX.
import { createContext } from "../../ir/plugin/registry.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { entrySignature, findEntry } from "../../lowering/entry.ts";
import { compileProgram } from "../../lowering/target/compile.ts";
import { isTarget } from "../../lowering/target/targets.ts";
import { difference, modelArrays, modelText, parseWith, registry } from "./stages.ts";
import type { TargetCheck } from "../targets.test.ts";

const [target = "", ...models] = process.argv.slice(2);
if (!isTarget(target)) throw new Error(`there is no target '${target}'`);
const checks: TargetCheck[] = [];
for (const model of models) {
  const module = parseWith(createContext(registry), modelText(model));
  const signature = entrySignature(findEntry(module)!);
  if (signature === undefined) throw new Error(`${model} has no entry`);
  const { inputs, expected } = modelArrays(model);
  const compiled = await compileProgram(module, registry, { target, entry: "main", signature });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  const arrays = inputs.flatMap((value) => (value instanceof DenseValue ? [value] : []));
  const outcome = await compiled.executable.run(arrays);
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  checks.push({ model, difference: difference(outcome.results, expected), share: compiled.work?.share ?? 1 });
}
process.stdout.write(JSON.stringify(checks));
