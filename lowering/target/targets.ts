// The targets that a program can be run on, as a table: the machines that fit, the pipeline, and what builds the artifact.
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { contractionTypes } from "../analysis/multiply-adds.ts";
import { systolicInt8 } from "../machine/presets/systolic-int8.ts";
import { systolic } from "../machine/presets/systolic.ts";
import type { Machine } from "../machine/schema.ts";
import type { BuildExecutable } from "./executable.ts";

export type MachineTarget = "cpu" | "gpu" | "systolic";
export type Target = "interpreter" | MachineTarget;

export const targetNames: readonly Target[] = ["interpreter", "cpu", "gpu", "systolic"];

export const isTarget = (name: string): name is Target => targetNames.some((target) => target === name);

export interface TargetDefinition {
  /** The kind of machine description that it takes. */
  readonly schema: Machine["schema"];
  /** What such a machine is, in words. */
  readonly kind: string;
  /** The named pipeline that lowers a program for it. */
  readonly pipeline: string;
  /** The preset that a program runs on where no machine is named. */
  readonly defaultMachine: (module: Operation) => string;
  /** Loaded when a program is built, because most runs need one target only. */
  readonly builder: () => Promise<BuildExecutable>;
}

export const targets: Readonly<Record<MachineTarget, TargetDefinition>> = {
  cpu: {
    schema: "cpu-hw/1",
    kind: "a CPU",
    pipeline: "terrace-cpu",
    defaultMachine: () => "cpu",
    builder: async () => (await import("./cpu/executable.ts")).buildExecutable,
  },
  gpu: {
    schema: "gpu-hw/1",
    kind: "a GPU",
    pipeline: "terrace-gpu",
    defaultMachine: () => "gpu",
    builder: async () => (await import("./gpu/executable.ts")).buildExecutable,
  },
  systolic: {
    schema: "npu-hw/1",
    kind: "a systolic array",
    pipeline: "terrace-systolic",
    defaultMachine: fittingArray,
    builder: async () => (await import("./systolic/executable.ts")).buildExecutable,
  },
};

/** The target whose machines are of this kind. */
export function targetOf(machine: Machine): MachineTarget {
  return machine.schema === "cpu-hw/1" ? "cpu" : machine.schema === "gpu-hw/1" ? "gpu" : "systolic";
}

/** The first preset whose element types are those of every contraction; the float32 array where none is. */
function fittingArray(module: Operation): string {
  const wanted = contractionTypes(module);
  const fitting = Object.entries({ systolic, "systolic-int8": systolicInt8 }).find(([, { types }]) =>
    wanted.every(
      ({ left, right, result }) =>
        typeName(left) === types.input && typeName(right) === types.weight && typeName(result) === types.acc,
    ),
  );
  return fitting?.[0] ?? "systolic";
}

function typeName(type: Type): string {
  return type.kind === "float" ? type.name : type.kind === "integer" ? `i${type.width}` : type.kind;
}
