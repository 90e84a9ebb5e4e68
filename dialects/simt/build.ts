// Builders by instruction name, for lowerings that make many instructions.
import { floatAttr, i64Attr, integerAttr } from "../../ir/core/attribute-constructors.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { ConstOp, opNameOf } from "./instruction-op.ts";
import { instructions, type InstructionName } from "./table/index.ts";
import { typeOfKind } from "./types.ts";

export interface InstructionOptions {
  /** Bytes added to the address of a memory access; 0 unless given. */
  readonly offset?: number;
  /** Lanes of a shuffle's segments; 32 unless given. */
  readonly width?: number;
  /** Number of a barrier; 0 unless given. */
  readonly id?: number;
}

/** Makes the op of an instruction. */
export function buildInstruction(
  builder: OpBuilder,
  name: InstructionName,
  operands: readonly Value[],
  options: InstructionOptions = {},
): Operation {
  const { context } = builder;
  const { immediate, results } = instructions[name];
  const value = immediate === undefined ? undefined : options[immediate];
  return builder.create(opNameOf(name), {
    operands,
    resultTypes: results.map((kind) => typeOfKind(context, kind)),
    properties: immediate === undefined || value === undefined ? {} : { [immediate]: i64Attr(context, value) },
  });
}

/** Makes an instruction and gives its (first) result. */
export function instruction(
  builder: OpBuilder,
  name: InstructionName,
  operands: readonly Value[],
  options: InstructionOptions = {},
): Value {
  return buildInstruction(builder, name, operands, options).result();
}

/** Makes an instruction and gives all its results. */
export function instructionResults(
  builder: OpBuilder,
  name: InstructionName,
  operands: readonly Value[],
  options: InstructionOptions = {},
): readonly Value[] {
  return buildInstruction(builder, name, operands, options).results;
}

/** An immediate of type i1 (0 or 1), i32, i64, f32 or f64. */
export function constant(builder: OpBuilder, type: Type, value: number | bigint): Value {
  if (type.kind !== "integer" && type.kind !== "float") throw new Error(`no constant of a type of kind '${type.kind}'`);
  const attribute = type.kind === "integer" ? integerAttr(type, BigInt(value)) : floatAttr(type, Number(value));
  return ConstOp.build(builder, { value: attribute, resultTypes: [type] }).op.result();
}
