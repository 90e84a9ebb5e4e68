// Which mutants are any: a mutation that never finds something to change in what a rule does is no mutant of it.
import type { DialectDefinition } from "../../../ir/core/definition.ts";
import { walk } from "../../../ir/core/walk.ts";
import { RulePlanting } from "../../../ir/check/directed/left-side-planting.ts";
import { ProgramSource } from "../../../ir/check/fuzz/hunt.ts";
import { withJournal } from "../../../ir/rewrite/journaled.ts";
import { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { mutantsOfDialect, type Mutant } from "../../fuzz/wrong-rules/mutants.ts";
import { newContext } from "../../support/mlir.ts";

/** Programs for each rule, and applications of it that are enough. */
const PROGRAMS = 24;
const APPLICATIONS = 12;

export interface Survey {
  readonly mutants: readonly Mutant[];
  /** Rules that no program made apply. */
  readonly silent: readonly string[];
}

/** Tries every mutation wherever a rule applies, and takes it back. */
export function surveyDialect(dialect: DialectDefinition): Survey {
  const byRule = new Map<string, Mutant[]>();
  for (const mutant of mutantsOfDialect(dialect)) {
    const key = `${mutant.pattern.root ?? ""} ${mutant.rule}`;
    const list = byRule.get(key);
    if (list === undefined) byRule.set(key, [mutant]);
    else list.push(mutant);
  }
  const mutants: Mutant[] = [];
  const silent: string[] = [];
  for (const candidates of byRule.values()) {
    const applications = tryAll(candidates);
    const real = candidates.filter(({ mutated }) => mutated.times > 0);
    if (applications === 0) silent.push(candidates[0]?.rule ?? "");
    for (const { mutated } of real) mutated.times = 0;
    mutants.push(...real);
  }
  return { mutants, silent };
}

/** How often the rule itself applied. */
function tryAll(candidates: readonly Mutant[]): number {
  const [first] = candidates;
  const root = first?.pattern.root;
  if (first === undefined || root === undefined) return 0;
  const { dialects, unchanged } = first;
  const source = new ProgramSource({ context: newContext, dialects });
  const planting = new RulePlanting(unchanged);
  let applications = 0;
  for (let index = 0; index < PROGRAMS && applications < APPLICATIONS; index++) {
    const program = source.program(source.seedOf(index), [planting, planting]);
    for (const op of [...walk(program)]) {
      if (op.name !== root) continue;
      withJournal(program.context, ({ mark, rollback }) => {
        const start = mark();
        const attempt = (mutant: Pick<Mutant, "pattern">): boolean => {
          try {
            return mutant.pattern.rewrite(op, new Rewriter(program.context).setBefore(op)) === true;
          } catch {
            return false;
          } finally {
            rollback(start);
          }
        };
        if (attempt({ pattern: unchanged })) applications++;
        for (const mutant of candidates) if (mutant.mutated.times === 0) attempt(mutant);
      });
    }
  }
  return applications;
}
