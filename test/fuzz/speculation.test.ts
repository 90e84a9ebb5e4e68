// An op that may be speculated runs where it would not have run: in a program that was rewritten it never ends the run, whatever its operands are, poison included.
import { expect, test } from "@jest/globals";
import { isMemoryEffectFree, isSpeculatable, isTerminator } from "../../ir/analysis/effects.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { isBufferInput, isDense, type Input } from "../../ir/check/buffer-input.ts";
import { inputsOfTypes } from "../../ir/check/inputs.ts";
import { seededSource, type RandomSource } from "../../ir/check/random-source.ts";
import { Program } from "../../ir/check/run-program.ts";
import { visibleOps } from "../../ir/check/visible-ops.ts";
import { stringAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import { Region } from "../../ir/core/block.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../../ir/core/clone.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import { Operation } from "../../ir/core/operation.ts";
import { functionType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import { DenseValue, POISON } from "../../ir/interpret/value.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { createTerraceContext } from "../../tools/library/context.ts";
import { generated, otherSets, programCount, upstreamSets } from "../support/generated.ts";

/** A function of the op alone: what it takes from outside are the arguments, what it gives the results. */
function alone(op: Operation): { readonly module: Operation; readonly main: Operation } | undefined {
  const { context } = op;
  const region = new Region(context);
  const block = region.addBlock();
  const mapping = new IRMapping();
  for (const inner of visibleOps(op))
    for (const value of inner.operands) {
      if (isInside(value, op) || mapping.values.has(value)) continue;
      // Whether an op may be speculated is up to its constants, too: a divisor that is not 0.
      if (value.definingOp?.hasTrait("ConstantLike") === true) block.append(cloneOp(value.definingOp, mapping));
      else mapping.map(value, block.addArgument(value.type));
    }
  const copy = cloneOp(op, mapping);
  block.append(copy);
  const results = copy.results.filter(({ type }) => type.kind !== "memref");
  const builder = OpBuilder.atEnd(context, block);
  builder.create("func.return", { operands: results });
  const body = new Region(context);
  const top = OpBuilder.atEnd(context, body.addBlock());
  const type = functionType(
    context,
    block.arguments.map((argument) => argument.type),
    results.map((result) => result.type),
  );
  const main = top.create("func.func", {
    properties: { sym_name: stringAttr(context, "main"), function_type: typeAttr(type) },
    regions: [region],
  });
  const module = Operation.create(context, context.opDefinition("builtin.module"), op.location, { regions: [body] });
  return verify(module).length === 0 && mayRunAnywhere(copy) ? { module, main } : undefined;
}

const isInside = (value: Value, op: Operation): boolean => {
  const owner = value.definingOp ?? value.ownerBlock?.parentOp;
  return owner?.enclosing((around) => around === op) !== undefined || (owner === op && value.definingOp !== op);
};

/** Some of the inputs poison, as a whole or in part. */
function withPoison(inputs: readonly Input[], random: RandomSource): readonly Input[] {
  return inputs.map((input) => {
    if (isBufferInput(input) || !random.chance(1, 3)) return input;
    return isDense(input) ? DenseValue.poison(input.shape, input.element) : POISON;
  });
}

/** How a run of the op ended, where it did not end well. */
function badEnd(op: Operation, random: RandomSource): string | undefined {
  const made = alone(op);
  if (made === undefined) return undefined;
  const { module, main } = made;
  const program = new Program(module, main, undefined, { speculates: true });
  for (let run = 0; run < runs; run++) {
    const inputs = inputsOfTypes(program.argumentTypes, random, { poison: true });
    if ("unsupported" in inputs) return undefined;
    const { outcome } = program.run(withPoison(inputs, random), 1e5);
    if (outcome.kind === "undefined-behavior" || outcome.kind === "crashed" || outcome.kind === "aborted")
      return `${outcome.kind}: ${outcome.reason}\n${printOperation(module)}`;
  }
  return undefined;
}

const mayRunAnywhere = (op: Operation): boolean =>
  op.resultCount > 0 && !isTerminator(op) && isSpeculatable(op) && isMemoryEffectFree(op);

const isPromised = ({ traits, results }: OpDefinition): boolean =>
  results.length > 0 && traits.has("Pure") && !traits.has("Terminator");

/** Ops of one name that are tried, and how often each runs. */
const mostTried = programCount(4);
const runs = 4;

test("ops that may be speculated end no run with undefined behaviour", () => {
  const context = createTerraceContext();
  const random = seededSource(1);
  const sets = [...upstreamSets, ...otherSets];
  const promised = [...new Set(sets.flat())].flatMap(
    (name) => context.dialects.get(name)?.ops.filter(isPromised) ?? [],
  );
  const tried = new Map<string, number>();
  for (let seed = 0; seed < programCount(24); seed++) {
    // After some programs of every set only those that may have what is missing.
    const missing = promised.filter(({ name }) => !tried.has(name));
    const among =
      seed < programCount(8) ? sets : sets.filter((set) => missing.some(({ dialect }) => set.includes(dialect)));
    for (const dialects of among)
      for (const op of visibleOps(generated(context, seed, { dialects, undefinedBehavior: "rich" }))) {
        const times = tried.get(op.name) ?? 0;
        if (times >= mostTried || !mayRunAnywhere(op)) continue;
        tried.set(op.name, times + 1);
        const problem = badEnd(op, random);
        expect({ op: op.name, seed, problem }).toEqual({ op: op.name, seed, problem: undefined });
      }
  }
  // Some stand in few programs: the ids of a launch's threads.
  expect(promised.filter(({ name }) => tried.has(name)).length).toBeGreaterThan(0.9 * promised.length);
});
