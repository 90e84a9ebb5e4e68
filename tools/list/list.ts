// `terrace list`: the machines, passes and dialects that there are.
import { nearest } from "../../ir/syntax/near-miss.ts";
import { sharedRegistry } from "../library/context.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { dialectList, passList } from "../opt/help.ts";
import { describeMachine } from "./describe-machine.ts";
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
  const rows = [...sharedRegistry().machines].map(
    ([name, description]) => `  ${name.padEnd(16)}${describeMachine(description)}\n`,
  );
  return `Machines (give a name to --machine, or a JSON file of the same form):\n${rows.join("")}`;
}
