// Operands that satisfy an op's constraints, and the types that its variables get by them.
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { ElementPlan, OperationPlan } from "./plans.ts";
import type { Bindings, ValueSource } from "./value-source.ts";

export function chooseOperands(
  plan: OperationPlan,
  source: ValueSource,
  preferred: Value | undefined,
  bindings: Bindings,
  operands: Value[],
  sizes: number[] | undefined,
): boolean {
  const { random } = source;
  const elements = plan.operands;
  // The value to go on with takes one of the places that accept it.
  let place = -1;
  if (preferred !== undefined && elements.length > 0) {
    const start = random.below(elements.length);
    for (let i = 0; i < elements.length && place < 0; i++) {
      const at = (start + i) % elements.length;
      if (!elements[at]!.follows && elements[at]!.accepts(preferred.type)) place = at;
    }
    if (place >= 0) bind(elements[place]!, preferred.type, bindings);
  }
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i]!;
    let count = 1;
    if (element.arity === "optional") count = i === place ? 1 : random.below(2);
    else if (element.arity === "variadic") count = Math.max(i === place ? 1 : 0, random.below(4));
    sizes?.push(count);
    for (let n = 0; n < count; n++) {
      const value = i === place && n === 0 ? preferred : chooseOperand(plan, element, source, bindings, operands);
      if (value === undefined) return false;
      operands.push(value);
    }
  }
  return true;
}

/** Makes a result have this type, where its constraint can be bound to it. */
export function bindResult({ results }: OperationPlan, type: Type, bindings: Bindings): void {
  const element = results.find(({ constraint, accepts }) => constraint.variable !== undefined && accepts(type));
  if (element !== undefined) bind(element, type, bindings);
}

function bind({ constraint }: ElementPlan, type: Type, bindings: Bindings): void {
  if (constraint.variable !== undefined && !bindings.has(constraint.variable)) bindings.set(constraint.variable, type);
}

function chooseOperand(
  plan: OperationPlan,
  element: ElementPlan,
  source: ValueSource,
  bindings: Bindings,
  operands: readonly Value[],
): Value | undefined {
  const type = followingType(plan, element, source, bindings);
  if (type !== undefined) {
    if (!element.accepts(type)) return undefined;
    const last = operands[operands.length - 1];
    // The same operand twice.
    if (last?.type === type && source.random.below(8) === 0) return last;
    // Rules mostly want a constant on the right.
    const constant = last !== undefined && source.random.below(3) === 0 ? source.newConstant(type) : undefined;
    return constant ?? source.available(type);
  }
  if (element.follows) return undefined;
  if (source.random.below(8) > 0) {
    const found = source.find(element.accepts);
    if (found !== undefined) {
      bind(element, found.type, bindings);
      return found;
    }
  }
  const chosen = chooseType(element, source);
  if (chosen === undefined) return undefined;
  bind(element, chosen, bindings);
  return source.available(chosen);
}

/** The type that an element must have by what is bound; binds the variables that it follows from where they are free. */
export function followingType(
  plan: OperationPlan,
  element: ElementPlan,
  source: ValueSource,
  bindings: Bindings,
): Type | undefined {
  if (element.exact !== undefined) return element.exact;
  const { variable, infer, dependsOn = [] } = element.constraint;
  if (variable !== undefined) {
    const bound = bindings.get(variable);
    if (bound !== undefined) return bound;
  }
  if (infer === undefined || !element.follows) return undefined;
  for (const name of dependsOn) {
    if (bindings.has(name)) continue;
    const origin = [...plan.operands, ...plan.results].find(({ constraint }) => constraint.variable === name);
    const type = origin && chooseType(origin, source);
    if (type === undefined) return undefined;
    bindings.set(name, type);
  }
  return infer(bindings, source.context);
}

/** A type of the program's that an element accepts, else one of the samples. */
export function chooseType(element: ElementPlan, { poolTypes, random, context }: ValueSource): Type | undefined {
  const start = random.below(poolTypes.length);
  for (let i = 0; i < poolTypes.length; i++) {
    const type = poolTypes[(start + i) % poolTypes.length]!;
    if (element.accepts(type)) return type;
  }
  // Ops on other types stand alone, so there are few of them.
  const samples = random.below(4) === 0 ? (element.constraint.samples?.(context) ?? []) : [];
  return samples.length === 0 ? undefined : random.pick(samples);
}
