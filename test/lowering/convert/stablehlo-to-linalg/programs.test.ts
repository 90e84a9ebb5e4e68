// stablehlo-legalize-to-linalg on one op or two at a time: the results stay those of StableHLO.
import { describe, expect, test } from "@jest/globals";
import { checkPipeline } from "../../../support/pipeline.ts";

/** A program: what `@main` takes, its body, and what it returns. */
type Program = readonly [name: string, args: string, body: string, result: string];

const unary = (name: string, type = "tensor<3x5xf32>"): Program => [
  name,
  `%a: ${type}`,
  `%r = stablehlo.${name} %a : ${type}`,
  type,
];
const binary = (name: string, type = "tensor<3x5xf32>"): Program => [
  `${name} on ${type}`,
  `%a: ${type}, %b: ${type}`,
  `%r = stablehlo.${name} %a, %b : ${type}`,
  type,
];

const reducer = (op: string, type: string): string => `({
  ^bb0(%x: tensor<${type}>, %y: tensor<${type}>):
    %z = stablehlo.${op} %x, %y : tensor<${type}>
    stablehlo.return %z : tensor<${type}>
  })`;

const convolution = (numbers: string, window: string, types: string, result: string): Program => {
  const [lhs = "", rhs = ""] = types.split(" x ");
  return [
    `convolution ${numbers} ${window}`,
    `%a: ${lhs}, %b: ${rhs}`,
    `%r = stablehlo.convolution(%a, %b) dim_numbers = ${numbers}, window = {${window}} {batch_group_count = 1 : i64, feature_group_count = 1 : i64} : (${lhs}, ${rhs}) -> ${result}`,
    result,
  ];
};

const elementwise: readonly Program[] = [
  ...[
    "abs",
    "cbrt",
    "ceil",
    "cosine",
    "exponential",
    "exponential_minus_one",
    "floor",
    "logistic",
    "negate",
    "round_nearest_afz",
  ].map((name) => unary(name)),
  ...["round_nearest_even", "sign", "sine", "tan", "tanh"].map((name) => unary(name)),
  ...["abs", "count_leading_zeros", "negate", "not", "popcnt", "sign"].map((name) => unary(name, "tensor<7xi8>")),
  unary("not", "tensor<7xi1>"),
  ...["add", "atan2", "divide", "maximum", "minimum", "multiply", "remainder", "subtract"].map((name) => binary(name)),
  ...["add", "and", "divide", "maximum", "minimum", "multiply", "or", "remainder", "subtract", "xor"].map((name) =>
    binary(name, "tensor<64xi8>"),
  ),
  ...["shift_left", "shift_right_arithmetic", "shift_right_logical"].map((name) => binary(name, "tensor<64xi8>")),
  ...["add", "and", "maximum", "minimum", "multiply", "or", "xor"].map((name) => binary(name, "tensor<16xi1>")),
  binary("add", "tensor<f32>"),
  binary("multiply", "tensor<2x1xbf16>"),
  [
    "log of a square",
    "%a: tensor<9xf32>",
    "%s = stablehlo.multiply %a, %a : tensor<9xf32>\n%p = stablehlo.add %s, %s : tensor<9xf32>\n%r = stablehlo.log_plus_one %p : tensor<9xf32>",
    "tensor<9xf32>",
  ],
  [
    "rsqrt and power",
    "%a: tensor<9xf32>",
    "%s = stablehlo.exponential %a : tensor<9xf32>\n%q = stablehlo.rsqrt %s : tensor<9xf32>\n%r = stablehlo.power %q, %s : tensor<9xf32>",
    "tensor<9xf32>",
  ],
  ...["EQ", "NE", "LT", "LE", "GT", "GE"].map((direction): Program => [
    `compare ${direction}`,
    "%a: tensor<32xi8>, %b: tensor<32xi8>",
    `%r = stablehlo.compare ${direction}, %a, %b : (tensor<32xi8>, tensor<32xi8>) -> tensor<32xi1>`,
    "tensor<32xi1>",
  ]),
  [
    "compare in total order",
    "%a: tensor<32xf32>, %b: tensor<32xf32>",
    "%r = stablehlo.compare LT, %a, %b, TOTALORDER : (tensor<32xf32>, tensor<32xf32>) -> tensor<32xi1>",
    "tensor<32xi1>",
  ],
  [
    "is_finite",
    "%a: tensor<4xf32>",
    "%q = stablehlo.divide %a, %a : tensor<4xf32>\n%r = stablehlo.is_finite %q : (tensor<4xf32>) -> tensor<4xi1>",
    "tensor<4xi1>",
  ],
  [
    "select by a scalar",
    "%p: tensor<i1>, %a: tensor<4xf32>, %b: tensor<4xf32>",
    "%r = stablehlo.select %p, %a, %b : tensor<i1>, tensor<4xf32>",
    "tensor<4xf32>",
  ],
  [
    "clamp between scalars",
    "%a: tensor<4xi8>",
    "%lo = stablehlo.constant dense<-5> : tensor<i8>\n%hi = stablehlo.constant dense<5> : tensor<i8>\n%r = stablehlo.clamp %lo, %a, %hi : (tensor<i8>, tensor<4xi8>, tensor<i8>) -> tensor<4xi8>",
    "tensor<4xi8>",
  ],
  ...[
    ["f32", "i32"],
    ["i8", "f32"],
    ["i8", "i32"],
    ["i32", "i8"],
    ["f32", "bf16"],
    ["bf16", "f16"],
    ["i1", "f32"],
    ["i8", "i1"],
    ["f32", "i1"],
    ["f32", "i8"],
    ["f32", "ui16"],
    ["f32", "i64"],
    ["f16", "i32"],
    ["f64", "i32"],
    ["f64", "ui64"],
  ].map(([from, to]): Program => [
    `convert ${from} to ${to}`,
    `%a: tensor<9x${from}>`,
    `%r = stablehlo.convert %a : (tensor<9x${from}>) -> tensor<9x${to}>`,
    `tensor<9x${to}>`,
  ]),
  [
    "bitcast_convert",
    "%a: tensor<9xf32>",
    "%r = stablehlo.bitcast_convert %a : (tensor<9xf32>) -> tensor<9xi32>",
    "tensor<9xi32>",
  ],
  [
    "map",
    "%a: tensor<9xf32>, %b: tensor<9xf32>",
    `%r = "stablehlo.map"(%a, %b) <{dimensions = array<i64: 0>}> ${reducer("subtract", "f32")} : (tensor<9xf32>, tensor<9xf32>) -> tensor<9xf32>`,
    "tensor<9xf32>",
  ],
];

const broadcast = (from: string, dims: string, to: string): Program => [
  `broadcast_in_dim ${from} to ${to}`,
  `%a: tensor<${from}>`,
  `%r = stablehlo.broadcast_in_dim %a, dims = ${dims} : (tensor<${from}>) -> tensor<${to}>`,
  `tensor<${to}>`,
];
const reshape = (from: string, to: string): Program => [
  `reshape ${from} to ${to}`,
  `%a: tensor<${from}>`,
  `%r = stablehlo.reshape %a : (tensor<${from}>) -> tensor<${to}>`,
  `tensor<${to}>`,
];
const pad = (low: string, high: string, interior: string, to: string): Program => [
  `pad ${low} ${high} ${interior}`,
  "%a: tensor<3x4xf32>, %v: tensor<f32>",
  `%r = stablehlo.pad %a, %v, low = ${low}, high = ${high}, interior = ${interior} : (tensor<3x4xf32>, tensor<f32>) -> tensor<${to}>`,
  `tensor<${to}>`,
];

const movement: readonly Program[] = [
  broadcast("f32", "[]", "2x3xf32"),
  broadcast("3xf32", "[1]", "2x3xf32"),
  broadcast("3x1xf32", "[0, 1]", "3x4xf32"),
  broadcast("1x3x1xf32", "[0, 1, 3]", "2x3x5x1xf32"),
  broadcast("2x3xf32", "[1, 0]", "3x2x4xf32"),
  broadcast("2x3xf32", "[0, 2]", "2x1x3xf32"),
  reshape("6x4xf32", "3x8xf32"),
  reshape("2x3x4xf32", "6x4xf32"),
  reshape("6x4xf32", "2x3x2x2xf32"),
  reshape("1x6x1xf32", "6xf32"),
  reshape("f32", "1x1xf32"),
  reshape("3x1x2xf32", "1x3x2x1xf32"),
  [
    "transpose",
    "%a: tensor<2x3x4xf32>",
    "%r = stablehlo.transpose %a, dims = [2, 0, 1] : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>",
    "tensor<4x2x3xf32>",
  ],
  ["reverse", "%a: tensor<2x3xi8>", "%r = stablehlo.reverse %a, dims = [1] : tensor<2x3xi8>", "tensor<2x3xi8>"],
  [
    "slice",
    "%a: tensor<5x7xf32>",
    "%r = stablehlo.slice %a [1:4, 0:7:3] : (tensor<5x7xf32>) -> tensor<3x3xf32>",
    "tensor<3x3xf32>",
  ],
  [
    "concatenate",
    "%a: tensor<2x3xf32>, %b: tensor<2x1xf32>",
    "%r = stablehlo.concatenate %a, %b, %a, dim = 1 : (tensor<2x3xf32>, tensor<2x1xf32>, tensor<2x3xf32>) -> tensor<2x7xf32>",
    "tensor<2x7xf32>",
  ],
  pad("[1, 0]", "[0, 2]", "[0, 0]", "4x6xf32"),
  pad("[0, -1]", "[-1, 1]", "[0, 0]", "2x4xf32"),
  pad("[1, 0]", "[0, -2]", "[1, 2]", "6x8xf32"),
  ["iota", "", "%r = stablehlo.iota dim = 1 : tensor<2x3xf32>", "tensor<2x3xf32>"],
  [
    "dynamic_slice",
    "%a: tensor<5x7xf32>, %i: tensor<i8>",
    "%z = stablehlo.constant dense<1> : tensor<i8>\n%r = stablehlo.dynamic_slice %a, %i, %z, sizes = [2, 3] : (tensor<5x7xf32>, tensor<i8>, tensor<i8>) -> tensor<2x3xf32>",
    "tensor<2x3xf32>",
  ],
  [
    "dynamic_update_slice",
    "%a: tensor<5x7xf32>, %u: tensor<2x3xf32>, %i: tensor<i8>",
    "%r = stablehlo.dynamic_update_slice %a, %u, %i, %i : (tensor<5x7xf32>, tensor<2x3xf32>, tensor<i8>, tensor<i8>) -> tensor<5x7xf32>",
    "tensor<5x7xf32>",
  ],
];

const dot = (lhs: string, rhs: string, numbers: string, result: string): Program => [
  `dot_general ${numbers} of ${lhs} and ${rhs}`,
  `%a: tensor<${lhs}>, %b: tensor<${rhs}>`,
  `%r = stablehlo.dot_general %a, %b, ${numbers} : (tensor<${lhs}>, tensor<${rhs}>) -> tensor<${result}>`,
  `tensor<${result}>`,
];

const contractions: readonly Program[] = [
  dot("3x4xf32", "4x5xf32", "contracting_dims = [1] x [0]", "3x5xf32"),
  dot("4x3xf32", "5x4xf32", "contracting_dims = [0] x [1]", "3x5xf32"),
  dot("2x3x4xf32", "2x4x5xf32", "batching_dims = [0] x [0], contracting_dims = [2] x [1]", "2x3x5xf32"),
  dot("3x2x4xf32", "5x4x2xf32", "batching_dims = [1] x [2], contracting_dims = [2] x [1]", "2x3x5xf32"),
  dot("3x4xi8", "4x5xi8", "contracting_dims = [1] x [0]", "3x5xi32"),
  dot("4xf32", "4xf32", "contracting_dims = [0] x [0]", "f32"),
  dot("2x3xf32", "4xf32", "contracting_dims = [] x []", "2x3x4xf32"),
  dot("2x3x4xf32", "3x4xf32", "contracting_dims = [1, 2] x [0, 1]", "2xf32"),
  convolution(
    "[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]",
    "pad = [[1, 1], [0, 2]]",
    "tensor<2x5x6x3xf32> x tensor<3x3x3x4xf32>",
    "tensor<2x5x6x4xf32>",
  ),
  convolution(
    "[b, f, 0, 1]x[o, i, 0, 1]->[b, f, 0, 1]",
    "stride = [2, 1], rhs_dilate = [1, 2]",
    "tensor<2x3x5x6xf32> x tensor<4x3x3x2xf32>",
    "tensor<2x4x2x4xf32>",
  ),
  convolution(
    "[b, 0, f]x[0, i, o]->[b, 0, f]",
    "pad = [[2, 2]], lhs_dilate = [2], reverse = [true]",
    "tensor<1x4x2xf32> x tensor<3x2x5xf32>",
    "tensor<1x9x5xf32>",
  ),
  convolution(
    "[f, 0, b]x[i, 0, o]->[f, b, 0]",
    "pad = [[-1, 0]]",
    "tensor<2x5x3xi8> x tensor<2x2x4xi8>",
    "tensor<4x3x3xi32>",
  ),
];

const reductions: readonly Program[] = [
  ...(["add", "multiply", "maximum", "minimum"] as const).map((op): Program => [
    `reduce by ${op}`,
    "%a: tensor<3x4x5xf32>, %i: tensor<f32>",
    `%r = stablehlo.reduce(%a init: %i) applies stablehlo.${op} across dimensions = [0, 2] : (tensor<3x4x5xf32>, tensor<f32>) -> tensor<4xf32>`,
    "tensor<4xf32>",
  ]),
  [
    "reduce booleans",
    "%a: tensor<3x4xi1>",
    "%i = stablehlo.constant dense<true> : tensor<i1>\n%r = stablehlo.reduce(%a init: %i) applies stablehlo.and across dimensions = [1] : (tensor<3x4xi1>, tensor<i1>) -> tensor<3xi1>",
    "tensor<3xi1>",
  ],
  [
    "argmax",
    "%a: tensor<3x4xf32>",
    `%n = stablehlo.iota dim = 1 : tensor<3x4xi32>
    %m = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %z = stablehlo.constant dense<0> : tensor<i32>
    %q:2 = stablehlo.reduce(%a init: %m), (%n init: %z) across dimensions = [1] : (tensor<3x4xf32>, tensor<3x4xi32>, tensor<f32>, tensor<i32>) -> (tensor<3xf32>, tensor<3xi32>)
     reducer(%x: tensor<f32>, %y: tensor<f32>) (%i: tensor<i32>, %j: tensor<i32>) {
      %g = stablehlo.compare GE, %x, %y : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %v = stablehlo.select %g, %x, %y : tensor<i1>, tensor<f32>
      %k = stablehlo.select %g, %i, %j : tensor<i1>, tensor<i32>
      stablehlo.return %v, %k : tensor<f32>, tensor<i32>
    }
    %r = stablehlo.reshape %q#1 : (tensor<3xi32>) -> tensor<3x1xi32>`,
    "tensor<3x1xi32>",
  ],
  [
    "max pooling",
    "%a: tensor<2x4x4x3xf32>, %i: tensor<f32>",
    `%r = "stablehlo.reduce_window"(%a, %i) <{window_dimensions = array<i64: 1, 2, 2, 1>, window_strides = array<i64: 1, 2, 2, 1>}> ${reducer("maximum", "f32")} : (tensor<2x4x4x3xf32>, tensor<f32>) -> tensor<2x2x2x3xf32>`,
    "tensor<2x2x2x3xf32>",
  ],
  [
    "cumulative sum by reduce_window",
    "%a: tensor<5x2xf32>",
    `%i = stablehlo.constant dense<0.0> : tensor<f32>\n%r = "stablehlo.reduce_window"(%a, %i) <{window_dimensions = array<i64: 5, 1>, padding = dense<[[4, 0], [0, 0]]> : tensor<2x2xi64>}> ${reducer("add", "f32")} : (tensor<5x2xf32>, tensor<f32>) -> tensor<5x2xf32>`,
    "tensor<5x2xf32>",
  ],
  [
    "layer normalisation keeps its rows together",
    "%a: tensor<4x8xf32>",
    `%z = stablehlo.constant dense<0.0> : tensor<f32>
    %s = stablehlo.reduce(%a init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x8xf32>, tensor<f32>) -> tensor<4xf32>
    %c = stablehlo.broadcast_in_dim %s, dims = [0] : (tensor<4xf32>) -> tensor<4x1xf32>
    %n = stablehlo.constant dense<8.0> : tensor<4x1xf32>
    %m = stablehlo.divide %c, %n : tensor<4x1xf32>
    %b = stablehlo.broadcast_in_dim %m, dims = [0, 1] : (tensor<4x1xf32>) -> tensor<4x8xf32>
    %r = stablehlo.subtract %a, %b : tensor<4x8xf32>`,
    "tensor<4x8xf32>",
  ],
];

const control: readonly Program[] = [
  [
    "a counting while",
    "%a: tensor<4xf32>",
    `%z = stablehlo.constant dense<0> : tensor<i32>
    %q:2 = stablehlo.while(%i = %z, %x = %a) : tensor<i32>, tensor<4xf32>
    cond {
      %n = stablehlo.constant dense<7> : tensor<i32>
      %t = stablehlo.compare LT, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      stablehlo.return %t : tensor<i1>
    } do {
      %two = stablehlo.constant dense<2> : tensor<i32>
      %f = stablehlo.convert %i : (tensor<i32>) -> tensor<f32>
      %g = stablehlo.broadcast_in_dim %f, dims = [] : (tensor<f32>) -> tensor<4xf32>
      %y = stablehlo.add %x, %g : tensor<4xf32>
      %j = stablehlo.add %i, %two : tensor<i32>
      stablehlo.return %j, %y : tensor<i32>, tensor<4xf32>
    }
    %c = stablehlo.convert %q#0 : (tensor<i32>) -> tensor<f32>
    %d = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %r = stablehlo.add %q#1, %d : tensor<4xf32>`,
    "tensor<4xf32>",
  ],
  [
    "a while that does not count",
    "%a: tensor<f32>",
    `%one = stablehlo.constant dense<1.0> : tensor<f32>
    %r = stablehlo.while(%x = %a) : tensor<f32>
    cond {
      %n = stablehlo.constant dense<100.0> : tensor<f32>
      %t = stablehlo.compare LT, %x, %n : (tensor<f32>, tensor<f32>) -> tensor<i1>
      stablehlo.return %t : tensor<i1>
    } do {
      %d = stablehlo.multiply %x, %x : tensor<f32>
      %y = stablehlo.add %d, %one : tensor<f32>
      stablehlo.return %y : tensor<f32>
    }`,
    "tensor<f32>",
  ],
  [
    "if",
    "%p: tensor<i1>, %a: tensor<3xf32>",
    `%r = "stablehlo.if"(%p) ({
      %n = stablehlo.negate %a : tensor<3xf32>
      stablehlo.return %n : tensor<3xf32>
    }, {
      stablehlo.return %a : tensor<3xf32>
    }) : (tensor<i1>) -> tensor<3xf32>`,
    "tensor<3xf32>",
  ],
  [
    "case",
    "%a: tensor<3xi8>",
    `%s = stablehlo.slice %a [0:1] : (tensor<3xi8>) -> tensor<1xi8>
    %t = stablehlo.reshape %s : (tensor<1xi8>) -> tensor<i8>
    %i = stablehlo.convert %t : (tensor<i8>) -> tensor<i32>
    %r = "stablehlo.case"(%i) ({
      stablehlo.return %a : tensor<3xi8>
    }, {
      %n = stablehlo.negate %a : tensor<3xi8>
      stablehlo.return %n : tensor<3xi8>
    }, {
      %n = stablehlo.not %a : tensor<3xi8>
      stablehlo.return %n : tensor<3xi8>
    }) : (tensor<i32>) -> tensor<3xi8>`,
    "tensor<3xi8>",
  ],
  [
    "gather of rows",
    "%a: tensor<4x3xf32>, %i: tensor<5x1xi8>",
    `%r = "stablehlo.gather"(%a, %i) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 3>}> : (tensor<4x3xf32>, tensor<5x1xi8>) -> tensor<5x3xf32>`,
    "tensor<5x3xf32>",
  ],
  [
    "scatter of rows",
    "%a: tensor<4x3xf32>, %i: tensor<9x1xi8>, %u: tensor<9x3xf32>",
    `%r = "stablehlo.scatter"(%a, %i, %u) <{scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>}> ${reducer("add", "f32")} : (tensor<4x3xf32>, tensor<9x1xi8>, tensor<9x3xf32>) -> tensor<4x3xf32>`,
    "tensor<4x3xf32>",
  ],
];

const textOf = ([, args, body, result]: Program): string => `func.func @main(${args}) -> ${result} {
    ${body}
    return %r : ${result}
  }`;

describe.each([
  ["elementwise ops", elementwise],
  ["movement of elements", movement],
  ["contractions", contractions],
  ["reductions", reductions],
  ["control and indices", control],
] as const)("%s", (_, programs) => {
  test.each(programs.map((program) => [program[0], program] as const))("%s", async (_name, program) => {
    const { refused, text } = await checkPipeline(textOf(program), ["stablehlo-legalize-to-linalg", "canonicalize"], {
      seeds: [1, 2, 3],
    });
    expect(refused).toEqual([]);
    expect(text).not.toContain("stablehlo.");
  });
});
