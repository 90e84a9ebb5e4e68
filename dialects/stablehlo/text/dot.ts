// The text of a dot product: `batching_dims = [0] x [0], contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT], algorithm = <...>`.
import { arrayAttr, dialectAttr } from "../../../ir/core/attribute-constructors.ts";
import type { CustomDirective } from "../../../ir/define/assembly-format/custom-directive.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import {
  DotAlgorithmAttr,
  dotDimensionNumbersAttr,
  DotDimensionNumbersProperty,
} from "../attributes/dimension-numbers.ts";
import { PrecisionAttr } from "../attributes/enums.ts";

/** `[0, 1] x [0, 1]`. */
function parsePair(p: OpParser): readonly [number[], number[]] {
  const dimensions = (): number[] => p.commaList("[", "]", () => Number(p.integer()));
  const lhs = dimensions();
  p.expect("x");
  return [lhs, dimensions()];
}

const dotDimensionNumbers: CustomDirective = {
  print: (args, op, p) => {
    const attribute = args.property(op, 0);
    if (attribute === undefined) return;
    const { lhsBatching, rhsBatching, lhsContracting, rhsContracting } = DotDimensionNumbersProperty.decode(attribute);
    if (lhsBatching.length > 0) p.text(`batching_dims = [${lhsBatching.join(", ")}] x [${rhsBatching.join(", ")}], `);
    p.text(`contracting_dims = [${lhsContracting.join(", ")}] x [${rhsContracting.join(", ")}]`);
  },
  parse: (p, state, args) => {
    let batching: readonly [number[], number[]] = [[], []];
    if (p.accept("batching_dims")) {
      p.expect("=");
      batching = parsePair(p);
      p.expect(",");
    }
    p.expect("contracting_dims");
    p.expect("=");
    const [lhsContracting, rhsContracting] = parsePair(p);
    state.setProperty(
      args.name(0),
      dotDimensionNumbersAttr(p.context, {
        lhsBatching: batching[0],
        rhsBatching: batching[1],
        lhsContracting,
        rhsContracting,
      }),
    );
  },
};

const precisionConfigAndAlgorithm: CustomDirective = {
  print: (args, op, p) => {
    const [precision, algorithm] = [args.property(op, 0), args.property(op, 1)];
    if (precision?.kind === "array")
      p.text(`, precision = [${precision.elements.map((e) => PrecisionAttr.valueOf(e) ?? "").join(", ")}]`);
    if (algorithm?.kind === "dialect") {
      p.text(", algorithm = ");
      DotAlgorithmAttr.print(algorithm.parameters, p);
    }
  },
  parse: (p, state, args) => {
    while (p.accept(",")) {
      if (p.accept("precision")) {
        p.expect("=");
        const words = p.commaList("[", "]", () => PrecisionAttr.get(p.context, PrecisionAttr.parseWord(p)));
        state.setProperty(args.name(0), arrayAttr(p.context, words));
      } else {
        p.expect("algorithm");
        p.expect("=");
        state.setProperty(args.name(1), dialectAttr(p.context, DotAlgorithmAttr, DotAlgorithmAttr.parse(p)));
      }
    }
  },
};

export const dotDirectives = {
  DotDimensionNumbers: dotDimensionNumbers,
  PrecisionConfigAndAlgorithm: precisionConfigAndAlgorithm,
} as const;
