// All named programs.
import { contractions } from "./contractions.ts";
import { elementwise } from "./elementwise.ts";
import { floats } from "./floats.ts";
import { functions } from "./functions.ts";
import { integers } from "./integers.ts";
import { layouts } from "./layouts.ts";
import { namedOps } from "./named-ops.ts";
import { networks } from "./networks.ts";
import { reductions } from "./reductions.ts";
import { windows } from "./windows.ts";
import type { Programs } from "./program.ts";

export { contractions, elementwise, floats, functions, integers, layouts, namedOps, networks, reductions, windows };
export type { Programs };

export const programs: Programs = {
  ...contractions,
  ...elementwise,
  ...floats,
  ...functions,
  ...integers,
  ...layouts,
  ...namedOps,
  ...networks,
  ...reductions,
  ...windows,
};
