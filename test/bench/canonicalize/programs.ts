// The programs that are compared: from the definitions of the dialects, with redundancy, and half of them with left sides of rules and folders.
import { RulePlanting } from "../../../ir/check/directed/left-side-planting.ts";
import { folderPatterns } from "../../../ir/check/fuzz/folder-patterns.ts";
import { generateModule } from "../../../ir/check/generate/generate-module.ts";
import { derivedSeed, seededSource } from "../../../ir/check/random-source.ts";
import type { Context } from "../../../ir/core/context.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { loadedContext } from "../../../tools/fuzz/units.ts";
import { withRedundancy } from "./redundancy.ts";

/** Whose ops stand together in a program; the first is what it is about. */
const companies: readonly (readonly string[])[] = [
  ["arith"],
  ["index", "arith", "scf"],
  ["math", "arith"],
  ["complex", "arith"],
  ["cf", "arith", "ub"],
  ["scf", "arith"],
  ["scf", "tensor", "arith"],
  ["tensor", "arith"],
  ["ub", "arith", "cf", "scf"],
  ["memref", "arith"],
  ["memref", "scf", "arith"],
  ["linalg", "tensor", "arith"],
  ["linalg", "memref", "arith"],
  ["vector", "arith"],
  ["vector", "memref", "tensor", "arith"],
];

const PLANTED = 4;

/** Gives programs as generic text, by their seed alone. */
export class Programs {
  readonly #context: Context = loadedContext();
  readonly #plantings = new Map<string, readonly RulePlanting[]>();

  text(seed: number): string {
    const random = seededSource(derivedSeed(seed, 0));
    const dialects = companies[seed % companies.length] ?? [];
    const round = Math.floor(seed / companies.length);
    const plantings = round % 2 === 0 ? [] : this.#plantingsOf(dialects[0] ?? "");
    const program = generateModule(this.#context, random, {
      dialects,
      operations: 20 + random.below(20),
      undefinedBehavior: round % 4 < 2 ? "avoid" : "rich",
      runnable: false,
      planted: plantings.length === 0 ? [] : Array.from({ length: PLANTED }, () => random.pick(plantings)),
    });
    return printOperation(withRedundancy(program, random, 6 + random.below(6)), { generic: true });
  }

  #plantingsOf(dialect: string): readonly RulePlanting[] {
    let plantings = this.#plantings.get(dialect);
    if (plantings === undefined) {
      const rules = canonicalizationPatterns(this.#context).filter(({ root }) => root?.startsWith(`${dialect}.`));
      plantings = [...rules, ...folderPatterns(this.#context, dialect)].map((pattern) => new RulePlanting(pattern));
      this.#plantings.set(dialect, plantings);
    }
    return plantings;
  }
}
