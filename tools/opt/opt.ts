// `terrace opt`: reads MLIR text, runs passes, prints.
import { DebugCounters } from "../../ir/pass/debug-counter.ts";
import { passTiming } from "../../ir/pass/timing.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { TERRACE_VERSION } from "../../ir/plugin/version.ts";
import type { Source } from "../../ir/syntax/render.ts";
import { sharedRegistry } from "../library/context.ts";
import { diagnosticFormat, failureText, formatAskedFor, refuse, renderAll } from "../command/diagnostics.ts";
import { failure, isFailure, type Failure } from "../command/failure.ts";
import { readText } from "../command/files.ts";
import { writeOutput } from "../command/output-file.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { irTree } from "../command/ir-tree.ts";
import { readMachine } from "../command/machine.ts";
import { pluginFlags } from "../plugins/named-plugins.ts";
import { checkDiagnostics } from "./expected-diagnostics.ts";
import { defaultMarker } from "./flag-table.ts";
import { dialectList, optHelp, passList } from "./help.ts";
import { historyFile } from "./history-file.ts";
import { OptPart, type PartResult, type PartSettings } from "./opt-part.ts";
import { anchorWarnings } from "./pipeline-anchors.ts";
import { pipelineOfFlags } from "./pipeline-of-flags.ts";
import { isSet, readFlags, type OptCommandLine } from "./read-flags.ts";
import { splitInput } from "./split-input.ts";
import { timingText } from "./timing-text.ts";

/** `registry` is what the command knows: tests of a plugin give theirs. */
export async function opt(
  argv: readonly string[],
  io: CommandIo,
  registry: Registry = sharedRegistry(),
): Promise<ExitCode> {
  const line = readFlags(argv, () => registry.passes.names);
  if (isFailure(line)) return refuse(line, formatAskedFor(argv), io);
  const format = diagnosticFormat(line.flags.get("diagnostics"));
  const shown = information(line, registry);
  if (shown !== undefined) {
    io.stdout(shown);
    return 0;
  }
  // Not `performance`, which takes a millisecond to load.
  const start = process.uptime();
  const settings = await readSettings(line, registry, io);
  if (isFailure(settings)) return refuse(settings, format, io);
  const source = await readText(line.input, io);
  if (isFailure(source)) return refuse(source, format, io);

  const marker = line.flags.get("split-input-file");
  const { parts, starts, warnings } =
    marker === undefined ? { parts: [source.text], starts: [], warnings: [] } : splitInput(source, marker);
  io.stderr(renderAll(warnings, [source], format));
  // Nothing is shown of several parts, or of what is compared, before all are known.
  const sink = parts.length === 1 && isShown(line, settings) ? io.stdout : undefined;
  const results: PartResult[] = [];
  let unwritten: Failure | undefined;
  try {
    for (const [i, text] of parts.entries()) {
      const part = { file: source.file, text };
      results.push(await new OptPart(settings, part, source, { start: starts[i], sink }).run());
    }
  } finally {
    unwritten = settings.history?.close();
  }
  const ok = line.flags.has("verify-diagnostics")
    ? isAsExpected(results, source, line, io)
    : results.every(({ text }) => text !== undefined);
  const failed =
    unwritten ?? settings.tree?.failed() ?? settings.remarks?.write() ?? writeResult(line, results, ok, io);
  if (failed !== undefined) io.stderr(failureText(failed, format));
  report(settings, (process.uptime() - start) * 1000);
  return ok && failed === undefined ? 0 : 1;
}

/** `--verify-diagnostics`: shows what differs from the expectations in the input. */
function isAsExpected(results: readonly PartResult[], source: Source, line: OptCommandLine, io: CommandIo): boolean {
  const mode = line.flags.get("verify-diagnostics") === "only-expected" ? "only-expected" : "all";
  const problems = checkDiagnostics(results, source, mode);
  io.stderr(renderAll(problems, [source], diagnosticFormat(line.flags.get("diagnostics"))));
  return problems.length === 0;
}

/** What a command line asks to be told, instead of anything being done. */
function information(line: OptCommandLine, registry: Registry): string | undefined {
  if (isSet(line, "help")) return optHelp(registry);
  if (isSet(line, "version")) return `${TERRACE_VERSION}\n`;
  if (isSet(line, "list-passes")) return passList(registry);
  return isSet(line, "show-dialects") ? dialectList(registry) : undefined;
}

/** What all parts of the input are treated with. */
async function readSettings(line: OptCommandLine, registry: Registry, io: CommandIo): Promise<PartSettings | Failure> {
  const { flags } = line;
  // Where a program starts, or the RUN line of a test runs it, they were taken off.
  const plugin = pluginFlags.find((flag) => flags.has(flag));
  if (plugin !== undefined)
    return failure(`error: --${plugin} is taken where a program starts, and in the RUN lines of tests`);
  const pipeline = await pipelineOfFlags(line, registry.passes);
  if (isFailure(pipeline)) return pipeline;
  const text = flags.get("pass-pipeline");
  const named = text === undefined ? [] : await anchorWarnings(text, registry, "--pass-pipeline");
  io.stderr(
    renderAll(named, [{ file: "--pass-pipeline", text: text ?? "" }], diagnosticFormat(flags.get("diagnostics"))),
  );
  const counted = flags.get("mlir-debug-counter");
  const counters = counted === undefined ? undefined : new DebugCounters();
  const problem = counters?.read(counted ?? "");
  if (problem !== undefined) return failure(`error: --mlir-debug-counter: ${problem}`);
  const machineName = flags.get("machine");
  const machine = machineName === undefined ? undefined : await readMachine(machineName, io, registry);
  if (machine !== undefined && isFailure(machine)) return machine;
  const directory = flags.get("mlir-print-ir-tree-dir");
  const explanation = wantsExplanation(line) ? (await import("./explain.ts")).explainRequest(flags) : undefined;
  if (explanation !== undefined && isFailure(explanation)) return explanation;
  const remarks = wantsRemarks(line) ? (await import("./remarks.ts")).remarksOf(flags) : undefined;
  if (remarks !== undefined && isFailure(remarks)) return remarks;
  const history = historyFile(flags);
  if (history !== undefined && isFailure(history)) return history;
  return {
    line,
    registry,
    pipeline,
    machine: machine?.text,
    counters,
    tree: directory === undefined ? undefined : irTree(directory),
    timing: passTiming(),
    history,
    explanation,
    remarks,
    io,
  };
}

const wantsExplanation = ({ flags }: OptCommandLine): boolean =>
  flags.has("explain") || flags.has("explain-result") || flags.has("explain-format");

const wantsRemarks = ({ flags }: OptCommandLine): boolean =>
  [...flags.keys()].some((name) => name.startsWith("remark"));

const outputMarker = ({ flags }: OptCommandLine): string => flags.get("output-split-marker") ?? defaultMarker;

/** Whether the result goes to standard output, and does so wherever there is one. */
function isShown({ flags }: OptCommandLine, { tree }: PartSettings): boolean {
  const output = flags.get("o");
  return (output === undefined || output === "-") && tree === undefined && !flags.has("verify-diagnostics");
}

/** An output file is written only where nothing failed; on standard output, the parts that are right are shown in any case. */
function writeResult(
  line: OptCommandLine,
  results: readonly PartResult[],
  ok: boolean,
  io: CommandIo,
): Failure | undefined {
  const pieces = results.flatMap(({ text = [] }, i) => (i === 0 ? text : [`${outputMarker(line)}\n`, ...text]));
  const output = line.flags.get("o");
  if (output !== undefined && output !== "-") return ok ? writeOutput(output, pieces) : undefined;
  if (ok || results.length > 1) pieces.forEach(io.stdout);
  return undefined;
}

function report({ line, counters, timing, io }: PartSettings, totalMilliseconds: number): void {
  if (counters !== undefined && isSet(line, "mlir-print-debug-counter")) io.stderr(counters.report());
  if (!isSet(line, "mlir-timing")) return;
  const display = line.flags.get("mlir-timing-display") === "list" ? "list" : "tree";
  const format = line.flags.get("mlir-output-format") === "json" ? "json" : "text";
  io.stderr(timingText(timing.root, totalMilliseconds, { display, format }));
}
