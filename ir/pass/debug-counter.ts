// Debug counters: which of the actions of a tag are taken, so that the one that breaks a program can be found by bisection.
import type { ActionHandler } from "../core/action.ts";

interface Counter {
  /** How often the action was announced. */
  seen: number;
  skip: number;
  /** How many are taken after those skipped; -1 is all. */
  take: number;
}

export class DebugCounters {
  readonly #counters = new Map<string, Counter>();

  /** Reads `tag-skip=N,tag-count=N`; what is wrong with it, or undefined. */
  read(text: string): string | undefined {
    for (const item of text.split(",").filter((item) => item !== "")) {
      const problem = this.#readOne(item);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #readOne(item: string): string | undefined {
    const equals = item.indexOf("=");
    if (equals < 0) return `'${item}' has no '='; it is <tag>-skip=<number> or <tag>-count=<number>`;
    const [name, number] = [item.slice(0, equals), item.slice(equals + 1)];
    const value = Number(number);
    if (!/^-?\d+$/.test(number) || !Number.isSafeInteger(value)) return `'${item}': '${number}' is not a number`;
    const match = /^(.+)-(skip|count)$/.exec(name);
    if (match === null) return `'${item}': the name must end in '-skip' or '-count'`;
    const [, tag = "", kind] = match;
    let counter = this.#counters.get(tag);
    if (counter === undefined) this.#counters.set(tag, (counter = { seen: 0, skip: 0, take: -1 }));
    if (kind === "skip") counter.skip = value;
    else counter.take = value;
    return undefined;
  }

  /** For `context.actions`. Tags without a counter always go ahead. */
  readonly handler: ActionHandler = (tag) => {
    const counter = this.#counters.get(tag);
    if (counter === undefined) return true;
    const { skip, take } = counter;
    counter.seen++;
    if (skip < 0) return true;
    if (counter.seen <= skip) return false;
    return take < 0 || counter.seen <= skip + take;
  };

  /** A line per counter: how often it was seen, how many it skips, how many it takes. */
  report(): string {
    const rows = [...this.#counters].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      "DebugCounter counters:",
      ...rows.map(([tag, { seen, skip, take }]) => `${tag.padEnd(32)}: {${seen},${skip},${take}}`),
      "",
    ].join("\n");
  }
}
