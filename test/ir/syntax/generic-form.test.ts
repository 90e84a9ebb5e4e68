// The generic form against what mlir-opt 22 printed (fixtures/*.generic.mlir, *.debug.mlir, *.local.mlir).
import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Context } from "../../../ir/core/context.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation, type PrintOptions } from "../../../ir/syntax/printer.ts";

const read = (name: string): string => readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");

function print(text: string, file: string, options: PrintOptions): string {
  const context = new Context();
  context.allowUnregisteredDialects = true;
  const { module, diagnostics } = parseModule(text, context, { file });
  expect(diagnostics).toEqual([]);
  return module === undefined ? "" : printOperation(module, { generic: true, ...options });
}

const cases: readonly [string, string, PrintOptions][] = [
  ["attributes.mlir", "attributes.generic.mlir", {}],
  ["attributes.mlir", "attributes.local.mlir", { localScope: true }],
  ["structure.mlir", "structure.generic.mlir", {}],
  ["locations.mlir", "locations.debug.mlir", { debugInfo: true }],
];

describe("the generic form is mlir-opt's", () => {
  test.each(cases)("%s prints as %s", (from, to, options) => {
    const expected = read(to).trimEnd();
    expect(print(read(from), from, options)).toBe(expected);
    expect(print(expected, from, options)).toBe(expected);
  });

  test("more than a hundred elements print as hexadecimal, which reads back", () => {
    const list = (item: (i: number) => string): string =>
      `dense<[${Array.from({ length: 101 }, (_, i) => item(i)).join(", ")}]>`;
    const text = [
      `a = ${list((i) => String(i % 2 === 0))} : tensor<101xi1>`,
      `b = ${list((i) => String(i - 50))} : tensor<101xi24>`,
      `c = ${list((i) => `(${i}.0, -1.0)`)} : tensor<101xcomplex<f32>>`,
      `d = ${list((i) => String((i % 16) - 8))} : tensor<101xi4>`,
    ].join(", ");
    const printed = print(`"d.a"() {${text}} : () -> ()`, "t", {});
    expect(printed).toContain('a = dense<"0x55555555555555555555555515"> : tensor<101xi1>');
    expect(printed).toContain('b = dense<"0xCEFFFFCFFFFFD0FFFF');
    expect(printed).toContain('c = dense<"0x00000000000080BF0000803F000080BF');
    expect(printed).toContain('d = dense<"0x08090A0B0C0D0E0F0001020304050607');
    expect(print(printed, "t", {})).toBe(printed);
  });
});
