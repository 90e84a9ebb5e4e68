// A dialect conversion as a subject: patterns and a target, applied to the whole module.
import type { Context } from "../../core/context.ts";
import { applyFullConversion, applyPartialConversion } from "../../rewrite/conversion.ts";
import type { ConversionPattern } from "../../rewrite/conversion-pattern.ts";
import type { ConversionTarget } from "../../rewrite/conversion-target.ts";
import { countingListener, type Refusals } from "./pass-subject.ts";
import { thrownText, type Application, type Subject } from "./subject.ts";

/** What a conversion is made of. */
export interface Conversion {
  readonly name: string;
  readonly patterns: (context: Context) => readonly ConversionPattern[];
  readonly target: (context: Context) => ConversionTarget;
  /** Whether all ops must become legal. Default "partial". */
  readonly mode?: "partial" | "full";
}

export function conversionSubject(conversion: Conversion, refusals: Refusals = new Map()): Subject {
  const { name, mode = "partial" } = conversion;
  return {
    name,
    apply: (module): Application => {
      const { context } = module;
      const fired = new Map<string, number>();
      const apply = mode === "full" ? applyFullConversion : applyPartialConversion;
      try {
        const [error] = apply(module, conversion.target(context), conversion.patterns(context), {
          listener: countingListener(fired),
        });
        if (error === undefined) return { fired };
        refusals.set(error.message, (refusals.get(error.message) ?? 0) + 1);
        return { fired: new Map() };
      } catch (error) {
        return { fired, problem: { kind: "crash", reason: thrownText(error), rules: [name] } };
      }
    },
  };
}
