// Texts of any size, each long in one way: what the reader and the printer are held to in memory and time (large-inputs.test.ts).
//
// A text has the pieces before, the repeated one as often as fits the size, and those after. Every piece is made from its number.

export interface LargeInput {
  readonly before?: string;
  readonly after?: string | ((count: number) => string);
  /** Between two pieces. */
  readonly separator?: string;
  readonly piece: (index: number) => string;
  /** Pieces that come after `after`, for what must be named twice: as many as before. */
  readonly again?: { readonly separator?: string; readonly piece: (index: number) => string; readonly after: string };
  /** What the program must be told. */
  readonly flags?: readonly string[];
}

const UNREGISTERED = ["--allow-unregistered-dialect"];

/** The numbers of a generator that is always the same. */
const scrambled = (index: number): number => (Math.imul(index + 1, 0x9e3779b1) ^ (index >>> 3)) >>> 0;

/** `"t.op"() {a = LIST}`. */
const attribute = (
  open: string,
  close: string | ((count: number) => string),
  piece: LargeInput["piece"],
): LargeInput => ({
  before: `"t.op"() {a = ${open}`,
  after: (count) => `${typeof close === "string" ? close : close(count)}} : () -> ()\n`,
  separator: ", ",
  piece,
  flags: UNREGISTERED,
});

const dense = (element: string, piece: LargeInput["piece"]): LargeInput =>
  attribute("dense<[", (count) => `]> : tensor<${count}x${element}>`, piece);

const list = (piece: LargeInput["piece"]): LargeInput => attribute("[", "]", piece);

/** Text that has no parts. */
const filler = (before: string, after: string): LargeInput => ({
  before,
  after,
  separator: "",
  piece: () => "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789__".repeat(16),
  flags: UNREGISTERED,
});

const hex = (before: string, after: (bytes: number) => string): LargeInput => ({
  before,
  after: (count) => after(16 * count),
  separator: "",
  piece: (i) => scrambled(i).toString(16).toUpperCase().padStart(8, "0").repeat(4),
  flags: UNREGISTERED,
});

const ops = (piece: LargeInput["piece"], flags = UNREGISTERED): LargeInput => ({
  separator: "\n",
  piece,
  after: "\n",
  flags,
});

const mixedElements: readonly LargeInput["piece"][] = [
  (i) => `${i % 1000} : i32`,
  (i) => `"s${i % 5000}"`,
  (i) => `${i % 777}.5`,
  (i) => `@f${i % 300}`,
  (i) => `tensor<${i % 50}xf32>`,
  () => "unit",
  (i) => (i % 2 === 0 ? "true" : "false"),
];
const mixed = (i: number): string => mixedElements[i % mixedElements.length]?.(i) ?? "";

export const largeInputs: Readonly<Record<string, LargeInput>> = {
  // Elements.
  "dense i64, one digit": dense("i64", (i) => String(i % 10)),
  "dense i64": dense("i64", (i) => String(scrambled(i) * 4096)),
  "dense i8": dense("i8", (i) => String((i % 255) - 127)),
  "dense i1": dense("i1", (i) => (scrambled(i) % 3 === 0 ? "true" : "false")),
  "dense i128": dense("i128", (i) => `${scrambled(i)}${scrambled(i + 1)}1234567`),
  "dense f32": dense("f32", (i) => `${i % 1000}.25`),
  "dense f64": dense("f64", (i) => `${i % 1000}.25e-3`),
  "dense bf16 bits": dense("bf16", (i) => `0x${(i % 65536).toString(16).padStart(4, "0").toUpperCase()}`),
  "dense rows": attribute("dense<[", (count) => `]> : tensor<${count}x2x2xi32>`, (i) => `[[${i % 10}, 1], [2, 3]]`),
  "dense complex": dense("complex<f32>", (i) => `(${i % 10}.0,1.5)`),
  "dense strings": dense("!t.s", (i) => `"s${i}"`),
  "dense hex": hex('"t.op"() {a = dense<"0x', (bytes) => `"> : tensor<${bytes / 4}xf32>} : () -> ()\n`),
  "dense printed without hex": { ...dense("i64", (i) => String(i % 10)), flags: [...UNREGISTERED, "--mlir-print-elementsattrs-with-hex-if-larger=-1"] },
  sparse: { ...attribute("sparse<[", (count) => `], 1> : tensor<${count}x10xi64>`, (i) => `[${i}, ${i % 10}]`) },
  "dense_resource": hex('"t.op"() {a = dense_resource<r> : tensor<4xi8>} : () -> ()\n{-#\n  dialect_resources: {\n    builtin: {\n      r: "0x04000000', () => '"\n    }\n  }\n#-}\n'),
  "external resource": filler('module {}\n{-#\n  external_resources: {\n    t: {\n      r: "', '"\n    }\n  }\n#-}\n'),
  // Attributes with parts.
  "array<i64>": attribute("array<i64: ", ">", (i) => String(i % 10)),
  "array<f32>": attribute("array<f32: ", ">", (i) => `${i % 10}.5`),
  "array<i1>": attribute("array<i1: ", ">", (i) => (i % 3 === 0 ? "true" : "false")),
  "array of i64": list((i) => String(i % 10)),
  "array of i32": list((i) => `${i % 100000} : i32`),
  "array of floats": list((i) => `${i % 10}.5`),
  "array of many floats": list((i) => `${scrambled(i)}.5 : f32`),
  "array of booleans": list((i) => (i % 3 === 0 ? "true" : "false")),
  "array of few strings": list((i) => `"s${i % 100}"`),
  "array of strings": list((i) => `"s${i}"`),
  "array of types": list((i) => `tensor<${i}xf32>`),
  "array of few types": list((i) => (i % 2 === 0 ? "i32" : "f32")),
  "array of symbols": list((i) => `@f${i}`),
  "array of nested symbols": list((i) => `@m::@f${i}`),
  "array of units": list(() => "unit"),
  "array of arrays": list((i) => `[${i % 10}, 1]`),
  "array of different arrays": list((i) => `[${i}]`),
  "array of empty arrays": list(() => "[]"),
  "array of dictionaries": list((i) => `{a = ${i}}`),
  "array of affine maps": list((i) => `affine_map<(d0) -> (d0 + ${i})>`),
  "array of one affine map": list(() => "affine_map<(d0) -> (d0)>"),
  "array of dense": list((i) => `dense<[${i}, 1]> : tensor<2xi32>`),
  "array of small arrays": list((i) => `array<i32: ${i}>`),
  "array of locations": list((i) => `loc("f":${i}:1)`),
  "array of opaque": list((i) => `#t.x<${i}>`),
  "array of distinct": list((i) => `distinct[${i}]<>`),
  "array, mixed": list(mixed),
  dictionary: attribute("{", "}", (i) => `a${i} = ${i % 10}`),
  "dictionary of units": attribute("{", "}", (i) => `a${i}`),
  "dictionary, quoted": attribute("{", "}", (i) => `"a ${scrambled(i)} ${i}" = "s"`),
  "dictionary backwards": attribute("{", "}", (i) => `a${1e9 - i} = ${i}`),
  // Types.
  tuple: attribute("tuple<", ">", (i) => (i % 2 === 0 ? "i32" : "f32")),
  "tuple of tensors": attribute("tuple<", ">", (i) => `tensor<${i}xf32>`),
  "function type, inputs": attribute("(", ") -> ()", (i) => (i % 2 === 0 ? "i32" : "f32")),
  "function type, results": attribute("() -> (", ")", (i) => (i % 2 === 0 ? "i32" : "f32")),
  "tensor of many dimensions": { ...attribute("tensor<", "i32>", () => "1x"), separator: "" },
  "strided layout": attribute("strided<[", "], offset: ?>", () => "1"),
  "affine map, results": attribute("affine_map<(d0, d1) -> (", ")>", (i) => `d0 + ${i}`),
  "affine map, dimensions": attribute("affine_map<(", ") -> ()>", (i) => `d${i}`),
  "affine set": attribute("affine_set<(d0) : (", ")>", (i) => `d0 - ${i} >= 0`),
  // Ops.
  "ops on one line": { piece: () => '"t.op"() : () -> ()', separator: " ", after: "\n", flags: UNREGISTERED },
  "ops with many names": ops((i) => `"t.op${i}"() : () -> ()`),
  "attributes of an op": { before: '"t.op"() {', after: "} : () -> ()\n", separator: ", ", piece: (i) => `a${i} = ${i % 10}`, flags: UNREGISTERED },
  "properties of an op": { before: '"t.op"() <{', after: "}> : () -> ()\n", separator: ", ", piece: (i) => `a${i} = ${i % 10}`, flags: UNREGISTERED },
  operands: { before: '%0 = "t.a"() : () -> i32\n"t.op"(', separator: ", ", piece: () => "%0", after: ") : (", again: { separator: ", ", piece: () => "i32", after: ") -> ()\n" }, flags: UNREGISTERED },
  results: { before: '"t.op"() : () -> (', separator: ", ", piece: () => "i32", after: ")\n", flags: UNREGISTERED },
  "named results": { separator: ", ", piece: (i) => `%r${i}`, after: ' = "t.op"() : () -> (', again: { separator: ", ", piece: () => "i32", after: ")\n" }, flags: UNREGISTERED },
  successors: { before: 'func.func @f() {\n  "t.op"() [', separator: ", ", piece: () => "^bb1", after: "] : () -> ()\n^bb1:\n  return\n}\n", flags: UNREGISTERED },
  blocks: { before: "func.func @f() {\n  cf.br ^bb0\n", separator: "", piece: (i) => `^bb${i}:\n  cf.br ^bb${i + 1}\n`, after: (count) => `^bb${count}:\n  return\n}\n` },
  "block arguments": { before: 'func.func @f() {\n  "t.op"() [^bb1] : () -> ()\n^bb1(', separator: ", ", piece: (i) => `%a${i}: i32`, after: "):\n  return\n}\n", flags: UNREGISTERED },
  "function arguments": { before: "func.func @f(", separator: ", ", piece: (i) => `%a${i}: i32`, after: ") {\n  return\n}\n" },
  "arguments with attributes": { before: "func.func private @f(", separator: ", ", piece: (i) => `i32 {t.a = ${i % 10}}`, after: ")\n", flags: UNREGISTERED },
  regions: { before: '"t.op"() (', separator: ", ", piece: () => "{}", after: ") : () -> ()\n", flags: UNREGISTERED },
  "small functions": ops((i) => `func.func @f${i}() {\n  return\n}`, []),
  "function declarations": ops((i) => `func.func private @f${i}()`, []),
  calls: { before: "func.func private @f()\nfunc.func @g() {\n", separator: "\n", piece: () => "  func.call @f() : () -> ()", after: "\n  return\n}\n" },
  "arith ops": { before: "func.func @f(%0: i32) -> i32 {\n", separator: "\n", piece: (i) => `  %${i + 1} = arith.addi %${i}, %${i} : i32`, after: (count) => `\n  return %${count} : i32\n}\n` },
  constants: { before: "func.func @f() {\n", separator: "\n", piece: (i) => `  %c${i}_i32 = arith.constant ${i} : i32`, after: "\n  return\n}\n" },
  // Aliases and locations.
  "attribute aliases": ops((i) => `#a${i} = [${i}]`),
  "map aliases": { before: "", separator: "\n", piece: (i) => `#m${i} = affine_map<(d0) -> (d0 + ${i})>`, after: '\n"t.op"() {a = [', again: { separator: ", ", piece: (i) => `#m${i}`, after: "]} : () -> ()\n" }, flags: UNREGISTERED },
  "type aliases": ops((i) => `!a${i} = tensor<${i}xi32>`),
  "location aliases": ops((i) => `"t.op"() : () -> () loc(#loc${i})\n#loc${i} = loc("f":${i}:1)`, [...UNREGISTERED, "--mlir-print-debuginfo"]),
  locations: ops((i) => `"t.op"() : () -> () loc("f":${i}:1)`, [...UNREGISTERED, "--mlir-print-debuginfo"]),
  "named locations": ops((i) => `"t.op"() : () -> () loc("n${i}"("f":${i}:1))`, [...UNREGISTERED, "--mlir-print-debuginfo"]),
  "a fused location": { before: '"t.op"() : () -> () loc(fused[', separator: ", ", piece: (i) => `"f":${i}:1`, after: "])\n", flags: [...UNREGISTERED, "--mlir-print-debuginfo"] },
  "fused locations": ops((i) => `"t.op"() : () -> () loc(fused<${i}>["a":${i}:1, "b"])`, [...UNREGISTERED, "--mlir-print-debuginfo"]),
  // Text that has no parts.
  "a comment": filler("//", '\n"t.op"() : () -> ()\n'),
  comments: ops((i) => `// ${i}`),
  "white space": { piece: () => " ".repeat(1024), after: "\n" },
  "empty lines": { piece: () => "\n".repeat(1024) },
  "a string": filler('"t.op"() {a = "', '"} : () -> ()\n'),
  "a string of escapes": { ...filler('"t.op"() {a = "', '"} : () -> ()\n'), piece: () => "\\0A\\FF\\22".repeat(100) },
  "a string of other letters": { ...filler('"t.op"() {a = "', '"} : () -> ()\n'), piece: () => "äλ語🙂".repeat(100) },
  "a symbol": filler("func.func private @", "()\n"),
  "an attribute's name": filler('"t.op"() {', " = 1} : () -> ()\n"),
  "an op's name": filler('"t.', '"() : () -> ()\n'),
  "a value's name": filler("%", ' = "t.op"() : () -> i32\n'),
  "an opaque attribute": filler('"t.op"() {a = #t.x<"', '">} : () -> ()\n'),
  "a location's name": { ...filler('"t.op"() : () -> () loc("', '")\n'), flags: [...UNREGISTERED, "--mlir-print-debuginfo"] },
  "an integer": { ...filler('"t.op"() {a = ', " : i64} : () -> ()\n"), piece: () => "0".repeat(1024) },
  // What is wrong.
  "an error at the end": { ...ops(() => '"t.op"() : () -> ()'), after: "\n}\n" },
  "an open string": filler('"t.op"() {a = "', ""),
  "an open list": { ...list((i) => String(i % 10)), after: "" },
  "an unknown word": filler("", "\n"),
  "open brackets": { piece: () => "[".repeat(1024), before: '"t.op"() {a = ', flags: UNREGISTERED },
  "closing brackets": { piece: () => "}".repeat(1024), flags: UNREGISTERED },
  "nested regions": { piece: () => '"t.op"() ({\n', flags: UNREGISTERED },
  "noise": { piece: (i) => String.fromCharCode(33 + (scrambled(i) % 94)).repeat(1 + (i % 3)) },
}; // prettier-ignore

/** The pieces of a text of about `bytes` bytes. */
export function* textOf(input: LargeInput, bytes: number): Iterable<string> {
  const { before = "", after = "", separator = "", piece, again } = input;
  yield before;
  const wanted = bytes - before.length;
  let count = 0;
  for (let written = 0; written < wanted; count++) {
    const text = count === 0 ? piece(0) : separator + piece(count);
    written += text.length;
    if (again !== undefined) written += (again.separator ?? "").length + again.piece(count).length;
    yield text;
  }
  yield typeof after === "string" ? after : after(count);
  if (again === undefined) return;
  for (let i = 0; i < count; i++) yield i === 0 ? again.piece(0) : (again.separator ?? "") + again.piece(i);
  yield again.after;
}
