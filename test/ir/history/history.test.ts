// Recordings of passes on generated programs: every step's snapshot says what the IR says at that moment, forwards, backwards and by jumps.
import { describe, expect, test } from "@jest/globals";
import { applyPatches } from "immer";
import { generateModule } from "../../../ir/check/generate/generate-module.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { changesBetween } from "../../../ir/history/changes.ts";
import { History } from "../../../ir/history/history.ts";
import { HistoryRecorder } from "../../../ir/history/recorder.ts";
import { blocksOf, opsOf, type OpSnapshot } from "../../../ir/history/snapshot.ts";
import type { HistoryStep } from "../../../ir/history/steps.ts";
import { SnapshotTaker } from "../../../ir/history/take-snapshot.ts";
import { opPipeline, passInstance } from "../../../ir/pass/build-pipeline.ts";
import { defaultOptions } from "../../../ir/pass/options.ts";
import { PassManager } from "../../../ir/pass/pass-manager.ts";
import { canonicalizePass } from "../../../passes/canonicalize.ts";
import { csePass } from "../../../passes/cse.ts";
import { newContext, parse } from "../../support/mlir.ts";

/** All of a snapshot in lines, with numbers in the order in which they come. */
function lines(root: OpSnapshot): string {
  const numbers = new Map<number, number>();
  const numbered = (ids: readonly number[]): string =>
    ids.map((id) => numbers.get(id) ?? (numbers.set(id, numbers.size), numbers.size - 1)).join(",");
  const out: string[] = [];
  const visit = (op: OpSnapshot, indent: string): void => {
    const results = op.results.map(({ id, type }) => `${numbered([id])}:${type}`).join(" ");
    const rest = JSON.stringify([op.attributes, op.location]);
    out.push(`${indent}${results} = ${op.name} ${numbered(op.operands)} ^${numbered(op.successors)} ${rest}`);
    for (const region of op.regions) {
      for (const block of blocksOf(region)) {
        out.push(
          `${indent}^${numbered([block.id])}(${block.arguments.map(({ id, type }) => numbered([id]) + type).join(" ")})`,
        );
        for (const inner of opsOf(block)) visit(inner, `${indent}  `);
      }
    }
  };
  visit(root, "");
  return out.join("\n");
}

const live = (root: Operation): string => lines(new SnapshotTaker().op(root));

interface Recording {
  readonly history: History;
  readonly steps: readonly HistoryStep[];
  /** What the IR said after each step. */
  readonly truth: readonly string[];
}

async function record(module: Operation, granularity: "rewrite" | "pass"): Promise<Recording> {
  const steps: HistoryStep[] = [];
  const truth = [live(module)];
  const recorder = new HistoryRecorder(module, {
    granularity,
    step: (step) => {
      steps.push(step);
      truth.push(live(module));
    },
  });
  const passes = [canonicalizePass, csePass, canonicalizePass].map((pass) =>
    passInstance(pass, defaultOptions(pass.options)),
  );
  const manager = new PassManager(opPipeline("builtin.module", passes), {
    listener: recorder.listener,
    instrumentations: [recorder.instrumentation],
  });
  expect(await manager.run(module)).toEqual({ ok: true });
  return { history: new History(recorder.start, steps), steps, truth };
}

const generated = (seed: number): Operation =>
  generateModule(newContext(), seededSource(seed), {
    dialects: ["arith", "scf", "cf", "tensor", "memref"],
    operations: 60,
  });

describe("history", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "each rewrite of program %i is a step that says what the IR says",
    async (seed) => {
      const { history, steps, truth } = await record(generated(seed), "rewrite");
      expect(steps.filter(({ kind }) => kind === "pass").map(({ pass }) => pass)).toEqual([
        "canonicalize",
        "cse",
        "canonicalize",
      ]);
      expect(steps.length).toBeGreaterThan(3);
      truth.forEach((text, moment) => {
        const module = history.at(moment);
        expect(module === undefined ? "" : lines(module)).toBe(text);
      });
      for (let moment = truth.length - 1; moment >= 0; moment -= 3) {
        const module = history.at(moment);
        expect(module === undefined ? "" : lines(module)).toBe(truth[moment]);
      }
      expect(history.at(truth.length)).toBeUndefined();
      expect(history.at(-1)).toBeUndefined();
    },
  );

  test.each([1, 2, 11])("each pass on program %i is a step", async (seed) => {
    const { history, steps, truth } = await record(generated(seed), "pass");
    expect(steps.map(({ kind, pass }) => `${kind} ${pass}`)).toEqual([
      "pass canonicalize",
      "pass cse",
      "pass canonicalize",
    ]);
    for (const moment of [3, 0, 2, 1]) {
      const module = history.at(moment);
      expect(module === undefined ? "" : lines(module)).toBe(truth[moment]);
    }
  });

  const text = `func.func @f(%x: i32) -> i32 {
    %c0 = arith.constant 0 : i32
    %0 = arith.addi %x, %c0 : i32
    %1 = arith.muli %0, %x : i32
    return %1 : i32
  }`;

  test("what a driver cleans up by itself is told in small steps", async () => {
    const dead = Array.from({ length: 1000 }, (_, i) => `%${i} = arith.addi %x, %x : i32`).join("\n");
    const { history, steps, truth } = await record(parse(`func.func @f(%x: i32) {\n${dead}\nreturn }`), "rewrite");
    expect(steps.length).toBeGreaterThan(7);
    for (const { patches } of steps) expect(patches.length).toBeLessThan(150);
    for (const moment of [3, 7, 1, steps.length]) {
      const module = history.at(moment);
      expect(module === undefined ? "" : lines(module)).toBe(truth[moment]);
    }
  });

  test("a step names its rule, and the op and place that it started from", async () => {
    const { steps } = await record(parse(text), "rewrite");
    const rewrites = steps.filter(({ kind }) => kind === "rewrite");
    expect(rewrites.map(({ pass, rule, on }) => [pass, rule, on?.name, on?.location])).toEqual([
      ["canonicalize", "fold", "arith.addi", `loc("test.mlir":3:10)`],
    ]);
  });

  test("what changed between two moments: what came, went, moved and says something else", async () => {
    const { history, steps } = await record(parse(text), "rewrite");
    const [before, after] = [history.at(0), history.at(steps.length)];
    if (before === undefined || after === undefined) throw new Error("no such moment");
    const names = (ops: readonly OpSnapshot[]): string[] => ops.map(({ name }) => name).sort();
    const there = changesBetween(before, after);
    expect(names(there.erased)).toEqual(["arith.addi", "arith.constant"]);
    expect(there.modified.map(({ after: { name } }) => name)).toEqual(["arith.muli"]);
    expect([there.inserted, there.moved]).toEqual([[], []]);
    const back = changesBetween(after, before);
    expect(names(back.inserted)).toEqual(["arith.addi", "arith.constant"]);
    expect(changesBetween(after, after)).toEqual({ inserted: [], erased: [], modified: [], moved: [] });
  });

  test("moments share what is the same", async () => {
    const many = Array.from(
      { length: 2000 },
      (_, i) => `%v${i} = arith.muli %x, %x : i32\n"test.use"(%v${i}) : (i32) -> ()`,
    );
    const module = parse(`func.func @f(%x: i32) {\n${many.join("\n")}\n%z = arith.constant 0 : i32
      %a = arith.addi %x, %z : i32\n"test.use"(%a) : (i32) -> ()\nreturn }`);
    const steps: HistoryStep[] = [];
    const recorder = new HistoryRecorder(module, { granularity: "rewrite", step: (step) => steps.push(step) });
    const manager = new PassManager(
      opPipeline("builtin.module", [passInstance(canonicalizePass, defaultOptions(canonicalizePass.options))]),
      { listener: recorder.listener, instrumentations: [recorder.instrumentation] },
    );
    await manager.run(module);
    const step = steps.find(({ kind, on }) => kind === "rewrite" && on?.name === "arith.addi");
    expect(JSON.stringify(step).length).toBeLessThan(5000);
    const before = recorder.start.module;
    const after = steps.reduce((snapshot, { patches }) => applyPatches(snapshot, [...patches]), before);
    const chunksOf = (root: OpSnapshot): unknown[] =>
      root.regions
        .flatMap(blocksOf)
        .flatMap(opsOf)
        .flatMap(({ regions }) => regions)
        .flatMap(blocksOf)
        .flatMap(({ order, chunks }) => order.map((id) => chunks[id]));
    const shared = chunksOf(after).filter((chunk) => chunksOf(before).includes(chunk));
    expect(shared.length).toBeGreaterThan(55);
  });
});
