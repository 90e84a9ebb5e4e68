// The middle of the compiler on machines whose tiles are odd: all programs that fit them.
import { checkPrograms, named, without } from "../lowering/middle/check-programs.ts";
import {
  contractions,
  elementwise,
  layouts,
  networks,
  reductions,
  windows,
} from "../lowering/middle/programs/index.ts";

checkPrograms("gpu8k", {
  ...contractions,
  ...elementwise,
  ...layouts,
  ...without(networks, ["attention"]),
  ...reductions,
  ...windows,
});
checkPrograms("array12x20", { ...contractions, ...windows, ...named(networks, ["mlp", "ragged attention"]) });
