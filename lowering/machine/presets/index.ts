// The machines that have a short name. `terrace.machine = "systolic"` and `--machine systolic` mean one of these.
import type { Machine } from "../schema.ts";
import { cpu } from "./cpu.ts";
import { gpuSm80 } from "./gpu-sm80.ts";
import { gpuSm90 } from "./gpu-sm90.ts";
import { gpu } from "./gpu.ts";
import { systolicInt8 } from "./systolic-int8.ts";
import { systolic } from "./systolic.ts";

/** Presets by name. */
export const presets = {
  cpu,
  gpu,
  "gpu-sm80": gpuSm80,
  "gpu-sm90": gpuSm90,
  systolic,
  "systolic-int8": systolicInt8,
} as const;

export type PresetName = keyof typeof presets;

/** Every preset's name. */
export const presetNames: readonly string[] = Object.keys(presets);

/** The preset called `name`; undefined where there is none. */
export function findPreset(name: string): Machine | undefined {
  return new Map<string, Machine>(Object.entries(presets)).get(name);
}
