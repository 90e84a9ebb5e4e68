// Rules: declarative patterns. `rule("x + 0 => x", match(AddIOp, { lhs: val("x"), rhs: constant(0n) }), ({ x }) => x)`.
import type { Attribute } from "../core/attributes.ts";
import type { OpDefinition } from "../core/definition.ts";
import { operandGroups } from "../core/element-groups.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { constantOf } from "../define/op-interfaces.ts";
import { refuse, type Pattern, type PatternOptions, type Refusal } from "./pattern.ts";
import type { Replacement, Rewriter } from "./rewriter.ts";
import { integerConstant } from "./constant.ts";

type Captured = Value | Attribute | Operation;
type Bindings = Map<string, Captured>;

/** Matches a value and binds names; C has the type of each name. `match` gives the reason when it does not match. */
export interface ValueMatcher<C extends object> {
  readonly match: (value: Value, bindings: Bindings) => string | undefined;
  readonly names: readonly string[];
  /** Only the type says something. */
  readonly captures?: C;
  readonly describe: string;
}

/** Matches an op by definition and operands. */
export interface OpMatcher<C extends object> extends ValueMatcher<C> {
  readonly definition: OpDefinition;
  readonly matchOp: (op: Operation, bindings: Bindings) => string | undefined;
}

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
type None = {};
type CapturesOf<M> = M extends ValueMatcher<infer C> ? C : None;
type Intersect<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;
type Merge<M extends Matchers> = Intersect<{ [K in keyof M]: CapturesOf<M[K]> }[keyof M]> & object;
type Matchers = Readonly<Record<string, ValueMatcher<object>>>;

function bind(bindings: Bindings, name: string, captured: Captured): string | undefined {
  const present = bindings.get(name);
  if (present !== undefined && present !== captured) {
    if (isValue(present) && isValue(captured)) captured.type.context.matchProbe?.same(captured, present);
    return `the two occurrences of '${name}' differ`;
  }
  bindings.set(name, captured);
  return undefined;
}

const isValue = (captured: Captured): captured is Value => "firstUse" in captured;

/** Any value; the same name twice asks for the same value. */
export function val<const N extends string>(name: N): ValueMatcher<Record<N, Value>> {
  return { names: [name], describe: name, match: (value, bindings) => bind(bindings, name, value) };
}

/** An integer or index constant, or a splat of one, with this value. */
export function constant(expected: bigint): ValueMatcher<None> {
  return {
    names: [],
    describe: String(expected),
    match: (value) => {
      const found = integerConstant(value);
      if (found === expected) return undefined;
      const { definingOp } = value;
      if (definingOp !== null) definingOp.context.matchProbe?.constant(definingOp, expected);
      return found === undefined ? "is no integer constant" : `is the constant ${found}, not ${expected}`;
    },
  };
}

/** Any constant; binds its attribute. */
export function anyConstant<const N extends string>(name: N): ValueMatcher<Record<N, Attribute>> {
  return {
    names: [name],
    describe: name,
    match: (value, bindings) => {
      const attribute = constantOf(value);
      return attribute === undefined ? "is no constant" : bind(bindings, name, attribute);
    },
  };
}

/** A value that also has to satisfy a predicate. */
export function where<C extends object>(
  matcher: ValueMatcher<C>,
  accept: (value: Value) => boolean,
  otherwise: string,
): ValueMatcher<C> {
  return {
    ...matcher,
    match: (value, bindings) => (accept(value) ? matcher.match(value, bindings) : otherwise),
  };
}

/** An op with these operands, by the definition's names; operands that are not named may be anything. `as` binds the op. */
export function match<const M extends Matchers = None, const A extends string = never>(
  definition: OpDefinition,
  operands: M,
  options: { readonly as?: A; readonly when?: (op: Operation) => string | undefined } = {},
): OpMatcher<Merge<M> & Record<A, Operation>> {
  const entries = Object.entries(operands).map(([name, matcher]) => {
    const index = definition.operands.findIndex((operand) => operand.name === name || camelCase(operand.name) === name);
    if (index < 0) throw new Error(`'${definition.name}' has no operand '${name}'`);
    return { prefix: `operand '${name}' `, valueOf: singleOperand(definition, index), matcher };
  });
  const { as, when } = options;
  const names = new Set<string>(entries.flatMap(({ matcher }) => matcher.names));
  if (as !== undefined) names.add(as);
  const matchOp = (op: Operation, bindings: Bindings): string | undefined => {
    if (op.definition !== definition) {
      op.context.matchProbe?.definition(op, definition);
      return `is '${op.name}', not '${definition.name}'`;
    }
    for (let i = 0; i < entries.length; i++) {
      const { prefix, valueOf, matcher } = entries[i]!;
      const value = valueOf(op);
      if (value === undefined) return `${prefix}is not one value`;
      const reason = matcher.match(value, bindings);
      if (reason !== undefined) return prefix + reason;
    }
    const reason = when?.(op);
    if (reason !== undefined) return reason;
    return as === undefined ? undefined : bind(bindings, as, op);
  };
  const described = Object.entries(operands)
    .map(([name, matcher]) => `${name}: ${matcher.describe}`)
    .join(", ");
  const matcher = {
    definition,
    matchOp,
    names: [...names],
    describe: `${definition.name}(${described})`,
    match: (value: Value, bindings: Bindings) => {
      const op = value.definingOp;
      return op === null ? `is a block argument, not the result of '${definition.name}'` : matchOp(op, bindings);
    },
  };
  return matcher;
}

/** Reads an operand that is one value; most definitions have no groups that vary, and every refused match would list them all. */
function singleOperand(definition: OpDefinition, index: number): (op: Operation) => Value | undefined {
  if (definition.operands.every(({ arity }) => arity === "one"))
    return (op) => (index < op.operandCount ? op.operand(index) : undefined);
  return (op) => {
    const group = operandGroups(op)[index] ?? [];
    return group.length === 1 ? group[0] : undefined;
  };
}

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const nothingCaptured = {};

/** The captures as an object, once every name that the matcher promises is bound. */
function hasCaptures<C extends object>(matcher: ValueMatcher<C>, captures: object): captures is C {
  return matcher.names.every((name) => name in captures);
}

/**
 * A pattern from its equation, the left side as a matcher, and a function from the captures to the right side: a value, one
 * value a result, or an op. It builds through the rewriter, in front of the root, and may still refuse.
 */
export function rule<C extends object>(
  equation: string,
  left: OpMatcher<C>,
  right: (captures: C, rewriter: Rewriter, root: Operation) => Replacement | RewrittenView | Refusal,
  options: PatternOptions = {},
): Pattern {
  // Most attempts are refused: one map serves all, empty between them.
  const bindings: Bindings = new Map();
  return {
    name: equation,
    root: left.definition.name,
    ...options,
    rewrite: (op, rewriter) => {
      const reason = left.matchOp(op, bindings);
      const captures = reason === undefined ? Object.fromEntries(bindings) : nothingCaptured;
      if (bindings.size > 0) bindings.clear();
      if (reason !== undefined) return refuse(reason);
      if (!hasCaptures(left, captures)) throw new Error(`rule '${equation}' left a name unbound`);
      const result = right(captures, rewriter, op);
      if ("refused" in result) return result;
      rewriter.replaceOp(op, "op" in result ? result.op : result);
      return true;
    },
  };
}

/** What `definition.build` returns; stands for its op's results. */
export interface RewrittenView {
  readonly op: Operation;
}
