// Hunts: what a unit is tested with, kept by a worker from one slice of work to the next, so that left sides once found serve on.
import { corpusPrograms, programsOf } from "../../ir/check/directed/corpus.ts";
import { RulePlanting } from "../../ir/check/directed/left-side-planting.ts";
import { adaptSignature } from "../../ir/check/fuzz/adapt-signature.ts";
import { roundTripProblem } from "../../ir/check/check-round-trip.ts";
import { folderPatterns } from "../../ir/check/fuzz/folder-patterns.ts";
import type { HuntOptions, Task } from "../../ir/check/fuzz/hunt.ts";
import { passSubject, type Refusals } from "../../ir/check/fuzz/pass-subject.ts";
import { ruleLabel, rulesSubject } from "../../ir/check/fuzz/rules-subject.ts";
import type { AsyncSubject } from "../../ir/check/fuzz/subject.ts";
import type { Pattern } from "../../ir/rewrite/pattern.ts";
import { interpreterFor } from "../../lowering/interpret.ts";
import { canonicalizationPatterns } from "../../passes/canonicalize.ts";
import { createTerraceContext, sharedRegistry } from "../library/context.ts";
import { inputsOf, opsOf } from "./company.ts";
import { pipelineSubject } from "./pipeline-subject.ts";
import { preparationFor } from "./prepared-programs.ts";
import { hostPrograms, machinePrograms, stagedPass } from "./staged-pass.ts";
import { targetSubject } from "./target-subject.ts";
import { loadedContext, type Unit } from "./units.ts";

export interface Hunt {
  readonly task: Task<AsyncSubject>;
  readonly options: HuntOptions;
  /** What the subject declined programs with. */
  readonly refusals: Refusals;
}

const hunts = new Map<string, Promise<Hunt>>();
let rules: ReadonlyMap<string, Pattern> | undefined;

/** The hunt of a unit, made once. */
export function huntOf(unit: Unit, seed: number, corpus: readonly string[]): Promise<Hunt> {
  const key = JSON.stringify([unit, seed]);
  let hunt = hunts.get(key);
  if (hunt === undefined) hunts.set(key, (hunt = makeHunt(unit, seed, corpus)));
  return hunt;
}

async function makeHunt(unit: Unit, seed: number, corpus: readonly string[]): Promise<Hunt> {
  const refusals: Refusals = new Map();
  const only = opsOf(unit.dialects);
  const options: HuntOptions = {
    context: createTerraceContext,
    dialects: unit.dialects,
    ...(only === undefined ? {} : { only }),
    inputOptions: inputsOf(unit.dialects),
    seed,
    ...(unit.kind === "rules" || unit.kind === "folders"
      ? {}
      : { makeInterpreter: interpreterFor, adapt: adaptSignature }),
    ...(unit.kind === "targets" || unit.isStaged === true ? machinePrograms(unit.name) : {}),
    ...(unit.name === "convert-to-wasm" ? hostPrograms : {}),
    ...preparationFor(unit.name),
    ...(unit.kind === "round-trip" ? { runnable: false } : {}),
  };
  if (unit.isStaged !== true) return { task: await taskOf(unit, refusals, corpus), options, refusals };
  const { subject, prepare, corpus: starts } = await stagedPass(unit.name, refusals);
  return { task: { subject, corpus: starts }, options: { ...options, prepare }, refusals };
}

let started: readonly string[] | undefined;

/** The functions of the corpus, read once. */
const startPrograms = (corpus: readonly string[]): readonly string[] =>
  (started ??= corpus.length === 0 ? [] : corpusPrograms(corpus, createTerraceContext()));

async function taskOf(
  { kind, name }: Unit,
  refusals: Refusals,
  corpus: readonly string[],
): Promise<Task<AsyncSubject>> {
  switch (kind) {
    case "rules":
    case "folders": {
      const pattern = allRules().get(name);
      if (pattern === undefined) throw new Error(`there is no rule '${name}'`);
      const planting = new RulePlanting(pattern);
      return {
        subject: rulesSubject(name, [pattern]),
        planted: pattern.root === undefined ? [] : [planting, planting],
        corpus: programsOf(pattern, startPrograms(corpus), createTerraceContext()),
      };
    }
    case "passes":
    case "conversions": {
      const pass = sharedRegistry().passes.passes.get(name);
      if (pass === undefined) throw new Error(`there is no pass '${name}'`);
      return { subject: passSubject(pass, {}, refusals) };
    }
    case "pipelines":
      return { subject: await pipelineSubject(name, refusals) };
    case "targets":
      return { subject: targetSubject(name, refusals) };
    case "round-trip":
      return { subject: roundTripSubject(name) };
  }
}

/** Canonicalisation patterns and folders by their labels. */
function allRules(): ReadonlyMap<string, Pattern> {
  if (rules === undefined) {
    const context = loadedContext();
    const all = [
      ...canonicalizationPatterns(context),
      ...[...context.dialects.keys()].flatMap((dialect) => folderPatterns(context, dialect)),
    ];
    rules = new Map(all.map((rule) => [ruleLabel(rule), rule]));
  }
  return rules;
}

/** Printing and reading back, as a subject: the program stays what it is, so that it need not run, which some ops only do on a machine. */
function roundTripSubject(name: string): AsyncSubject {
  return {
    name,
    apply: (module) => {
      const problem = roundTripProblem(module);
      const fired = new Map([[name, 1]]);
      return problem === undefined
        ? { fired, isUnchanged: true }
        : { fired, problem: { kind: "invalid", reason: problem, rules: [name] } };
    },
  };
}
