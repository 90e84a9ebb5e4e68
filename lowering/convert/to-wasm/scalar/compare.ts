// Comparisons and classifications: a condition from operands of one element.
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { CmpFOp, CmpIOp } from "../../../../dialects/arith/index.ts";
import type { Code } from "./arithmetic.ts";
import type { Form } from "./form.ts";

type Test = (form: Form, a: Value, b: Value) => Value;
interface Predicate {
  readonly needs: readonly string[];
  readonly test: Test;
}

const is = (mnemonic: string): Predicate => ({ needs: [mnemonic], test: (form, a, b) => form.op(mnemonic, a, b) });
const not = ({ needs, test }: Predicate): Predicate => ({ needs, test: (form, a, b) => form.not(test(form, a, b)) });
const ordered: Predicate = { needs: ["eq"], test: (form, a, b) => form.and(form.op("eq", a, a), form.op("eq", b, b)) };
const different: Predicate = {
  needs: ["lt", "gt"],
  test: (form, a, b) => form.or(form.op("lt", a, b), form.op("gt", a, b)),
};
/** x != x is false for integers and true for NaN, so x == x and x != x has a constant value. */
const never: Predicate = { needs: ["eq"], test: (form, a) => form.and(form.op("eq", a, a), form.op("ne", a, a)) };

const floats: Readonly<Record<string, Predicate>> = {
  false: never,
  oeq: is("eq"), ogt: is("gt"), oge: is("ge"), olt: is("lt"), ole: is("le"), one: different, ord: ordered,
  ueq: not(different), ugt: not(is("le")), uge: not(is("lt")), ult: not(is("ge")), ule: not(is("gt")), une: is("ne"), uno: not(ordered),
  true: not(never),
}; // prettier-ignore

const integers: Readonly<Record<string, Predicate>> = {
  eq: is("eq"), ne: is("ne"), slt: is("lt_s"), sle: is("le_s"), sgt: is("gt_s"), sge: is("ge_s"),
  ult: is("lt_u"), ule: is("le_u"), ugt: is("gt_u"), uge: is("ge_u"),
}; // prettier-ignore

const bits = (test: Test): Predicate => ({ needs: [], test });
/** On i1: unsigned 1 is above 0, signed it is below. */
const below: Test = (form, a, b) => form.and(flip(form, a), b);
const atMost: Test = (form, a, b) => form.or(flip(form, a), b);
const booleans: Readonly<Record<string, Predicate>> = {
  eq: bits((form, a, b) => flip(form, form.op("xor", a, b))),
  ne: bits((form, a, b) => form.op("xor", a, b)),
  ult: bits(below), ugt: bits((form, a, b) => below(form, b, a)), ule: bits(atMost), uge: bits((form, a, b) => atMost(form, b, a)),
  sgt: bits(below), slt: bits((form, a, b) => below(form, b, a)), sge: bits(atMost), sle: bits((form, a, b) => atMost(form, b, a)),
}; // prettier-ignore

function flip(form: Form, a: Value): Value {
  return form.op("xor", a, form.constant(form.isVector ? -1 : 1));
}

const asCode = ({ needs, test }: Predicate): Code => ({
  needs,
  emit: (form, a, b = a) => {
    if (a === undefined || b === undefined) throw new Error("a comparison without operands");
    return test(form, a, b);
  },
});

const magnitude = (mnemonic: string, bound: number): Code => ({
  needs: ["abs", mnemonic],
  emit: (form, ...[a]) => {
    if (a === undefined) throw new Error("a classification without operand");
    return form.op(mnemonic, form.op("abs", a), form.constant(bound));
  },
});

const classifications: Readonly<Record<string, Code>> = {
  "math.isnan": asCode(is("ne")),
  "math.isinf": magnitude("eq", Infinity),
  "math.isfinite": magnitude("lt", Infinity),
};

export const comparisonNames: readonly string[] = ["arith.cmpi", "arith.cmpf", ...Object.keys(classifications)];

/** How an op compares its operands, which have this form's element. */
export function comparisonCode(op: Operation, isBoolean: boolean): Code | undefined {
  const cmpi = CmpIOp.match(op)?.predicate;
  if (cmpi !== undefined) {
    const predicate = (isBoolean ? booleans : integers)[cmpi];
    return predicate && asCode(predicate);
  }
  const cmpf = CmpFOp.match(op)?.predicate;
  const predicate = cmpf === undefined ? undefined : floats[cmpf];
  return predicate === undefined ? classifications[op.name] : asCode(predicate);
}
