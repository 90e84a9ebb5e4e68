// What a campaign says of a unit, in words: as tables and documentation have it.
import type { UnitState } from "./campaign.ts";
import type { Unit } from "./units.ts";

/** "refines": it applied, and every program after it computed what the one before did, as far as it promises. */
export function verdictOf({ findings, fired }: Pick<UnitState, "findings" | "fired">): string {
  if (findings > 0) return `${findings} findings`;
  return fired === 0 ? "did not apply" : "refines";
}

/** How far floats may be off: "none", "by op", or "2 ulps". */
export function toleranceText(tolerance: Unit["tolerance"]): string {
  if (tolerance === undefined || typeof tolerance === "string") return tolerance ?? "none";
  return Object.entries(tolerance)
    .map(([name, amount]) => `${amount} ${name}`)
    .join(", ");
}
