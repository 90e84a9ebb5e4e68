// The executor of structured meanings: a loop nest over operands' elements around a scalar body, on tensors and on memrefs.
import type { Block } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { CallableCode, Step } from "./compile.ts";
import { matchContraction, runContraction } from "./contraction.ts";
import type { Computation, RuntimeValue, StructuredDescription } from "./meaning.ts";
import type { Memory } from "./memory.ts";
import { checkWhole, checkWritable } from "./memref.ts";
import { byteWidth } from "../core/types.ts";
import { expectScalar } from "./operand.ts";
import { forEachPoint, inferDomain, isShapedValue, pointsOf, type Domain } from "./structured-domain.ts";
import type { DenseValue } from "./value.ts";
import { type Scalar } from "./value.ts";
import type { Frame } from "./walker.ts";

/**
 * A structured op as a step. Tensors: each output starts as a copy of its init and becomes a result. Memrefs: outputs are
 * updated in place. Fuel is one unit a point of the domain, and one an op of the body.
 */
export function prepareStructured(
  op: Operation,
  description: StructuredDescription,
  code: CallableCode,
  operandSlots: readonly number[],
  resultSlots: readonly number[],
): Pick<Step, "direct" | "control"> {
  const block = description.body.entry;
  const body = code.block(block);
  if (!body.isDirect)
    return { direct: undefined, control: (operands, frame) => runThroughRegion(description, operands, frame) };
  const contraction = matchContraction(description);
  const direct = (frame: Frame): void => {
    const operands = operandSlots.map((slot) => frame.values[slot]!);
    if (contraction !== undefined) {
      const results = runContraction(contraction, description, operands, frame);
      if (results !== undefined) {
        frame.storeResults(resultSlots, results);
        return;
      }
    }
    runDirectly(description, code, block, operands, frame, op, resultSlots);
  };
  return { direct, control: undefined };
}

/** Loads and stores of one operand by position. */
interface Elements {
  readonly load: (position: number) => Scalar;
  readonly store: (position: number, value: Scalar) => void;
}

function elementsOf(operand: RuntimeValue, memory: Memory): Elements {
  if (!isShapedValue(operand)) {
    const scalar = expectScalar(operand);
    const store = (): void => {
      throw new Error("a scalar is no output");
    };
    return { load: () => scalar, store };
  }
  if (operand.kind === "dense") return { load: (at) => operand.get(at), store: (at, value) => operand.set(at, value) };
  const { base, element } = operand;
  const bytes = byteWidth(element)!;
  return {
    load: (at) => memory.load(base + at * bytes, element),
    store: (at, value) => memory.store(base + at * bytes, element, value),
  };
}

interface Prepared {
  readonly domain: Domain;
  readonly elements: readonly Elements[];
  /** The new values of tensor outputs. */
  readonly results: readonly DenseValue[];
}

/** Copies of tensor inits, the domain, and the accessors, all checks made. */
function prepareOperands(description: StructuredDescription, given: readonly RuntimeValue[], memory: Memory): Prepared {
  const { inputs, outputs } = description;
  const operands = given.slice(0, inputs + outputs);
  const results: DenseValue[] = [];
  for (let k = inputs; k < operands.length; k++) {
    const operand = operands[k]!;
    if (!isShapedValue(operand)) continue;
    if (operand.kind === "dense") {
      const result = operand.clone();
      operands[k] = result;
      results.push(result);
    } else checkWritable(operand.allocation);
  }
  const domain = inferDomain(description, operands);
  if (domain.count > 0)
    for (const operand of operands) if (isShapedValue(operand) && operand.kind === "memref") checkWhole(operand);
  return { domain, elements: operands.map((operand) => elementsOf(operand, memory)), results };
}

function runDirectly(
  description: StructuredDescription,
  code: CallableCode,
  block: Block,
  operands: readonly RuntimeValue[],
  frame: Frame,
  op: Operation,
  resultSlots: readonly number[],
): void {
  const { domain, elements, results } = prepareOperands(description, operands, frame.memory);
  const { argumentSlots, steps, exit } = code.block(block);
  frame.spend(domain.count * (steps.length + 1));
  const { values } = frame;
  // An argument without uses is not loaded, outputs that are only written among them.
  const loaded = block.arguments.flatMap((argument, k) => (argument.hasUses ? [{ k, slot: argumentSlots[k]! }] : []));
  const indices = new Array<number>(domain.extents.length).fill(0);
  const positions = new Array<number>(elements.length).fill(0);
  const { inputs, outputs } = description;
  const yielded = exit.operandSlots;
  const fresh = new Array<Scalar>(outputs).fill(0);
  const outer = frame.loopIndices;
  frame.loopIndices = indices;
  forEachPoint(domain, indices, positions, () => {
    for (const { k, slot } of loaded) values[slot] = elements[k]!.load(positions[k]!);
    for (const step of steps) {
      frame.op = step.op;
      step.direct!(frame);
    }
    for (let o = 0; o < outputs; o++) fresh[o] = expectScalar(values[yielded[o]!]);
    for (let o = 0; o < outputs; o++) elements[inputs + o]!.store(positions[inputs + o]!, fresh[o]!);
  });
  frame.loopIndices = outer;
  frame.op = op;
  frame.storeResults(resultSlots, results);
}

/** For bodies with control ops. */
function* runThroughRegion(
  description: StructuredDescription,
  operands: readonly RuntimeValue[],
  frame: Frame,
): Computation<readonly RuntimeValue[]> {
  const { domain, elements, results } = prepareOperands(description, operands, frame.memory);
  const { inputs, outputs, body } = description;
  const argumentCount = body.entry.arguments.length;
  const indices = new Array<number>(domain.extents.length).fill(0);
  const positions = new Array<number>(elements.length).fill(0);
  const outer = frame.loopIndices;
  for (const _ of pointsOf(domain, indices, positions)) {
    frame.spend(1);
    frame.loopIndices = indices;
    const args = elements.slice(0, argumentCount).map(({ load }, k) => load(positions[k]!));
    const exit = yield* frame.runRegion(body, args);
    for (let o = 0; o < outputs; o++) elements[inputs + o]!.store(positions[inputs + o]!, expectScalar(exit.values[o]));
  }
  frame.loopIndices = outer;
  return results;
}
