// `terrace run`: compiles a program for a target, runs it on arrays, and prints or compares what comes out.
import { diagnosticFormat, failureText } from "../command/diagnostics.ts";
import { isFailure } from "../command/failure.ts";
import { writeOutput } from "../command/output-file.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { resultArrays } from "./arrays.ts";
import { arrayValueText } from "./array-text.ts";
import { comparisonText } from "./compare.ts";
import { execute, type Execution } from "./execute.ts";
import { arrayJson, type Json } from "./json.ts";
import type { RunOptions } from "./options.ts";
import { shapeText, numpyNames, numpyTypeOf } from "./element-types.ts";
import { reportText } from "./report-text.ts";

export async function run(options: RunOptions, io: CommandIo): Promise<ExitCode> {
  const execution = await execute(options, io);
  io.progress(undefined);
  if (isFailure(execution)) {
    io.stderr(failureText(execution, diagnosticFormat(options.diagnostics)));
    return 1;
  }
  if (options.output !== undefined) {
    const { writeNpz } = await import("../npz/npz.ts");
    const failed = writeOutput(options.output, [writeNpz(resultArrays(execution.results))]);
    if (failed !== undefined) {
      io.stderr(failureText(failed, diagnosticFormat(options.diagnostics)));
      return 1;
    }
  }
  io.stdout(options.json === true ? `${JSON.stringify(executionJson(options, execution))}\n` : text(execution));
  const mismatches = execution.comparisons?.filter(({ ok }) => !ok) ?? [];
  for (const mismatch of mismatches) io.stderr(`error: ${comparisonText(mismatch)}\n`);
  return mismatches.length > 0 ? 1 : 0;
}

/** Comparisons that hold, or else the results; then what the run cost. */
function text({ results, comparisons, report, work, target, machineName }: Execution): string {
  const head = target === "interpreter" ? "" : `target ${target}, machine ${machineName}\n`;
  const body =
    comparisons === undefined
      ? results.map((value, i) => {
          const dtype = numpyTypeOf(value.element);
          return `result${i}: ${dtype === undefined ? "" : numpyNames[dtype]} ${shapeText(value.shape)}\n${arrayValueText(value)}\n`;
        })
      : comparisons.filter(({ ok }) => ok).map((comparison) => `${comparisonText(comparison)}\n`);
  return `${head}${body.join("")}${reportText(report, work)}`;
}

/** Everything that a run is known by. */
export function executionJson(options: RunOptions, execution: Execution): Json {
  const { results, comparisons, report, work, target, machineName, entry } = execution;
  return {
    ok: comparisons?.every(({ ok }) => ok) ?? true,
    program: options.program,
    entry,
    target,
    machine: machineName,
    comparisons: comparisons?.map(({ worst, ...rest }) => ({
      ...rest,
      worst: worst === undefined ? null : { ...worst, index: [...worst.index] },
    })),
    report: { ...report, counters: report.counters === undefined ? undefined : { ...report.counters } },
    work:
      work === undefined
        ? undefined
        : {
            multiplyAdds: work.total.count,
            onHost: work.host.count,
            share: work.share,
            exact: work.total.exact,
            hostOperations: Object.fromEntries(work.hostOperations),
          },
    results: results.map((value, i) => arrayJson(`result${i}`, value)),
  };
}
