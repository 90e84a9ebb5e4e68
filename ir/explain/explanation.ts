// Explanations: what is known of the ops that were asked about, as data and as text.
import { filePosition } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import { traverse } from "../core/walk.ts";
import { foldName } from "../rewrite/fold.ts";
import type { Attempt, Origin, Provenance } from "./provenance.ts";

export interface ExplainedOp {
  readonly op: string;
  /** `file:line:column`; undefined where it has none. */
  readonly location: string | undefined;
  /** The op around it whose location that is, where it has none of its own: ops that no text shows. */
  readonly inside?: string;
}

export interface ExplainedAttempt extends Attempt {
  /** How often in a row, with the same end. */
  readonly times: number;
}

/** An op of the input: what was tried on it and on what came from it, and what is left of it. */
export interface SourceExplanation extends ExplainedOp {
  readonly attempts: readonly (ExplainedAttempt & { readonly on: ExplainedOp })[];
  readonly changes: readonly { readonly pass: string; readonly rule: string }[];
  readonly gone: { readonly pass: string; readonly rule: string | undefined } | undefined;
  /** What its results were replaced with: results of ops, arguments of blocks by number. */
  readonly replacement: readonly (ExplainedOp | { readonly argument: number })[];
  /** Ops of the result that come from it. */
  readonly became: readonly ExplainedOp[];
}

/** An op of the result: the rewrites that led to it, the last first, and the ops of the input that they began with. */
export interface ResultExplanation extends ExplainedOp {
  readonly rewrites: readonly {
    readonly pass: string;
    readonly rule: string | undefined;
    readonly from: readonly ExplainedOp[];
  }[];
  readonly sources: readonly ExplainedOp[];
}

export interface Explanation {
  readonly sources: readonly SourceExplanation[];
  readonly results: readonly ResultExplanation[];
}

/** `isSource` and `isResult` say which ops are asked about. */
export function explain(
  root: Operation,
  provenance: Provenance,
  isSource: (origin: Origin) => boolean,
  isResult: (op: Operation) => boolean,
): Explanation {
  const results: ResultExplanation[] = [];
  /** Ops of the result by the ops of the input that they come from. */
  const became = new Map<Origin, Origin[]>();
  traverse(root, (op) => {
    const origin = provenance.of(op);
    if (origin === undefined) return;
    for (const source of sourcesOf(origin)) {
      const list = became.get(source);
      if (list === undefined) became.set(source, [origin]);
      else list.push(origin);
    }
    if (isResult(op)) results.push(explainResult(origin));
  });
  const sources = provenance.sources.filter(isSource).map((source): SourceExplanation => ({
    ...named(source),
    attempts: attemptsOf(source, became.get(source) ?? []),
    changes: source.changes,
    gone: source.gone,
    replacement: source.replacement.map((value) => ("argument" in value ? value : named(value))),
    became: (became.get(source) ?? []).map(named),
  }));
  return { sources, results };
}

const named = ({ op, location, around }: Origin): ExplainedOp => {
  const position = filePosition(location);
  if (position !== undefined) return { op, location: `${position.file}:${position.line}:${position.column}` };
  const outer = around && named(around);
  return outer?.location === undefined ? { op, location: undefined } : { inside: outer.op, ...outer, op };
};

/** All that an op comes from, itself first. */
function ancestors(origin: Origin): Origin[] {
  const seen = new Set([origin]);
  for (const each of seen) for (const parent of each.parents) seen.add(parent);
  return [...seen];
}

/** The ops of the input that it comes from. */
export const sourcesOf = (origin: Origin): Origin[] => ancestors(origin).filter(({ made }) => made === undefined);

function explainResult(origin: Origin): ResultExplanation {
  const rewrites = ancestors(origin).flatMap(({ made, parents }) =>
    made === undefined ? [] : [{ pass: made.pass, rule: made.rule, from: parents.map(named) }],
  );
  return { ...named(origin), rewrites, sources: sourcesOf(origin).map(named) };
}

/** What was tried on the source and on all on the way to what it became, equal ones in a row joined. */
function attemptsOf(source: Origin, became: readonly Origin[]): SourceExplanation["attempts"] {
  const on = new Set([source]);
  for (const result of became)
    for (const each of ancestors(result).reverse()) if (comesFrom(each, source)) on.add(each);
  const out: (ExplainedAttempt & { on: ExplainedOp })[] = [];
  for (const each of on) {
    for (const attempt of each.attempts) {
      const last = out.find(
        (other) =>
          other.pass === attempt.pass &&
          other.rule === attempt.rule &&
          other.owner === attempt.owner &&
          other.reason === attempt.reason &&
          other.applied === attempt.applied &&
          other.on.op === each.op,
      );
      if (last === undefined) out.push({ ...attempt, times: 1, on: named(each) });
      else out[out.indexOf(last)] = { ...last, times: last.times + 1 };
    }
  }
  return out;
}

const comesFrom = (origin: Origin, source: Origin): boolean => ancestors(origin).includes(source);

/** For people. */
export function explanationText({ sources, results }: Explanation): string {
  const lines: string[] = [];
  for (const source of sources) {
    lines.push(`${title(source)}`);
    let pass: string | undefined;
    for (const attempt of source.attempts) {
      if (attempt.pass !== pass) lines.push(`  in ${attempt.pass}:`);
      ({ pass } = attempt);
      lines.push(`    ${attemptText(attempt, attempt.on.op === source.op ? "" : ` on '${attempt.on.op}'`)}`);
    }
    if (source.attempts.length === 0) lines.push("  no pattern or folder was tried on it");
    for (const { pass: changer, rule } of distinct(source.changes))
      lines.push(`  changed in ${changer} by ${ruleText(rule)}`);
    if (source.gone !== undefined) {
      const { pass: taker, rule } = source.gone;
      const by = source.replacement.map((value) =>
        "argument" in value ? `argument #${value.argument}` : title(value),
      );
      const replaced = by.length === 0 ? "" : `, replaced by ${by.join(", ")}`;
      lines.push(`  it went in ${taker}: ${rule === undefined ? "nothing used it" : ruleText(rule)}${replaced}`);
    }
    if (source.became.length === 0) lines.push("  nothing in the result comes from it");
    for (const op of source.became) lines.push(`  in the result: ${title(op)}`);
  }
  for (const result of results) {
    lines.push(`${title(result)} of the result`);
    for (const { pass, rule, from } of result.rewrites)
      lines.push(
        `  made in ${pass} ${rule === undefined ? "by the pass itself" : `by ${ruleText(rule)}`} from ${from.map(title).join(", ")}`,
      );
    lines.push(`  from the input: ${result.sources.map(title).join(", ")}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

const title = ({ op, location, inside }: ExplainedOp): string => {
  const name = inside === undefined ? `'${op}'` : `'${op}' inside '${inside}'`;
  return location === undefined ? name : `${name} at ${location}`;
};

/** Without repetitions. */
function distinct(changes: SourceExplanation["changes"]): SourceExplanation["changes"] {
  return [...new Map(changes.map((change) => [`${change.pass} ${change.rule}`, change])).values()];
}

const ruleText = (rule: string): string => (rule === foldName.name ? "its folder" : `"${rule}"`);

function attemptText({ rule, owner, reason, applied, times }: ExplainedAttempt, on: string): string {
  const name = rule === foldName.name ? `the folder${on} (${owner})` : `"${rule}"${on} (${owner})`;
  const often = times === 1 ? "" : ` (${times} times)`;
  if (applied) return `${name}: applied${often}`;
  return reason === undefined ? `${name}: found nothing to fold${often}` : `${name}: ${reason}${often}`;
}
