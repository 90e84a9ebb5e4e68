// Shrinking as a whole: it ends where no single step makes the module smaller, with few ops, the same way each time.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../../ir/analysis/verify.ts";
import { generateModule } from "../../../../ir/check/generate/generate-module.ts";
import { reduceModuleAsync } from "../../../../ir/check/reduce/reduce-async.ts";
import { reduceModule } from "../../../../ir/check/reduce/reduce.ts";
import { manySteps, singleSteps } from "../../../../ir/check/reduce/single-steps.ts";
import { Measure } from "../../../../ir/check/reduce/size.ts";
import { seededSource } from "../../../../ir/check/random-source.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { walkPreOrder } from "../../../../ir/core/walk.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { plantedProgram } from "../../../support/large-program.ts";
import { countOps, find, freshContext, has, read } from "./modules.ts";

/** Groups of dialects whose programs are shrunk. */
const groups = ["arith,scf,cf,func,math", "memref,tensor,scf", "vector,linalg,arith", "gpu,complex,index,affine"];
const seeds = [1, 2, 3, 4];
const programs = groups.flatMap((dialects) => seeds.map((seed) => ({ dialects, seed })));

/** A generated program, and two ops of it that must stay. */
function generated({ dialects, seed }: { dialects: string; seed: number }): {
  readonly module: Operation;
  readonly isInteresting: (module: Operation) => boolean;
} {
  const random = seededSource(seed);
  const module = generateModule(freshContext(), random, { dialects: dialects.split(","), operations: 40 });
  const names = walkPreOrder(module).map(({ name }) => name);
  return { module, isInteresting: has(random.pick(names), random.pick(names)) };
}

describe("generated programs", () => {
  test.each(programs)("$dialects, seed $seed: no single step makes it smaller", (program) => {
    const { module, isInteresting } = generated(program);
    const before = printOperation(module);
    const reduced = reduceModule(module, { isInteresting });
    expect(printOperation(module)).toBe(before);
    expect(isInteresting(reduced)).toBe(true);
    expect(verify(reduced)).toEqual([]);
    // As it is, and as it is read back, where uses are in another order.
    for (const smallest of [reduced, read(printOperation(reduced), reduced.context)]) {
      const smaller = [...singleSteps(smallest)].filter(isInteresting).map((op) => printOperation(op));
      expect(smaller).toEqual([]);
    }
    expect(countOps(reduced)).toBeLessThanOrEqual(8);
  });

  test("the same each time, and with any number of candidates at a time", async () => {
    for (const program of programs.filter(({ seed }) => seed === 1)) {
      const text = printOperation(reduceModule(generated(program).module, generated(program)));
      expect(printOperation(reduceModule(generated(program).module, generated(program)))).toBe(text);
      for (const jobs of [1, 2, 5]) {
        const { module, isInteresting } = generated(program);
        let turn = 0;
        const reduced = await reduceModuleAsync(module, {
          jobs,
          // Answers come in another order than they are asked for.
          isInteresting: async (candidate) => {
            const answer = isInteresting(candidate);
            for (let wait = (turn++ * 7) % 5; wait > 0; wait--) await Promise.resolve();
            return answer;
          },
        });
        expect(printOperation(reduced)).toBe(text);
      }
    }
  });
});

test("a body that the text leaves out stays as its op has it", () => {
  const text = `func.func @f(%a: tensor<4x8xf64>, %b: tensor<8x2xf64>, %c: tensor<4x2xf64>) -> tensor<4x2xf64> {
    %0 = linalg.matmul ins(%a, %b : tensor<4x8xf64>, tensor<8x2xf64>) outs(%c : tensor<4x2xf64>) -> tensor<4x2xf64>
    %1 = linalg.transpose ins(%0 : tensor<4x2xf64>) outs(%0 : tensor<4x2xf64>) permutation = [0, 1]
    return %1 : tensor<4x2xf64>
  }`;
  const reduced = reduceModule(read(text), { isInteresting: has("func.func", "linalg.matmul") });
  const shown = printOperation(reduced);
  expect(printOperation(read(shown), { generic: true })).toBe(printOperation(reduced, { generic: true }));
  expect(shown).toMatch(/linalg.matmul ins\(%arg0, %arg0 : tensor<1x1xf32>, tensor<1x1xf32>\)/);
});

describe("the steps from a module", () => {
  const module = read(plantedProgram(30, ["%planted = arith.shrsi %a, %b : i32"]).text);

  test("are modules of their own, each smaller and valid", () => {
    const before = printOperation(module);
    const measure = new Measure();
    const size = measure.sizeOf(module);
    const texts = new Set<string>();
    for (const smaller of singleSteps(module)) {
      expect(measure.isSmaller(smaller, size)).toBe(true);
      expect(verify(smaller)).toEqual([]);
      texts.add(printOperation(smaller));
      if (texts.size > 300) break;
    }
    expect(texts.size).toBeGreaterThan(100);
    expect(texts.has(before)).toBe(false);
    expect(printOperation(module)).toBe(before);
  });

  test("larger steps come first where they are asked for", () => {
    const [first] = manySteps(module);
    const [single] = singleSteps(module);
    expect(first === undefined ? Infinity : countOps(first)).toBeLessThanOrEqual(
      single === undefined ? 0 : countOps(single),
    );
  });
});

describe("a large program", () => {
  const { text, operations } = plantedProgram(500, ["%planted = arith.shrsi %a, %b : i32"]);

  /** The fault: a shift by something that is not known, in a function. */
  const isFaulty = (module: Operation): boolean => {
    const shift = find(module, "arith.shrsi");
    return shift?.operands.every(({ definingOp }) => definingOp?.hasTrait("ConstantLike") !== true) === true;
  };

  test("of 500 ops falls to the op and the function around it", () => {
    expect(operations).toBeGreaterThanOrEqual(500);
    const steps: string[] = [];
    const reduced = reduceModule(read(text), {
      isInteresting: isFaulty,
      onStep: ({ step, tries }) => steps.push(`${step} ${tries}`),
    });
    expect(printOperation(reduced)).toBe(
      [
        "module {",
        "  func.func @f3(%arg0: i1) {",
        "    %0 = arith.shrsi %arg0, %arg0 : i1",
        "    return",
        "  }",
        "}",
      ].join("\n"),
    );
    // Few questions are asked: a test that starts a process must be affordable.
    expect(Number(steps.at(-1)?.split(" ").at(-1))).toBeLessThan(150);
  });

  test("stops when its time is over, with what it has", async () => {
    const module = read(text);
    expect(countOps(reduceModule(module, { isInteresting: isFaulty, timeMs: 0 }))).toBe(countOps(module));
    const abort = new AbortController();
    const reduced = await reduceModuleAsync(module, {
      isInteresting: (candidate) => Promise.resolve(isFaulty(candidate)),
      signal: abort.signal,
      onStep: ({ tries }) => {
        if (tries > 10) abort.abort();
      },
    });
    expect(countOps(reduced)).toBeLessThan(countOps(module));
    expect(countOps(reduced)).toBeGreaterThan(3);
    expect(isFaulty(reduced)).toBe(true);
  });

  test("what is thrown by the predicate comes out", async () => {
    const module = read(text);
    const thrown = (): never => {
      throw new Error("the predicate's own");
    };
    expect(() => reduceModule(module, { isInteresting: thrown })).toThrow("the predicate's own");
    await expect(
      reduceModuleAsync(module, { jobs: 3, isInteresting: () => Promise.reject(new Error("the predicate's own")) }),
    ).rejects.toThrow("the predicate's own");
    expect(module.context.journal).toBeNull();
  });
});
