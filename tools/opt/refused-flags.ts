// Flags of mlir-opt that Terrace has not, with the reason that is given to who uses one.

const bytecode = "Terrace reads and writes MLIR text only; `mlir-opt --emit-bytecode` makes bytecode of what it prints";
const actionLog = "actions are counted (--mlir-debug-counter), not logged";

export const refusedFlags: ReadonlyMap<string, string> = new Map([
  ["emit-bytecode", bytecode],
  ["emit-bytecode-version", bytecode],
  ["elide-resource-data-from-bytecode", bytecode],
  ["irdl-file", "dialects are defined in TypeScript, by `defineDialect`"],
  ["log-actions-to", actionLog],
  ["log-mlir-actions-filter", actionLog],
  ["profile-actions-to", "`--mlir-timing` measures passes"],
  ["mlir-enable-debugger-hook", "it is for gdb and lldb; `node --inspect` debugs Terrace"],
  [
    "mlir-print-stacktrace-on-diagnostic",
    "a diagnostic is data that is made before it is reported; TERRACE_DEBUG=1 shows the stack of what is thrown",
  ],
]);
