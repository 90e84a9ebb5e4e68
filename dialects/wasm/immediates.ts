// The immediates of an instruction as properties of its op, and as they are read back by meanings and by the emitter.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Operation } from "../../ir/core/operation.ts";
import {
  attributeWhere,
  I64ArrayProperty,
  I64Property,
  withDefault,
  type PropertySpec,
} from "../../ir/define/properties.ts";
import type { Immediate, Instruction, ValueKind } from "./table/instruction.ts";
import { is128Bits, kindOfType } from "./types.ts";

const constantOfKind = (kind: ValueKind | undefined): PropertySpec<Attribute, false> =>
  kind === "any128"
    ? attributeWhere("dense constant of 128 bits", (a) => a.kind === "dense" && is128Bits(a.type))
    : attributeWhere(
        `${kind ?? ""} constant`,
        (a) => (a.kind === "integer" || a.kind === "float") && kindOfType(a.type) === kind,
      );

/** Numbers of bytes, of the first operand below 16, of the second from there on. */
const ShuffleLanes: PropertySpec<readonly number[], false> = {
  ...I64ArrayProperty,
  samples: (context) =>
    [(i: number) => 15 - i, (i: number) => i + 8, (i: number) => (i % 2) * 16 + Math.floor(i / 2)].map((lane) =>
      I64ArrayProperty.encode(
        Array.from({ length: 16 }, (_, i) => lane(i)),
        context,
      ),
    ),
};

type Properties = Readonly<
  Record<string, PropertySpec<number> | PropertySpec<readonly number[]> | PropertySpec<Attribute>>
>;

/** The properties of the op of an instruction. */
export function propertiesOf({ immediate, result }: Instruction): Properties {
  switch (immediate.kind) {
    case "memory":
      return { offset: withDefault(I64Property, 0), align: withDefault(I64Property, immediate.bytes) };
    case "memory-lane":
      return {
        offset: withDefault(I64Property, 0),
        align: withDefault(I64Property, immediate.bytes),
        lane: I64Property,
      };
    case "lane":
      return { lane: I64Property };
    case "shuffle":
      return { lanes: ShuffleLanes };
    case "constant":
      return { value: constantOfKind(result) };
    case "none":
    case "zeros":
      return {};
  }
}

/** What is wrong with the immediates, if anything. */
export function immediateProblem(op: Operation, immediate: Immediate): string | undefined {
  switch (immediate.kind) {
    case "memory":
      return memoryProblem(op, immediate.bytes);
    case "memory-lane":
      return memoryProblem(op, immediate.bytes) ?? laneProblem(op, 16 / immediate.bytes);
    case "lane":
      return laneProblem(op, immediate.count);
    case "shuffle": {
      const lanes = lanesImmediate(op);
      return lanes.length === 16 && lanes.every((lane) => lane >= 0 && lane < 32)
        ? undefined
        : "requires 16 lanes, each in 0..31";
    }
    case "constant": {
      const value = op.attribute("value");
      const type = value !== undefined && "type" in value ? value.type : undefined;
      return type === op.result().type ? undefined : "requires a constant of the result's type";
    }
    case "none":
    case "zeros":
      return undefined;
  }
}

function memoryProblem(op: Operation, natural: number): string | undefined {
  const offset = integerImmediate(op, "offset", 0);
  if (offset < 0 || offset > 4294967295) return `requires an offset in 0..4294967295, but got ${offset}`;
  const align = integerImmediate(op, "align", natural);
  const isPower = align >= 1 && align <= natural && Number.isInteger(Math.log2(align));
  return isPower
    ? undefined
    : `requires an alignment that is a power of two of at most ${natural} bytes, but got ${align}`;
}

function laneProblem(op: Operation, count: number): string | undefined {
  const lane = integerImmediate(op, "lane");
  return lane >= 0 && lane < count ? undefined : `requires a lane in 0..${count - 1}, but got ${lane}`;
}

/** An integer property by name; `absent` where it has its default. */
export function integerImmediate(op: Operation, name: string, absent = -1): number {
  const attribute = op.attribute(name);
  return attribute?.kind === "integer" ? Number(attribute.value) : absent;
}

export function lanesImmediate(op: Operation): readonly number[] {
  const attribute = op.attribute("lanes");
  return attribute?.kind === "dense_array" ? attribute.values.map(Number) : [];
}
