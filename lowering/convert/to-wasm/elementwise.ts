// Rules of elementwise ops: arithmetic, comparisons, casts, select. Lanes without an instruction are done one by one.
import type { Operation } from "../../../ir/core/operation.ts";
import { elementCount, elementTypeOf } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { denseSplatElement } from "../../../ir/interpret/convert.ts";
import { expectElement, lanesPerChunk, type Element } from "./element.ts";
import type { FunctionLowering } from "./function-lowering.ts";
import type { VectorValue } from "./lowered.ts";
import type { Rule, RuleTable } from "./rule.ts";
import { arithmeticCode, arithmeticNames, emitCode, type Code } from "./scalar/arithmetic.ts";
import { castNames, castOf, castProblem, castScalar } from "./scalar/cast.ts";
import { comparisonCode, comparisonNames } from "./scalar/compare.ts";
import { Form } from "./scalar/form.ts";
import { castChunks, narrowMask, widenMask } from "./vector/lane-width.ts";
import { chunksOfScalars, extractLane, laneOf } from "./vector/lanes.ts";

const operandElement = (op: Operation): Element => expectElement(elementTypeOf(op.operand(0).type));
const resultElement = (op: Operation): Element => expectElement(elementTypeOf(op.result().type));

/** Applies a function of scalars to each element of the operands. */
function lanewise(op: Operation, f: FunctionLowering, apply: (...scalars: Value[]) => Value): void {
  const { emitter } = f;
  const { type } = op.result();
  if (type.kind !== "vector") {
    f.setScalar(op.result(), apply(...op.operands.map((value) => f.scalar(value))));
    return;
  }
  const operands = op.operands.map((value) => f.lowered(value));
  const made: Value[] = [];
  for (let i = 0; i < elementCount(type.shape); i++) {
    made.push(apply(...operands.map((operand) => scalarAt(f, operand, i))));
  }
  f.setVector(
    op.result(),
    chunksOfScalars(emitter, type.shape, resultElement(op), (i) => made[i]!),
  );
}

function scalarAt(f: FunctionLowering, operand: ReturnType<FunctionLowering["lowered"]>, i: number): Value {
  if (operand.kind === "buffer") throw new Error("a buffer is no operand of arithmetic");
  return operand.kind === "scalar" ? operand.value : extractLane(f.emitter, operand.element, laneOf(operand, i));
}

const chunkAt = (vector: VectorValue, c: number): Value => {
  const chunk = vector.chunks[c];
  if (chunk === undefined) throw new Error("operands have the same number of chunks");
  return chunk;
};

/** The number that all lanes of an operand are shifted by, when it is one. */
function constantShift(op: Operation): number | undefined {
  if (!shifts.has(op.name)) return undefined;
  const attribute = constantOf(op.operand(1));
  const scalar = attribute?.kind === "dense" ? denseSplatElement(attribute) : undefined;
  return scalar?.kind === "integer" ? Number(scalar.value) : undefined;
}
const shifts: ReadonlySet<string> = new Set(["arith.shli", "arith.shrsi", "arith.shrui"]);

function lowerCode(op: Operation, f: FunctionLowering, code: Code, element: Element, isTest: boolean): void {
  const { emitter } = f;
  const scalars = new Form(emitter, element, false);
  const { type } = op.result();
  const lanes = new Form(emitter, element, true);
  const shift = type.kind === "vector" ? constantShift(op) : undefined;
  const isLaneShift = shifts.has(op.name) && shift === undefined;
  if (type.kind !== "vector" || isLaneShift || !code.needs.every((mnemonic) => lanes.has(mnemonic))) {
    lanewise(op, f, (...operands) => emitCode(code, scalars, operands));
    return;
  }
  const vectors = op.operands.map((value) => f.vector(value));
  const [first] = vectors;
  if (first === undefined) throw new Error("an elementwise op without operands");
  const amount = shift === undefined ? undefined : emitter.i32(shift);
  const chunks = first.chunks.map((chunk, c) => {
    const operands = amount === undefined ? vectors.map((vector) => chunkAt(vector, c)) : [chunk, amount];
    return emitCode(code, lanes, operands);
  });
  f.setVector(op.result(), isTest && lanesPerChunk(element) === 2 ? narrowMask(emitter, first.shape, chunks) : chunks);
}

const arithmetic: Rule = {
  refuse: (op) => {
    const element = operandElement(op);
    const code = arithmeticCode(op.name, element);
    return code === undefined ? `no instructions for it on '${element.kind}'` : undefined;
  },
  lower: (op, f) => {
    const element = operandElement(op);
    const code = arithmeticCode(op.name, element);
    if (code === undefined) throw new Error(`'${op.name}' was not refused`);
    lowerCode(op, f, code, element, false);
  },
};

const codeOfComparison = (op: Operation): Code | undefined => comparisonCode(op, operandElement(op).kind === "i1");

const comparison: Rule = {
  refuse: (op) => (codeOfComparison(op) === undefined ? "no instructions for it" : undefined),
  lower: (op, f) => {
    const code = codeOfComparison(op);
    if (code === undefined) throw new Error(`'${op.name}' was not refused`);
    lowerCode(op, f, code, operandElement(op), true);
  },
};

const cast: Rule = {
  refuse: (op) => castProblem(op.name, operandElement(op), resultElement(op)),
  lower: (op, f) => {
    const [from, to] = [operandElement(op), resultElement(op)];
    const kind = castOf(op.name, from, to);
    const operand = f.lowered(op.operand(0));
    const chunks = operand.kind === "vector" ? castChunks(f.emitter, kind, operand, to) : undefined;
    if (chunks !== undefined) f.setVector(op.result(), chunks);
    else lanewise(op, f, (scalar) => castScalar(f.emitter, kind, from, to, scalar));
  },
};

const select: Rule = {
  refuse: (op) => (op.result().type.kind === "memref" ? "a choice between buffers" : undefined),
  lower: (op, f) => {
    const { emitter } = f;
    const condition = f.lowered(op.operand(0));
    const [whenTrue, whenFalse] = [f.lowered(op.operand(1)), f.lowered(op.operand(2))];
    if (condition.kind === "buffer") throw new Error("a buffer is no condition");
    if (whenTrue.kind === "scalar" && whenFalse.kind === "scalar" && condition.kind === "scalar") {
      f.setScalar(op.result(), emitter.op("select", [whenTrue.value, whenFalse.value, condition.value]));
      return;
    }
    if (whenTrue.kind !== "vector" || whenFalse.kind !== "vector") throw new Error("operands of one type");
    const masks = condition.kind === "vector" ? widenMask(emitter, condition, whenTrue.element) : undefined;
    const chunks = whenTrue.chunks.map((chunk, c) => {
      const other = chunkAt(whenFalse, c);
      const mask = masks?.[c];
      if (mask !== undefined) return emitter.op("v128.bitselect", [chunk, other, mask]);
      return emitter.op("select", [chunk, other, f.scalar(op.operand(0))]);
    });
    f.setVector(op.result(), chunks);
  },
};

const named = (names: readonly string[], rule: Rule): RuleTable =>
  Object.fromEntries(names.map((name) => [name, rule]));

export const elementwiseRules: RuleTable = {
  ...named(arithmeticNames, arithmetic),
  ...named(comparisonNames, comparison),
  ...named(castNames, cast),
  "arith.select": select,
};
