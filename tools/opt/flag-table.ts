// The flags of `terrace opt` that are no passes: what each takes, and its line of help.

interface FlagHelp {
  readonly help: string;
}

export type FlagSpec = FlagHelp &
  (
    | { readonly takes: "nothing" | "truth" }
    /** `placeholder` is what help shows for the value. */
    | { readonly takes: "text"; readonly placeholder: string }
  );

export const flagTable = {
  o: { takes: "text", placeholder: "FILE", help: "Write the result to FILE instead of standard output" },
  "pass-pipeline": {
    takes: "text",
    placeholder: "PIPELINE",
    help: "Run a textual pipeline: builtin.module(func.func(cse),canonicalize)",
  },
  machine: {
    takes: "text",
    placeholder: "NAME|FILE",
    help: "Set terrace.machine: a preset's name or a JSON description",
  },
  "split-input-file": { takes: "truth", help: "Treat the parts between `// -----` lines as files of their own" },
  "verify-diagnostics": {
    takes: "truth",
    help: "Check what is said against the `expected-error` comments of the input, and print nothing",
  },
  "allow-unregistered-dialect": { takes: "truth", help: "Accept operations of dialects that are not registered" },
  "verify-each": { takes: "truth", help: "Verify after every pass (default: true)" },
  "mlir-print-op-generic": { takes: "truth", help: "Print the generic form, which any MLIR tool reads" },
  "mlir-print-debuginfo": { takes: "truth", help: "Print locations" },
  "mlir-print-local-scope": { takes: "truth", help: "Print without aliases" },
  "mlir-print-ir-before-all": { takes: "truth", help: "Print the IR before every pass, to standard error" },
  "mlir-print-ir-after-all": { takes: "truth", help: "Print the IR after every pass, to standard error" },
  "mlir-print-ir-before": { takes: "text", placeholder: "PASS,...", help: "Print the IR before these passes" },
  "mlir-print-ir-after": { takes: "text", placeholder: "PASS,...", help: "Print the IR after these passes" },
  "mlir-print-ir-after-change": { takes: "truth", help: "Print after a pass only where it changed something" },
  "mlir-print-ir-after-failure": { takes: "truth", help: "Print the IR after a pass that failed" },
  "mlir-print-ir-module-scope": { takes: "truth", help: "Print the whole module, not only what the pass ran on" },
  "mlir-print-ir-tree-dir": {
    takes: "text",
    placeholder: "DIR",
    help: "Print the IR to files under DIR, one for each pass and operation",
  },
  "mlir-timing": { takes: "truth", help: "Print the time that every pass took, to standard error" },
  "mlir-disable-threading": {
    takes: "truth",
    help: "Accepted for scripts' sake: passes run one at a time in any case",
  },
  "dump-pass-pipeline": { takes: "truth", help: "Print the pipeline that will be run, to standard error" },
  "list-passes": { takes: "nothing", help: "List the passes and pipelines" },
  "show-dialects": { takes: "nothing", help: "List the dialects" },
  help: { takes: "nothing", help: "Show this help" },
  version: { takes: "nothing", help: "Show the version" },
} as const satisfies Readonly<Record<string, FlagSpec>>;

export type FlagName = keyof typeof flagTable;

export const flagNames = Object.keys(flagTable);

export const isFlagName = (name: string): name is FlagName => Object.hasOwn(flagTable, name);

/** One letter for those that have one. */
export const shortFlags: ReadonlyMap<string, FlagName> = new Map([
  ["h", "help"],
  ["V", "version"],
]);
