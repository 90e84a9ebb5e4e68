// The instructions: each op's operands and properties, and the command that it hands to the device.
import { floatAttr } from "../../ir/core/attribute-constructors.ts";
import { bitsToFloat } from "../../ir/core/float-bits.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { f32 } from "../../ir/core/type-constructors.ts";
import { I64 } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { MemoryEffects } from "../../ir/define/op-interfaces.ts";
import {
  F32Property,
  I64Property,
  stringEnum,
  UnitProperty,
  withDefault,
  type PropertySpec,
} from "../../ir/define/properties.ts";
import { effect } from "../../ir/interpret/meaning.ts";
import type { Activation, Command, Dataflow } from "./commands.ts";
import { execute } from "./device.ts";

/** Configuration, transfers and products change the device and memory; their order is the program's. */
const effects = [MemoryEffects.with(() => [{ effect: "read" as const }, { effect: "write" as const }])];

/** A meaning that hands a command to the device. */
const command = (make: (op: Operation) => (operands: readonly number[]) => Command): ReturnType<typeof effect> =>
  effect((op) => {
    const prepared = make(op);
    return (operands, run) => {
      execute(run, prepared(operands.map(Number)));
      return [];
    };
  });

const Scale: PropertySpec<number, true> = withDefault(
  {
    ...F32Property,
    decode: (a) => (a.kind === "float" ? bitsToFloat(a.type.name, a.bits) : 1),
    encode: (value: number, context) => floatAttr(f32(context), value),
  },
  1,
);
const ActivationProperty = withDefault(stringEnum("activation", ["none", "relu"]), "none");

const integer = (op: Operation, name: string, otherwise: number): number => {
  const attribute = op.attribute(name);
  return attribute?.kind === "integer" ? Number(attribute.value) : otherwise;
};
const word = <W extends string>(op: Operation, name: string, words: readonly W[], otherwise: W): W => {
  const attribute = op.attribute(name);
  const value = attribute?.kind === "string" ? attribute.value : "";
  return words.find((w) => w === value) ?? otherwise;
};
const activationOf = (op: Operation): Activation => word<Activation>(op, "activation", ["none", "relu"], "none");
const scaleOf = (op: Operation): number => {
  const attribute = op.attribute("scale");
  return attribute?.kind === "float" ? bitsToFloat(attribute.type.name, attribute.bits) : 1;
};

export const ConfigExOp = defineOp({
  name: "systolic.config_ex",
  summary: "Configures the execute unit.",
  properties: {
    dataflow: withDefault(stringEnum("dataflow", ["ws", "os"]), "ws"),
    activation: ActivationProperty,
    a_transpose: UnitProperty,
    b_transpose: UnitProperty,
    a_stride: withDefault(I64Property, 1),
    c_stride: withDefault(I64Property, 1),
    shift: withDefault(I64Property, 0),
  },
  interfaces: effects,
  assemblyFormat: "attr-dict",
  meaning: command((op) => {
    const fields: Command = {
      op: "config_ex",
      dataflow: word<Dataflow>(op, "dataflow", ["ws", "os"], "ws"),
      activation: activationOf(op),
      aTranspose: op.attribute("a_transpose") !== undefined,
      bTranspose: op.attribute("b_transpose") !== undefined,
      aStride: integer(op, "a_stride", 1),
      cStride: integer(op, "c_stride", 1),
      shift: integer(op, "shift", 0),
    };
    return () => fields;
  }),
});

export const ConfigLdOp = defineOp({
  name: "systolic.config_ld",
  summary: "Configures one of the load states: the distance of rows in DRAM, and a scale.",
  properties: { state: withDefault(I64Property, 0), stride_bytes: I64Property, scale: Scale, shrink: UnitProperty },
  interfaces: effects,
  assemblyFormat: "attr-dict",
  meaning: command((op) => {
    const fields: Command = {
      op: "config_ld",
      state: integer(op, "state", 0),
      strideBytes: integer(op, "stride_bytes", 0),
      scale: scaleOf(op),
      shrink: op.attribute("shrink") !== undefined,
    };
    return () => fields;
  }),
});

export const ConfigStOp = defineOp({
  name: "systolic.config_st",
  summary: "Configures the store unit: the distance of rows in DRAM, scale and activation.",
  properties: { stride_bytes: I64Property, activation: ActivationProperty, scale: Scale },
  interfaces: effects,
  assemblyFormat: "attr-dict",
  meaning: command((op) => {
    const fields: Command = {
      op: "config_st",
      strideBytes: integer(op, "stride_bytes", 0),
      activation: activationOf(op),
      scale: scaleOf(op),
    };
    return () => fields;
  }),
});

export const MvinOp = defineOp({
  name: "systolic.mvin",
  summary: "Moves rows from DRAM to local memory; from address 0 zeros come.",
  operands: { dram: I64, local: I64, rows: I64, cols: I64 },
  properties: { state: withDefault(I64Property, 0) },
  interfaces: effects,
  assemblyFormat: "$dram `,` $local `,` $rows `,` $cols attr-dict",
  meaning: command((op) => {
    const state = integer(op, "state", 0);
    return ([dram = 0, local = 0, rows = 0, cols = 0]) => ({ op: "mvin", dram, local, rows, cols, state });
  }),
});

export const MvoutOp = defineOp({
  name: "systolic.mvout",
  summary: "Moves rows from local memory to DRAM, through the store unit's scale and activation.",
  operands: { dram: I64, local: I64, rows: I64, cols: I64 },
  interfaces: effects,
  assemblyFormat: "$dram `,` $local `,` $rows `,` $cols attr-dict",
  meaning: command(() => ([dram = 0, local = 0, rows = 0, cols = 0]) => ({ op: "mvout", dram, local, rows, cols })),
});

export const PreloadOp = defineOp({
  name: "systolic.preload",
  summary: "Names the stationary operand and where the result goes.",
  operands: { b: I64, c: I64, b_rows: I64, b_cols: I64, c_rows: I64, c_cols: I64 },
  interfaces: effects,
  assemblyFormat: "$b `,` $c `,` $b_rows `,` $b_cols `,` $c_rows `,` $c_cols attr-dict",
  meaning: command(() => ([b = 0, c = 0, bRows = 0, bCols = 0, cRows = 0, cCols = 0]) => ({
    op: "preload",
    b,
    c,
    bRows,
    bCols,
    cRows,
    cCols,
  })),
});

const compute = (name: "compute_preloaded" | "compute_accumulated", summary: string) =>
  defineOp({
    name: `systolic.${name}`,
    summary,
    operands: { a: I64, bd: I64, a_rows: I64, a_cols: I64, bd_rows: I64, bd_cols: I64 },
    interfaces: effects,
    assemblyFormat: "$a `,` $bd `,` $a_rows `,` $a_cols `,` $bd_rows `,` $bd_cols attr-dict",
    meaning: command(() => ([a = 0, bd = 0, aRows = 0, aCols = 0, bdRows = 0, bdCols = 0]) => ({
      op: name,
      a,
      bd,
      aRows,
      aCols,
      bdRows,
      bdCols,
    })),
  });

export const ComputePreloadedOp = compute(
  "compute_preloaded",
  "Multiplies with the stationary operand that was named last.",
);
export const ComputeAccumulatedOp = compute(
  "compute_accumulated",
  "Multiplies with the stationary operand that is in the array already.",
);

export const FlushOp = defineOp({
  name: "systolic.flush",
  summary: "Flushes the address translation.",
  interfaces: effects,
  assemblyFormat: "attr-dict",
  meaning: command(() => () => ({ op: "flush" })),
});

export const FenceOp = defineOp({
  name: "systolic.fence",
  summary: "The host waits until every instruction before is complete.",
  interfaces: effects,
  assemblyFormat: "attr-dict",
  meaning: command(() => () => ({ op: "fence" })),
});
