// The flags of `terrace opt` that are no passes: what each takes, and its line of help. They are mlir-opt's, so far as they say anything here.
import { diagnosticFormats } from "../command/diagnostics.ts";

export const flagGroups = [
  "Input and output",
  "Passes",
  "How the IR is printed",
  "The IR between passes",
  "Checking",
  "Reports",
  "Finding faults in passes",
  "Information",
] as const;

export type FlagGroup = (typeof flagGroups)[number];

interface FlagHelp {
  readonly group: FlagGroup;
  readonly help: string;
}

export type FlagSpec = FlagHelp &
  (
    | { readonly takes: "nothing" | "truth" }
    /** `placeholder` is what help shows for the value; with `bare`, the flag may stand alone and then has that value. */
    | { readonly takes: "text" | "file" | "machine"; readonly placeholder: string; readonly bare?: string }
    | { readonly takes: "choice"; readonly values: readonly string[]; readonly bare?: string }
    | { readonly takes: "number"; readonly minimum: number }
    /** Values of repeated flags add up. */
    | { readonly takes: "list" | "passes"; readonly placeholder: string }
  );

/** mlir-opt's line between the parts of a file. */
export const defaultMarker = "// -----";

export const flagTable = {
  o: {
    group: "Input and output",
    takes: "file",
    placeholder: "FILE",
    help: "Write the result to FILE instead of standard output",
  },
  "allow-unregistered-dialect": {
    group: "Input and output",
    takes: "truth",
    help: "Accept operations of dialects that are not registered",
  },
  "no-implicit-module": {
    group: "Input and output",
    takes: "truth",
    help: "Add no module around the input, which must be a single operation",
  },
  "load-plugin": {
    group: "Input and output",
    takes: "list",
    placeholder: "MODULE",
    help: "Load a plugin: the path of an ES module, or a package's name",
  },
  "load-dialect-plugin": { group: "Input and output", takes: "list", placeholder: "MODULE", help: "As --load-plugin" },
  "load-pass-plugin": { group: "Input and output", takes: "list", placeholder: "MODULE", help: "As --load-plugin" },
  "split-input-file": {
    group: "Input and output",
    takes: "text",
    placeholder: "MARKER",
    bare: defaultMarker,
    help: `Treat the parts between markers (${defaultMarker}) as files of their own`,
  },
  "output-split-marker": {
    group: "Input and output",
    takes: "text",
    placeholder: "MARKER",
    help: `What stands between the parts in the output (${defaultMarker})`,
  },
  machine: {
    group: "Passes",
    takes: "machine",
    placeholder: "NAME|FILE",
    help: "Set terrace.machine: a preset's name or a JSON description",
  },
  "pass-pipeline": {
    group: "Passes",
    takes: "text",
    placeholder: "PIPELINE",
    help: "Run a textual pipeline: builtin.module(func.func(cse),canonicalize)",
  },
  "dump-pass-pipeline": {
    group: "Passes",
    takes: "truth",
    help: "Print the pipeline that will be run, with all options, to standard error",
  },
  "mlir-disable-threading": {
    group: "Passes",
    takes: "truth",
    help: "Accepted for scripts' sake: passes run one at a time in any case",
  },
  "mlir-print-op-generic": {
    group: "How the IR is printed",
    takes: "truth",
    help: "Print the generic form, which any MLIR tool reads",
  },
  "mlir-print-local-scope": { group: "How the IR is printed", takes: "truth", help: "Print without aliases" },
  "mlir-print-debuginfo": { group: "How the IR is printed", takes: "truth", help: "Print locations" },
  "mlir-pretty-debuginfo": {
    group: "How the IR is printed",
    takes: "truth",
    help: "Print locations (with --mlir-print-debuginfo) in a form for people, which is not read back",
  },
  "mlir-print-value-users": {
    group: "How the IR is printed",
    takes: "truth",
    help: "Print comments that say who uses results and block arguments",
  },
  "mlir-print-unique-ssa-ids": {
    group: "How the IR is printed",
    takes: "truth",
    help: "Number values so that no number comes twice in the whole text",
  },
  "mlir-use-nameloc-as-prefix": {
    group: "How the IR is printed",
    takes: "truth",
    help: "Name values after their name locations",
  },
  "mlir-print-skip-regions": { group: "How the IR is printed", takes: "truth", help: "Print {...} for regions" },
  "mlir-elide-elementsattrs-if-larger": {
    group: "How the IR is printed",
    takes: "number",
    minimum: 0,
    help: "Leave out elements attributes with more elements than this",
  },
  "mlir-print-elementsattrs-with-hex-if-larger": {
    group: "How the IR is printed",
    takes: "number",
    minimum: -1,
    help: "Print dense elements with more elements than this as hexadecimal bytes; -1: never",
  },
  "mlir-elide-resource-strings-if-larger": {
    group: "How the IR is printed",
    takes: "number",
    minimum: 0,
    help: "Leave out resources whose text has more characters than this",
  },
  "mlir-print-ir-before": {
    group: "The IR between passes",
    takes: "passes",
    placeholder: "PASS,...",
    help: "Print the IR before these passes, to standard error",
  },
  "mlir-print-ir-before-all": {
    group: "The IR between passes",
    takes: "truth",
    help: "Print the IR before every pass",
  },
  "mlir-print-ir-after": {
    group: "The IR between passes",
    takes: "passes",
    placeholder: "PASS,...",
    help: "Print the IR after these passes",
  },
  "mlir-print-ir-after-all": { group: "The IR between passes", takes: "truth", help: "Print the IR after every pass" },
  "mlir-print-ir-after-change": {
    group: "The IR between passes",
    takes: "truth",
    help: "Print after a pass only where it changed something",
  },
  "mlir-print-ir-after-failure": {
    group: "The IR between passes",
    takes: "truth",
    help: "Print after a pass only where it failed",
  },
  "mlir-print-ir-module-scope": {
    group: "The IR between passes",
    takes: "truth",
    help: "Print the whole module, not only what the pass ran on",
  },
  "mlir-print-ir-tree-dir": {
    group: "The IR between passes",
    takes: "file",
    placeholder: "DIR",
    help: "Print the IR to files under DIR, one for each pass and operation",
  },
  "mlir-history": {
    group: "The IR between passes",
    takes: "file",
    placeholder: "FILE",
    help: "Write every rewrite and what it changed to FILE, for `terrace history`",
  },
  "mlir-history-granularity": {
    group: "The IR between passes",
    takes: "choice",
    values: ["rewrite", "pass"],
    help: "What a step of --mlir-history is (rewrite)",
  },
  "mlir-print-assume-verified": {
    group: "The IR between passes",
    takes: "truth",
    help: "Do not look whether the IR verifies, before printing it in custom form",
  },
  "verify-each": { group: "Checking", takes: "truth", help: "Verify after every pass (default: true)" },
  "verify-diagnostics": {
    group: "Checking",
    takes: "choice",
    values: ["all", "only-expected"],
    bare: "all",
    help: "Check what is said against the `expected-error` comments of the input",
  },
  "verify-roundtrip": {
    group: "Checking",
    takes: "truth",
    help: "Print the input, read it back, and check that it is the same",
  },
  "mlir-very-unsafe-disable-verifier-on-parsing": {
    group: "Checking",
    takes: "truth",
    help: "Do not verify what was read",
  },
  diagnostics: {
    group: "Reports",
    takes: "choice",
    values: diagnosticFormats,
    help: "How errors and warnings are said: as text, or as one JSON object on a line for each",
  },
  "mlir-diagnostic-verbosity-level": {
    group: "Reports",
    takes: "choice",
    values: ["errors", "warnings", "remarks"],
    help: "The least that is said: errors alone, warnings too, or remarks too (remarks)",
  },
  "mlir-disable-diagnostic-notes": { group: "Reports", takes: "truth", help: "Say errors and warnings without notes" },
  "mlir-print-op-on-diagnostic": {
    group: "Reports",
    takes: "truth",
    help: "Add a note with the operation to what is said of one (default: false)",
  },
  explain: {
    group: "Reports",
    takes: "list",
    placeholder: "OP",
    help: "Say which patterns and folders were tried on OP of the input, why they were refused, and what became of it (OP: 12:5, %sum, arith.addi)",
  },
  "explain-result": {
    group: "Reports",
    takes: "list",
    placeholder: "OP",
    help: "Say from which ops of the input, and by which rewrites, OP of the result came",
  },
  "explain-format": {
    group: "Reports",
    takes: "choice",
    values: ["text", "json"],
    help: "How explanations are said (text)",
  },
  "remarks-filter": {
    group: "Reports",
    takes: "text",
    placeholder: "REGEX",
    help: "Show remarks of the passes whose names fit: what they did, what they did not do and why, what they found",
  },
  "remarks-filter-passed": {
    group: "Reports",
    takes: "text",
    placeholder: "REGEX",
    help: "Show remarks of the passes whose names fit: what they did",
  },
  "remarks-filter-missed": {
    group: "Reports",
    takes: "text",
    placeholder: "REGEX",
    help: "Show remarks of the passes whose names fit: what they did not do, and why",
  },
  "remarks-filter-failed": {
    group: "Reports",
    takes: "text",
    placeholder: "REGEX",
    help: "Show remarks of the passes whose names fit: where they failed",
  },
  "remarks-filter-analyse": {
    group: "Reports",
    takes: "text",
    placeholder: "REGEX",
    help: "Show remarks of the passes whose names fit: what they found out",
  },
  "remark-format": {
    group: "Reports",
    takes: "choice",
    values: ["emitRemark", "yaml", "bitstream"],
    help: "How remarks are said: as diagnostics, or as LLVM's YAML in a file (emitRemark); bitstream is refused",
  },
  "remark-policy": {
    group: "Reports",
    takes: "choice",
    values: ["all", "final"],
    help: "Whether all remarks are said, or the last of each place, pass and name (all)",
  },
  "remarks-output-file": {
    group: "Reports",
    takes: "file",
    placeholder: "FILE",
    help: "Where remarks as YAML go (mlir-remarks.yaml)",
  },
  "mlir-timing": {
    group: "Reports",
    takes: "truth",
    help: "Print the time that every pass took, to standard error",
  },
  "mlir-timing-display": {
    group: "Reports",
    takes: "choice",
    values: ["list", "tree"],
    help: "How times are shown: sorted by time, or nested as the pipelines are (tree)",
  },
  "mlir-output-format": {
    group: "Reports",
    takes: "choice",
    values: ["text", "json"],
    help: "The form in which times are shown (text)",
  },
  "mlir-pass-statistics": { group: "Reports", takes: "truth", help: "Print what passes counted, to standard error" },
  "mlir-pass-statistics-display": {
    group: "Reports",
    takes: "choice",
    values: ["list", "pipeline"],
    help: "How statistics are shown: summed up by pass, or as the pipelines are nested (pipeline)",
  },
  "mlir-debug-counter": {
    group: "Finding faults in passes",
    takes: "list",
    placeholder: "TAG-skip=N,TAG-count=N",
    help: "Leave out actions: pass-execution, apply-pattern, GreedyPatternRewriteIteration",
  },
  "mlir-print-debug-counter": {
    group: "Finding faults in passes",
    takes: "truth",
    help: "Print how often the actions with counters came",
  },
  "mlir-pass-pipeline-crash-reproducer": {
    group: "Finding faults in passes",
    takes: "file",
    placeholder: "FILE",
    help: "When a pass fails, write the pipeline and the IR before it to FILE",
  },
  "mlir-pass-pipeline-local-reproducer": {
    group: "Finding faults in passes",
    takes: "truth",
    help: "Write a reproducer with the failing pass alone, and the IR right before it",
  },
  "mlir-generate-reproducer": {
    group: "Finding faults in passes",
    takes: "file",
    placeholder: "FILE",
    help: "Write a reproducer to FILE though nothing fails",
  },
  "run-reproducer": {
    group: "Finding faults in passes",
    takes: "truth",
    help: "Run the pipeline that the input, a reproducer, holds",
  },
  "list-passes": { group: "Information", takes: "nothing", help: "List the passes and pipelines" },
  "show-dialects": { group: "Information", takes: "nothing", help: "List the dialects" },
  help: { group: "Information", takes: "nothing", help: "Show this help" },
  version: { group: "Information", takes: "nothing", help: "Show the version" },
} as const satisfies Readonly<Record<string, FlagSpec>>;

export type FlagName = keyof typeof flagTable;

export const flagNames = Object.keys(flagTable);

export const isFlagName = (name: string): name is FlagName => Object.hasOwn(flagTable, name);

/** Other spellings of flags. */
export const flagAliases: ReadonlyMap<string, FlagName> = new Map([
  ["h", "help"],
  ["help-hidden", "help"],
  ["V", "version"],
  ["p", "pass-pipeline"],
]);
