// Verdicts from what `terrace fuzz --json` printed: those of a plugin's rules.
import * as z from "zod";
import { verdictMap, type Verdicts } from "./verdicts.ts";

const unit = z.looseObject({ kind: z.string(), name: z.string(), verdict: z.string(), within: z.string() });
const result = z.looseObject({ units: z.array(unit) });

/** These verdicts, and those of `others` for what is not among them; or why the text cannot be read. */
export function parseVerdictsJson(text: string, others: Verdicts): Verdicts | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "it is no JSON";
  }
  const checked = result.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return `${issue?.path.join(".") || "the whole"}: ${issue?.message ?? "is another thing"}`;
  }
  const own = verdictMap(
    checked.data.units.map(({ kind, name, verdict, within }) => [kind, name, { verdict, tolerance: within }]),
  );
  return { of: (kind, name) => own.of(kind, name) ?? others.of(kind, name) };
}
