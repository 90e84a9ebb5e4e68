// Which linalg ops a systolic array's kernels hold: contractions of its types, with an epilogue that its store unit can do.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { elementTypeOf, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { bitsToFloat } from "../../ir/core/float-bits.ts";
import { isContraction, linalgOp, matrixLoops, type LinalgOp } from "../../dialects/linalg/index.ts";
import type { SystolicMachine } from "../machine/schema.ts";
import { matchEpilogue, type Leaf } from "../target/systolic/epilogue.ts";
import type { FusionPolicy } from "./groups.ts";

const typeNameOf = (type: Type): string =>
  type.kind === "integer" ? `i${type.width}` : type.kind === "float" ? type.name : type.kind;

/** Why the array cannot hold this contraction; undefined where it can. */
export function refuseContraction(linalg: LinalgOp, machine: SystolicMachine): string | undefined {
  const [a, b] = linalg.inputs.map((v) => typeNameOf(elementTypeOf(v.type)));
  const acc = typeNameOf(elementTypeOf(linalg.inits[0]!.type));
  const { input, weight, acc: accumulator } = machine.types;
  if (a !== input || b !== weight || acc !== accumulator) {
    return `the array multiplies ${input} by ${weight} into ${accumulator}, not ${a} by ${b} into ${acc}`;
  }
  if ([...linalg.body.ops()].some((op) => op.name === "arith.extui"))
    return `the array multiplies signed integers, and an operand is extended with zeros`;
  if (matrixLoops(linalg) === undefined) return "it is no product of two matrices";
  return undefined;
}

/** The number that a scalar attribute holds. */
export function numberOf(attribute: Attribute): number | undefined {
  if (attribute.kind === "float") return bitsToFloat(attribute.type.name, attribute.bits);
  return attribute.kind === "integer" ? Number(attribute.value) : undefined;
}

/** The input of an elementwise op that is the result of a contraction used only here. */
function contractionInput(op: Operation, linalg: LinalgOp): number {
  return linalg.inputs.findIndex((input, i) => {
    const producer = input.definingOp;
    const source = producer === null ? undefined : linalgOp(producer);
    return (
      source !== undefined &&
      isContraction(source) &&
      producer!.parentBlock === op.parentBlock &&
      input.hasOneUse &&
      linalg.maps[i]!.isIdentity
    );
  });
}

/** Whether the body is an epilogue over the contraction at input `accumulator`; biases are whole rows. */
export function isEpilogue(linalg: LinalgOp, accumulator: number, machine: SystolicMachine): boolean {
  const yielded = linalg.body.terminator.operands;
  if (yielded.length !== 1 || linalg.iterators.some((kind) => kind !== "parallel")) return false;
  const rank = linalg.iterators.length;
  const leaf = (value: Value): Leaf<number> | undefined => {
    if (value.ownerBlock === linalg.body) {
      if (value.index === accumulator) return { kind: "accumulator" };
      const map = linalg.maps[value.index];
      const lanes = map?.dimPositions;
      const rowwise = lanes !== undefined && lanes[lanes.length - 1] === rank - 1;
      return rowwise && value.index < linalg.inputs.length ? { kind: "bias", value: value.index } : undefined;
    }
    const constant = constantOf(value);
    const known = constant === undefined ? undefined : numberOf(constant);
    return known === undefined ? undefined : { kind: "constant", value: known };
  };
  return matchEpilogue(yielded[0]!, leaf, machine).ok;
}

export function systolicProgram(machine: SystolicMachine): FusionPolicy {
  const holds = (linalg: LinalgOp): boolean =>
    isContraction(linalg) && refuseContraction(linalg, machine) === undefined;
  return {
    isRoot: (op, linalg) => {
      if (holds(linalg)) return true;
      const accumulator = contractionInput(op, linalg);
      const producer = linalg.inputs[accumulator]?.definingOp;
      return (
        producer !== null &&
        producer !== undefined &&
        holds(linalgOp(producer)!) &&
        isEpilogue(linalg, accumulator, machine)
      );
    },
    mayJoin: (producer, group) => {
      if (producer.name === "linalg.fill")
        return group.ops.some((op) => {
          const linalg = linalgOp(op)!;
          return isContraction(linalg) && linalg.inits.some((init) => init.definingOp === producer);
        });
      // One contraction a program, and its result is an input of the root that the root takes as its accumulator.
      const root = linalgOp(group.root)!;
      const joined = root.inputs[contractionInput(group.root, root)]?.definingOp;
      return joined === producer && !isContraction(root);
    },
  };
}
