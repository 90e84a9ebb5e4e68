// Scenes for programs that no rule has a left side in: what a pass looks for (two equal loads, a store in a loop that loads) seldom comes about
// among ops that have nothing to do with each other.
import type { Context } from "../../core/context.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { Planting } from "../generate/generate-module.ts";
import { CallOpInterface, MemoryEffects, ViewLikeOpInterface } from "../../define/op-interfaces.ts";
import { inlineScene } from "../generate/scene.ts";

/** What a scene is about, by what its ops do to each other; of each kind at most so many ops. */
const KINDS: readonly { readonly most: number; readonly isOne: (definition: OpDefinition) => boolean }[] = [
  {
    most: 3,
    isOne: ({ interfaces }) => interfaces.has(MemoryEffects.name) || interfaces.has(ViewLikeOpInterface.name),
  },
  { most: 2, isOne: ({ regions, traits }) => regions.length > 0 && !traits.has("Pure") },
  { most: 1, isOne: ({ interfaces }) => interfaces.has(CallOpInterface.name) },
  { most: 1, isOne: ({ traits }) => !traits.has("Pure") },
];

/** A few ops of the dialects, those with effects and regions first, on few values; in some programs none. */
export function scenePlanting(dialects: readonly string[]): Planting {
  const known = new WeakMap<Context, readonly (readonly OpDefinition[])[]>();
  const kindsIn = (context: Context): readonly (readonly OpDefinition[])[] => {
    let kinds = known.get(context);
    if (kinds === undefined) {
      const ops = dialects.flatMap((name) => context.dialects.get(name)?.ops ?? []);
      kinds = KINDS.map(({ isOne }) => ops.filter((op) => isOne(op) && !op.traits.has("Terminator")));
      known.set(context, kinds);
    }
    return kinds;
  };
  return {
    name: "scene",
    plant: (site) => {
      const { random, context } = site;
      if (random.chance(1, 3)) return undefined;
      const definitions = kindsIn(context).flatMap((ops, kind) =>
        ops.length === 0
          ? []
          : Array.from({ length: random.below((KINDS[kind]?.most ?? 0) + 1) }, () => random.pick(ops)),
      );
      const scene = site.scene({ definitions, operations: 6 + random.below(12), blocks: false });
      const values = inlineScene(scene, site);
      scene.erase();
      return values;
    },
  };
}
