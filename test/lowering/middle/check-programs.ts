// Every named program down a machine's road.
import { beforeAll, describe, expect, test } from "@jest/globals";
import { runOutside } from "../../support/outside.ts";
import type { roads } from "./machines.ts";
import type { Programs } from "./programs/index.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Tests each program: the same results after every pass, and nothing refused. One process runs them all. */
export function checkPrograms(machine: keyof typeof roads, programs: Programs): void {
  describe(`on ${machine}, after every pass the results are the same`, () => {
    const names = Object.keys(programs);
    let problems: Readonly<Record<string, unknown>> = {};
    beforeAll(async () => {
      const found: unknown = JSON.parse(
        await runOutside("test/lowering/middle/programs-process.ts", [machine, ...names]),
      );
      if (isRecord(found)) problems = found;
    }, 300_000);
    test.each(names)("%s", (name) => {
      expect(problems[name]).toBeNull();
    });
  });
}

/** The programs whose names these are. */
export function named(programs: Programs, names: readonly string[]): Programs {
  return Object.fromEntries(
    names.map((name) => {
      const text = programs[name];
      if (text === undefined) throw new Error(`there is no program '${name}'`);
      return [name, text];
    }),
  );
}

/** All but the programs of these names. */
export const without = (programs: Programs, names: readonly string[]): Programs =>
  Object.fromEntries(Object.entries(programs).filter(([name]) => !names.includes(name)));
