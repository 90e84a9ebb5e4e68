// What some passes are for and no generated program has: locations; ops that stand in any order, where order does not matter.
import type { HuntOptions } from "../../ir/check/fuzz/hunt.ts";
import { seededSource, type RandomSource } from "../../ir/check/random-source.ts";
import { cloneOp, IRMapping } from "../../ir/core/clone.ts";
import { fileLocation } from "../../ir/core/location.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../ir/core/symbol-table.ts";
import { walk } from "../../ir/core/walk.ts";

const preparations: Readonly<Record<string, (module: Operation, random: RandomSource) => void>> = {
  "strip-debuginfo": giveLocations,
  "topological-sort": scatterConstants,
};

/** How programs for a pass are prepared, where they have to be. */
export function preparationFor(pass: string): Pick<HuntOptions, "prepare"> {
  const prepare = preparations[pass];
  return prepare === undefined
    ? {}
    : {
        prepare: (program, seed) => {
          prepare(program, seededSource(seed));
          return Promise.resolve(program);
        },
      };
}

function giveLocations(module: Operation, random: RandomSource): void {
  const place = () => fileLocation("program.mlir", 1 + random.below(100), 1 + random.below(80));
  for (const op of walk(module)) {
    if (random.chance(3, 4)) op.location = place();
    for (const { blocks } of op.regions)
      for (const block of blocks)
        for (const argument of block.arguments) if (random.chance(1, 2)) argument.argumentLocation = place();
  }
}

/** Puts copies of what `@main` computes of constants alone into the module itself, each anywhere. */
function scatterConstants(module: Operation, random: RandomSource): void {
  const body = module.regions[0]?.blocks[0];
  const entry = lookupSymbolIn(module, "main")?.regions[0]?.blocks[0];
  if (body === undefined || entry === undefined) return;
  const mapping = new IRMapping();
  for (const op of entry.ops()) {
    const isLoose = op.hasTrait("Pure") && op.regions.length === 0 && op.successors.length === 0;
    if (!isLoose || op.hasTrait("Terminator") || !op.operands.every((value) => mapping.values.has(value))) continue;
    body.insertBefore(cloneOp(op, mapping), random.pick([...body.ops(), null]));
  }
}
