// Dimension numbers of a convolution: `[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]`, and its paddings.
import { denseElementsAttr, dialectAttr, i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { AttributeDefinition } from "../../../ir/core/definition.ts";
import type { Context } from "../../../ir/core/context.ts";
import { i64, tensorType } from "../../../ir/core/type-constructors.ts";
import { AnyAttribute, type PropertySpec } from "../../../ir/define/properties.ts";
import { valueOfDense } from "../../../ir/interpret/convert.ts";
import type { AttributeParser } from "../../../ir/syntax/parser-interface.ts";

/** Positions of two named dimensions and of the spatial ones. */
export interface DimensionPlaces {
  /** Batch, or the kernel's input feature. */
  readonly first: number;
  /** Feature, or the kernel's output feature. */
  readonly second: number;
  readonly spatial: readonly number[];
}

export interface ConvolutionDimensionNumbers {
  /** Batch and feature. */
  readonly input: DimensionPlaces;
  /** Input feature and output feature. */
  readonly kernel: DimensionPlaces;
  /** Batch and feature. */
  readonly output: DimensionPlaces;
}

const letters = [
  ["b", "f"],
  ["i", "o"],
  ["b", "f"],
] as const;

/** `[b, 0, 1, f]` as the positions of b, f and of 0, 1, ... */
function parsePlaces(parser: AttributeParser, [first, second]: readonly [string, string]): Attribute {
  const at = parser.position();
  const words = parser.commaList("[", "]", () => parser.optionalKeyword() ?? Number(parser.integer("a dimension")));
  const spatial = words.filter((word) => typeof word === "number").sort((a, b) => a - b);
  if (!words.includes(first) || !words.includes(second))
    parser.error(`expected dimensions '${first}' and '${second}'`, at);
  if (spatial.length !== words.length - 2 || spatial.some((word, i) => word !== i))
    parser.error("expected the spatial dimensions 0, 1, ... once each", at);
  const places = [words.indexOf(first), words.indexOf(second), ...spatial.map((word) => words.indexOf(word))];
  return i64ArrayAttr(parser.context, places);
}

export function parseConvolutionNumbers(parser: AttributeParser): readonly Attribute[] {
  const input = parsePlaces(parser, letters[0]);
  parser.expect("x");
  const kernel = parsePlaces(parser, letters[1]);
  parser.expect("->");
  return [input, kernel, parsePlaces(parser, letters[2])];
}

const numbersOf = (attribute: unknown): readonly number[] => {
  if (
    typeof attribute !== "object" ||
    attribute === null ||
    !("values" in attribute) ||
    !Array.isArray(attribute.values)
  )
    return [];
  return attribute.values.map(Number);
};

function placesText(numbers: readonly number[], [first, second]: readonly [string, string]): string {
  const words = new Array<string>(numbers.length).fill("?");
  numbers.forEach((place, i) => (words[place] = i === 0 ? first : i === 1 ? second : String(i - 2)));
  return `[${words.join(", ")}]`;
}

export function convolutionNumbersText(attribute: Attribute): string {
  const [input, kernel, output] = attribute.kind === "dialect" ? attribute.parameters.map(numbersOf) : [];
  return `${placesText(input ?? [], letters[0])}x${placesText(kernel ?? [], letters[1])}->${placesText(output ?? [], letters[2])}`;
}

export const ConvDimensionNumbersAttr: AttributeDefinition = {
  name: "stablehlo.conv",
  summary: "dimension numbers of a convolution",
  print: (parameters, printer) => {
    const [input, kernel, output] = parameters.map(numbersOf);
    printer.text(
      `<${placesText(input ?? [], letters[0])}x${placesText(kernel ?? [], letters[1])}->${placesText(output ?? [], letters[2])}>`,
    );
  },
  parse: (parser) => {
    parser.expect("<");
    const parameters = parseConvolutionNumbers(parser);
    parser.expect(">");
    return parameters;
  },
};

export function convolutionNumbersAttr(
  context: Context,
  { input, kernel, output }: ConvolutionDimensionNumbers,
): Attribute {
  const places = ({ first, second, spatial }: DimensionPlaces): Attribute =>
    i64ArrayAttr(context, [first, second, ...spatial]);
  return dialectAttr(context, ConvDimensionNumbersAttr, [places(input), places(kernel), places(output)]);
}

export const ConvDimensionNumbersProperty: PropertySpec<ConvolutionDimensionNumbers, false> = {
  description: "Structure of dimension information for conv op",
  accepts: (a) => a.kind === "dialect" && a.definition === ConvDimensionNumbersAttr,
  optional: false,
  decode: (a) => {
    const [input, kernel, output] = (a.kind === "dialect" ? a.parameters : []).map((parameter): DimensionPlaces => {
      const [first = 0, second = 0, ...spatial] = numbersOf(parameter);
      return { first, second, spatial };
    });
    if (input === undefined || kernel === undefined || output === undefined)
      throw new Error("dimension numbers have three parts");
    return { input, kernel, output };
  },
  encode: (numbers, context) => convolutionNumbersAttr(context, numbers),
};

/** `dense<[[low, high], ...]> : tensor<nx2xi64>`. */
export const PaddingProperty: PropertySpec<readonly (readonly [number, number])[], false> = {
  ...AnyAttribute,
  description: "64-bit signless integer elements attribute of shape [n, 2]",
  accepts: (a) =>
    a.kind === "dense" && a.type.element === i64(a.context) && a.type.shape.length === 2 && a.type.shape[1] === 2,
  decode: (a) => {
    if (a.kind !== "dense") return [];
    const value = valueOfDense(a);
    return Array.from({ length: a.type.shape[0] ?? 0 }, (_, d): readonly [number, number] => [
      Number(value.data[2 * d]),
      Number(value.data[2 * d + 1]),
    ]);
  },
  encode: (pairs, context) => paddingAttr(context, pairs),
};

export function paddingAttr(context: Context, pairs: readonly (readonly [number, number])[]): Attribute {
  const data = new BigInt64Array(pairs.flat().map(BigInt));
  return denseElementsAttr(tensorType([pairs.length, 2], i64(context)), new Uint8Array(data.buffer), false, 8);
}
