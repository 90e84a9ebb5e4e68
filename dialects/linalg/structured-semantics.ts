// What every structured op derives from its facts: effects, inits, checks, names of body arguments, meaning.
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, elementTypeOf, type Type } from "../../ir/core/types.ts";
import { usesDim, type AffineExpr } from "../../ir/affine/expr.ts";
import type { InterfaceImplementation } from "../../ir/define/interface.ts";
import {
  BlockArgumentNames, ConditionallySpeculatable, DestinationStyleOpInterface, MemoryEffects, type MemoryEffect,
} from "../../ir/define/op-interfaces.ts"; // prettier-ignore
import { structured } from "../../ir/interpret/meaning.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import {
  hasPureTensorSemantics,
  LinalgOpInterface,
  linalgOp,
  operandShape,
  staticLoopRanges,
  type StructuredFacts,
} from "./linalg-op.ts";

/** Reads of memref inputs, and of inits whose old element the body uses; writes of memref inits. */
function structuredEffects(op: Operation): readonly MemoryEffect[] {
  const view = linalgOp(op);
  if (view === undefined) return [];
  const effects: MemoryEffect[] = [];
  op.operands.forEach((value, k) => {
    if (value.type.kind !== "memref") return;
    const isInit = k >= view.inputCount;
    if (!isInit || view.body.arguments[k]?.hasUses === true) effects.push({ effect: "read", value });
    if (isInit) effects.push({ effect: "write", value });
  });
  return effects;
}

/** The interfaces of an op with these facts. */
export function structuredInterfaces(facts: (op: Operation) => StructuredFacts): InterfaceImplementation[] {
  return [
    LinalgOpInterface.with(facts),
    DestinationStyleOpInterface.with((op) => {
      const { inputCount } = facts(op);
      return Array.from({ length: op.operandCount - inputCount }, (_, i) => inputCount + i);
    }),
    MemoryEffects.with(structuredEffects),
    ConditionallySpeculatable.with((op) => hasPureTensorSemantics(op) && "recursive"),
    BlockArgumentNames.with((op, block) => {
      const { inputCount } = facts(op);
      const init = op.name === "linalg.map" || op.name === "linalg.reduce" ? "init" : "out";
      return block.arguments.map((_, i) => (i < inputCount ? "in" : init));
    }),
  ];
}

/** The meaning of an op with these facts. */
export function structuredMeaning(facts: (op: Operation) => StructuredFacts): ReturnType<typeof structured> {
  return structured((op) => {
    const { iterators, maps, inputCount } = facts(op);
    return { iterators, maps, inputs: inputCount, outputs: op.operandCount - inputCount, body: op.region() };
  });
}

/** Whether the expression grows with every dimension, so that its extremes are at the ends of the loops. */
function isMonotone(e: AffineExpr): boolean {
  if (e.kind === "dim" || e.kind === "symbol") return true;
  if (e.kind === "constant") return e.value >= 0;
  return (e.kind === "add" || e.kind === "mul") && isMonotone(e.lhs) && isMonotone(e.rhs);
}

/** Ranks, extents, body and results of an op, checked against its facts. */
export function verifyStructured(op: Operation, facts: StructuredFacts): string | undefined {
  const { iterators, maps, inputCount } = facts;
  const operands = op.operands;
  if (maps.length !== operands.length)
    return `expected the number of indexing_map (${maps.length}) to be equal to the number of input/output operands (${operands.length})`;
  for (const [k, map] of maps.entries()) {
    if (map.symbols !== 0) return `unexpected symbols in indexing_map #${k}`;
    if (map.dims !== iterators.length)
      return `expected indexing_map #${k} to have ${iterators.length} dim(s) to match the number of loops`;
    const rank = operandShape(operands[k]!.type).length;
    if (map.results.length !== rank)
      return `expected operand #${k} rank (${rank}) to match the result rank of indexing_map (${map.results.length})`;
  }
  const undetermined = iterators.findIndex(
    (_, d) => !maps.some((map) => map.results.some((e) => e.kind === "dim" && e.position === d)),
  );
  if (undetermined >= 0) return "expected the shape-to-loops map to be non-null";
  return verifyExtents(op, facts) ?? verifyInits(op, inputCount) ?? verifyBody(op, inputCount);
}

function verifyExtents(op: Operation, facts: StructuredFacts): string | undefined {
  const ranges = staticLoopRanges(facts, op.operands);
  for (const [k, map] of facts.maps.entries()) {
    const shape = operandShape(op.operand(k).type);
    for (const [d, expr] of map.results.entries()) {
      const extent = shape[d] ?? DYNAMIC;
      const known = ranges.every((range, loop) => range !== DYNAMIC || !usesDim(expr, loop));
      if (extent === DYNAMIC || !known || !isMonotone(expr) || ranges.includes(0)) continue;
      const [last] = map.evaluate(ranges.map((range) => range - 1)).slice(d);
      const needed = (last ?? 0) + 1;
      const isDim = expr.kind === "dim";
      if (isDim ? needed === extent : needed <= extent) continue;
      return isDim
        ? `inferred input/output operand #${k} has shape's dimension #${d} to be ${needed}, but found ${extent}`
        : `inferred input/output operand #${k} has shape's dimension #${d} to be greater than or equal to ${needed}, but found ${extent}`;
    }
  }
  return undefined;
}

function verifyInits(op: Operation, inputCount: number): string | undefined {
  const inits = op.operands.slice(inputCount);
  const wrong = inits.find(({ type }) => type.kind !== "tensor" && type.kind !== "memref");
  if (wrong !== undefined) return `expected inits to be tensors or memrefs, but got '${typeText(wrong.type)}'`;
  const tensors = inits.filter(({ type }) => type.kind === "tensor");
  if (op.resultCount !== tensors.length)
    return `expected the number of tensor results (${op.resultCount}) to be equal to the number of output tensors (${tensors.length})`;
  const tied = tensors.findIndex(({ type }, i) => op.result(i).type !== type);
  if (tied < 0) return undefined;
  return `expected type of operand #${inputCount + inits.indexOf(tensors[tied]!)} ('${typeText(tensors[tied]!.type)}') to match type of corresponding result ('${typeText(op.result(tied).type)}')`;
}

function verifyBody(op: Operation, inputCount: number): string | undefined {
  const region = op.region();
  if (region.blocks.length !== 1) return "expects to have 1 region with 1 block";
  const body = region.entry;
  if (body.arguments.length !== op.operandCount)
    return "expected as many non-induction variable region arguments as the number of input/output operands";
  const argument = body.arguments.findIndex((a, i) => a.type !== elementTypeOf(op.operand(i).type));
  if (argument >= 0) {
    return `expected type of bb argument #${argument} ('${typeText(body.arguments[argument]!.type)}') to match element or self type of the corresponding operand ('${typeText(elementTypeOf(op.operand(argument).type))}')`;
  }
  const end = body.lastOp;
  if (end?.name !== "linalg.yield") return "expects its body to end in 'linalg.yield'";
  const inits: Type[] = op.operands.slice(inputCount).map(({ type }) => elementTypeOf(type));
  if (end.operandCount !== inits.length)
    return `expected number of yield values (${end.operandCount}) to match the number of inits / outs operands of the enclosing LinalgOp (${inits.length})`;
  const yielded = end.operands.findIndex(({ type }, i) => type !== inits[i]);
  if (yielded < 0) return undefined;
  return `type of yield operand ${yielded + 1} ('${typeText(end.operand(yielded).type)}') doesn't match the element type of the enclosing ${op.name} op ('${typeText(inits[yielded]!)}')`;
}
