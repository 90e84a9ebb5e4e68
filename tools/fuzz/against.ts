// `terrace fuzz --against=TOOL`: our passes and another tool's on the same programs, both results against the program itself, in our interpreter.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inputsFor } from "../../ir/check/fuzz/examine.ts";
import { ProgramSource, examineOptions, type HuntOptions } from "../../ir/check/fuzz/hunt.ts";
import { checkRefinement } from "../../ir/check/oracle.ts";
import { reduceModuleAsync } from "../../ir/check/reduce/reduce-async.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { cloneOp } from "../../ir/core/clone.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { walk } from "../../ir/core/walk.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { errorCode } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { createTerraceContext } from "../library/context.ts";
import type { FuzzOptions } from "./options.ts";
import { pipelineSubject } from "./pipeline-subject.ts";
import { runBatch, type ToolResult } from "./split-batch.ts";

const BATCH = 100;
const DEFAULT_SECONDS = 60;
const DEFAULT_DIALECTS = ["arith", "scf", "cf", "tensor"];
const REDUCE_MS = 30_000;

type Side = "terrace" | "the other tool";

interface Disagreement {
  readonly side: Side;
  readonly reason: string;
}

interface AgainstState {
  programs: number;
  refused: number;
  readonly refusals: Map<string, number>;
  /** By cause: the side, and the ops of the small program. */
  readonly findings: Map<
    string,
    { readonly side: Side; readonly reason: string; readonly text: string; times: number }
  >;
}

type AgainstOptions = FuzzOptions & { readonly against: string };

export async function fuzzAgainst(options: AgainstOptions, io: CommandIo): Promise<ExitCode> {
  const { against, seed, time, replay, passPipeline = "builtin.module(canonicalize)" } = options;
  const hunt: HuntOptions = {
    context: createTerraceContext,
    dialects: options.dialects ?? DEFAULT_DIALECTS,
    seed,
    replay,
  };
  const count = replay === undefined ? (options.count ?? Infinity) : 1;
  const source = new ProgramSource(hunt);
  const state: AgainstState = { programs: 0, refused: 0, refusals: new Map(), findings: new Map() };
  const compare = await comparer(against, passPipeline);
  const start = performance.now();
  const seconds = time ?? (count === Infinity ? DEFAULT_SECONDS : Infinity);
  try {
    while (performance.now() - start < seconds * 1000 && state.programs < count) {
      const batch: { readonly program: Operation; readonly seed: number }[] = [];
      for (let i = 0; i < Math.min(BATCH, count - state.programs); i++) {
        const programSeed = source.seedOf(state.programs + i);
        const program = source.program(programSeed, []);
        if (verify(program).length === 0) batch.push({ program, seed: programSeed });
      }
      const results = await compare.run(batch.map(({ program }) => program));
      for (const [i, { program, seed: programSeed }] of batch.entries()) {
        const result = results[i];
        if (result?.kind === "refused") {
          state.refused++;
          const gist = result.message.replace(/'[^']*'|-?\d+/g, "#");
          state.refusals.set(gist, (state.refusals.get(gist) ?? 0) + 1);
        } else if (result !== undefined) {
          const judge = (module: Operation, theirs: ToolResult): Promise<Disagreement | undefined> =>
            compare.judge(module, theirs, programSeed, examineOptions(source, programSeed, hunt));
          await note(state, program, programSeed, result, judge, compare);
        }
      }
      state.programs += Math.min(BATCH, count - state.programs);
      io.progress(
        `${state.programs} programs, ${state.refused} refused by ${against}, ${state.findings.size} findings`,
      );
    }
  } catch (error) {
    const problem = startProblem(against, error);
    if (problem === undefined) throw error;
    io.stderr(`error: ${problem}\n`);
    return 1;
  }
  io.progress(undefined);
  report(state, against, (performance.now() - start) / 1000, options, io);
  if (options.out !== undefined) {
    for (const [i, { text }] of [...state.findings.values()].entries())
      await writeFile(join(options.out, `finding-${i + 1}.mlir`), text);
  }
  return state.findings.size === 0 ? 0 : 1;
}

/** Why a program could not be started; undefined where something else went wrong. */
function startProblem(program: string, error: unknown): string | undefined {
  switch (errorCode(error)) {
    case "ENOENT":
      return `there is no program '${program}'\nhint: --against takes the name of an mlir-opt on the PATH, or its path: --against=mlir-opt-22, of Debian's mlir-22-tools`;
    case "EACCES":
      return `cannot run '${program}': it is not executable\nhint: --against takes an mlir-opt`;
    default:
      return undefined;
  }
}

interface Comparer {
  readonly run: (modules: readonly Operation[]) => Promise<ToolResult[]>;
  readonly judge: (
    module: Operation,
    theirs: ToolResult,
    seed: number,
    options: ReturnType<typeof examineOptions>,
  ) => Promise<Disagreement | undefined>;
}

async function comparer(tool: string, pipeline: string): Promise<Comparer> {
  const ours = await pipelineSubject(pipeline, new Map());
  const flags = ["--mlir-print-op-generic", `--pass-pipeline=${pipeline}`];
  return {
    run: (modules) =>
      runBatch(
        tool,
        flags,
        modules.map((module) => printOperation(module, { generic: true })),
      ),
    judge: async (module, theirs, seed, options) => {
      const inputs = inputsFor(module, "main", seed, { ...options, inputs: 16 });
      if ("unsupported" in inputs) return undefined;
      const copy = cloneOp(module);
      const applied = await ours.apply(copy);
      if (applied.problem !== undefined) return { side: "terrace", reason: applied.problem.reason };
      const [invalid] = verify(copy);
      if (invalid !== undefined) return { side: "terrace", reason: `the result does not verify: ${invalid.message}` };
      const mine = checkRefinement(module, copy, { inputs });
      if (mine.kind === "refuted") return { side: "terrace", reason: mine.reason };
      if (theirs.kind === "refused") return undefined;
      if (theirs.kind === "crashed") return { side: "the other tool", reason: `it crashed: ${theirs.message}` };
      const read = parseModule(theirs.text, module.context);
      if (read.module === undefined) {
        const [itself] = await runBatch(tool, ["--mlir-print-op-generic"], [theirs.text]);
        if (itself?.kind !== "text")
          return { side: "the other tool", reason: `it does not read what it printed: ${itself?.message ?? ""}` };
        return { side: "terrace", reason: `the other's text is not read: ${read.diagnostics[0]?.message ?? ""}` };
      }
      const other = checkRefinement(module, read.module, { inputs });
      return other.kind === "refuted" ? { side: "the other tool", reason: other.reason } : undefined;
    },
  };
}

type Judge = (module: Operation, theirs: ToolResult) => Promise<Disagreement | undefined>;

/** Makes a disagreement small, and keeps it where its cause is new. */
async function note(
  state: AgainstState,
  program: Operation,
  seed: number,
  result: ToolResult,
  judge: Judge,
  compare: Comparer,
): Promise<void> {
  const found = await judge(program, result);
  if (found === undefined) return;
  const again = async (module: Operation): Promise<Disagreement | undefined> => {
    const own = cloneOp(module);
    const [theirs] = await compare.run([own]);
    return theirs && judge(own, theirs);
  };
  const small = await reduceModuleAsync(program, {
    isInteresting: async (module) => (await again(module))?.side === found.side,
    timeMs: REDUCE_MS,
    jobs: 2,
  });
  const [theirs] = await compare.run([small]);
  const last = (theirs && (await judge(small, theirs))) ?? found;
  const cause = `${last.side}: ${causeOf(last, small)}`;
  const present = state.findings.get(cause);
  if (present !== undefined) {
    present.times++;
    return;
  }
  const other = theirs?.kind === "text" ? theirs.text : (theirs?.message ?? "");
  const wrong = last.side === "terrace" ? "Wrong side: terrace" : "Wrong side: the other tool";
  const comments = [`${wrong}. ${last.reason}`, `seed: ${seed}`, "", "The other tool makes of it:", other.trimEnd()];
  const text = `${printOperation(small)}\n\n${comments.join("\n").replace(/^/gm, "// ").replace(/ +$/gm, "")}\n`;
  state.findings.set(cause, { ...last, text, times: 1 });
}

/** The ops of the small program where results differ; otherwise the reason, without its numbers and names. */
function causeOf({ reason }: Disagreement, small: Operation): string {
  if (!/^(?:result|the buffer|global|it )/.test(reason) || reason.startsWith("it does not read"))
    return reason.replace(/'[^']*'|-?\d+/g, "#");
  const names = [...walk(small)]
    .filter((op) => !op.hasTrait("ConstantLike") && !op.hasTrait("Symbol"))
    .map(({ name }) => name);
  return [...new Set(names)].sort().join(" ");
}

function report(state: AgainstState, tool: string, seconds: number, options: AgainstOptions, io: CommandIo): void {
  const { programs, refused, refusals, findings } = state;
  if (options.json === true) {
    const result = {
      tool,
      seed: options.seed,
      programs,
      seconds,
      refused,
      refusals: Object.fromEntries(refusals),
      findings: [...findings.values()],
    };
    io.stdout(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  for (const { side, reason, times, text } of findings.values())
    io.stdout(`${side} is wrong (${times} times): ${reason}\n\n${text}\n`);
  const most = [...refusals].sort((a, b) => b[1] - a[1]).slice(0, 10);
  io.stdout(
    `${programs} programs in ${seconds.toFixed(1)} s, ${refused} refused by ${tool}, ${findings.size} findings\n`,
  );
  for (const [message, times] of most) io.stdout(`  ${times} times: ${message}\n`);
}
