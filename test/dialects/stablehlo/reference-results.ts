// Results of StableHLO's reference interpreter: name, constants, the op, its type, the elements of its result.
type Row = readonly [
  name: string,
  constants: readonly (readonly [name: string, value: string, type: string])[],
  op: string,
  result: string,
  expected: readonly number[],
];

export const rows: readonly Row[] = [
  [
    "abs of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.abs %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, Infinity, 0.0, 2.5],
  ],
  [
    "ceil of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.ceil %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, -Infinity, -0, -2.0],
  ],
  [
    "floor of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.floor %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, -Infinity, -0, -3.0],
  ],
  [
    "round_nearest_afz of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.round_nearest_afz %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, -Infinity, -0, -3.0],
  ],
  [
    "round_nearest_even of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.round_nearest_even %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, -Infinity, -0, -2.0],
  ],
  [
    "sign of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.sign %a : tensor<5xf32>",
    "5xf32",
    [NaN, 1.0, -1.0, -0, -1.0],
  ],
  [
    "sqrt of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.sqrt %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, NaN, -0, NaN],
  ],
  [
    "cbrt of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.cbrt %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, -Infinity, -0, -1.3572088479995728],
  ],
  [
    "exponential of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.exponential %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, 0.0, 1.0, 0.08208499848842621],
  ],
  [
    "log of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.log %a : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, NaN, -Infinity, NaN],
  ],
  [
    "logistic of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.logistic %a : tensor<5xf32>",
    "5xf32",
    [NaN, 1.0, 0.0, 0.5, 0.07585817575454712],
  ],
  [
    "tanh of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.tanh %a : tensor<5xf32>",
    "5xf32",
    [NaN, 1.0, -1.0, -0, -0.9866142868995667],
  ],
  [
    "rsqrt of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.rsqrt %a : tensor<5xf32>",
    "5xf32",
    [NaN, 0.0, NaN, -Infinity, NaN],
  ],
  [
    "negate of special values",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.negate %a : tensor<5xf32>",
    "5xf32",
    [NaN, -Infinity, Infinity, 0.0, 2.5],
  ],
  [
    "add of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.add %a, %b : tensor<6xi8>",
    "6xi8",
    [127, -5, 5, 0, 127, 109],
  ],
  [
    "subtract of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.subtract %a, %b : tensor<6xi8>",
    "6xi8",
    [-127, -9, 9, 0, 127, 91],
  ],
  [
    "multiply of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.multiply %a, %b : tensor<6xi8>",
    "6xi8",
    [-128, -14, -14, 0, 0, -124],
  ],
  [
    "maximum of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.maximum %a, %b : tensor<6xi8>",
    "6xi8",
    [-1, 2, 7, 0, 127, 100],
  ],
  [
    "minimum of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.minimum %a, %b : tensor<6xi8>",
    "6xi8",
    [-128, -7, -2, 0, 0, 9],
  ],
  [
    "and of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.and %a, %b : tensor<6xi8>",
    "6xi8",
    [-128, 0, 6, 0, 0, 0],
  ],
  [
    "or of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.or %a, %b : tensor<6xi8>",
    "6xi8",
    [-1, -5, -1, 0, 127, 109],
  ],
  [
    "xor of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.xor %a, %b : tensor<6xi8>",
    "6xi8",
    [127, -5, -7, 0, 127, 109],
  ],
  [
    "power of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.power %a, %b : tensor<6xi8>",
    "6xi8",
    [0, 49, 0, 1, 1, 0],
  ],
  [
    "shift_left of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.shift_left %a, %b : tensor<6xi8>",
    "6xi8",
    [0, -28, 0, 0, 127, 0],
  ],
  [
    "shift_right_arithmetic of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.shift_right_arithmetic %a, %b : tensor<6xi8>",
    "6xi8",
    [-1, -2, 0, 0, 127, 0],
  ],
  [
    "shift_right_logical of i8",
    [
      ["a", "[-128, -7, 7, 0, 127, 100]", "6xi8"],
      ["b", "[-1, 2, -2, 0, 0, 9]", "6xi8"],
    ],
    "stablehlo.shift_right_logical %a, %b : tensor<6xi8>",
    "6xi8",
    [0, 62, 0, 0, 127, 0],
  ],
  [
    "divide of i8",
    [
      ["a", "[-128, -7, 7, 7, 127]", "5xi8"],
      ["b", "[2, 2, -2, 9, 5]", "5xi8"],
    ],
    "stablehlo.divide %a, %b : tensor<5xi8>",
    "5xi8",
    [-64, -3, -3, 0, 25],
  ],
  [
    "divide of ui8",
    [
      ["a", "[255, 7, 128]", "3xui8"],
      ["b", "[2, 9, 200]", "3xui8"],
    ],
    "stablehlo.divide %a, %b : tensor<3xui8>",
    "3xui8",
    [127, 0, 0],
  ],
  [
    "remainder of i8",
    [
      ["a", "[-128, -7, 7, 7, 127]", "5xi8"],
      ["b", "[2, 2, -2, 9, 5]", "5xi8"],
    ],
    "stablehlo.remainder %a, %b : tensor<5xi8>",
    "5xi8",
    [0, -1, 1, 7, 2],
  ],
  [
    "remainder of ui8",
    [
      ["a", "[255, 7, 128]", "3xui8"],
      ["b", "[2, 9, 200]", "3xui8"],
    ],
    "stablehlo.remainder %a, %b : tensor<3xui8>",
    "3xui8",
    [1, 7, 128],
  ],
  [
    "add of ui8",
    [
      ["a", "[255, 7, 128, 0]", "4xui8"],
      ["b", "[2, 0, 200, 9]", "4xui8"],
    ],
    "stablehlo.add %a, %b : tensor<4xui8>",
    "4xui8",
    [1, 7, 72, 9],
  ],
  [
    "maximum of ui8",
    [
      ["a", "[255, 7, 128, 0]", "4xui8"],
      ["b", "[2, 0, 200, 9]", "4xui8"],
    ],
    "stablehlo.maximum %a, %b : tensor<4xui8>",
    "4xui8",
    [255, 7, 200, 9],
  ],
  [
    "minimum of ui8",
    [
      ["a", "[255, 7, 128, 0]", "4xui8"],
      ["b", "[2, 0, 200, 9]", "4xui8"],
    ],
    "stablehlo.minimum %a, %b : tensor<4xui8>",
    "4xui8",
    [2, 0, 128, 0],
  ],
  [
    "shift_right_logical of ui8",
    [
      ["a", "[255, 7, 128, 0]", "4xui8"],
      ["b", "[2, 0, 200, 9]", "4xui8"],
    ],
    "stablehlo.shift_right_logical %a, %b : tensor<4xui8>",
    "4xui8",
    [63, 7, 0, 0],
  ],
  [
    "power of ui8",
    [
      ["a", "[255, 7, 128, 0]", "4xui8"],
      ["b", "[2, 0, 200, 9]", "4xui8"],
    ],
    "stablehlo.power %a, %b : tensor<4xui8>",
    "4xui8",
    [1, 1, 0, 0],
  ],
  [
    "add of booleans",
    [
      ["a", "[true, true, false, false]", "4xi1"],
      ["b", "[true, false, true, false]", "4xi1"],
    ],
    "stablehlo.add %a, %b : tensor<4xi1>",
    "4xi1",
    [1, 1, 1, 0],
  ],
  [
    "multiply of booleans",
    [
      ["a", "[true, true, false, false]", "4xi1"],
      ["b", "[true, false, true, false]", "4xi1"],
    ],
    "stablehlo.multiply %a, %b : tensor<4xi1>",
    "4xi1",
    [1, 0, 0, 0],
  ],
  [
    "maximum of booleans",
    [
      ["a", "[true, true, false, false]", "4xi1"],
      ["b", "[true, false, true, false]", "4xi1"],
    ],
    "stablehlo.maximum %a, %b : tensor<4xi1>",
    "4xi1",
    [1, 1, 1, 0],
  ],
  [
    "minimum of booleans",
    [
      ["a", "[true, true, false, false]", "4xi1"],
      ["b", "[true, false, true, false]", "4xi1"],
    ],
    "stablehlo.minimum %a, %b : tensor<4xi1>",
    "4xi1",
    [1, 0, 0, 0],
  ],
  [
    "and of booleans",
    [
      ["a", "[true, true, false, false]", "4xi1"],
      ["b", "[true, false, true, false]", "4xi1"],
    ],
    "stablehlo.and %a, %b : tensor<4xi1>",
    "4xi1",
    [1, 0, 0, 0],
  ],
  [
    "or of booleans",
    [
      ["a", "[true, true, false, false]", "4xi1"],
      ["b", "[true, false, true, false]", "4xi1"],
    ],
    "stablehlo.or %a, %b : tensor<4xi1>",
    "4xi1",
    [1, 1, 1, 0],
  ],
  [
    "xor of booleans",
    [
      ["a", "[true, true, false, false]", "4xi1"],
      ["b", "[true, false, true, false]", "4xi1"],
    ],
    "stablehlo.xor %a, %b : tensor<4xi1>",
    "4xi1",
    [0, 1, 1, 0],
  ],
  [
    "maximum of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.maximum %a, %b : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, NaN, 0.0, -2.0],
  ],
  [
    "minimum of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.minimum %a, %b : tensor<5xf32>",
    "5xf32",
    [NaN, 2.0, NaN, -0, -2.5],
  ],
  [
    "divide of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.divide %a, %b : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, NaN, NaN, 1.25],
  ],
  [
    "remainder of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.remainder %a, %b : tensor<5xf32>",
    "5xf32",
    [NaN, NaN, NaN, NaN, -0.5],
  ],
  [
    "atan2 of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.atan2 %a, %b : tensor<5xf32>",
    "5xf32",
    [NaN, 1.5707963705062866, NaN, -0, -2.245537281036377],
  ],
  [
    "power of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.power %a, %b : tensor<5xf32>",
    "5xf32",
    [NaN, Infinity, NaN, 1.0, 0.1599999964237213],
  ],
  [
    "compare EQ of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.compare EQ, %a, %b : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xi1>",
    "5xi1",
    [0, 0, 0, 1, 0],
  ],
  [
    "compare NE of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.compare NE, %a, %b : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xi1>",
    "5xi1",
    [1, 1, 1, 0, 1],
  ],
  [
    "compare LT of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.compare LT, %a, %b : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xi1>",
    "5xi1",
    [0, 0, 0, 0, 1],
  ],
  [
    "compare GE of special values",
    [
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["b", "[1.0, 2.0, 0x7FC00000, 0.0, -2.0]", "5xf32"],
    ],
    "stablehlo.compare GE, %a, %b : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xi1>",
    "5xi1",
    [0, 1, 0, 1, 0],
  ],
  [
    "compare of ui8",
    [
      ["a", "[255, 7, 128, 0]", "4xui8"],
      ["b", "[2, 0, 200, 9]", "4xui8"],
    ],
    "stablehlo.compare GT, %a, %b, UNSIGNED : (tensor<4xui8>, tensor<4xui8>) -> tensor<4xi1>",
    "4xi1",
    [1, 1, 0, 0],
  ],
  [
    "convert float to i8",
    [["a", "[2.9, -2.9, 100.0, 0.0]", "4xf32"]],
    "stablehlo.convert %a : (tensor<4xf32>) -> tensor<4xi8>",
    "4xi8",
    [2, -2, 100, 0],
  ],
  [
    "convert i8 to ui8",
    [["a", "[-1, 5]", "2xi8"]],
    "stablehlo.convert %a : (tensor<2xi8>) -> tensor<2xui8>",
    "2xui8",
    [255, 5],
  ],
  [
    "convert to boolean",
    [["a", "[0.0, -0.0, 0x7FC00000, 0.5]", "4xf32"]],
    "stablehlo.convert %a : (tensor<4xf32>) -> tensor<4xi1>",
    "4xi1",
    [0, 0, 1, 1],
  ],
  [
    "convert to bf16",
    [["a", "[1.00390625, 1.01171875]", "2xf32"]],
    "stablehlo.reduce_precision %a, format = e8m7 : tensor<2xf32>",
    "2xf32",
    [1.0, 1.015625],
  ],
  [
    "bitcast to bytes",
    [["a", "[258]", "1xi16"]],
    "stablehlo.bitcast_convert %a : (tensor<1xi16>) -> tensor<1x2xi8>",
    "1x2xi8",
    [2, 1],
  ],
  [
    "count_leading_zeros",
    [["a", "[0, 1, -1]", "3xi16"]],
    "stablehlo.count_leading_zeros %a : tensor<3xi16>",
    "3xi16",
    [16, 15, 0],
  ],
  ["popcnt", [["a", "[0, 1, -1]", "3xi16"]], "stablehlo.popcnt %a : tensor<3xi16>", "3xi16", [0, 1, 16]],
  [
    "is_finite",
    [["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"]],
    "stablehlo.is_finite %a : (tensor<5xf32>) -> tensor<5xi1>",
    "5xi1",
    [0, 0, 0, 1, 1],
  ],
  [
    "reduce_precision to e5m10",
    [["a", "[1.0001, 65520.0, 1.0e-5, -3.0]", "4xf32"]],
    "stablehlo.reduce_precision %a, format = e5m10 : tensor<4xf32>",
    "4xf32",
    [1.0, Infinity, 0.0, -3.0],
  ],
  [
    "clamp by scalars",
    [
      ["l", "-1.0", "f32"],
      ["a", "[0x7FC00000, 0x7F800000, 0xFF800000, -0.0, -2.5]", "5xf32"],
      ["h", "2.0", "f32"],
    ],
    "stablehlo.clamp %l, %a, %h : (tensor<f32>, tensor<5xf32>, tensor<f32>) -> tensor<5xf32>",
    "5xf32",
    [NaN, 2.0, -1.0, -0, -1.0],
  ],
  [
    "pad inside and out",
    [
      ["a", "[[1, 2], [3, 4]]", "2x2xi32"],
      ["z", "9", "i32"],
    ],
    "stablehlo.pad %a, %z, low = [1, -1], high = [0, 1], interior = [1, 0] : (tensor<2x2xi32>, tensor<i32>) -> tensor<4x2xi32>",
    "4x2xi32",
    [9, 9, 2, 9, 9, 9, 4, 9],
  ],
  [
    "slice with strides",
    [["a", "[[1, 2, 3, 4], [5, 6, 7, 8]]", "2x4xi32"]],
    "stablehlo.slice %a [0:2, 1:4:2] : (tensor<2x4xi32>) -> tensor<2x2xi32>",
    "2x2xi32",
    [2, 4, 6, 8],
  ],
  [
    "dynamic_slice is moved inside",
    [
      ["a", "[1, 2, 3, 4]", "4xi32"],
      ["i", "3", "i32"],
    ],
    "stablehlo.dynamic_slice %a, %i, sizes = [2] : (tensor<4xi32>, tensor<i32>) -> tensor<2xi32>",
    "2xi32",
    [3, 4],
  ],
  [
    "dynamic_update_slice is moved inside",
    [
      ["a", "[1, 2, 3, 4]", "4xi32"],
      ["u", "[8, 9]", "2xi32"],
      ["i", "-3", "i32"],
    ],
    "stablehlo.dynamic_update_slice %a, %u, %i : (tensor<4xi32>, tensor<2xi32>, tensor<i32>) -> tensor<4xi32>",
    "4xi32",
    [8, 9, 3, 4],
  ],
  [
    "concatenate",
    [
      ["a", "[[1], [2]]", "2x1xi32"],
      ["b", "[[3, 4], [5, 6]]", "2x2xi32"],
    ],
    "stablehlo.concatenate %a, %b, dim = 1 : (tensor<2x1xi32>, tensor<2x2xi32>) -> tensor<2x3xi32>",
    "2x3xi32",
    [1, 3, 4, 2, 5, 6],
  ],
  [
    "broadcast_in_dim",
    [["a", "[[1], [2]]", "2x1xi32"]],
    "stablehlo.broadcast_in_dim %a, dims = [2, 0] : (tensor<2x1xi32>) -> tensor<2x1x2xi32>",
    "2x1x2xi32",
    [1, 2, 1, 2],
  ],
  [
    "transpose",
    [["a", "[[1, 2, 3], [4, 5, 6]]", "2x3xi32"]],
    "stablehlo.transpose %a, dims = [1, 0] : (tensor<2x3xi32>) -> tensor<3x2xi32>",
    "3x2xi32",
    [1, 4, 2, 5, 3, 6],
  ],
  [
    "reverse",
    [["a", "[[1, 2, 3], [4, 5, 6]]", "2x3xi32"]],
    "stablehlo.reverse %a, dims = [0, 1] : tensor<2x3xi32>",
    "2x3xi32",
    [6, 5, 4, 3, 2, 1],
  ],
  ["iota", [], "stablehlo.iota dim = 0 : tensor<2x2xf32>", "2x2xf32", [0.0, 0.0, 1.0, 1.0]],
  [
    "dot_general with batches",
    [
      ["a", "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]", "2x2x2xi32"],
      ["b", "[[[1, 0], [0, 1]], [[1, 1], [2, 0]]]", "2x2x2xi32"],
    ],
    "stablehlo.dot_general %a, %b, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<2x2x2xi32>, tensor<2x2x2xi32>) -> tensor<2x2x2xi32>",
    "2x2x2xi32",
    [1, 2, 3, 4, 17, 5, 23, 7],
  ],
  [
    "grouped convolution",
    [
      ["a", "[[[1, 2], [3, 4], [5, 6]]]", "1x3x2xi32"],
      ["k", "[[[1, 10]], [[2, 20]]]", "2x1x2xi32"],
    ],
    "stablehlo.convolution(%a, %k) dim_numbers = [b, 0, f]x[0, i, o]->[b, 0, f], window = {pad = [[1, 0]]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64} : (tensor<1x3x2xi32>, tensor<2x1x2xi32>) -> tensor<1x3x2xi32>",
    "1x3x2xi32",
    [2, 40, 7, 100, 13, 160],
  ],
  [
    "convolution with dilations and reversal",
    [
      ["a", "[[[1], [2], [3]]]", "1x3x1xi32"],
      ["k", "[[[1]], [[10]]]", "2x1x1xi32"],
    ],
    "stablehlo.convolution(%a, %k) dim_numbers = [b, 0, f]x[0, i, o]->[b, 0, f], window = {pad = [[1, 1]], lhs_dilate = [2], rhs_dilate = [2], reverse = [true]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64} : (tensor<1x3x1xi32>, tensor<2x1x1xi32>) -> tensor<1x5x1xi32>",
    "1x5x1xi32",
    [0, 12, 0, 23, 0],
  ],
  [
    "reduce by multiplication",
    [
      ["a", "[[1, 2, 3], [4, 5, 6]]", "2x3xi32"],
      ["i", "2", "i32"],
    ],
    "stablehlo.reduce(%a init: %i) applies stablehlo.multiply across dimensions = [0] : (tensor<2x3xi32>, tensor<i32>) -> tensor<3xi32>",
    "3xi32",
    [8, 20, 36],
  ],
  [
    "reduce_window",
    [
      ["a", "[1, 2, 3, 4, 5]", "5xi32"],
      ["i", "0", "i32"],
    ],
    `"stablehlo.reduce_window"(%a, %i) <{padding = dense<[[1, 0]]> : tensor<1x2xi64>, window_dilations = array<i64: 2>, window_dimensions = array<i64: 2>, window_strides = array<i64: 2>}> ({
  ^bb0(%x: tensor<i32>, %y: tensor<i32>):
    %z = stablehlo.add %x, %y : tensor<i32>
    stablehlo.return %z : tensor<i32>
  }) : (tensor<5xi32>, tensor<i32>) -> tensor<2xi32>`,
    "2xi32",
    [2, 6],
  ],
  [
    "select_and_scatter",
    [
      ["a", "[[1, 5], [2, 5], [3, 6], [4, 4]]", "4x2xi32"],
      ["s", "[[5, 6], [7, 8]]", "2x2xi32"],
      ["i", "0", "i32"],
    ],
    `"stablehlo.select_and_scatter"(%a, %s, %i) <{window_dimensions = array<i64: 3, 1>, window_strides = array<i64: 2, 1>, padding = dense<[[0, 1], [0, 0]]> : tensor<2x2xi64>}> ({
  ^bb0(%x: tensor<i32>, %y: tensor<i32>):
    %z = stablehlo.compare GE, %x, %y : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %z : tensor<i1>
  }, {
  ^bb0(%x: tensor<i32>, %y: tensor<i32>):
    %z = stablehlo.add %x, %y : tensor<i32>
    stablehlo.return %z : tensor<i32>
  }) : (tensor<4x2xi32>, tensor<2x2xi32>, tensor<i32>) -> tensor<4x2xi32>`,
    "4x2xi32",
    [0, 0, 0, 0, 5, 14, 7, 0],
  ],
  [
    "gather with clamped starts",
    [
      ["a", "[[1, 2, 3], [4, 5, 6]]", "2x3xi32"],
      ["i", "[[0, 2], [9, 1]]", "2x2xi32"],
    ],
    `"stablehlo.gather"(%a, %i) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0, 1], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>}> : (tensor<2x3xi32>, tensor<2x2xi32>) -> tensor<2x2xi32>`,
    "2x2xi32",
    [2, 3, 5, 6],
  ],
  [
    "scatter drops what is outside",
    [
      ["a", "[0, 0, 0]", "3xi32"],
      ["i", "[[0], [5], [2], [0]]", "4x1xi32"],
      ["u", "[1, 2, 3, 4]", "4xi32"],
    ],
    `"stablehlo.scatter"(%a, %i, %u) <{scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>}> ({
  ^bb0(%x: tensor<i32>, %y: tensor<i32>):
    %z = stablehlo.add %x, %y : tensor<i32>
    stablehlo.return %z : tensor<i32>
  }) : (tensor<3xi32>, tensor<4x1xi32>, tensor<4xi32>) -> tensor<3xi32>`,
    "3xi32",
    [5, 0, 3],
  ],
  [
    "sort downwards",
    [["a", "[[3, 1, 2], [6, 4, 5]]", "2x3xi32"]],
    `"stablehlo.sort"(%a) <{dimension = 1 : i64, is_stable = true}> ({
  ^bb0(%x: tensor<i32>, %y: tensor<i32>):
    %z = stablehlo.compare GT, %x, %y : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %z : tensor<i1>
  }) : (tensor<2x3xi32>) -> tensor<2x3xi32>`,
    "2x3xi32",
    [3, 2, 1, 6, 5, 4],
  ],
  [
    "map",
    [
      ["a", "[1, 2]", "2xi32"],
      ["b", "[5, 3]", "2xi32"],
    ],
    `"stablehlo.map"(%a, %b) <{dimensions = array<i64: 0>}> ({
  ^bb0(%x: tensor<i32>, %y: tensor<i32>):
    %z = stablehlo.subtract %x, %y : tensor<i32>
    stablehlo.return %z : tensor<i32>
  }) : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>`,
    "2xi32",
    [-4, -1],
  ],
  [
    "complex product and magnitude",
    [["a", "[(1.0, 2.0), (3.0, -4.0)]", "2xcomplex<f32>"]],
    "stablehlo.abs %a : (tensor<2xcomplex<f32>>) -> tensor<2xf32>",
    "2xf32",
    [2.2360680103302, 5.0],
  ],
  [
    "case out of range takes the last branch",
    [
      ["i", "7", "i32"],
      ["a", "1", "i32"],
      ["b", "2", "i32"],
    ],
    `"stablehlo.case"(%i) ({
    stablehlo.return %a : tensor<i32>
  }, {
    stablehlo.return %b : tensor<i32>
  }) : (tensor<i32>) -> tensor<i32>`,
    "i32",
    [2],
  ],
];
