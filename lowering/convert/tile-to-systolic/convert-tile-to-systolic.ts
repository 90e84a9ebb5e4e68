// convert-tile-to-systolic: tile kernels and launches become the instruction stream of a systolic array.
import { OpBuilder } from "../../../ir/core/builder.ts";
import { errorAt } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { opsNamed } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { LaunchOp } from "../../../dialects/systolic/index.ts";
import * as tile from "../../../dialects/tile/index.ts";
import { machineOf } from "../../machine/module-machine.ts";
import { KernelConverter } from "./kernel-converter.ts";

export const convertTileToSystolic = definePass({
  name: "convert-tile-to-systolic",
  summary: "Lowers placed and staged tile kernels to the systolic array's instructions.",
  anchor: "builtin.module",
  // The array adds the products first, and the accumulator to their sum.
  tolerance: (op) => {
    const type = tile.MmaOp.match(op)?.a.type;
    return type?.kind === "vector" ? { terms: (type.shape[1] ?? 0) + 1 } : undefined;
  },
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    const { machine } = found;
    if (machine.schema !== "npu-hw/1") {
      fail(errorAt(module.location, `'${machine.name}' is no systolic array`));
      return;
    }
    const launches = opsNamed(module, "tile.launch");
    const made: Operation[] = [];
    let failed = false;
    for (const kernel of opsNamed(module, "tile.kernel")) {
      const rank = launches.find((launch) => tile.kernelOf(launch) === kernel);
      const converter = new KernelConverter(kernel, machine);
      const converted = converter.convert(rank === undefined ? 0 : tile.LaunchOp.match(rank)!.grid.length);
      if (converted !== undefined) made.push(converted);
      converter.problems.forEach(fail);
      failed ||= converter.problems.length > 0;
    }
    if (failed) {
      for (const kernel of made) kernel.erase();
      return;
    }
    for (const kernel of opsNamed(module, "tile.kernel")) kernel.erase();
    for (const op of launches) {
      const { callee, grid, args } = tile.LaunchOp.match(op)!;
      LaunchOp.build(OpBuilder.before(op), { callee, grid, args });
      op.erase();
    }
  },
});
