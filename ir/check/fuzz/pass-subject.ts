// A pass as a subject: run on every op that it is anchored on. It applied where it changed the module, or printed something.
import { AnalysisManager } from "../../analysis/analysis-manager.ts";
import { isTerminator } from "../../analysis/effects.ts";
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { walk } from "../../core/walk.ts";
import type { PassDefinition } from "../../pass/define-pass.ts";
import { Fingerprints } from "../../core/operation-hash.ts";
import { defaultOptions, type OptionRecord } from "../../pass/options.ts";
import type { Listener } from "../../rewrite/listener.ts";
import { loosest, type Tolerance } from "../../rewrite/tolerance.ts";
import { thrownText, type Application, type AsyncSubject } from "./subject.ts";

/** Where a subject counts what applied: rules by name, and itself where it changed the module. */
export function countingListener(fired: Map<string, number>): Listener {
  return {
    patternEnd: ({ name }, applied) => {
      if (applied) fired.set(name, (fired.get(name) ?? 0) + 1);
    },
  };
}

/** The diagnostics that a subject refused programs with, by how often: what it says that it cannot do is no finding. */
export type Refusals = Map<string, number>;

export function passSubject(
  pass: PassDefinition,
  options: OptionRecord = {},
  refusals: Refusals = new Map(),
): AsyncSubject {
  const settings = { ...defaultOptions(pass.options), ...options };
  return {
    name: pass.name,
    apply: async (module): Promise<Application> => {
      const rules = new Map<string, number>();
      const prints = new Fingerprints();
      const before = prints.of(module);
      let tolerance: Tolerance | undefined;
      let isComputedWith = false;
      for (const op of pass.tolerance === undefined ? [] : walk(module)) {
        const own = pass.tolerance?.(op);
        tolerance = loosest(tolerance, own);
        isComputedWith ||= own !== undefined && isOff(own) && op.results.some(isOperand);
      }
      let printed = false;
      let failed: Diagnostic | undefined;
      const { context } = module;
      const { diagnostics } = context;
      context.diagnostics = () => undefined;
      try {
        for (const op of anchors(module, pass.anchor)) {
          await pass.run(op, {
            options: settings,
            context,
            listener: countingListener(rules),
            fail: (diagnostic) => {
              failed ??= diagnostic;
            },
            count: () => undefined,
            print: () => {
              printed = true;
            },
            analysis: (analysis) => new AnalysisManager().get(analysis, op),
            preserve: () => undefined,
          });
        }
      } catch (error) {
        return {
          fired: new Map([[pass.name, 1]]),
          problem: { kind: "crash", reason: thrownText(error), rules: [pass.name] },
        };
      } finally {
        context.diagnostics = diagnostics;
      }
      const obstacle = failed?.message ?? (isComputedWith ? "what is off by a tolerance is computed with" : undefined);
      if (obstacle !== undefined) {
        refusals.set(obstacle, (refusals.get(obstacle) ?? 0) + 1);
        return { fired: new Map() };
      }
      const isUnchanged = prints.of(module) === before;
      const fired = isUnchanged && !printed ? new Map<string, number>() : new Map([[pass.name, 1]]);
      return { fired, isUnchanged, tolerance };
    },
  };
}

const isOff = ({ ulps = 0, relative = 0, absolute = 0 }: Tolerance): boolean => ulps + relative + absolute > 0;

/** Whether an op other than the function's end uses the value: an error may grow there without bound, so that no tolerance says what is right. */
const isOperand = (value: Value): boolean =>
  [...value.users()].some((user) => !isTerminator(user) || user.parentOp?.resultCount !== 0);

function anchors(module: Operation, anchor: string | undefined): readonly Operation[] {
  if (anchor === undefined || anchor === module.name) return [module];
  return [...walk(module)].filter(({ name }) => name === anchor);
}
