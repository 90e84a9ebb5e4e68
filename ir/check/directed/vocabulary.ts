// The ops that the text of a rule names: what a search puts where a rule looks at names, as other fuzzers take a dictionary from the strings of
// what they test.
import type { Context } from "../../core/context.ts";
import type { Pattern } from "../../rewrite/pattern.ts";

/** A qualified name in quotes, or what an op's definition is called after MLIR's manner. */
const mention = /["'`]([a-z_]\w*\.[\w.]+)["'`]|\b([A-Z]\w*)Op\d*\b/g;

/** Names of registered ops, those that the text has first. */
export function vocabularyOf({ text, rewrite, root }: Pattern, context: Context): readonly string[] {
  const source = text ?? String(rewrite);
  const names = new Set<string>();
  const calls = new Set<string>();
  for (const [, name, called] of source.matchAll(mention)) {
    if (name !== undefined && context.ops.has(name)) names.add(name);
    if (called !== undefined) calls.add(called.toLowerCase());
  }
  if (calls.size === 0) return [...names];
  const home = root?.slice(0, root.indexOf("."));
  const called = [...context.ops.keys()].filter((name) =>
    calls.has(name.slice(name.indexOf(".") + 1).replaceAll(/[._]/g, "")),
  );
  // What several dialects have is most often that of the root.
  const isHome = (name: string): boolean => name.startsWith(`${home}.`);
  for (const name of called) {
    const twin = called.find((other) => isHome(other) && other.split(".")[1] === name.split(".")[1]);
    if (twin === undefined || twin === name) names.add(name);
  }
  return [...names];
}
