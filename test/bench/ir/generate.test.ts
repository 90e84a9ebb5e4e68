// The benchmark's programs: what they promise holds before anything is timed.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import { walk } from "../../../ir/core/walk.ts";
import { createContext } from "../../../ir/plugin/registry.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { generateProgram } from "./generate.ts";

const read = (text: string) => parseModule(text, createContext(builtinRegistry()));

describe.each([
  { ops: 1000, seed: 1, locations: false },
  { ops: 3000, seed: 2, locations: true },
])("a program of $ops ops, locations: $locations", (options) => {
  const text = generateProgram(options);

  test("is the same for the same seed, and another for another", () => {
    expect(generateProgram(options)).toBe(text);
    expect(generateProgram({ ...options, seed: options.seed + 1 })).not.toBe(text);
  });

  test("is valid, of that size, and the same in its generic form", () => {
    const { module, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    if (module === undefined) throw new Error("no module");
    expect(verify(module)).toEqual([]);
    let ops = 0;
    const names = new Set<string>();
    for (const op of walk(module)) {
      ops++;
      names.add(op.name);
    }
    expect(Math.abs(ops - options.ops)).toBeLessThan(0.05 * options.ops);
    expect([...names].map((name) => name.split(".")[0])).toEqual(
      expect.arrayContaining(["builtin", "func", "arith", "scf", "tensor"]),
    );
    const generic = read(printOperation(module, { generic: true, debugInfo: true })).module;
    expect(generic && printOperation(generic, { debugInfo: true })).toBe(printOperation(module, { debugInfo: true }));
  });
});
