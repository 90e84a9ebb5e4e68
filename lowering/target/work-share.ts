// Watches a pipeline for the multiply-adds of a program: how many there are, and how many stay outside the kernels.
import type { Operation } from "../../ir/core/operation.ts";
import type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import { countMultiplyAdds, hostOperations, type MultiplyAdds } from "../analysis/multiply-adds.ts";

/** Where the work of a program went. */
export interface WorkShare {
  /** Multiply-adds of all contractions of the program. */
  readonly total: MultiplyAdds;
  /** Those that the host does. */
  readonly host: MultiplyAdds;
  /** Share done in the target's kernels, from 0 to 1; 1 where there are none. */
  readonly share: number;
  /** What runs on the host, by op, most frequent first. */
  readonly hostOperations: ReadonlyMap<string, number>;
}

export interface WorkShareWatch {
  readonly instrumentation: PassInstrumentation;
  /** Undefined where the pipeline never came to outlining. */
  readonly result: () => WorkShare | undefined;
}

const outermost = (op: Operation): Operation => (op.parentOp === null ? op : outermost(op.parentOp));

/** The total is taken before the program is tiled, the host's part once its kernels are outlined. */
export function watchWorkShare(entry: string): WorkShareWatch {
  let total: MultiplyAdds | undefined;
  let host: MultiplyAdds | undefined;
  let operations: ReadonlyMap<string, number> = new Map();
  const takeHost = (op: Operation): void => {
    const module = outermost(op);
    host = countMultiplyAdds(module, entry);
    operations = hostOperations(module, entry);
  };
  return {
    instrumentation: {
      beforePass: ({ definition: { name } }, op) => {
        if (name === "tile-to-forall") total ??= countMultiplyAdds(outermost(op), entry);
        // Between outlining and this pass, canonicalisation and the memory plan drop and add ops of the host.
        if (name === "convert-linalg-to-loops" && host !== undefined) takeHost(op);
      },
      afterPass: ({ definition: { name } }, op) => {
        if (name === "outline-kernels") takeHost(op);
      },
    },
    result: () =>
      total === undefined || host === undefined
        ? undefined
        : {
            total,
            host,
            share: total.count === 0 ? 1 : (total.count - host.count) / total.count,
            hostOperations: operations,
          },
  };
}
