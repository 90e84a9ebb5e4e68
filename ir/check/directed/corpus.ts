// A corpus: texts of programs that rules are known to apply to (examples of rules, tests of passes), one function at a time, slightly changed.
import { verify } from "../../analysis/verify.ts";
import { stringAttr } from "../../core/attribute-constructors.ts";
import { cloneOp } from "../../core/clone.ts";
import type { Context } from "../../core/context.ts";
import type { Operation } from "../../core/operation.ts";
import { SYMBOL_NAME, SYMBOL_VISIBILITY, symbolName } from "../../core/symbol-table.ts";
import { walk } from "../../core/walk.ts";
import { applyPatternsGreedily } from "../../rewrite/greedy.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import { parseModule } from "../../syntax/parser.ts";
import { printOperation } from "../../syntax/printer.ts";
import type { RandomSource } from "../random-source.ts";
import { mutate } from "./mutate.ts";

const ENTRY = "main";

/** The functions of these texts, each as the module that has it as `@main`. What cannot be read is left out. */
export function corpusPrograms(texts: readonly string[], context: Context): readonly string[] {
  const programs: string[] = [];
  for (const text of texts) {
    const { module } = parseModule(text, context);
    if (module === undefined || verify(module).length > 0) continue;
    for (const op of module.regions[0]?.blocks[0]?.ops() ?? []) {
      const name = symbolName(op);
      if (name === undefined || op.regions[0]?.isEmpty !== false) continue;
      const program = withEntry(module, name);
      if (program !== undefined) programs.push(printOperation(program, { generic: true }));
    }
  }
  return programs;
}

/** A copy of the module in which the symbol is `@main`, without what it does not refer to; undefined where that is not valid. */
function withEntry(module: Operation, name: string): Operation | undefined {
  const copy = cloneOp(module);
  const body = copy.regions[0]?.blocks[0];
  if (body === undefined) return undefined;
  const used = reachable(copy, name);
  for (const op of [...body.ops()]) {
    const symbol = symbolName(op);
    if (symbol !== undefined && !used.has(symbol)) op.erase();
  }
  for (const op of body.ops()) {
    if (symbolName(op) !== name) continue;
    op.setAttribute(SYMBOL_NAME, stringAttr(copy.context, ENTRY));
    op.setAttribute(SYMBOL_VISIBILITY, undefined);
  }
  return verify(copy).length === 0 ? copy : undefined;
}

/** The symbols that a function needs, its own included. */
function reachable(module: Operation, from: string): ReadonlySet<string> {
  const found = new Set([from]);
  const all = new Map<string, Operation>();
  for (const op of module.regions[0]?.blocks[0]?.ops() ?? []) all.set(symbolName(op) ?? "", op);
  for (const name of found) {
    const op = all.get(name);
    if (op === undefined) continue;
    for (const inner of walk(op))
      for (const [, attribute] of inner.allAttributes) if (attribute.kind === "symbol") found.add(attribute.root);
  }
  return found;
}

/** The programs that a rule applies to. */
export function programsOf(pattern: Pattern, programs: readonly string[], context: Context): readonly string[] {
  const { root } = pattern;
  return programs.filter((text) => {
    if (root !== undefined && !text.includes(`"${root}"`)) return false;
    const { module } = parseModule(text, context);
    if (module === undefined) return false;
    let applied = false;
    try {
      applyPatternsGreedily(module, [pattern], {
        fold: false,
        uniqueConstants: false,
        regionSimplify: "disabled",
        listener: { patternEnd: (_, yes) => (applied ||= yes) },
      });
    } catch {
      return true;
    }
    return applied;
  });
}

/** One of the programs, most times a little changed; undefined where there is none. */
export function corpusProgram(
  programs: readonly string[],
  context: Context,
  random: RandomSource,
): Operation | undefined {
  if (programs.length === 0) return undefined;
  const text = random.pick(programs);
  const { module } = parseModule(text, context);
  if (module === undefined || random.chance(1, 8)) return module;
  const changed = cloneOp(module);
  mutate(changed, random);
  return verify(changed).length === 0 ? changed : module;
}
