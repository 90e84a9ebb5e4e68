// Reads damaged text in a process of its own, where it takes a third of the time: `RUNS` cases, the folder of the tests. Says how many were valid.
import { verify } from "../../../ir/analysis/verify.ts";
import { createContext } from "../../../ir/plugin/registry.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { renderDiagnostic } from "../../../ir/syntax/render.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import fc from "../../support/fast-check.ts";
import { damagedText, realPieces } from "./damaged-text.ts";

const runs = Number(process.argv[2]);
const pieces = realPieces(process.argv[3] ?? "");
const registry = builtinRegistry();
let valid = 0;
let slowest = 0;

/** Reads, verifies, prints what is valid, renders what is wrong; the texts of it all. */
function everything(text: string): string {
  const context = createContext(registry);
  context.allowUnregisteredDialects = true;
  const { module, diagnostics } = parseModule(text, context, { file: "t.mlir" });
  const sources = [{ file: "t.mlir", text }];
  const said = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, sources));
  if (module === undefined) {
    if (!diagnostics.some(({ severity }) => severity === "error")) throw new Error("neither a module nor an error");
    return said.join("\n");
  }
  const problems = verify(module);
  said.push(...problems.map((diagnostic) => renderDiagnostic(diagnostic, sources)));
  if (problems.length > 0) return said.join("\n");
  valid++;
  return [printOperation(module), printOperation(module, { generic: true, debugInfo: true }), ...said].join("\n");
}

function check(text: string): void {
  const start = process.cpuUsage();
  everything(text);
  const { user, system } = process.cpuUsage(start);
  slowest = Math.max(slowest, (user + system) / 1e6);
}

fc.assert(fc.property(damagedText(pieces), check), { numRuns: runs });
fc.assert(
  fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
    check(new TextDecoder("latin1").decode(bytes));
  }),
  { numRuns: Math.ceil(runs / 5) },
);
fc.assert(
  fc.property(damagedText(pieces), (text) => {
    if (everything(text) !== everything(text)) throw new Error("the same input gives other text");
  }),
  { numRuns: Math.ceil(runs / 50) },
);
console.log(JSON.stringify({ valid, slowest }));
