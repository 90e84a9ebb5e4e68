// A machine derived from another by a recipe that edits a draft: an array of another size, a slower memory.
import { produce, type Draft } from "immer";
import { parseMachine, type Machine, type MachineResult } from "./schema.ts";

/**
 * The machine that `recipe` makes of `base`, which stays as it was. The result is checked like any description:
 * `deriveMachine(systolic, (draft) => { draft.array.mesh_rows = 12; })`.
 */
export function deriveMachine<M extends Machine>(base: M, recipe: (draft: Draft<M>) => void): MachineResult<M> {
  const machine = produce(base, (draft) => {
    recipe(draft);
  });
  const checked = parseMachine(machine);
  return checked.ok ? { ok: true, machine } : checked;
}
