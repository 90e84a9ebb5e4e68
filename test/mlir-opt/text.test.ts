// Every situation of the text (text/*.mlir), under every flag that changes how it prints, against mlir-opt; and what it refuses we refuse.
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verify } from "../../ir/analysis/verify.ts";
import { createContext } from "../../ir/plugin/registry.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation, type PrintOptions } from "../../ir/syntax/printer.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { printedByMlirOpt } from "./mlir-opt-batch.ts";

const folder = join(import.meta.dirname, "text");
const registry = builtinRegistry();

const partsOf = (file: string): string[] => readFileSync(join(folder, file), "utf8").split(/^\/\/ -----.*\n/m);

/** The text that we print, or the first thing that is wrong. */
function ours(text: string, options: PrintOptions): string {
  const context = createContext(registry);
  context.allowUnregisteredDialects = true;
  const { module, diagnostics } = parseModule(text, context, { file: "<stdin>" });
  const problems = module === undefined ? diagnostics : verify(module);
  const [problem] = problems.filter(({ severity }) => severity === "error");
  if (module === undefined || problem !== undefined) return `error: ${problem?.message ?? "no module"}`;
  return printOperation(module, options);
}

const flagSets: readonly (readonly [readonly string[], PrintOptions])[] = [
  [[], {}],
  [["op-generic"], { generic: true }],
  [["local-scope"], { localScope: true }],
  [["debuginfo"], { debugInfo: true }],
  [["debuginfo", "op-generic"], { debugInfo: true, generic: true }],
  [["debuginfo", "local-scope"], { debugInfo: true, localScope: true }],
  [["debuginfo", "pretty-debuginfo"], { debugInfo: true, prettyDebugInfo: true }],
  [["op-generic", "local-scope"], { generic: true, localScope: true }],
  [["value-users"], { valueUsers: true }],
  [["value-users", "op-generic"], { valueUsers: true, generic: true }],
  [["unique-ssa-ids"], { uniqueSsaIds: true }],
  [["use-nameloc-as-prefix"], { nameLocAsPrefix: true }],
  [["use-nameloc-as-prefix", "op-generic"], { nameLocAsPrefix: true, generic: true }],
  [["skip-regions"], { skipRegions: true }],
  [["skip-regions", "op-generic"], { skipRegions: true, generic: true }],
  [["elide-elementsattrs-if-larger=2"], { elideElementsAttrsIfLarger: 2 }],
  [["elementsattrs-with-hex-if-larger=2"], { elementsAttrsWithHexIfLarger: 2 }],
  [["elementsattrs-with-hex-if-larger=-1"], { elementsAttrsWithHexIfLarger: -1 }],
  [["elide-resource-strings-if-larger=12"], { elideResourceStringsIfLarger: 12 }],
  [["elide-resource-strings-if-larger=0"], { elideResourceStringsIfLarger: 0 }],
];

/** `op-generic` is `--mlir-print-op-generic`; a few flags are not about printing by their names. */
const flag = (name: string): string => `--mlir-${/^(elide|use|pretty)/.test(name) ? "" : "print-"}${name}`;

/** The parts are texts of one input there, so that their lines count on. */
const places = (text: string): string => text.replace(/<stdin>("?):\d+:\d+/g, "<stdin>$1:line:column").trimEnd();

describe("the text of the IR, against mlir-opt", () => {
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith(".mlir"))
    .flatMap(partsOf);

  test.each(flagSets.map(([names, options]) => [names.map(flag).join(" "), options] as const))(
    "mlir-opt %s",
    (flags, options) => {
      const theirs = printedByMlirOpt(texts, flags === "" ? [] : flags.split(" "));
      const different = texts.flatMap((text, i) => {
        const [wanted, got] = [places(theirs[i] ?? "refused"), places(ours(text, options))];
        return wanted === got ? [] : [{ text, wanted, got }];
      });
      expect(different).toEqual([]);
    },
  );

  test("what it refuses we refuse", () => {
    const refused = partsOf("rejected.mlir.txt");
    expect(printedByMlirOpt(refused, []).filter((text) => text !== undefined)).toEqual([]);
    expect(refused.filter((text) => !ours(text, {}).startsWith("error: "))).toEqual([]);
  });
});
