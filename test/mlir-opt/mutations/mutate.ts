// All kinds of mutations, and the choice of one: the op's name first, so that rare ops get as many as common ones.
import { readGenericText, type GenericText, type TextOp } from "./generic-text.ts";
import * as arity from "./mutate-arity.ts";
import * as attributes from "./mutate-attributes.ts";
import * as structure from "./mutate-structure.ts";
import { blockArgumentType, operandType, operandValueType, otherOperand, otherOperandName, resultType, valueType } from "./mutate-types.ts"; // prettier-ignore
import { applyEdits, type Mutation, type Mutator } from "./mutation.ts";
import { Random } from "./random.ts";

const types = {
  operandType,
  resultType,
  valueType,
  operandValueType,
  otherOperand,
  otherOperandName,
  blockArgumentType,
};
const mutators: readonly (readonly [string, Mutator])[] = Object.entries<Mutator>({
  ...types,
  ...arity,
  ...attributes,
  ...structure,
});

interface Site {
  readonly module: GenericText;
  readonly op: TextOp;
}

/** An endless sequence of mutations of ops of the dialects, in these modules in generic form. */
export function* mutations(
  modules: readonly string[],
  dialects: ReadonlySet<string>,
  seed: number,
): Generator<Mutation> {
  const random = new Random(seed);
  const sites = new Map<string, Site[]>();
  for (const text of modules) {
    const module = readGenericText(text);
    for (const op of module.ops) {
      if (!dialects.has(op.name.slice(0, op.name.indexOf(".")))) continue;
      const known = sites.get(op.name);
      if (known === undefined) sites.set(op.name, [{ module, op }]);
      else known.push({ module, op });
    }
  }
  const names = [...sites.keys()].sort();
  for (;;) {
    const site = random.pick(sites.get(random.pick(names) ?? "") ?? []);
    const [kind, mutator] = random.pick(mutators) ?? [];
    if (site === undefined || kind === undefined || mutator === undefined) continue;
    const edits = mutator(site.module, site.op, random);
    if (edits !== undefined) yield { kind, op: site.op.name, text: applyEdits(site.module.text, edits) };
  }
}
