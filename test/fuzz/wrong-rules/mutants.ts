// Mutants of our own rules and folders, derived by wrapping them: the wrapped rule runs, and what it did is changed a little.
import type { Attribute } from "../../../ir/core/attributes.ts";
import { integerAttr } from "../../../ir/core/attribute-constructors.ts";
import type { DialectDefinition, OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { tryFold } from "../../../ir/rewrite/fold.ts";
import { combineListeners } from "../../../ir/rewrite/listener.ts";
import { refuse, type Pattern, type RewriteResult } from "../../../ir/rewrite/pattern.ts";
import { replacementValues, type Replacement, type Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { FastMathAttr, integerConstantAttr, IntegerOverflowAttr } from "../../../dialects/arith/index.ts";
import { builtMutations, mutateBuilt } from "./mutation.ts";
import { isRewritten, markRewritten } from "./wrong-rule.ts";

/** A mutant, and how often it really did something else than the rule that it comes from. */
export interface Mutant {
  /** The rule's name and what is changed. */
  readonly name: string;
  readonly rule: string;
  readonly mutation: string;
  readonly dialects: readonly string[];
  readonly pattern: Pattern;
  /** The rule as it is. */
  readonly unchanged: Pattern;
  readonly mutated: { times: number };
}

/** Runs a rewrite; what it inserts, and the root where it changes that, is handed to `made`. */
function watching(
  rewriter: Rewriter,
  root: Operation,
  made: (op: Operation) => void,
  run: () => RewriteResult,
): RewriteResult {
  const { listener } = rewriter;
  rewriter.listener = combineListeners(listener, {
    inserted: made,
    modified: (op) => {
      if (op === root) made(op);
    },
  });
  try {
    return run();
  } finally {
    rewriter.listener = listener;
  }
}

/** Runs a rewrite whose call of `replaceOp` for the root gets other values. */
function replacing(
  rewriter: Rewriter,
  root: Operation,
  choose: (values: readonly Value[]) => readonly Value[],
  run: () => RewriteResult,
): RewriteResult {
  const replaceOp = rewriter.replaceOp.bind(rewriter);
  rewriter.replaceOp = (op: Operation, replacement: Replacement): void => {
    replaceOp(op, op === root ? choose(replacementValues(replacement)) : replacement);
  };
  try {
    return run();
  } finally {
    Reflect.deleteProperty(rewriter, "replaceOp");
  }
}

/** Values that an op is computed from, nearest first: its operands, and theirs. */
function* sources(op: Operation): Generator<Value> {
  yield* op.operands;
  for (const value of op.operands) if (value.definingOp !== null) yield* value.definingOp.operands;
}

/** A change of the left side before the rule looks at it, so that it applies where it should not; returns how to change it back. */
type Pretence = (op: Operation, rewriter: Rewriter) => (() => void) | undefined;

/** The ops whose operands a rule may look at: the root, and what defines its operands. */
function leftOps(op: Operation): readonly Operation[] {
  return [op, ...op.operands.flatMap(({ definingOp }) => definingOp ?? [])];
}

/** Pretends that an integer constant is another one. */
const otherConstant =
  (value: bigint): Pretence =>
  (op) => {
    for (const owner of leftOps(op)) {
      for (const operand of owner.opOperands) {
        const constant = operand.value.definingOp;
        const attribute = constant?.hasTrait("ConstantLike") === true ? constantOf(operand.value) : undefined;
        const pretended = attribute && integerConstantAttr(operand.value.type, value);
        if (
          constant === null ||
          constant === undefined ||
          pretended === undefined ||
          pretended === attribute ||
          constant.attribute("value") === undefined
        )
          continue;
        constant.setAttribute("value", pretended);
        return () => {
          constant.setAttribute("value", attribute);
        };
      }
    }
    return undefined;
  };

/** Pretends that two operands of the root, or of the root and what defines another, are one value. */
const sameOperands: Pretence = (op) => {
  const inner = leftOps(op).slice(1);
  for (const owner of inner) {
    for (const operand of owner.opOperands) {
      const { value } = operand;
      const other = op.operands.find(
        (candidate) => candidate !== value && candidate.type === value.type && candidate.definingOp !== owner,
      );
      if (
        other === undefined ||
        (other.definingOp !== null &&
          other.definingOp.parentBlock === owner.parentBlock &&
          !other.definingOp.isBeforeInBlock(owner))
      )
        continue;
      operand.set(other);
      return () => operand.set(value);
    }
  }
  return undefined;
};

/** Pretends that a property of an op of the left side has another value. */
const property =
  (name: string, other: (op: Operation, attribute: Attribute | undefined) => Attribute | undefined): Pretence =>
  (op) => {
    for (const owner of leftOps(op)) {
      if (!owner.definition.propertySlots.has(name)) continue;
      const attribute = owner.attribute(name);
      const pretended = other(owner, attribute);
      if (pretended === undefined || pretended === attribute) continue;
      owner.setAttribute(name, pretended);
      return () => {
        owner.setAttribute(name, attribute);
      };
    }
    return undefined;
  };

const pretences: readonly (readonly [string, Pretence])[] = [
  ["guard: constant is 0", otherConstant(0n)],
  ["guard: constant is 1", otherConstant(1n)],
  ["guard: constant is -1", otherConstant(-1n)],
  ["guard: operands are one value", sameOperands],
  [
    "guard: predicate is eq",
    property("predicate", (_, attribute) =>
      attribute?.kind === "integer" && attribute.value !== 0n ? integerAttr(attribute.type, 0) : undefined,
    ),
  ],
  ["guard: overflow flags", property("overflowFlags", (op) => IntegerOverflowAttr.get(op.context, ["nsw", "nuw"]))],
  ["guard: fast-math flags", property("fastmath", (op) => FastMathAttr.get(op.context, FastMathAttr.cases))],
];

/** All ways to mutate a rewrite; each says in `done` that it really did. */
type Wrap = (run: Pattern["rewrite"], done: () => void) => Pattern["rewrite"];

const wraps: readonly (readonly [string, Wrap])[] = [
  ...builtMutations.map((mutation): readonly [string, Wrap] => [
    mutation.name,
    (run, done) => (op, rewriter) => {
      const made: Operation[] = [];
      const result = watching(
        rewriter,
        op,
        (inserted) => made.push(inserted),
        () => run(op, rewriter),
      );
      if (result === true && mutateBuilt(made, mutation)) {
        for (const inserted of made) if (inserted.parentBlock !== null) markRewritten(inserted);
        done();
      }
      return result;
    },
  ]),
  [
    "results exchanged",
    (run, done) => (op, rewriter) =>
      replacing(
        rewriter,
        op,
        (values) => {
          const at = values.findIndex((value, i) => i > 0 && value !== values[0] && value.type === values[0]?.type);
          if (at < 0) return values;
          done();
          return values.map((value, i) => (i === 0 ? values[at] : i === at ? values[0] : value) ?? value);
        },
        () => run(op, rewriter),
      ),
  ],
  [
    "another value of the left side",
    (run, done) => (op, rewriter) => {
      const candidates = [...sources(op)];
      return replacing(
        rewriter,
        op,
        (values) => {
          const [only] = values;
          if (values.length !== 1 || only === undefined) return values;
          const other = candidates.find((value) => value !== only && value.type === only.type && value !== op.result());
          if (other === undefined) return values;
          done();
          return [other];
        },
        () => run(op, rewriter),
      );
    },
  ],
  ...pretences.map(([name, pretend]): readonly [string, Wrap] => [
    name,
    (run, done) => (op, rewriter) => {
      const refused = run(op, rewriter);
      if (refused === true) return true;
      const restore = pretend(op, rewriter);
      if (restore === undefined) return refused;
      const result = run(op, rewriter);
      restore();
      if (result === true) done();
      return result;
    },
  ]),
];

function mutantsOf(rule: Pattern, dialects: readonly string[]): readonly Mutant[] {
  return wraps.map(([mutation, wrap]) => {
    const mutated = { times: 0 };
    const rewrite = wrap(rule.rewrite, () => mutated.times++);
    const name = `${rule.name} | ${mutation}`;
    const pattern: Pattern = {
      name,
      root: rule.root,
      ...(rule.tolerance === undefined ? {} : { tolerance: rule.tolerance }),
      text: rule.text ?? String(rule.rewrite),
      ...(rule.example === undefined ? {} : { example: rule.example }),
      rewrite: (op, rewriter) => (isRewritten(op) ? refuse("it is of a mutant's making") : rewrite(op, rewriter)),
    };
    return { name, rule: rule.name, mutation, dialects, pattern, unchanged: rule, mutated };
  });
}

/** The folder of a definition as a rule. */
export function folderRule(definition: OpDefinition): Pattern {
  return {
    name: `fold ${definition.name}`,
    root: definition.name,
    rewrite: (op, rewriter) => (tryFold(op, rewriter) === undefined ? refuse("it does not fold") : true),
  };
}

/** Dialects whose ops stand in a program around a rule on an op of this one. */
const company: Readonly<Record<string, readonly string[]>> = {
  scf: ["arith"], cf: ["arith"], memref: ["arith"], tensor: ["arith"], vector: ["arith"], linalg: ["arith", "tensor"], math: ["arith"],
  complex: ["arith"], bufferization: ["arith", "tensor", "memref"], affine: ["arith"], arith: ["math"], gpu: ["arith"], ub: ["arith"],
}; // prettier-ignore

/** The rules of a dialect, and its folders as rules. */
function rulesOf(dialect: DialectDefinition): readonly Pattern[] {
  const rules = new Map<string, Pattern>();
  for (const rule of dialect.canonicalizationPatterns ?? []) rules.set(`${rule.root ?? ""} ${rule.name}`, rule);
  const folders = dialect.ops.filter(({ fold, traits }) => fold !== undefined && !traits.has("ConstantLike"));
  return [...rules.values(), ...folders.map(folderRule)];
}

/** Mutants of every rule and folder of a dialect. Some change nothing: a rule that builds no constant has none to change. */
export function mutantsOfDialect(dialect: DialectDefinition): readonly Mutant[] {
  const dialects = [dialect.name, ...(company[dialect.name] ?? [])];
  return rulesOf(dialect).flatMap((rule) => mutantsOf(rule, dialects));
}
