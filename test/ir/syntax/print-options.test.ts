// What each option of the printer changes, as mlir-opt 22 prints it with the flag of that name.
import { describe, expect, test } from "@jest/globals";
import { Context } from "../../../ir/core/context.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation, type PrintOptions } from "../../../ir/syntax/printer.ts";

function printed(text: string, options: PrintOptions = {}): string[] {
  const context = new Context();
  context.allowUnregisteredDialects = true;
  const { module, diagnostics } = parseModule(text, context, { file: "f" });
  expect(diagnostics).toEqual([]);
  return module === undefined ? [] : printOperation(module, { generic: true, ...options }).split("\n");
}

describe("options of the printer", () => {
  const uses = `%0:2 = "d.two"() : () -> (i32, i32)
    "d.use"(%0#1, %0#1) : (i32, i32) -> ()
    "d.r"() ({
    ^bb0(%a: i32, %b: i32):
      %1 = "d.one"(%a) : (i32) -> i32
    }) : () -> ()`;

  test("users of values", () => {
    expect(printed(uses, { valueUsers: true }).slice(1)).toEqual([
      '  %1:2 = "d.two"() : () -> (i32, i32) // users: (unused), (%2)',
      '  "d.use"(%1#1, %1#1) : (i32, i32) -> () // id: %2',
      '  "d.r"() ({',
      "  ^bb0(%arg0: i32, %arg1: i32):",
      "    // %arg0 is used by %4",
      "    // %arg1 is unused",
      '    %4 = "d.one"(%arg0) : (i32) -> i32 // unused',
      "  }) : () -> ()",
      "}) : () -> ()",
    ]);
  });

  test("regions left out", () => {
    expect(printed(uses, { skipRegions: true })).toEqual(['"builtin.module"() ({...}) : () -> ()']);
  });

  test("names from locations", () => {
    const named = `%0 = "d.a"() : () -> i32 loc("sum")
      %1 = "d.a"() : () -> i32 loc("sum"("g":1:2))
      %2 = "d.a"() : () -> i32 loc(callsite("g":1:1 at "1 é"))
      "d.b"(%0, %1, %2) : (i32, i32, i32) -> ()`;
    expect(printed(named, { nameLocAsPrefix: true }).slice(1, 5)).toEqual([
      '  %sum = "d.a"() : () -> i32',
      '  %sum_0 = "d.a"() : () -> i32',
      '  %_1_C3A9 = "d.a"() : () -> i32',
      '  "d.b"(%sum, %sum_0, %_1_C3A9) : (i32, i32, i32) -> ()',
    ]);
  });

  test("locations for people", () => {
    const located = `"d.a"() : () -> () loc(callsite("callee" at "g":1:2))
      "d.a"() : () -> () loc(fused<"m">["g":1:2 to :5, unknown])
      "d.a"() : () -> () loc(callsite("g":1:2 at "x"("g":3:4)))`;
    expect(printed(located, { debugInfo: true, prettyDebugInfo: true, localScope: true }).slice(1, 5)).toEqual([
      '  "d.a"() : () -> () "callee" at g:1:2',
      '  "d.a"() : () -> () <"m">[g:1:2 to :5]',
      '  "d.a"() : () -> () g:1:2',
      ' at "x"(g:3:4)',
    ]);
  });

  test("elements left out, and as hexadecimal", () => {
    const elements = `"d.a"() {a = dense<[1, 2, 3]> : tensor<3xi8>, b = dense<4> : tensor<9xi8>,
      c = sparse<[[0], [1], [2]], [1, 2, 3]> : tensor<4xi8>, d = dense<["x", "y"]> : tensor<2x!d.t>} : () -> ()`;
    const only = (options: PrintOptions): string | undefined => printed(elements, options)[1];
    expect(only({ elideElementsAttrsIfLarger: 2 })).toBe(
      '  "d.a"() {a = dense_resource<__elided__> : tensor<3xi8>, b = dense<4> : tensor<9xi8>, ' +
        'c = dense_resource<__elided__> : tensor<4xi8>, d = dense<["x", "y"]> : tensor<2x!d.t>} : () -> ()',
    );
    expect(only({ elementsAttrsWithHexIfLarger: 2 })).toContain('a = dense<"0x010203"> : tensor<3xi8>');
    expect(only({ elementsAttrsWithHexIfLarger: 2 })).toContain('c = sparse<[[0], [1], [2]], "0x010203">');
    const many = `"d.a"() {a = dense<[${Array.from({ length: 101 }, (_, i) => i).join(", ")}]> : tensor<101xi8>} : () -> ()`;
    expect(printed(many)[1]).toContain('dense<"0x000102');
    expect(printed(many, { elementsAttrsWithHexIfLarger: -1 })[1]).toContain("dense<[0, 1, 2");
  });

  test("resources of the file, and long ones left out", () => {
    const text = `"d.a"() {a = dense_resource<w> : tensor<1xi8>} : () -> ()
      {-# dialect_resources: { builtin: { unused: "0x0400000001", w: "0x0400000002" } },
          external_resources: { tool: { long: "0123456789", short: true, "a b": "0x0400000003" } } #-}`;
    expect(printed(text).slice(4)).toEqual([
      "{-#",
      "  dialect_resources: {",
      "    builtin: {",
      '      w: "0x0400000002"',
      "    }",
      "  },",
      "  external_resources: {",
      "    tool: {",
      '      long: "0123456789",',
      "      short: true,",
      '      "a b": "0x0400000003"',
      "    }",
      "  }",
      "#-}",
    ]);
    expect(printed(text, { elideResourceStringsIfLarger: 11 }).slice(4)).toEqual([
      "{-#",
      "  external_resources: {",
      "    tool: {",
      "      short: true",
      "    }",
      "  }",
      "#-}",
    ]);
    expect(printed(text, { elideResourceStringsIfLarger: 0 }).slice(4)).toEqual(["{-#", "", "#-}"]);
  });
});

describe("aliases", () => {
  test("are numbered by depth and kind; those of locations that only ops have come last", () => {
    const text = `"d.a"() {m = affine_map<(d0) -> (d0)>, l = loc("in"("f":1:1)), d = distinct[7]<"x">, e = distinct[3]<>} : () -> () loc("op")
      "d.a"() {s = affine_set<(d0) : (d0 == 0)>} : () -> () loc("op")`;
    expect(printed(text, { debugInfo: true })).toEqual([
      '#distinct = distinct[0]<"x">',
      '#loc2 = loc("f":1:1)',
      "#map = affine_map<(d0) -> (d0)>",
      "#set = affine_set<(d0) : (d0 == 0)>",
      '#loc3 = loc("in"(#loc2))',
      '"builtin.module"() ({',
      '  "d.a"() {d = #distinct, e = distinct[1]<>, l = #loc3, m = #map} : () -> () loc(#loc1)',
      '  "d.a"() {s = #set} : () -> () loc(#loc1)',
      "}) : () -> () loc(#loc)",
      '#loc = loc("f":0:0)',
      '#loc1 = loc("op")',
    ]);
  });

  test("long tuples are named", () => {
    const long = `tuple<${"i1, ".repeat(16)}i1>`;
    const [first, , second] = printed(`%0 = "d.a"() : () -> ${long}`);
    expect(first).toBe(`!tuple = ${long}`);
    expect(second).toBe('  %0 = "d.a"() : () -> !tuple');
  });

  test("an op may have a location that is defined after it", () => {
    const text = `"d.a"() : () -> () loc(#late)
      #late = loc(callsite(#early at "x"))`;
    const context = new Context();
    context.allowUnregisteredDialects = true;
    expect(parseModule(text, context).diagnostics.map(({ message }) => message)).toEqual([
      "operation location alias was never defined",
    ]);
    expect(printed(`"d.a"() : () -> () loc(#late)\n#late = loc("x")`, { debugInfo: true, localScope: true })[1]).toBe(
      '  "d.a"() : () -> () loc("x")',
    );
  });
});
