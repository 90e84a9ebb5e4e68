// The machine: another with some figures changed. `terrace list machines` has the presets; the types say what each figure means.
import { deriveMachine, presets } from "terrace";

const derived = deriveMachine(presets.systolic, (draft) => {
  draft.name = "toy";
  draft.note = "an array of 8 by 8 multipliers";
  draft.array.mesh_rows = 8;
  draft.array.mesh_cols = 8;
});
if (!derived.ok) throw new Error(derived.message);

export const toyMachine = derived.machine;
