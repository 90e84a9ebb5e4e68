// `--machine NAME|FILE`: a preset, or a description that is read from a JSON file and checked.
import { nearest } from "../../ir/syntax/near-miss.ts";
import { findPreset, presetNames } from "../../lowering/machine/presets/index.ts";
import type { Machine } from "../../lowering/machine/schema.ts";
import { failure, isFailure, type Failure } from "./failure.ts";
import { readText } from "./files.ts";
import type { CommandIo } from "./io.ts";

export interface NamedMachine {
  /** What `terrace.machine` holds: the preset's name, or the description as JSON. */
  readonly text: string;
  readonly machine: Machine;
}

export async function readMachine(name: string, io: CommandIo): Promise<NamedMachine | Failure> {
  const preset = findPreset(name);
  if (preset !== undefined) return { text: name, machine: preset };
  const source = await readText(name, io);
  if (isFailure(source)) {
    const near = nearest(name, presetNames);
    const known = near === undefined ? `presets are ${presetNames.join(", ")}` : `did you mean the preset '${near}'?`;
    return failure(`${source.failure}\nhint: ${known}`);
  }
  const { parseMachineText } = await import("../../lowering/machine/schema.ts");
  const parsed = parseMachineText(source.text);
  if (!parsed.ok) {
    const lines = parsed.message.split("\n").map((line) => {
      const place = /^(\d+:\d+): (.*)$/s.exec(line);
      return place === null ? `${source.file}: error: ${line}` : `${source.file}:${place[1]}: error: ${place[2]}`;
    });
    return failure(lines.join("\n"));
  }
  return { text: JSON.stringify(parsed.machine), machine: parsed.machine };
}
