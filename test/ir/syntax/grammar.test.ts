// The reader against the reference grammar: on everything that the suite prints in generic form, and on changed text, the grammar
// accepts exactly the texts for which the reader has no error of syntax. TERRACE_FUZZ=N changes N texts (npm run fuzz:long).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Operation } from "../../../ir/core/operation.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { grammarError, MAX_GRAMMAR_DEPTH } from "../../../ir/syntax/reference-grammar.ts";
import { mutateText } from "../../support/mutate-text.ts";
import { newContext } from "../../support/mlir.ts";
import { Random } from "../../support/random.ts";
import { malformed, wellFormed } from "./grammar-examples.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const seed = Number(process.env["TERRACE_SEED"] ?? 20_261_123);
const rounds = Number(process.env["TERRACE_FUZZ"] ?? 2000);
/** Longer texts are read in the long version only. */
const longestPrinted = process.env["TERRACE_FUZZ"] === undefined ? 60_000 : Infinity;
/** Texts to change are this long at most: the time goes with the length. */
const longest = 2000;

const context = newContext();

/** The message of the reader's first error of syntax. */
function syntaxError(text: string): string | undefined {
  return parseModule(text, context).diagnostics.find(({ category }) => category === "syntax")?.message;
}

describe.each(wellFormed)("%s", (text) => {
  test("is well formed", async () => {
    expect([await grammarError(text), syntaxError(text)]).toEqual([undefined, undefined]);
  });
});

describe.each(malformed)("%s", (text) => {
  test("is not well formed", async () => {
    expect([await grammarError(text), syntaxError(text)]).toEqual([expect.anything(), expect.any(String)]);
  });
});

describe("what the suite prints", () => {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mlir"));
  const modules: Operation[] = [];
  beforeAll(() => {
    for (const file of files) {
      const { module } = parseModule(readFileSync(join(root, file), "utf8"), newContext());
      if (module !== undefined) modules.push(module);
    }
  });

  test("is accepted, with locations and without", async () => {
    expect(modules.length).toBeGreaterThan(30);
    for (const module of modules) {
      for (const debugInfo of [false, true]) {
        const text = printOperation(module, { generic: true, debugInfo });
        if (text.length > longestPrinted) continue;
        expect([await grammarError(text), syntaxError(text)]).toEqual([undefined, undefined]);
      }
    }
  });

  test(`changed ${rounds} times, is accepted where the reader has no error of syntax`, async () => {
    const texts = [...wellFormed];
    for (const module of modules) {
      for (const region of module.regions) {
        for (const block of region.blocks) {
          for (const op of block.ops()) {
            for (const debugInfo of [false, true]) texts.push(printOperation(op, { generic: true, debugInfo }));
          }
        }
      }
    }
    const small = texts.filter(({ length }) => length < longest);
    const random = new Random(seed);
    const disagreements: string[] = [];
    let accepted = 0;
    for (let i = 0; i < rounds; i++) {
      const text = mutateText(random.pick(random.chance(30) ? wellFormed : small), random, random.chance(75) ? 1 : 2);
      const [grammar, reader] = [await grammarError(text), syntaxError(text)];
      if (grammar === undefined) accepted++;
      if ((grammar === undefined) !== (reader === undefined))
        disagreements.push(`grammar: ${grammar?.message ?? "accepts"}\nreader: ${reader ?? "accepts"}\n${text}`);
    }
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(rounds / 20);
    expect(accepted).toBeLessThan(rounds / 2);
  });
});

describe("errors", () => {
  test.each([
    ["!a = tensor<4xfoo>", 14, 3],
    ['#a = "\u{1f600}" ~', 10, 1],
    ['"a"() : (', 9, 0],
  ])("%s", async (text, offset, length) => {
    expect(await grammarError(text)).toMatchObject({ offset, length });
  });

  test("say what may stand there", async () => {
    expect(await grammarError('"a" : () -> ()')).toEqual({
      message: "extraneous input ':' expecting '('",
      offset: 4,
      length: 1,
    });
  });

  test("brackets do not nest without end", async () => {
    const text = `#a = ${"[".repeat(MAX_GRAMMAR_DEPTH + 1)}`;
    expect((await grammarError(text))?.message).toContain(`at most ${MAX_GRAMMAR_DEPTH} deep`);
    expect(await grammarError(`#a = ${"[".repeat(MAX_GRAMMAR_DEPTH)}${"]".repeat(MAX_GRAMMAR_DEPTH)}`)).toBeUndefined();
  });
});
