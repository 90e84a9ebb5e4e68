// fast-check arbitraries of generated programs. fast-check is an argument: nothing that is compiled with the library loads it.
import type * as FastCheck from "fast-check";
import { cloneOp } from "../core/clone.ts";
import type { Context } from "../core/context.ts";
import type { Operation } from "../core/operation.ts";
import { printOperation } from "../syntax/printer.ts";
import { generateModule, type GenerateOptions } from "./generate/generate-module.ts";
import { seededSource } from "./random-source.ts";
import { manySteps } from "./reduce/single-steps.ts";

/** What of fast-check is used. */
type Fc = Pick<typeof FastCheck, "Arbitrary" | "Value" | "Stream" | "toStringMethod">;

/** A program that a property is tried on; the property may change the module. */
export interface GeneratedModule {
  /** `generateModule(context, seededSource(seed), options)` makes the program again, before it was shrunk. */
  readonly seed: number;
  readonly module: Operation;
}

/**
 * Programs of these options. A failing one is shrunk by single steps that keep it valid; fast-check reports its text, and the seed and
 * path by which to replay it.
 */
export function moduleArbitrary(
  fc: Fc,
  context: Context,
  options: GenerateOptions,
): FastCheck.Arbitrary<GeneratedModule> {
  /** What fast-check keeps with a value: the program as it was before the property had it. */
  interface Origin {
    readonly seed: number;
    readonly program: Operation;
  }
  const origins = new WeakMap<object, Origin>();

  function valueOf(seed: number, program: Operation): FastCheck.Value<GeneratedModule> {
    const value = {
      seed,
      module: cloneOp(program),
      [fc.toStringMethod]: () => `seed ${seed}:\n${printOperation(program)}`,
    };
    origins.set(value, { seed, program });
    return new fc.Value<GeneratedModule>(value, undefined);
  }

  function* smaller({ seed, program }: Origin): IterableIterator<FastCheck.Value<GeneratedModule>> {
    for (const module of manySteps(program)) yield valueOf(seed, module);
  }

  class ModuleArbitrary extends fc.Arbitrary<GeneratedModule> {
    override generate(random: FastCheck.Random): FastCheck.Value<GeneratedModule> {
      const seed = random.nextInt(0, 0x7fffffff);
      return valueOf(seed, generateModule(context, seededSource(seed), options));
    }

    override canShrinkWithoutContext(value: unknown): value is GeneratedModule {
      return typeof value === "object" && value !== null && origins.has(value);
    }

    override shrink(value: GeneratedModule): FastCheck.Stream<FastCheck.Value<GeneratedModule>> {
      const origin = origins.get(value);
      return origin === undefined ? fc.Stream.nil() : new fc.Stream(smaller(origin));
    }
  }

  return new ModuleArbitrary();
}
