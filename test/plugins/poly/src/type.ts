// The type `!poly.poly<i32, x**4 - 1>`: polynomials over the integers modulo 2**32, themselves modulo x**4 - 1.
import {
  defineType, derived, i32, i64Attr, i8, tensorType, typeVariable, typeWhere, type Attribute, type Context,
  type IntegerType, type RankedTensorType, type Type,
} from "terrace"; // prettier-ignore

/** What a type's parameters say. */
export interface Ring {
  /** The type of coefficients: signless integers, whose sums and products are exact modulo 2**width. */
  readonly coefficient: IntegerType;
  /** The degree of the modulus, and so the number of coefficients. */
  readonly degree: number;
  /** What x**degree is: 1 modulo x**degree - 1, and -1 modulo x**degree + 1. */
  readonly wrap: 1 | -1;
}

function ringFrom([coefficient, degree, wrap]: readonly (Type | Attribute)[]): Ring | string {
  if (coefficient === undefined || degree === undefined || wrap === undefined) return "a ring has three parameters";
  if (!("signedness" in coefficient) || coefficient.signedness !== "signless" || coefficient.width > 64)
    return "coefficients must be signless integers of at most 64 bits, which form a ring";
  if (degree.kind !== "integer" || !("value" in degree) || degree.value < 1n || degree.value > 65536n)
    return "the degree of the modulus must be from 1 to 65536";
  return { coefficient, degree: Number(degree.value), wrap: "value" in wrap && wrap.value === 1n ? 1 : -1 };
}

export const PolyType = defineType({
  name: "poly.poly",
  summary: "polynomial",
  print: (parameters, p) => {
    const { coefficient, degree, wrap } = ringOf(parameters);
    p.text("<");
    p.type(coefficient);
    p.text(`, x**${degree} ${wrap === 1 ? "-" : "+"} 1>`);
  },
  parse: (p) => {
    p.expect("<");
    const coefficient = p.type();
    for (const token of [",", "x", "*", "*"]) p.expect(token);
    const degree = p.integer("degree of the modulus");
    const wrap = p.accept("+") ? -1 : 1;
    if (wrap === 1) p.expect("-", " or '+' in modulus");
    const at = p.position();
    if (p.integer("1") !== 1n) p.error("expected a modulus x**N - 1 or x**N + 1", at);
    p.expect(">");
    return [coefficient, i64Attr(p.context, degree), i64Attr(p.context, wrap)];
  },
  verify: (parameters) => {
    const ring = ringFrom(parameters);
    return typeof ring === "string" ? ring : undefined;
  },
  // At run time a polynomial is its coefficients, that of x**0 first.
  representation: coefficientsType,
});

/** The ring of a polynomial type, or of its parameters, which were verified. */
export function ringOf(type: Type | readonly (Type | Attribute)[]): Ring {
  const ring = ringFrom("kind" in type ? (type.kind === "dialect" ? type.parameters : []) : type);
  if (typeof ring === "string") throw new Error(ring);
  return ring;
}

/** The tensor of a polynomial's coefficients. */
export function coefficientsType(type: Type | readonly (Type | Attribute)[]): RankedTensorType {
  const { coefficient, degree } = ringOf(type);
  return tensorType([degree], coefficient);
}

const samples = (context: Context): readonly Type[] =>
  ([[i32(context), 4, 1], [i32(context), 4, -1], [i8(context), 3, -1]] as const).map(([coefficient, degree, wrap]) =>
    PolyType.get(context, [coefficient, i64Attr(context, degree), i64Attr(context, wrap)]),
  ); // prettier-ignore

/** One polynomial type for all operands and results that name it. */
export const P = typeVariable("P", typeWhere("polynomial", PolyType.is, samples));

/** A type that follows from P, so that the text leaves it out. */
const fromP = (description: string, of: (type: Type) => Type) =>
  derived(description, ["P"], (bindings) => {
    const type = bindings.get("P");
    return type && of(type);
  });
export const CoefficientsOfP = fromP("tensor of the polynomial's coefficients", coefficientsType);
export const CoefficientOfP = fromP("coefficient of the polynomial", (type) => ringOf(type).coefficient);
