import { describe, expect, test } from "@jest/globals";
import { results, run } from "../../support/mlir.ts";

const body = (lines: string, result: string, type: string): string => `
  memref.global "private" constant @table : memref<2x2xi32> = dense<[[1, 2], [3, 4]]>
  memref.global @counter : memref<1xi32> = dense<7>
  func.func @main(%i: index, %j: index) -> ${type} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c2 = arith.constant 2 : index
    %a = memref.alloc() : memref<4x6xi32>
    scf.for %x = %c0 to %i step %c1 {
      scf.for %y = %c0 to %j step %c1 {
        %s = arith.muli %x, %c2 : index
        %t = arith.addi %s, %y : index
        %v = arith.index_cast %t : index to i32
        memref.store %v, %a[%x, %y] : memref<4x6xi32>
      }
    }
    ${lines}
    return ${result} : ${type}
  }`;

/** Element [x, y] of %a is 2 * x + y. */
const cases: readonly (readonly [name: string, lines: string, result: string, type: string, expected: unknown])[] = [
  ["load", "%r = memref.load %a[%c2, %c1] : memref<4x6xi32>", "%r", "i32", 5],
  [
    "subview",
    `%v = memref.subview %a[1, 2] [2, 2] [2, 3] : memref<4x6xi32> to memref<2x2xi32, strided<[12, 3], offset: 8>>
     %r = memref.load %v[%c1, %c1] : memref<2x2xi32, strided<[12, 3], offset: 8>>`,
    "%r", "i32", 11,
  ],
  [
    "rank-reducing subview with dynamic offset",
    `%v = memref.subview %a[%c2, 1] [1, 5] [1, 1] : memref<4x6xi32> to memref<5xi32, strided<[1], offset: ?>>
     %r = memref.load %v[%c2] : memref<5xi32, strided<[1], offset: ?>>`,
    "%r", "i32", 7,
  ],
  [
    "collapse_shape, expand_shape",
    `%v = memref.collapse_shape %a [[0, 1]] : memref<4x6xi32> into memref<24xi32>
     %w = memref.expand_shape %v [[0, 1, 2]] output_shape [2, 3, 4] : memref<24xi32> into memref<2x3x4xi32>
     %r = memref.load %w[%c1, %c2, %c1] : memref<2x3x4xi32>`,
    "%r", "i32", 9,
  ],
  [
    "reinterpret_cast",
    `%v = memref.reinterpret_cast %a to offset: [6], sizes: [3, 3], strides: [6, 2] : memref<4x6xi32> to memref<3x3xi32, strided<[6, 2], offset: 6>>
     %r = memref.load %v[%c2, %c2] : memref<3x3xi32, strided<[6, 2], offset: 6>>`,
    "%r", "i32", 10,
  ],
  [
    "copy between layouts",
    `%v = memref.subview %a[1, 1] [2, 2] [1, 1] : memref<4x6xi32> to memref<2x2xi32, strided<[6, 1], offset: 7>>
     %b = memref.alloc() : memref<2x2xi32, affine_map<(d0, d1) -> (d1, d0)>>
     memref.copy %v, %b : memref<2x2xi32, strided<[6, 1], offset: 7>> to memref<2x2xi32, affine_map<(d0, d1) -> (d1, d0)>>
     %r = memref.load %b[%c1, %c0] : memref<2x2xi32, affine_map<(d0, d1) -> (d1, d0)>>`,
    "%r", "i32", 5,
  ],
  ["get_global", "%g = memref.get_global @table : memref<2x2xi32>\n%r = memref.load %g[%c1, %c0] : memref<2x2xi32>", "%r", "i32", 3],
  [
    "one buffer a global",
    `%g = memref.get_global @counter : memref<1xi32>
     %one = memref.load %g[%c0] : memref<1xi32>
     %two = arith.addi %one, %one : i32
     memref.store %two, %g[%c0] : memref<1xi32>
     %h = memref.get_global @counter : memref<1xi32>
     %r = memref.load %h[%c0] : memref<1xi32>`,
    "%r", "i32", 14,
  ],
  [
    "dim of a subview",
    `%v = memref.subview %a[0, 0] [%i, 3] [1, 1] : memref<4x6xi32> to memref<?x3xi32, strided<[6, 1]>>
     %r = memref.dim %v, %c0 : memref<?x3xi32, strided<[6, 1]>>`,
    "%r", "index", 4,
  ],
  [
    "extract_strided_metadata",
    `%v = memref.subview %a[1, 2] [2, 2] [2, 3] : memref<4x6xi32> to memref<2x2xi32, strided<[12, 3], offset: 8>>
     %m, %o, %s:2, %t:2 = memref.extract_strided_metadata %v : memref<2x2xi32, strided<[12, 3], offset: 8>> -> memref<i32>, index, index, index, index, index
     %p = arith.muli %t#0, %t#1 : index
     %r = arith.addi %p, %o : index`,
    "%r", "index", 44,
  ],
  [
    "view of bytes",
    `%b = memref.alloc() : memref<32xi8>
     %v = memref.view %b[%i][%c2] : memref<32xi8> to memref<?x2xi32>
     %x = arith.constant 258 : i32
     memref.store %x, %v[%c1, %c1] : memref<?x2xi32>
     %c16 = arith.constant 16 : index
     %c17 = arith.constant 17 : index
     %r = memref.load %b[%c17] : memref<32xi8>`,
    "%r", "i8", 1,
  ],
]; // prettier-ignore

test.each(cases)("%s", (_, lines, result, type, expected) => {
  expect(results(body(lines, result, type), "main", [4, 6])).toEqual([expected]);
});

describe("undefined behaviour has a name", () => {
  const bad: readonly (readonly [name: string, lines: string, reason: RegExp])[] = [
    ["out of bounds", "%r = memref.load %a[%i, %c0] : memref<4x6xi32>", /index 4 out of bounds for extent 4/],
    [
      "use after free",
      "memref.dealloc %a : memref<4x6xi32>\n%r = memref.load %a[%c0, %c0] : memref<4x6xi32>",
      /used after it was freed/,
    ],
    ["double free", "memref.dealloc %a : memref<4x6xi32>\nmemref.dealloc %a : memref<4x6xi32>", /after it was freed/],
    [
      "write to a constant",
      "%g = memref.get_global @table : memref<2x2xi32>\n%z = arith.constant 0 : i32\nmemref.store %z, %g[%c0, %c0] : memref<2x2xi32>",
      /write to constant buffer '@table'/,
    ],
    [
      "a subview that leaves its source",
      "%v = memref.subview %a[%c2, 0] [3, 6] [1, 1] : memref<4x6xi32> to memref<3x6xi32, strided<[6, 1], offset: ?>>",
      /leaves extent 4/,
    ],
    [
      "a cast that lies",
      "%v = memref.cast %a : memref<4x6xi32> to memref<?x?xi32>\n%w = memref.cast %v : memref<?x?xi32> to memref<5x6xi32>",
      /cast to 'memref<5x6xi32>' of a buffer with size 4/,
    ],
    ["negative size", "%m = arith.subi %c0, %c1 : index\n%b = memref.alloc(%m) : memref<?xi8>", /size -1 is negative/],
  ];
  test.each(bad)("%s", (_, lines, reason) => {
    const outcome = run(body(lines, "%c0", "index"), "main", [4, 6]);
    expect(outcome).toMatchObject({ kind: "undefined-behavior" });
    expect(outcome.kind === "values" ? "" : outcome.reason).toMatch(reason);
  });
});

test("what was never written is poison", () => {
  const outcome = run(
    body("%b = memref.alloca() : memref<i32>\n%r = memref.load %b[] : memref<i32>", "%r", "i32"),
    "main",
    [0, 0],
  );
  expect(outcome.kind === "values" && typeof outcome.values[0]).toBe("symbol");
});
