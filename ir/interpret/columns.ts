// Structured bodies over columns: each op of the body becomes one loop over some hundred points, instead of a closure called at each point.
//
// What an output's own element takes part in (a reduction) goes point by point, the rest before it by column. Bit for bit the same: nothing is reordered
// for any element, and a stretch in which something is poison or undefined is left to the walk over points, before any of it is stored.
import type { Block } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { isBigArray } from "./element-array.ts";
import type { CallableCode } from "./compile.ts";
import { columnKind, kernelOf, newColumn, type Column, type Kernel } from "./kernels.ts";
import type { StructuredDescription } from "./meaning.ts";
import { expectScalar } from "./operand.ts";
import { Points } from "./points.ts";
import { scalarForm } from "./scalar-form.ts";
import type { Step } from "./step.ts";
import type { Domain } from "./structured-domain.ts";
import { located, Unwind } from "./unwind.ts";
import { DenseValue, POISON, type Scalar } from "./value.ts";
import type { Frame } from "./walker.ts";

interface ColumnStep {
  readonly kernel: Kernel;
  readonly operands: readonly Column[];
  readonly out: Column;
}

/** A value from outside of the points: a capture, or a constant of the body, which `step` computes. */
interface Invariant {
  readonly slot: number;
  readonly column: Column;
  readonly step: Step | undefined;
}

export interface ColumnBody {
  readonly invariants: readonly Invariant[];
  readonly steps: readonly ColumnStep[];
  /** Column per block argument; undefined where no column needs it. */
  readonly args: readonly (Column | undefined)[];
  /** Column per output where the points are independent. */
  readonly yielded: readonly Column[] | undefined;
  readonly chain: Chain | undefined;
}

/** What goes point by point: ops on the frame, after the columns that they read were put there. */
interface Chain {
  readonly steps: readonly Step[];
  readonly reads: readonly { readonly slot: number; readonly column: Column }[];
  readonly outs: readonly { readonly output: number; readonly slot: number }[];
  readonly yielded: readonly number[];
  /** The whole chain where it is one function of the only output's element and a column, in this order or swapped. */
  readonly fold:
    | { readonly apply: (a: Scalar, b: Scalar) => Scalar; readonly column: Column; readonly swapped: boolean }
    | undefined;
}

/** The body by column, or undefined where an op is no function of scalars, or on values that no column holds. */
export function compileColumns(
  { inputs, body, maps, iterators }: StructuredDescription,
  code: CallableCode,
): ColumnBody | undefined {
  const block = body.entry;
  const terminator = block.lastOp;
  if (terminator?.definition.meaning?.kind !== "terminator") return undefined;
  const outMaps = maps.slice(inputs);
  const independent = outMaps.every((map) => map.isPermutation) && !iterators.includes("window");
  const blockCode = code.block(block);
  const columns = new Map<Value, Column>();
  const chained = new Set<Value>(independent ? [] : block.arguments.slice(inputs));
  const invariants: Invariant[] = [];
  const steps: ColumnStep[] = [];
  const chain: Step[] = [];
  const columnOf = (value: Value): Column | undefined => {
    const known = columns.get(value);
    if (known !== undefined) return known;
    const kind = columnKind(value.type);
    if (kind === undefined) return undefined;
    const column = newColumn(kind);
    columns.set(value, column);
    if (value.parentBlock !== block) invariants.push({ slot: code.slot(value), column, step: undefined });
    return column;
  };
  for (const step of blockCode.steps) {
    const { op } = step;
    const operands = op.operands;
    if (operands.some((value) => chained.has(value))) {
      if (scalarForm(op) === undefined) return undefined;
      chain.push(step);
      chained.add(op.result());
      continue;
    }
    if (isConstant(op)) {
      const column = columnOf(op.result());
      if (column === undefined) return undefined;
      invariants.push({ slot: code.slot(op.result()), column, step });
      continue;
    }
    const kernel = scalarKernel(op);
    if (kernel === undefined) return undefined;
    const given: Column[] = [];
    for (const value of operands) {
      const column = columnOf(value);
      if (column === undefined) return undefined;
      given.push(column);
    }
    const out = columnOf(op.result());
    if (out === undefined) return undefined;
    steps.push({ kernel, operands: given, out });
  }
  const results = terminator.operands;
  let yielded: Column[] | undefined;
  let chainOfPoint: Chain | undefined;
  if (independent) {
    yielded = [];
    for (const value of results) {
      const column = columnOf(value);
      if (column === undefined) return undefined;
      yielded.push(column);
    }
  } else {
    const read = new Set(
      [...chain.flatMap(({ op }) => op.operands), ...results].filter((value) => !chained.has(value)),
    );
    const reads: { slot: number; column: Column }[] = [];
    for (const value of read) {
      const column = columnOf(value);
      if (column === undefined) return undefined;
      reads.push({ slot: code.slot(value), column });
    }
    const outs = block.arguments
      .slice(inputs)
      .flatMap((argument, output) => (argument.hasUses ? [{ output, slot: code.slot(argument) }] : []));
    const slots = results.map((value) => code.slot(value));
    chainOfPoint = { steps: chain, reads, outs, yielded: slots, fold: foldOf(chain, results, block, inputs, columns) };
  }
  return {
    invariants,
    steps,
    args: block.arguments.map((argument) => columns.get(argument)),
    yielded,
    chain: chainOfPoint,
  };
}

/** An operand of a run: elements, or a scalar that every point reads. */
export type ColumnOperand = DenseValue | Scalar;

/**
 * Runs the body at the points of the domain, in order, and says how many of them it did: fewer than all where a stretch has to be walked.
 * No operand may have poison, and no output may be an input.
 */
export function runColumns(
  body: ColumnBody,
  domain: Domain,
  operands: readonly ColumnOperand[],
  results: readonly DenseValue[],
  frame: Frame,
): number {
  for (const { slot, column, step } of body.invariants) {
    step?.direct?.(frame);
    if (!fill(column, expectScalar(frame.values[slot]))) return 0;
  }
  const inputs = operands.length - results.length;
  for (const [k, column] of body.args.entries()) {
    const operand = operands[k]!;
    if (column !== undefined && !(operand instanceof DenseValue) && !fill(column, operand)) return 0;
  }
  const points = new Points(domain);
  while (points.next()) {
    for (let k = 0; k < body.args.length; k++) {
      const column = body.args[k];
      const operand = k < inputs ? operands[k] : results[k - inputs];
      if (column !== undefined && operand instanceof DenseValue) points.read(k, operand.data, column);
    }
    if (!runSteps(body.steps, points.count)) return points.start;
    if (body.yielded !== undefined)
      body.yielded.forEach((column, o) => points.write(inputs + o, results[o]!.data, column));
    if (body.chain !== undefined) {
      const folded = runFold(body.chain, points, inputs, results[0]!);
      if (folded < points.count) runChain(body.chain, points, folded, inputs, results, frame);
    }
  }
  return domain.count;
}

function runSteps(steps: readonly ColumnStep[], count: number): boolean {
  try {
    for (const { kernel, operands, out } of steps) if (kernel(operands, out, count) < count) return false;
    return true;
  } catch (error) {
    // Undefined behaviour at one of these points: the walk finds the first.
    if (error instanceof Unwind) return false;
    throw error;
  }
}

/** False for what no column holds: poison. */
function fill(column: Column, scalar: Scalar): boolean {
  if (typeof scalar === "number" && column instanceof Float64Array) column.fill(scalar);
  else if (typeof scalar === "bigint" && column instanceof BigInt64Array) column.fill(scalar);
  else return false;
  return true;
}

/** A reduction by one function, as far as there is no poison: how many points it did. */
function runFold({ fold, steps }: Chain, points: Points, output: number, result: DenseValue): number {
  if (fold === undefined || result.poison !== null) return 0;
  const { data } = result;
  const { apply, column, swapped } = fold;
  try {
    for (let i = 0; i < points.count; i++) {
      const at = points.position(output, i);
      const value = swapped ? apply(column[i]!, data[at]!) : apply(data[at]!, column[i]!);
      if (value === POISON) return i;
      if (typeof value === "number" && !isBigArray(data)) data[at] = value;
      else result.set(at, value);
    }
  } catch (error) {
    throw located(error, steps[0]!.op);
  }
  return points.count;
}

function runChain(
  { steps, reads, outs, yielded }: Chain,
  points: Points,
  from: number,
  inputs: number,
  results: readonly DenseValue[],
  frame: Frame,
): void {
  const { values } = frame;
  let current = frame.op;
  try {
    for (let i = from; i < points.count; i++) {
      for (const { slot, column } of reads) values[slot] = column[i]!;
      for (const { output, slot } of outs) values[slot] = results[output]!.get(points.position(inputs + output, i));
      for (const step of steps) {
        current = step.op;
        step.direct!(frame);
      }
      if (yielded.length === 1) results[0]!.set(points.position(inputs, i), expectScalar(values[yielded[0]!]));
      else {
        const fresh = yielded.map((slot) => expectScalar(values[slot]));
        fresh.forEach((scalar, o) => results[o]!.set(points.position(inputs + o, i), scalar));
      }
    }
  } catch (error) {
    throw located(error, current);
  }
}

function foldOf(
  chain: readonly Step[],
  results: readonly Value[],
  block: Block,
  inputs: number,
  columns: ReadonlyMap<Value, Column>,
): Chain["fold"] {
  const op = chain[0]?.op;
  const meaning = op === undefined ? undefined : scalarForm(op);
  if (op === undefined || meaning === undefined || meaning.seesPoison) return undefined;
  if (chain.length !== 1 || op.operandCount !== 2 || results.length !== 1 || results[0] !== op.result())
    return undefined;
  const out = block.arguments[inputs];
  const swapped = op.operand(1) === out;
  const column = columns.get(op.operand(swapped ? 0 : 1));
  if (column === undefined || out === undefined || op.operand(swapped ? 1 : 0) !== out) return undefined;
  if (columnKind(out.type) === undefined) return undefined;
  return { apply: meaning.prepare(op), column, swapped };
}

function isConstant(op: Operation): boolean {
  return op.definition.meaning?.kind === "value" && op.operandCount === 0 && op.hasTrait("ConstantLike");
}

function scalarKernel(op: Operation): Kernel | undefined {
  const meaning = scalarForm(op);
  if (meaning === undefined) return undefined;
  try {
    return kernelOf(
      meaning.prepare(op),
      op.operands.map(({ type }) => type),
      op.result().type,
    );
  } catch (error) {
    // Refused when it runs.
    if (error instanceof Unwind) return undefined;
    throw error;
  }
}
