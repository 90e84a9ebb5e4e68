// What `terrace fuzz` prints: the table of units, and the findings.
import type { CampaignState, UnitState } from "./campaign.ts";
import { toleranceText, verdictOf } from "./verdict.ts";

/** One line of progress. */
export function progressText({ programs, seconds, findings, units, quota }: CampaignState): string {
  const rate = seconds > 0 ? Math.round(programs / seconds) : 0;
  const idle = `${units.filter(({ fired }) => fired === 0).length} of ${units.length} have not applied yet`;
  const lacking = quota === Infinity ? "" : `, ${lackingQuota(units, quota).length} not ${quota} times`;
  return `${programs} programs, ${rate} a second, ${findings.size} findings, ${idle}${lacking}`;
}

const lackingQuota = (units: readonly UnitState[], quota: number): readonly UnitState[] =>
  units.filter(({ fired }) => fired < quota);

/** How often each applied, in how many programs, with what is to be known of those that did not. */
export function tableText({ units }: CampaignState): string {
  const width = Math.min(100, Math.max(4, ...units.map(({ unit }) => unit.name.length)));
  const rows = units.map((state) => {
    const { unit, fired, programs } = state;
    return `${unit.name.padEnd(width)}  ${String(fired).padStart(9)}  ${String(programs).padStart(9)}  ${noteOf(state)}`.trimEnd();
  });
  return `${"name".padEnd(width)}  ${"applied".padStart(9)}  ${"programs".padStart(9)}\n${rows.join("\n")}\n`;
}

function noteOf({ fired, findings, inconclusive, reasons, invalidPrograms }: UnitState): string {
  const notes: string[] = [];
  if (findings > 0) notes.push(`${findings} findings`);
  if (invalidPrograms > 0) notes.push(`${invalidPrograms} programs did not verify`);
  const [reason] = [...reasons].sort((a, b) => b[1] - a[1]);
  if (fired === 0 && reason !== undefined) notes.push(`${inconclusive} inconclusive: ${reason[0]}`);
  return notes.join("; ");
}

export function findingsText({ findings }: CampaignState): string {
  return [...findings.values()]
    .map(({ kind, times, rules, reason, text }) => {
      const names = rules.map((rule) => `"${rule}"`).join(", ");
      return `\n${kind} (${times} times) by ${names}: ${reason}\n\n${text}`;
    })
    .join("");
}

export function summaryText(state: CampaignState): string {
  const { seconds, units, quota, firstInvalid } = state;
  const idle = units.filter(({ fired }) => fired === 0);
  const invalid = units.reduce((sum, { invalidPrograms }) => sum + invalidPrograms, 0);
  const lines = [`${progressText(state)} in ${seconds.toFixed(1)} s`];
  if (idle.length > 0) lines.push(`never applied: ${idle.map(({ unit }) => unit.name).join("; ")}`);
  if (quota !== Infinity)
    for (const { unit, fired } of lackingQuota(units, quota))
      lines.push(`applied ${fired} times of ${quota}: ${unit.kind}: ${unit.name}`);
  if (invalid > 0) lines.push(`${invalid} programs did not verify: ${firstInvalid ?? ""}`);
  return `${lines.join("\n")}\n`;
}

/** The whole result as one JSON object. */
export function jsonText(state: CampaignState, seed: number): string {
  const { programs, seconds, units, findings, quota } = state;
  return `${JSON.stringify(
    {
      seed,
      quota: quota === Infinity ? undefined : quota,
      programs,
      seconds,
      programsPerSecond: seconds > 0 ? programs / seconds : 0,
      units: units.map(({ unit, fired, programs: made, inconclusive, invalidPrograms, findings: found, reasons }) => ({
        kind: unit.kind,
        name: unit.name,
        dialects: unit.dialects,
        tolerance: unit.tolerance,
        within: toleranceText(unit.tolerance),
        verdict: verdictOf({ fired, findings: found }),
        fired,
        programs: made,
        inconclusive,
        reasons: Object.fromEntries(reasons),
        invalidPrograms,
        findings: found,
      })),
      findings: [...findings.values()],
    },
    undefined,
    2,
  )}\n`;
}
