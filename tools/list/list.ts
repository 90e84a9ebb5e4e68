// `terrace list`: the machines, passes and dialects that there are.
import { nearest } from "../../ir/syntax/near-miss.ts";
import { sharedRegistry } from "../library/context.ts";
import { parseMachine, type Machine } from "../../lowering/machine/schema.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { dialectList, passList } from "../opt/help.ts";
import { listNames, type ListName } from "./names.ts";

const lists: Readonly<Record<ListName, () => string>> = {
  machines: machineList,
  passes: () => passList(sharedRegistry()),
  dialects: () => dialectList(sharedRegistry()),
};

export function list(what: string, io: CommandIo): ExitCode {
  const name = listNames.find((known) => known === what);
  if (name === undefined) {
    io.stderr(`error: cannot list '${what}'; did you mean '${nearest(what, listNames) ?? listNames.join("', '")}'?\n`);
    return 1;
  }
  io.stdout(lists[name]());
  return 0;
}

function machineList(): string {
  const rows = [...sharedRegistry().machines].map(([name, description]) => {
    const found = parseMachine(description);
    const text = found.ok ? describeMachine(found.machine) : `not valid: ${found.message.split("\n").join("; ")}`;
    return `  ${name.padEnd(16)}${text}\n`;
  });
  return `Machines (give a name to --machine, or a JSON file of the same form):\n${rows.join("")}`;
}

function describeMachine(machine: Machine): string {
  switch (machine.schema) {
    case "cpu-hw/1":
      return `CPU: ${machine.name}`;
    case "gpu-hw/1":
      return `GPU: ${machine.name}`;
    case "npu-hw/1": {
      const { array, types } = machine;
      const size = `${array.mesh_rows * array.tile_rows}x${array.mesh_cols * array.tile_cols}`;
      return `systolic array: ${machine.name} (${size}, ${types.input} x ${types.weight} -> ${types.acc})`;
    }
  }
}
