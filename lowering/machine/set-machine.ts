// set-machine: puts a machine into the module, for the passes that read it.
import { errorAt } from "../../ir/core/diagnostic.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { MACHINE_ATTRIBUTE, machineOf, setMachine } from "./module-machine.ts";

export const setMachinePass = definePass({
  name: "set-machine",
  summary: "Sets the machine that the module is compiled for, by a preset's name.",
  anchor: "builtin.module",
  options: {
    name: { type: "string", default: "cpu", description: "A preset's name, or a description as JSON." },
    "if-absent": { type: "bool", default: false, description: "Leave a machine that the module has already." },
  },
  run: (module, { options, fail }) => {
    if (options["if-absent"] && module.attribute(MACHINE_ATTRIBUTE) !== undefined) return;
    setMachine(module, options.name);
    const found = machineOf(module);
    if (!found.ok) fail(errorAt(module.location, found.diagnostic.message, found.diagnostic));
  },
});
