// Folding as patterns: what an op's folder and its meaning make of it, alone, so that folders are tested as rules are.
import type { Context } from "../../core/context.ts";
import type { OpDefinition } from "../../core/definition.ts";
import { foldsConstants } from "../../interpret/meaning.ts";
import { tryFold } from "../../rewrite/fold.ts";
import { refuse, type Pattern } from "../../rewrite/pattern.ts";

/** What the reports call the folding of an op. */
export const folderName = (operation: string): string => `fold ${operation}`;

/** Folds ops of this definition. */
export function folderPattern(definition: OpDefinition): Pattern {
  return {
    name: folderName(definition.name),
    root: definition.name,
    rewrite: (op, rewriter) => (tryFold(op, rewriter) === undefined ? refuse("it does not fold") : true),
  };
}

/** Whether an op of this definition may fold: by its folder, by a trait, or by its meaning on constants. */
export function mayFold(definition: OpDefinition): boolean {
  const { fold, meaning, traits, regions, results, operands } = definition;
  if (traits.has("ConstantLike")) return false;
  if (fold !== undefined) return true;
  if (operands.length === 0 || results.length === 0) return false;
  if (traits.has("Commutative") || traits.has("Idempotent")) return true;
  if (regions.length > 0 || !(traits.has("Pure") || traits.has("NoMemoryEffect"))) return false;
  return foldsConstants(meaning);
}

/** The folders of a dialect's ops. */
export function folderPatterns(context: Context, dialect: string): readonly Pattern[] {
  return (context.dialects.get(dialect)?.ops ?? []).filter(mayFold).map(folderPattern);
}
