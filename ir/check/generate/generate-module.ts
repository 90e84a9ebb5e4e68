// Random valid programs, from the definitions of ops alone: a builtin module with a function @main and, often, others that it calls.
import { Region } from "../../core/block.ts";
import type { Context } from "../../core/context.ts";
import type { OpDefinition } from "../../core/definition.ts";
import { unknownLocation } from "../../core/location.ts";
import { Operation } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { RandomSource } from "../random-source.ts";
import type { GenerationSite } from "./generation-site.ts";
import { fillBlocks } from "./blocks.ts";
import { Program } from "./program.ts";
import { generationTables } from "./tables.ts";

/** A left side that must stand in the program. */
export interface Planting {
  readonly name: string;
  /** Builds it at the site; the values that it gives are used like any others. Undefined where it does not fit. */
  plant(site: GenerationSite): readonly Value[] | undefined;
}

export interface GenerateOptions {
  /** Whose ops may stand in the program; functions and constants come along by themselves. */
  readonly dialects: readonly string[];
  /** About how many ops it has. Default 30. */
  readonly operations?: number;
  /** "avoid": none on any input. "planted": only where something is planted. "rich", the default: whatever comes. */
  readonly undefinedBehavior?: "avoid" | "planted" | "rich";
  /** Only ops that can be run. By default so, unless undefined behaviour is "rich". */
  readonly runnable?: boolean;
  /** Only ops of these definitions, besides functions and constants. */
  readonly only?: (definition: OpDefinition) => boolean;
  readonly planted?: readonly Planting[];
  /** Only values of these types. */
  readonly types?: (type: Type) => boolean;
}

const ENTRY = "main";
const MOST_RESULTS = 12;

/** A random module with the function `@main`. The same random numbers give the same module. */
export function generateModule(context: Context, random: RandomSource, options: GenerateOptions): Operation {
  const tables = generationTables(context, options.dialects, options.only);
  const body = new Region(context);
  const block = body.addBlock();
  const module = Operation.create(context, context.opDefinition("builtin.module"), unknownLocation, {
    regions: [body],
  });
  const { undefinedBehavior = "rich", planted = [] } = options;
  const program = new Program(tables, random, undefinedBehavior !== "rich", block, options.types);
  program.isRunnable = options.runnable ?? undefinedBehavior !== "rich";
  program.goal = options.operations ?? 30;
  program.builder.made++;
  const others = tables.calls ? random.pick([0, 0, 1, 1, 2]) : 0;
  for (let i = 0; i < others; i++) {
    const share = 1 + random.below(1 + Math.floor(program.goal / 3));
    const callee = makeFunction(program, program.symbolName("f"), program.made + share, []);
    block.append(callee);
    program.functions.push(callee);
  }
  const main = makeFunction(program, ENTRY, program.goal, planted, undefinedBehavior !== "avoid");
  block.insertBefore(main, random.chance(1, 2) ? block.firstOp : null);
  return module;
}

function makeFunction(
  program: Program,
  name: string,
  goal: number,
  planted: readonly Planting[],
  mayBeUndefined = false,
): Operation {
  const { context, random, builder, tables } = program;
  builder.made++;
  const region = new Region(context);
  const entry = region.addBlock(argumentTypes(program));
  let returned: readonly Value[] = [];
  program.inside(entry, { isolated: true }, () => {
    program.entry = entry;
    const start = program.made;
    for (const [index, planting] of planted.entries()) {
      program.fill(start + Math.floor(((goal - start) * (index + random.below(2))) / (planted.length + 1)));
      const avoids = program.avoidsUndefinedBehavior;
      program.avoidsUndefinedBehavior = avoids && !mayBeUndefined;
      for (const value of planting.plant(program) ?? []) program.offer(value);
      program.avoidsUndefinedBehavior = avoids;
    }
    fillBlocks(program, goal, () => {
      returned = resultsOf(program, entry.arguments);
      builder.create(tables.functions.returns, { operands: returned });
    });
  });
  const typesOf = (values: readonly Value[]) => values.map(({ type }) => type);
  return tables.functions.make(context, name, typesOf(entry.arguments), typesOf(returned), region, name !== ENTRY);
}

function argumentTypes(program: Program) {
  const { random, pool } = program;
  const types = pool.types.filter((type) => program.isArgumentType(type));
  if (types.length === 0) return [];
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(types));
}

/** Values that nothing uses, and some that something uses. */
function resultsOf(program: Program, args: readonly Value[]): readonly Value[] {
  const { random } = program;
  const unused = program.values.filter(
    (value) => !value.hasUses && !args.includes(value) && program.isArgumentType(value.type),
  );
  const results = unused.slice(-MOST_RESULTS);
  if (results.length === 0 || random.chance(1, 3)) {
    const usable = program.values.filter(({ type }) => program.isArgumentType(type));
    if (usable.length > 0) results.push(random.pick(usable));
  }
  return results;
}
