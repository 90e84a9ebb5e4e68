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

/** Fills in `state.typeLists`. The operands have been read, each list's length is known. */
export function inferTypes(plan: InferencePlan, subject: FormatSubject, state: FormatState, p: OpParser): void {
  const { typeLists } = state;
  const operandCount = subject.operands.length;
  const bindings = new Map<string, Type>();
  const bindingElements = new Map<string, number>();
  const countOf = (element: number): number =>
    element < operandCount ? (state.operandLists[element]?.length ?? 0) : 1;
  const fill = (element: number, type: Type | undefined): void => {
    if (type !== undefined && typeLists[element] === undefined)
      typeLists[element] = new Array<Type>(countOf(element)).fill(type);
  };
  const derive = (element: number, { constraint }: OperandDefinition): void => {
    const dependsOn = constraint.dependsOn ?? [];
    if (!dependsOn.every((name) => bindings.has(name))) return;
    for (const name of dependsOn) requireAccepted(bindingElements.get(name), bindings.get(name));
    fill(element, constraint.infer?.(bindings, p.context));
  };
  const requireAccepted = (element: number | undefined, type: Type | undefined): void => {
    const definition = element === undefined ? undefined : definitionOf(subject, element);
    if (definition === undefined || type === undefined || definition.constraint.accepts(type)) return;
    p.error(
      `'${definition.name}' must be ${definition.constraint.description}, but got '${typeText(type)}'`,
      state.start,
    );
  };
  for (const step of plan.steps) {
    const { element } = step;
    if (step.kind === "bind") {
      const type = typeLists[element]?.[0];
      if (type === undefined || bindings.has(step.variable)) continue;
      bindings.set(step.variable, type);
      bindingElements.set(step.variable, element);
    } else if (typeLists[element] === undefined) {
      const definition = definitionOf(subject, element);
      if (countOf(element) === 0) typeLists[element] = [];
      else if (step.kind === "assign") fill(element, bindings.get(step.variable));
      else if (definition !== undefined) derive(element, definition);
    }
  }
}

export function definitionOf(subject: FormatSubject, element: number): OperandDefinition | undefined {
  const { operands, results } = subject;
  return element < operands.length ? operands[element] : results[element - operands.length];
}
