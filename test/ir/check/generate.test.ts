// Generated programs verify, read back as they are printed, and, where they are to be defined, run to their end.
import { describe, expect, test } from "@jest/globals";
import { generationTables } from "../../../ir/check/generate/tables.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import { generateModule, type Planting } from "../../../ir/check/generate/generate-module.ts";
import { isPure } from "../../../ir/analysis/effects.ts";
import { walk } from "../../../ir/core/walk.ts";
import { i32 } from "../../../ir/core/type-constructors.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { createTerraceContext } from "../../../tools/library/context.ts";
import { expectSound, generated, programCount, otherSets, runMain, upstreamSets } from "../../support/generated.ts";

describe.each([...upstreamSets, ...otherSets].map((set) => [set.join(" "), set] as const))(
  "programs of %s",
  (_, dialects) => {
    test("without undefined behaviour end in values", () => {
      const context = createTerraceContext();
      for (let seed = 0; seed < programCount(25); seed++) {
        const module = generated(context, seed, { dialects, undefinedBehavior: "avoid", runnable: true });
        expectSound(module, context, seed);
        for (const input of [1, 2]) {
          const outcome = runMain(module, seed + input);
          const problem = outcome.kind === "values" ? undefined : `${outcome.kind} in ${outcome.op}: ${outcome.reason}`;
          expect({ seed, problem }).toEqual({ seed, problem: undefined });
        }
      }
    });

    test("with undefined behaviour are as sound", () => {
      const context = createTerraceContext();
      for (let seed = 1000; seed < 1000 + programCount(15); seed++)
        expectSound(generated(context, seed, { dialects, undefinedBehavior: "rich" }), context, seed);
    });
  },
);

test.each(["wasm", "simt", "systolic"])("programs of %s, an instruction set, are sound", (dialect) => {
  const context = createTerraceContext();
  for (let seed = 0; seed < programCount(25); seed++)
    expectSound(generated(context, seed, { dialects: [dialect] }), context, seed);
});

test("undefined behaviour and poison are in rich programs, and in no others", () => {
  const context = createTerraceContext();
  const endings = new Set<string>();
  for (let seed = 0; seed < 120; seed++)
    endings.add(runMain(generated(context, seed, { dialects: ["arith", "scf"] }), seed).kind);
  expect([...endings]).toEqual(expect.arrayContaining(["values", "undefined-behavior"]));
});

test("a seed gives the same program in every context, whatever was generated before", () => {
  const options = { dialects: ["func", "scf", "cf", "arith", "tensor"] } as const;
  const first = createTerraceContext();
  const second = createTerraceContext();
  for (let seed = 500; seed < 530; seed++) generated(second, seed, { ...options, undefinedBehavior: "avoid" });
  for (let seed = 530; seed > 500; seed--) generated(second, seed, options);
  for (let seed = 0; seed < 40; seed++)
    expect(printOperation(generated(second, seed, options))).toBe(printOperation(generated(first, seed, options)));
});

test("the body of an op without effects has none: what may be erased with the op is lost with it", () => {
  const context = createTerraceContext();
  let inside = 0;
  for (let seed = 0; seed < programCount(150); seed++) {
    const only = ({ name, regions }: { readonly name: string; readonly regions: readonly unknown[] }) =>
      name === "tensor.pad" || regions.length === 0;
    const module = generated(context, seed, { dialects: ["tensor", "memref", "arith"], only });
    for (const op of walk(module)) {
      const holder = op.parentOp;
      if (holder?.hasTrait("Pure") !== true) continue;
      inside++;
      expect({ seed, op: op.name, isPure: isPure(op) }).toEqual({ seed, op: op.name, isPure: true });
    }
  }
  expect(inside).toBeGreaterThan(programCount(150) / 4);
});

test("programs have about as many ops as asked for, and differ", () => {
  const context = createTerraceContext();
  const texts = new Set<string>();
  let ops = 0;
  for (let seed = 0; seed < 100; seed++) {
    const module = generated(context, seed, { dialects: ["arith", "scf"], operations: 30 });
    texts.add(printOperation(module));
    for (const _ of walk(module)) ops++;
  }
  expect(texts.size).toBe(100);
  expect(ops / 100).toBeGreaterThan(25);
  expect(ops / 100).toBeLessThan(60);
});

test("`only` keeps other ops out", () => {
  const context = createTerraceContext();
  const names = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const only = ({ name }: { name: string }) => name === "arith.addi" || name === "arith.muli";
    for (const op of walk(generated(context, seed, { dialects: ["arith"], only }))) names.add(op.name);
  }
  expect([...names].sort()).toEqual([
    "arith.addi",
    "arith.constant",
    "arith.muli",
    "builtin.module",
    "func.func",
    "func.return",
  ]);
});

test("what is planted stands in the program, and is used", () => {
  const context = createTerraceContext();
  let used = 0;
  for (let seed = 0; seed < 50; seed++) {
    const planting: Planting = {
      name: "x + x",
      plant: (site) => {
        const x = site.value(i32(site.context));
        const sum = site.builder.create("arith.addi", { operands: [x, x], resultTypes: [x.type], attributes: [] });
        sum.setAttribute("planted", site.constantAttribute(i32(site.context)));
        for (const [slot, { defaultValue }] of sum.definition.properties.entries())
          sum.setProperty(slot, defaultValue?.(context));
        return sum.results;
      },
    };
    const module = generateModule(context, seededSource(seed), { dialects: ["arith", "scf"], planted: [planting] });
    expectSound(module, context, seed);
    const planted = [...walk(module)].filter((op) => op.attribute("planted") !== undefined);
    expect(planted).toHaveLength(1);
    if (planted.some((op) => op.hasResultUses)) used++;
  }
  expect(used).toBeGreaterThan(40);
});

test("dialects that nobody registered are refused by name", () => {
  const context = createTerraceContext();
  expect(() => generationTables(context, ["nonesuch"])).toThrow("nonesuch");
});
