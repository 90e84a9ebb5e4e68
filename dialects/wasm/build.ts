// Builders by instruction name, for lowerings that make many instructions.
import type { Attribute } from "../../ir/core/attributes.ts";
import {
  denseElementsAttr,
  floatAttr,
  i64ArrayAttr,
  i64Attr,
  integerAttr,
} from "../../ir/core/attribute-constructors.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { byteWidth, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { bytesOfValue } from "../../ir/interpret/convert.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { opNameOf } from "./instruction-op.ts";
import { instructions, type InstructionName } from "./table/index.ts";
import type { Instruction } from "./table/instruction.ts";
import { constraints } from "./types.ts";

export interface InstructionOptions {
  /** Bytes added to the address; 0 unless given. */
  readonly offset?: number;
  /** In bytes; natural unless given. */
  readonly align?: number;
  readonly lane?: number;
  /** Of a shuffle. */
  readonly lanes?: readonly number[];
  /** Of a constant. */
  readonly value?: Attribute;
  /** The result type, where neither the name nor an operand says it: loads of vectors. */
  readonly type?: Type;
}

function resultType(
  name: string,
  row: Instruction,
  operands: readonly Value[],
  options: InstructionOptions,
  builder: OpBuilder,
): Type[] {
  const { result } = row;
  if (result === undefined) return [];
  const constraint = constraints[result];
  const fixed = constraint.infer?.(new Map(), builder.context);
  if (fixed !== undefined) return [fixed];
  if (options.type !== undefined) return [options.type];
  const { value } = options;
  if (value !== undefined && "type" in value && typeof value.type === "object") return [value.type];
  const same = row.operands.findIndex((kind) => constraints[kind].variable === constraint.variable);
  const operand = operands[same];
  if (operand === undefined) throw new Error(`the result type of '${name}' must be given`);
  return [operand.type];
}

/** Makes the op of an instruction. */
export function buildInstruction(
  builder: OpBuilder,
  name: InstructionName,
  operands: readonly Value[],
  options: InstructionOptions = {},
): Operation {
  const row = instructions[name];
  const { context } = builder;
  const { offset, align, lane, lanes, value } = options;
  const properties: Record<string, Attribute | undefined> = {};
  const { kind } = row.immediate;
  if (kind === "memory" || kind === "memory-lane") {
    properties["offset"] = i64Attr(context, offset ?? 0);
    properties["align"] = i64Attr(context, align ?? row.immediate.bytes);
  }
  if (lane !== undefined) properties["lane"] = i64Attr(context, lane);
  if (lanes !== undefined) properties["lanes"] = i64ArrayAttr(context, lanes);
  if (value !== undefined) properties["value"] = value;
  const resultTypes = resultType(name, row, operands, options, builder);
  return builder.create(opNameOf(name), { operands, resultTypes, properties });
}

/** Makes an instruction and gives its result. */
export function instruction(
  builder: OpBuilder,
  name: InstructionName,
  operands: readonly Value[],
  options: InstructionOptions = {},
): Value {
  return buildInstruction(builder, name, operands, options).result();
}

/** A constant: a number of i32, i64, f32, f64, or every lane of a 128-bit vector. */
export function constant(builder: OpBuilder, type: Type, value: number | bigint): Value {
  switch (type.kind) {
    case "integer":
      return instruction(builder, type.width === 64 ? "i64.const" : "i32.const", [], {
        value: integerAttr(type, value),
      });
    case "float":
      return instruction(builder, type.name === "f64" ? "f64.const" : "f32.const", [], {
        value: floatAttr(type, Number(value)),
      });
    case "vector": {
      const lane = bytesOfValue(DenseValue.splat([1], type.element, value));
      return instruction(builder, "v128.const", [], {
        value: denseElementsAttr(type, lane, true, byteWidth(type.element) ?? 1),
      });
    }
    default:
      throw new Error(`no constant of a type of kind '${type.kind}'`);
  }
}
