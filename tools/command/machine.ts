// `--machine NAME|FILE`: a preset, a plugin's machine, or a description that is read from a JSON file and checked.
import { nearest } from "../../ir/syntax/near-miss.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { findPreset } from "../../lowering/machine/presets/index.ts";
import type { Machine } from "../../lowering/machine/schema.ts";
import { failure, isFailure, type Failure } from "./failure.ts";
import { readText } from "./files.ts";
import type { CommandIo } from "./io.ts";
import { sharedRegistry } from "../library/context.ts";

export interface NamedMachine {
  /** What `terrace.machine` holds: the preset's name, or the description as JSON. */
  readonly text: string;
  readonly machine: Machine;
}

export async function readMachine(
  name: string,
  io: CommandIo,
  { machines, owners }: Registry = sharedRegistry(),
): Promise<NamedMachine | Failure> {
  const preset = findPreset(name);
  if (preset !== undefined) return { text: name, machine: preset };
  const { parseMachine, parseMachineText } = await import("../../lowering/machine/schema.ts");
  if (machines.has(name)) {
    const found = parseMachine(machines.get(name));
    if (found.ok) return { text: JSON.stringify(found.machine), machine: found.machine };
    const who = `machine '${name}' of plugin '${owners.get(`machine '${name}'`) ?? ""}'`;
    return failure(found.message.split("\n").map((line) => `error: ${who}: ${line}`).join("\n")); // prettier-ignore
  }
  const source = await readText(name, io);
  if (isFailure(source)) {
    const names = [...machines.keys()];
    const near = nearest(name, names);
    const known = near === undefined ? `machines are ${names.join(", ")}` : `did you mean the machine '${near}'?`;
    return failure(`${source.failure}\nhint: ${known}`);
  }
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
