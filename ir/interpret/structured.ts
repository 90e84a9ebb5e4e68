// The executor of structured meanings: a loop nest over operands' elements around a scalar body, on tensors and on memrefs.
import type { Operation } from "../core/operation.ts";
import { byteWidth, elementCount } from "../core/types.ts";
import { compileColumns, runColumns, type ColumnBody, type ColumnOperand } from "./columns.ts";
import type { BlockCode, CallableCode } from "./compile.ts";
import { matchContraction, runContraction } from "./contraction.ts";
import { copyIn, copyOut } from "./convert.ts";
import type { Computation, RuntimeValue, StructuredDescription } from "./meaning.ts";
import type { Memory, MemRefValue } from "./memory.ts";
import { checkWhole, checkWritable, hasDistinctElements } from "./memref.ts";
import { expectScalar } from "./operand.ts";
import { gathered } from "./slots.ts";
import type { Step } from "./step.ts";
import { forEachPoint, inferDomain, isShapedValue, pointsOf, type Domain } from "./structured-domain.ts";
import { located } from "./unwind.ts";
import { DenseValue, POISON, type Scalar } from "./value.ts";
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
  /** Made when the op first runs over many points; null where it has none. */
  let columns: ColumnBody | null | undefined;
  const direct = (frame: Frame): void => {
    frame.op = op;
    const operands = gathered(operandSlots, frame.values);
    const contracted = contraction && runContraction(contraction, description, operands, frame);
    if (contracted !== undefined) {
      frame.storeResults(resultSlots, contracted);
      return;
    }
    const { inputs, outputs } = description;
    const domain = inferDomain(description, operands.slice(0, inputs + outputs));
    frame.spend(domain.count * (body.steps.length + 1));
    if (domain.count >= manyPoints && columns === undefined) columns = compileColumns(description, code) ?? null;
    const results =
      columns === null || columns === undefined || domain.count < manyPoints
        ? walk(description, body, domain, operands, frame)
        : runByColumn(columns, description, body, domain, operands, frame);
    frame.op = op;
    frame.storeResults(resultSlots, results);
  };
  return { direct, control: undefined };
}

/** Below this columns cost more than they save. */
const manyPoints = 48;

/** By column as far as that goes, the rest point by point. */
function runByColumn(
  columns: ColumnBody,
  description: StructuredDescription,
  body: BlockCode,
  domain: Domain,
  given: readonly RuntimeValue[],
  frame: Frame,
): readonly DenseValue[] {
  const operands = columnOperands(description, domain, given, frame.memory);
  if (operands === undefined) return walk(description, body, domain, given, frame);
  const { inputs } = description;
  // A tensor that is written at every point and never read before is not copied.
  const results = operands.slice(inputs).map((operand, o) => {
    if (!(operand instanceof DenseValue)) throw new Error("an output has elements");
    return isOverwritten(description, o) ? DenseValue.zeros(operand.shape, operand.element) : operand.clone();
  });
  // Buffers were copied into tensors, whose elements lie elsewhere.
  const done = runColumns(columns, inferDomain(description, operands), operands, results, frame);
  given.slice(inputs).forEach((operand, o) => {
    if (isShapedValue(operand) && operand.kind === "memref" && done > 0) copyOut(frame.memory, operand, results[o]!);
  });
  const isTensor = (operand: RuntimeValue | undefined): boolean =>
    operand !== undefined && isShapedValue(operand) && operand.kind === "dense";
  const tensors = results.filter((_, o) => isTensor(given[inputs + o]));
  if (done === domain.count) return tensors;
  const rest = given.map((operand, k) => (k >= inputs && isTensor(operand) ? results[k - inputs]! : operand));
  walkPoints(description, body, domain, rest, frame, done);
  return tensors;
}

/** Whether the body ignores what the output holds, and every point writes an element of its own. */
function isOverwritten({ body, maps, inputs }: StructuredDescription, output: number): boolean {
  return body.entry.arguments[inputs + output]?.hasUses !== true && maps[inputs + output]!.isPermutation;
}

/**
 * The operands without poison and as tensors, or undefined: where an element is poison, where an output's buffer is another operand's
 * too, where accesses are not linear, or where a buffer is much larger than what the points reach.
 */
function columnOperands(
  description: StructuredDescription,
  domain: Domain,
  given: readonly RuntimeValue[],
  memory: Memory,
): readonly ColumnOperand[] | undefined {
  const { inputs, outputs, maps, body } = description;
  if (domain.accesses.some((access) => access?.position !== undefined)) return undefined;
  const operands: ColumnOperand[] = [];
  for (let k = 0; k < inputs + outputs; k++) {
    const operand = given[k]!;
    let value: ColumnOperand;
    if (!isShapedValue(operand)) value = expectScalar(operand);
    else if (operand.kind === "dense") value = operand;
    else {
      if (k >= inputs && !isWritableAlone(operand, k, given.slice(0, inputs + outputs))) return undefined;
      if (elementCount(operand.sizes) > 4 * domain.count || !maps[k]!.isProjectedPermutation) return undefined;
      value =
        k >= inputs && isOverwritten(description, k - inputs)
          ? DenseValue.zeros(operand.sizes, operand.element)
          : copyIn(memory, operand);
    }
    const isRead = body.entry.arguments[k]?.hasUses === true;
    const isWhole = k < inputs || isOverwritten(description, k - inputs);
    if (value instanceof DenseValue && value.poison !== null && (isRead || !isWhole)) return undefined;
    if (value === POISON && isRead) return undefined;
    operands.push(value);
  }
  return operands;
}

function isWritableAlone(output: MemRefValue, number: number, operands: readonly RuntimeValue[]): boolean {
  checkWhole(output);
  checkWritable(output.allocation);
  const isElsewhere = operands.some(
    (operand, k) =>
      k !== number && isShapedValue(operand) && operand.kind === "memref" && operand.allocation === output.allocation,
  );
  return !isElsewhere && hasDistinctElements(output);
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

interface Owned {
  readonly operands: readonly RuntimeValue[];
  /** The new values of tensor outputs. */
  readonly results: readonly DenseValue[];
}

/** Tensor inits become copies, to be written. */
function ownOutputs({ inputs, outputs }: StructuredDescription, given: readonly RuntimeValue[]): Owned {
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
  return { operands, results };
}

/** Accessors of all operands, every check of buffers made. */
function elementsOfAll(operands: readonly RuntimeValue[], domain: Domain, memory: Memory): readonly Elements[] {
  if (domain.count > 0)
    for (const operand of operands) if (isShapedValue(operand) && operand.kind === "memref") checkWhole(operand);
  return operands.map((operand) => elementsOf(operand, memory));
}

/** Point by point: each op of the body is a closure over the frame. */
function walk(
  description: StructuredDescription,
  body: BlockCode,
  domain: Domain,
  given: readonly RuntimeValue[],
  frame: Frame,
): readonly DenseValue[] {
  const { operands, results } = ownOutputs(description, given);
  walkPoints(description, body, domain, operands, frame, 0);
  return results;
}

function walkPoints(
  { body, inputs, outputs }: StructuredDescription,
  { argumentSlots, steps, exit }: BlockCode,
  domain: Domain,
  operands: readonly RuntimeValue[],
  frame: Frame,
  from: number,
): void {
  const elements = elementsOfAll(operands.slice(0, inputs + outputs), domain, frame.memory);
  const { values } = frame;
  // An argument without uses is not loaded, outputs that are only written among them.
  const loaded = body.entry.arguments.flatMap((argument, k) =>
    argument.hasUses ? [{ k, slot: argumentSlots[k]! }] : [],
  );
  const indices = new Array<number>(domain.extents.length).fill(0);
  const positions = new Array<number>(elements.length).fill(0);
  const yielded = exit.operandSlots;
  const fresh = new Array<Scalar>(outputs).fill(0);
  const outer = frame.loopIndices;
  frame.loopIndices = indices;
  let current = frame.op;
  try {
    forEachPoint(
      domain,
      indices,
      positions,
      () => {
        for (const { k, slot } of loaded) values[slot] = elements[k]!.load(positions[k]!);
        for (const step of steps) {
          current = step.op;
          step.direct!(frame);
        }
        for (let o = 0; o < outputs; o++) fresh[o] = expectScalar(values[yielded[o]!]);
        for (let o = 0; o < outputs; o++) elements[inputs + o]!.store(positions[inputs + o]!, fresh[o]!);
      },
      { from },
    );
  } catch (error) {
    throw located(error, current);
  }
  frame.loopIndices = outer;
}

/** For bodies with control ops. */
function* runThroughRegion(
  description: StructuredDescription,
  given: readonly RuntimeValue[],
  frame: Frame,
): Computation<readonly RuntimeValue[]> {
  const { operands, results } = ownOutputs(description, given);
  const domain = inferDomain(description, operands);
  const elements = elementsOfAll(operands, domain, frame.memory);
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
