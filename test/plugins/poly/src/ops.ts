// The ops: polynomials from and to tensors, their ring operations, and evaluation at a point.
import {
  attributeOfValue, attributeWhere, ConstantValue, defineInterface, defineOp, DenseValue, expectDense, expectScalar,
  integerArithmetic, integerScalar, onValues, onValuesAndConstants, POISON, typeText, valueOfAttribute, type Attribute,
  type OpDefinition, type RuntimeValue, type Scalar, type Type,
} from "terrace"; // prettier-ignore
import { AddIOp, SubIOp } from "terrace/dialects/arith";
import { CoefficientOfP, CoefficientsOfP, coefficientsType, P, PolyType, ringOf, type Ring } from "./type.ts";

const coefficientsOf = (polynomial: RuntimeValue | undefined): Scalar[] => {
  const dense = expectDense(polynomial);
  return Array.from({ length: dense.count }, (_, i) => dense.get(i));
};

function polynomial({ coefficient, degree }: Ring, coefficients: readonly Scalar[]): DenseValue {
  const dense = DenseValue.zeros([degree], coefficient);
  coefficients.forEach((value, i) => dense.set(i, value));
  return dense;
}

/** The attribute of a polynomial with these coefficients, modulo 2**width; those that are left out are zero. */
export function polynomialAttr(type: Type, coefficients: readonly bigint[]): Attribute {
  const ring = ringOf(type);
  const values = coefficients.map((value) => integerScalar(ring.coefficient, value));
  const attribute = attributeOfValue(polynomial(ring, values), type);
  if (attribute === undefined) throw new Error("coefficients are numbers");
  return attribute;
}

/** A linear op, which works coefficient by coefficient: the op of arith that does the same to numbers, and to tensors of them. */
export const LinearOpInterface = defineInterface<OpDefinition>("LinearOpInterface");

export const ConstantOp = defineOp({
  name: "poly.constant",
  summary: "A polynomial of given coefficients, that of x**0 first.",
  properties: { value: attributeWhere("dense elements", ({ kind }) => kind === "dense") },
  results: { result: P },
  traits: ["ConstantLike", "Pure"],
  interfaces: [ConstantValue.with((op) => op.attribute("value"))],
  // poly.constant [1, 2] : !poly.poly<i32, x**4 - 1>
  assemblyFormat: {
    print: (op, p) => {
      const value = op.attribute("value");
      // prettier-ignore
      p.text(` [${coefficientsOf(value && valueOfAttribute(value)).map(String).join(", ")}]`);
      p.attrDict(op, { elide: ["value"] });
      p.text(" : ");
      p.type(op.result().type);
    },
    parse: (p) => {
      const start = p.position();
      const coefficients = p.commaList("[", "]", () => p.integer("coefficient"));
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const at = p.position();
      const type = p.type();
      if (!PolyType.is(type)) p.error(`expected a polynomial type, but got '${typeText(type)}'`, at);
      const { degree } = ringOf(type);
      if (coefficients.length > degree) p.error(`expected at most ${degree} coefficients`, start);
      return { resultTypes: [type], properties: { value: polynomialAttr(type, coefficients) }, attributes };
    },
  },
  verify: ({ value, result }) =>
    value.kind === "dense" && value.type === coefficientsType(result.type)
      ? undefined
      : `requires a value of type '${typeText(coefficientsType(result.type))}'`,
  meaning: onValues((op) => {
    const value = op.attribute("value");
    const constant = expectDense(value && valueOfAttribute(value));
    return () => [constant];
  }),
  generate: (site, { resultType }) => {
    const type = resultType !== undefined && PolyType.is(resultType) ? resultType : site.type(PolyType.is);
    const value = type && site.constantAttribute(type);
    return value && { resultTypes: [type], properties: { value } };
  },
});

/** Both are the same values: what differs is how ops work on them. */
const sameValue = { traits: ["Pure"], meaning: onValuesAndConstants(() => (operands) => operands) } as const;

export const FromTensorOp = defineOp({
  ...sameValue,
  name: "poly.from_tensor",
  summary: "The polynomial of the coefficients in a tensor.",
  operands: { coefficients: CoefficientsOfP },
  results: { result: P },
  assemblyFormat: "$coefficients attr-dict `:` type($result)",
});

export const ToTensorOp = defineOp({
  ...sameValue,
  name: "poly.to_tensor",
  summary: "The coefficients of a polynomial.",
  operands: { polynomial: P },
  results: { result: CoefficientsOfP },
  assemblyFormat: "$polynomial attr-dict `:` type($polynomial)",
});

type Binary = (a: Scalar, b: Scalar) => Scalar;
const unlessPoison = (apply: Binary): Binary => (a, b) => a === POISON || b === POISON ? POISON : apply(a, b); // prettier-ignore

/** What the ops do to coefficients: what is made of poison is poison. */
function arithmetic({ coefficient }: Ring): Readonly<Record<"add" | "sub" | "mul", Binary>> {
  const { add, sub, mul } = integerArithmetic(coefficient);
  return { add: unlessPoison(add), sub: unlessPoison(sub), mul: unlessPoison(mul) };
}

/** The product, in which x**degree is 1 or -1. */
function multiply(ring: Ring, a: readonly Scalar[], b: readonly Scalar[]): Scalar[] {
  const { add, sub, mul } = arithmetic(ring);
  const product = a.map(() => integerScalar(ring.coefficient, 0n));
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) {
      const at = (i + j) % ring.degree;
      const accumulate = i + j >= ring.degree && ring.wrap === -1 ? sub : add;
      product[at] = accumulate(product[at] ?? POISON, mul(x, y));
    }
  return product;
}

/** An op on two polynomials of one ring, in which this polynomial does nothing on the right. */
const ringOp = (name: "add" | "sub" | "mul", summary: string, neutral: readonly bigint[], onNumbers?: OpDefinition) =>
  defineOp({
    name: `poly.${name}`,
    summary,
    operands: { lhs: P, rhs: P },
    results: { result: P },
    traits: name === "sub" ? ["Pure"] : ["Pure", "Commutative"],
    interfaces: onNumbers === undefined ? [] : [LinearOpInterface.with(onNumbers)],
    assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($result)",
    fold: ({ lhs, result }, [, c]) => (c === polynomialAttr(result.type, neutral) ? [lhs] : undefined),
    meaning: onValuesAndConstants((op) => {
      const ring = ringOf(op.result().type);
      const apply = arithmetic(ring)[name];
      return (operands) => {
        const [a = [], b = []] = operands.map(coefficientsOf);
        return [polynomial(ring, name === "mul" ? multiply(ring, a, b) : a.map((c, i) => apply(c, b[i] ?? POISON)))];
      };
    }),
  });

export const AddOp = ringOp("add", "The sum of two polynomials.", [], AddIOp);
export const SubOp = ringOp("sub", "The difference of two polynomials.", [], SubIOp);
export const MulOp = ringOp("mul", "The product of two polynomials, reduced by the modulus.", [1n]);

export const EvalOp = defineOp({
  name: "poly.eval",
  summary: "The value at a point, of the polynomial whose degree is below the modulus's.",
  operands: { polynomial: P, point: CoefficientOfP },
  results: { result: CoefficientOfP },
  traits: ["Pure"],
  assemblyFormat: "$polynomial `at` $point attr-dict `:` type($polynomial)",
  meaning: onValuesAndConstants((op) => {
    const ring = ringOf(op.operand(0).type);
    const { add, mul } = arithmetic(ring);
    const zero = integerScalar(ring.coefficient, 0n);
    return ([polynomial, point]) => {
      const x = expectScalar(point);
      return [coefficientsOf(polynomial).reduceRight((sum, c) => add(mul(sum, x), c), zero)];
    };
  }),
});
