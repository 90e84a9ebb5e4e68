// Lists in custom text: operands before an attribute, and the ranges of a slice.
import { i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { CustomDirective } from "../../../ir/define/assembly-format/custom-directive.ts";
import type { UnresolvedOperand } from "../../../ir/syntax/parser-interface.ts";

/** `%a, %b,` in front of `dim = 0`: each operand has its comma. */
export const variadicOperandWithAttribute: CustomDirective = {
  print: (args, op, p) => {
    args.values(op, 0).forEach((value, i) => {
      if (i > 0) p.text(" ");
      p.value(value);
      p.text(",");
    });
  },
  parse: (p, state, args) => {
    const operands: UnresolvedOperand[] = [];
    for (let operand = p.optionalOperand(); operand !== undefined; operand = p.optionalOperand()) {
      operands.push(operand);
      p.expect(",");
    }
    state.setOperands(args.name(0), operands);
  },
};

const numbers = (attribute: Attribute | undefined): readonly (bigint | number)[] =>
  attribute?.kind === "dense_array" ? attribute.values : [];

/** `[0:2, 1:6:2]`: start, limit, and the stride where it is not 1. */
export const sliceRanges: CustomDirective = {
  print: (args, op, p) => {
    const [starts, limits, strides] = [0, 1, 2].map((i) => numbers(args.property(op, i)));
    p.text("[");
    p.list((starts ?? []).entries(), ([d, start]) => {
      const stride = strides?.[d] ?? 1n;
      p.text(`${start}:${limits?.[d] ?? 0n}${stride === 1n ? "" : `:${stride}`}`);
    });
    p.text("]");
  },
  parse: (p, state, args) => {
    const ranges = p.commaList("[", "]", () => {
      const start = p.integer("start index");
      p.expect(":");
      const limit = p.integer("limit index");
      return [start, limit, p.accept(":") ? p.integer("stride") : 1n] as const;
    });
    [0, 1, 2].forEach((i) => {
      state.setProperty(
        args.name(i),
        i64ArrayAttr(
          p.context,
          ranges.map((range) => range[i] ?? 1n),
        ),
      );
    });
  },
};

export const listDirectives = {
  VariadicOperandWithAttribute: variadicOperandWithAttribute,
  SliceRanges: sliceRanges,
} as const;
