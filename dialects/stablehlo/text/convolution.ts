// The text of a convolution: `dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], ...}`.
import { denseArrayAttr, dialectAttr, i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import { i1 } from "../../../ir/core/type-constructors.ts";
import type { CustomDirective } from "../../../ir/define/assembly-format/custom-directive.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import {
  ConvDimensionNumbersAttr,
  convolutionNumbersText,
  paddingAttr,
  PaddingProperty,
  parseConvolutionNumbers,
} from "../attributes/convolution-numbers.ts";

const dimensions: CustomDirective = {
  print: (args, op, p) => {
    const attribute = args.property(op, 0);
    if (attribute !== undefined) p.text(convolutionNumbersText(attribute));
  },
  parse: (p, state, args) => {
    state.setProperty(args.name(0), dialectAttr(p.context, ConvDimensionNumbersAttr, parseConvolutionNumbers(p)));
  },
};

/** The words of the window in the order of the directive's arguments. */
const words = ["stride", "pad", "lhs_dilate", "rhs_dilate", "reverse"] as const;

function valueText(attribute: Attribute): string {
  if (attribute.kind === "dense")
    return `[${PaddingProperty.decode(attribute)
      .map((pair) => `[${pair.join(", ")}]`)
      .join(", ")}]`;
  if (attribute.kind !== "dense_array") return "";
  const isBool = attribute.element === i1(attribute.context);
  return `[${attribute.values.map((value) => (isBool ? String(value !== 0n) : String(value))).join(", ")}]`;
}

function parseValue(p: OpParser, word: (typeof words)[number]): Attribute {
  switch (word) {
    case "pad": {
      const pairs = p.commaList("[", "]", (): readonly [number, number] => {
        const at = p.position();
        const [low, high, ...more] = p.commaList("[", "]", () => Number(p.integer()));
        return low === undefined || high === undefined || more.length > 0
          ? p.error("expected a pair of paddings", at)
          : [low, high];
      });
      return paddingAttr(p.context, pairs);
    }
    case "reverse": {
      const flags = p.commaList("[", "]", () =>
        p.accept("true") ? 1n : p.accept("false") ? 0n : p.integer("a boolean"),
      );
      return denseArrayAttr(i1(p.context), flags);
    }
    default:
      return i64ArrayAttr(
        p.context,
        p.commaList("[", "]", () => p.integer()),
      );
  }
}

const windowAttributes: CustomDirective = {
  print: (args, op, p) => {
    const present = words.flatMap((word, i) => {
      const attribute = args.property(op, i);
      return attribute === undefined ? [] : [`${word} = ${valueText(attribute)}`];
    });
    p.text(present.join(", "));
  },
  parse: (p, state, args) => {
    const seen = new Set<string>();
    while (!p.peek("}")) {
      const at = p.position();
      const keyword = p.keyword("window attribute");
      const index = words.findIndex((word) => word === keyword);
      const word = words[index];
      if (word === undefined) return p.error(`expected one of: ${words.join(", ")}`, at);
      if (seen.has(word)) p.error(`unexpected duplicate of '${word}'`, at);
      seen.add(word);
      p.expect("=");
      state.setProperty(args.name(index), parseValue(p, word));
      if (!p.accept(",")) break;
    }
  },
};

export const convolutionDirectives = { ConvolutionDimensions: dimensions, WindowAttributes: windowAttributes } as const;
