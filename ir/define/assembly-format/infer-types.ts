// Types that the text does not show: through type variables, from the types of variables, or because only one type is accepted.
//
// The plan is made when the format is compiled, from what the text always shows; an operand that it cannot reach is a bug of the
// definition. Elements are counted as in FormatState: the operands, then the results.
import type { OperandDefinition } from "../../core/definition.ts";
import type { Type } from "../../core/types.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import { typeText } from "../../syntax/print-attributes.ts";
import type { FormatState } from "./parse-state.ts";
import type { FormatSubject } from "./subject.ts";

type Step =
  /** The variable is the type of the element. */
  | { readonly kind: "bind"; readonly element: number; readonly variable: string }
  /** The element has the variable's type. */
  | { readonly kind: "assign"; readonly element: number; readonly variable: string }
  /** The element's type follows from variables. */
  | { readonly kind: "derive"; readonly element: number };

export interface InferencePlan {
  readonly steps: readonly Step[];
  /** The elements whose types neither stand in the text nor are found by the steps. */
  readonly open: ReadonlySet<number>;
}

/** How to find the types of all elements when those of `shown` are read. */
export function planInference(subject: FormatSubject, shown: ReadonlySet<number>): InferencePlan {
  const elements = [...subject.operands, ...subject.results];
  const known = new Set(shown);
  const bound = new Set<string>();
  const steps: Step[] = [];
  const bind = (element: number): void => {
    const variable = elements[element]?.constraint.variable;
    if (variable === undefined) return;
    bound.add(variable);
    steps.push({ kind: "bind", element, variable });
  };
  [...shown].sort((a, b) => a - b).forEach(bind);
  for (let before = -1; before !== known.size;) {
    before = known.size;
    elements.forEach(({ arity, constraint }, element) => {
      // How many results a variadic one has does not follow from its type.
      if (known.has(element) || (element >= subject.operands.length && arity !== "one")) return;
      const { variable, infer, dependsOn } = constraint;
      if (variable !== undefined && bound.has(variable)) steps.push({ kind: "assign", element, variable });
      else if (infer !== undefined && (dependsOn ?? []).every((name) => bound.has(name)))
        steps.push({ kind: "derive", element });
      else return;
      known.add(element);
      bind(element);
    });
  }
  return { steps, open: new Set(elements.flatMap((_, element) => (known.has(element) ? [] : [element]))) };
}

const noTypes: readonly Type[] = [];
const nothingBound: ReadonlyMap<string, Type> = new Map();

/** Fills in `state.typeLists`. The operands have been read, each list's length is known. */
export function inferTypes(plan: InferencePlan, subject: FormatSubject, state: FormatState, p: OpParser): void {
  const { typeLists } = state;
  const { steps } = plan;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!;
    const { element } = step;
    if (step.kind === "bind" || typeLists[element] !== undefined) continue;
    const count = element < subject.operands.length ? (state.operandLists[element]?.length ?? 0) : 1;
    if (count === 0) typeLists[element] = noTypes;
    else if (step.kind === "derive") fill(state, element, count, derive(plan, i, subject, state, p));
    else {
      const source = bindingOf(plan, i, step.variable, state);
      const types = source === undefined ? undefined : typeLists[source];
      if (types !== undefined && types.length === count && count === 1) typeLists[element] = types;
      else fill(state, element, count, types?.[0]);
    }
  }
}

function fill(state: FormatState, element: number, count: number, type: Type | undefined): void {
  if (type !== undefined) state.typeLists[element] = new Array<Type>(count).fill(type);
}

/** The element that binds a variable before a step: the first of those that have a type. */
function bindingOf(plan: InferencePlan, before: number, variable: string, state: FormatState): number | undefined {
  for (let i = 0; i < before; i++) {
    const step = plan.steps[i]!;
    if (step.kind !== "bind" || step.variable !== variable) continue;
    const types = state.typeLists[step.element];
    if (types !== undefined && types.length > 0) return step.element;
  }
  return undefined;
}

/** The type that follows from variables, once these are seen to have types that they may have. */
function derive(
  plan: InferencePlan,
  at: number,
  subject: FormatSubject,
  state: FormatState,
  p: OpParser,
): Type | undefined {
  const constraint = definitionOf(subject, plan.steps[at]!.element)?.constraint;
  const dependsOn = constraint?.dependsOn ?? [];
  if (dependsOn.length === 0) return constraint?.infer?.(nothingBound, p.context);
  const bindings = new Map<string, Type>();
  const sources: number[] = [];
  for (const name of dependsOn) {
    const source = bindingOf(plan, at, name, state);
    const type = source === undefined ? undefined : state.typeLists[source]?.[0];
    if (source === undefined || type === undefined) return undefined;
    sources.push(source);
    bindings.set(name, type);
  }
  for (const source of sources) requireAccepted(definitionOf(subject, source), state.typeLists[source]?.[0], state, p);
  return constraint?.infer?.(bindings, p.context);
}

function requireAccepted(
  definition: OperandDefinition | undefined,
  type: Type | undefined,
  state: FormatState,
  p: OpParser,
): void {
  if (definition === undefined || type === undefined || definition.constraint.accepts(type)) return;
  p.error(
    `'${definition.name}' must be ${definition.constraint.description}, but got '${typeText(type)}'`,
    state.start,
  );
}

export function definitionOf(subject: FormatSubject, element: number): OperandDefinition | undefined {
  const { operands, results } = subject;
  return element < operands.length ? operands[element] : results[element - operands.length];
}
