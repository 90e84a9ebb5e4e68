// The demo: one program, four ways to run it, one row each. Fails where a machine does not agree with JAX.
import * as z from "zod";
import { isFailure, type Failure } from "../command/failure.ts";
import { readText } from "../command/files.ts";
import { failure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { targetNames, type Target } from "../../lowering/target/targets.ts";
import type { DenseValue } from "../../ir/interpret/value.ts";
import { failureText } from "../command/diagnostics.ts";
import { execute, type Execution } from "../run/execute.ts";
import { defaultRunOptions } from "../run/options.ts";
import { comparisonText } from "../run/compare.ts";
import { percent, reportFacts } from "../run/report-text.ts";
import { tableText } from "./table.ts";

const title = `mlp_digits: a classifier of handwritten digits, trained and exported by JAX (StableHLO), lowered to each machine
`;

interface Row {
  readonly cells: readonly string[];
  readonly ok: boolean;
}

/** `models` is the folder of the programs, with a slash at its end. */
export async function demo(models: string, io: CommandIo): Promise<ExitCode> {
  const labels = await readLabels(`${models}labels.json`, io);
  if (isFailure(labels)) {
    io.stderr(`${labels.failure}\n`);
    return 1;
  }
  io.stdout(`${title}\n`);
  const rows: Row[] = [];
  for (const target of targetNames) rows.push(await row(target, models, labels.labels, io));
  io.stdout(
    tableText(
      ["target", "machine", "right", "off JAX by", "in kernels", "report"],
      rows.map(({ cells }) => cells),
    ),
  );
  const failed = rows.filter(({ ok }) => !ok).length;
  if (failed > 0) io.stderr(`error: ${failed} of ${rows.length} runs did not give JAX's results\n`);
  return failed > 0 ? 1 : 0;
}

async function row(target: Target, models: string, labels: readonly number[], io: CommandIo): Promise<Row> {
  const program = `${models}mlp_digits`;
  const execution = await execute(
    {
      ...defaultRunOptions,
      program: `${program}.mlir`,
      target,
      inputs: `${program}.inputs.npz`,
      expect: `${program}.expected.npz`,
    },
    io,
  );
  io.progress(undefined);
  if (isFailure(execution)) {
    io.stderr(failureText(execution));
    return { cells: [target, "-", "-", "-", "-", "failed"], ok: false };
  }
  const { comparisons = [], results, report, work } = execution;
  for (const comparison of comparisons)
    if (!comparison.ok) io.stderr(`error: ${target}: ${comparisonText(comparison)}\n`);
  const right = countRight(results, labels);
  const off = Math.max(...comparisons.map(({ largestRelativeDifference }) => largestRelativeDifference));
  return {
    cells: [
      target,
      execution.machineName,
      `${right} of ${labels.length}`,
      off === 0 ? "0" : off.toExponential(1),
      work === undefined ? "-" : percent(work.share),
      reportFacts(report).join(", "),
    ],
    ok: isRight(execution, right),
  };
}

/** Agreement with JAX is what counts; of the classifier itself, that it has learnt its digits. */
function isRight({ comparisons, work }: Execution, right: number): boolean {
  const agrees = comparisons !== undefined && comparisons.length > 0 && comparisons.every(({ ok }) => ok);
  return agrees && right > 0 && (work === undefined || work.share === 1);
}

/** Rows of the first result whose largest value stands at their label. */
function countRight([scores]: readonly DenseValue[], labels: readonly number[]): number {
  const classes = scores?.shape[1] ?? 0;
  return labels.filter((label, i) => {
    let best = 0;
    for (let c = 1; c < classes; c++)
      if (Number(scores?.get(i * classes + c)) > Number(scores?.get(i * classes + best))) best = c;
    return best === label;
  }).length;
}

async function readLabels(file: string, io: CommandIo): Promise<{ labels: readonly number[] } | Failure> {
  const source = await readText(file, io);
  if (isFailure(source)) return source;
  const parsed = z.object({ mlp_digits: z.array(z.int()) }).safeParse(JSON.parse(source.text));
  return parsed.success
    ? { labels: parsed.data.mlp_digits }
    : failure(`error: '${file}' holds no labels of mlp_digits`);
}
