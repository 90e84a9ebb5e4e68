import { describe, expect, test } from "@jest/globals";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import { buildPipelineText, pipelineDiagnostics } from "../../../ir/pass/build-pipeline.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { passTiming } from "../../../ir/pass/timing.ts";
import { PassManager, type PassManagerOptions } from "../../../ir/pass/pass-manager.ts";
import { PassRegistry } from "../../../ir/pass/pass-registry.ts";
import { AddOp, toy, type Toy } from "../rewrite/toy-dialect.ts";

const log: string[] = [];

const namePass = definePass({
  name: "note",
  summary: "Notes where it runs.",
  options: {
    count: { type: "int", default: 1, minimum: 0, description: "A number." },
    label: { type: "string", default: "plain", description: "A text." },
    mode: { type: "enum", values: ["fast", "slow"], default: "fast", description: "A choice." },
    sizes: { type: "int-list", default: [], description: "Numbers." },
    flag: { type: "bool", default: false, description: "A switch." },
  },
  run: (op, { options }) => {
    log.push(
      `${options.label} ${options.count} ${options.mode} [${options.sizes.join()}] ${options.flag} on ${op.name}`,
    );
  },
});
const functionPass = definePass({
  name: "per-function",
  summary: "Runs on functions.",
  anchor: "toy.func",
  run: (op) => void log.push(`function ${op.name}`),
});
const failingPass = definePass({
  name: "failing",
  summary: "Fails.",
  run: (op, { fail }) => fail(errorAt(op.location, "it failed")),
});
const breakingPass = definePass({
  name: "breaking",
  summary: "Leaves an op with an operand too few.",
  run: (op) => {
    for (const inner of op.region().entry.ops())
      for (const add of inner.region().entry.ops()) if (add.definition === AddOp) add.setOperands([]);
  },
});
const foreignPass = definePass({
  name: "foreign",
  summary: "Needs more.",
  dependentDialects: ["nowhere"],
  run: () => undefined,
});

const registry = new PassRegistry(
  [namePass, functionPass, failingPass, breakingPass, foreignPass],
  [
    { name: "twice", summary: "Notes twice.", expand: () => "note{label=a},note{label=b}" },
    { name: "endless", summary: "Itself.", expand: () => "endless" },
  ],
);

const errorsOf = async (text: string): Promise<string[]> => {
  const built = await buildPipelineText(text, registry);
  if (built.ok) return [];
  return built.errors.map(
    ({ message, offset, length, hint }) => `${offset}+${length}: ${message}${hint === undefined ? "" : ` (${hint})`}`,
  );
};

const run = async (
  t: Toy,
  text: string,
  options: PassManagerOptions = {},
): Promise<{ ok: boolean; log: string[]; errors: Diagnostic[] }> => {
  const built = await buildPipelineText(text, registry);
  if (!built.ok) throw new Error(built.errors.map(({ message }) => message).join());
  log.length = 0;
  const errors: Diagnostic[] = [];
  t.context.diagnostics = (diagnostic) => errors.push(diagnostic);
  const { ok } = await new PassManager(built.pipeline, options).run(t.module);
  return { ok, log: [...log], errors };
};

describe("building a pipeline", () => {
  test("mistakes point at their characters and name what is near", async () => {
    expect(await errorsOf("note,nota{count=2}")).toEqual([
      "5+4: 'nota' does not refer to a registered pass or pass pipeline (did you mean 'note'?)",
    ]);
    expect(await errorsOf("note{cuont=2}")).toEqual(["5+5: 'note' has no option 'cuont' (did you mean 'count'?)"]);
    expect(await errorsOf("note{count=two mode=middling},per-function{x=1}")).toEqual([
      "5+9: option 'count' of 'note' takes an integer of at least 0, not 'two'",
      "15+13: option 'mode' of 'note' takes one of 'fast', 'slow', not 'middling'",
      "43+1: 'per-function' has no option 'x' (it has no options)",
    ]);
    expect(await errorsOf("builtin.module(per-function)")).toEqual([
      "15+12: pass 'per-function' runs on 'toy.func', not on 'builtin.module' (nest it: toy.func(per-function))",
    ]);
    expect(await errorsOf("endless")).toEqual([
      "0+7: in pipeline 'endless': pipeline 'endless' expands to itself: endless -> endless",
    ]);
    expect(await errorsOf("note,")).toHaveLength(1);
  });

  test("errors become diagnostics in the text", () => {
    const [diagnostic] = pipelineDiagnostics([{ message: "m", offset: 4, length: 2, hint: "h" }]);
    expect(diagnostic).toMatchObject({
      location: { kind: "file", file: "pipeline", line: 1, column: 5 },
      length: 2,
      hint: "h",
    });
  });
});

describe("running a pipeline", () => {
  test("gives passes their options, decoded", async () => {
    const { ok, log } = await run(toy(), "note{count=3 label=x mode=slow sizes=1,2,3 flag},twice");
    expect(ok).toBe(true);
    expect(log).toEqual([
      "x 3 slow [1,2,3] true on builtin.module",
      "a 1 fast [] false on builtin.module",
      "b 1 fast [] false on builtin.module",
    ]);
  });

  test("nests passes on inner ops, and runs `any` on isolated ones", async () => {
    expect((await run(toy(), "per-function,per-function")).log).toEqual(["function toy.func", "function toy.func"]);
    expect((await run(toy(), "builtin.module(any(note),toy.func(note{label=f}))")).log).toEqual([
      "plain 1 fast [] false on toy.func",
      "f 1 fast [] false on toy.func",
    ]);
  });

  test("stops where a pass fails and tells the instrumentation", async () => {
    const events: string[] = [];
    const { ok, errors, log } = await run(toy(), "note,failing,note", {
      instrumentations: [
        {
          needsChanged: true,
          beforePass: ({ definition }) => events.push(`before ${definition.name}`),
          afterPass: ({ definition }, _op, changed) => events.push(`after ${definition.name} ${changed}`),
          afterFailure: ({ definition }) => events.push(`failure ${definition.name}`),
        },
      ],
    });
    expect(ok).toBe(false);
    expect(log).toHaveLength(1);
    expect(errors.map(({ message }) => message)).toEqual(["it failed"]);
    expect(events).toEqual(["before note", "after note false", "before failing", "failure failing"]);
  });

  test("names the pass that left IR which does not verify", async () => {
    const t = toy();
    const [x] = t.body.arguments;
    if (x !== undefined) t.add(x, x);
    const { ok, errors } = await run(t, "breaking");
    expect(ok).toBe(false);
    expect(errors[0]?.notes?.map(({ message }) => message)).toContain("found after pass 'breaking'");
    expect((await run(toy(), "breaking", { verifyEach: false })).ok).toBe(true);
  });

  test("refuses a pass whose dialects are missing, and an op of another name", async () => {
    expect((await run(toy(), "foreign")).errors[0]?.message).toBe(
      "pass 'foreign' makes ops of dialects that are not registered: 'nowhere'",
    );
    expect((await run(toy(), "toy.func(note)")).errors[0]?.message).toBe(
      "can't run 'toy.func' pass manager on 'builtin.module' op",
    );
  });

  test("measures passes", async () => {
    let clock = 0;
    const timing = passTiming(() => (clock += 2));
    await run(toy(), "note,note", { instrumentations: [timing] });
    expect(timing.times()).toEqual([{ name: "note", runs: 2, milliseconds: 4 }]);
  });
});
