// `terrace fuzz`: rules, folders, passes, pipelines, conversions, targets and round trips on random programs, against the interpreter.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorReason } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { outputFolderProblem } from "../command/output-folder.ts";
import { fuzzAgainst } from "./against.ts";
import { runCampaign, type CampaignState } from "./campaign.ts";
import { chosenKinds, optionProblem, type FuzzOptions } from "./options.ts";
import { pipelineProblem } from "./pipeline-subject.ts";
import { openPool, type Pool } from "./pool.ts";
import { findingsText, jsonText, progressText, summaryText, tableText } from "./report.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { unitsOf, type Unit } from "./units.ts";

/** Seconds, where neither a time nor a number of programs or applications is given. */
const DEFAULT_SECONDS = 10;

/** Exits with 1 where something was found. */
export async function fuzz(words: readonly string[], options: FuzzOptions, io: CommandIo): Promise<ExitCode> {
  const wrong = (problem: string): ExitCode => {
    io.stderr(`error: ${problem}\n`);
    return 1;
  };
  const problem = optionProblem(words, options) ?? (await pipelineProblem(options.passPipeline));
  if (problem !== undefined) return wrong(problem);
  const unwritable = options.out === undefined ? undefined : outputFolderProblem(options.out, "findings");
  if (unwritable !== undefined) return wrong(unwritable);
  if (options.against !== undefined) return fuzzAgainst({ ...options, against: options.against }, io);
  const { only } = options;
  const all = chosenKinds(words, options).flatMap((kind) => unitsOf(kind, options));
  const units = only === undefined ? all : all.filter(({ name }) => name.includes(only));
  if (units.length === 0) return wrong(nothingToTest(all, only));
  const corpus = options.corpus === undefined ? [] : await readCorpus(options.corpus);
  if (typeof corpus === "string") return wrong(corpus);
  let pool: Pool;
  try {
    pool = await openPool(options.jobs);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  try {
    const { time, count = Infinity, quota = Infinity, replay, seed, jobs } = options;
    const endless = count === Infinity && quota === Infinity && replay === undefined;
    const state = await runCampaign(units, {
      seed,
      jobs,
      count,
      quota,
      replay,
      corpus,
      timeMs: time !== undefined ? time * 1000 : endless ? DEFAULT_SECONDS * 1000 : Infinity,
      run: pool.run,
      onProgress: (now) => io.progress(progressText(now)),
    });
    io.progress(undefined);
    io.stdout(
      options.json === true ? jsonText(state, seed) : tableText(state) + findingsText(state) + summaryText(state),
    );
    if (options.out !== undefined) await writeFindings(state, options.out);
    return state.findings.size === 0 ? 0 : 1;
  } finally {
    await pool.close();
  }
}

function nothingToTest(all: readonly Unit[], only: string | undefined): string {
  if (only === undefined || all.length === 0) return "there is nothing of that kind to test";
  const names = all.map(({ name }) => name);
  const near = nearest(only, names);
  const hint = near === undefined ? `one of them is '${names[0] ?? ""}'` : `did you mean '${near}'?`;
  return `nothing of that kind has '${only}' in its name; ${hint}`;
}

/** The texts of the `.mlir` files in a folder and the folders in it; where that cannot be read, why. */
export async function readCorpus(folder: string): Promise<readonly string[] | string> {
  try {
    const files = await readdir(folder, { recursive: true });
    return await Promise.all(
      files
        .filter((file) => file.endsWith(".mlir"))
        .sort()
        .map((file) => readFile(join(folder, file), "utf8")),
    );
  } catch (error) {
    return `cannot read '${folder}': ${errorReason(error)}\nhint: --corpus takes a folder with .mlir files`;
  }
}

/** One `.mlir` file a cause. */
async function writeFindings({ findings }: CampaignState, folder: string): Promise<void> {
  for (const { cause, text } of findings.values()) {
    const name = cause
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 80)
      .toLowerCase();
    await writeFile(join(folder, `${name}.mlir`), text);
  }
}
