// How the flags say that IR is printed.
import type { PrintOptions } from "../../ir/syntax/printer.ts";
import type { PassSelection, PrintIrSettings } from "../command/print-ir.ts";
import { isSet, numberOf, type OptCommandLine } from "./read-flags.ts";

export function printOptionsOf(line: OptCommandLine): PrintOptions {
  return {
    generic: isSet(line, "mlir-print-op-generic"),
    debugInfo: isSet(line, "mlir-print-debuginfo"),
    prettyDebugInfo: isSet(line, "mlir-pretty-debuginfo"),
    localScope: isSet(line, "mlir-print-local-scope"),
    valueUsers: isSet(line, "mlir-print-value-users"),
    uniqueSsaIds: isSet(line, "mlir-print-unique-ssa-ids"),
    nameLocAsPrefix: isSet(line, "mlir-use-nameloc-as-prefix"),
    skipRegions: isSet(line, "mlir-print-skip-regions"),
    elideElementsAttrsIfLarger: numberOf(line, "mlir-elide-elementsattrs-if-larger"),
    elementsAttrsWithHexIfLarger: numberOf(line, "mlir-print-elementsattrs-with-hex-if-larger"),
    elideResourceStringsIfLarger: numberOf(line, "mlir-elide-resource-strings-if-larger"),
  };
}

/** What the flags say is printed between passes. */
export function printIrSettings(line: OptCommandLine): PrintIrSettings {
  return {
    before: selection(line, "before"),
    after: selection(line, "after"),
    onlyChanges: isSet(line, "mlir-print-ir-after-change"),
    onFailure: isSet(line, "mlir-print-ir-after-failure"),
    moduleScope: isSet(line, "mlir-print-ir-module-scope"),
    assumeVerified: isSet(line, "mlir-print-assume-verified"),
    print: printOptionsOf(line),
  };
}

function selection(line: OptCommandLine, when: "before" | "after"): PassSelection {
  if (isSet(line, `mlir-print-ir-${when}-all`)) return "all";
  return new Set((line.flags.get(`mlir-print-ir-${when}`) ?? "").split(",").filter((name) => name !== ""));
}
