// Operations whose operands and result are of one type: what each is in instructions, for scalars and lanes alike.
import type { Value } from "../../../../ir/core/value.ts";
import type { Element } from "../element.ts";
import { canonical, zeroExtended } from "./canonical.ts";
import type { Form } from "./form.ts";

export interface Code {
  /** Instructions that it takes; lanes that lack one are done one by one. */
  readonly needs: readonly string[];
  readonly emit: (form: Form, ...operands: Value[]) => Value;
  /** The result of narrow integers leaves their form. */
  readonly wraps?: boolean;
  /** Narrow operands are read as unsigned. */
  readonly unsigned?: boolean;
}

const direct = (mnemonic: string, how: Pick<Code, "wraps" | "unsigned"> = {}): Code => ({
  needs: [mnemonic],
  emit: (form, ...operands) => form.op(mnemonic, ...operands),
  ...how,
});
/** On one operand or two. */
type Emit = (form: Form, a: Value, b: Value) => Value;
const code = (needs: readonly string[], emit: Emit, how: Pick<Code, "wraps" | "unsigned"> = {}): Code => ({
  needs,
  emit: (form, a, b = a) => {
    if (a === undefined || b === undefined) throw new Error("an operation without operands");
    return emit(form, a, b);
  },
  ...how,
});

const wraps = { wraps: true };
const unsigned = { wraps: true, unsigned: true };

/** The number that is not NaN, of two. */
const numberOf =
  (mnemonic: "min" | "max"): Emit =>
  (form, a, b) => {
    const both = form.op(mnemonic, a, b);
    return form.select(form.op("ne", a, a), b, form.select(form.op("ne", b, b), a, both));
  };

/** Quotients rounded towards an infinity: the truncated one, corrected where there is a rest on that side. */
const rounded =
  (towards: "up" | "down"): Emit =>
  (form, a, b) => {
    const quotient = form.op("div_s", a, b);
    const rest = form.op("rem_s", a, b);
    const zero = form.constant(0);
    const opposite = form.op("lt_s", form.op("xor", rest, b), zero);
    const side = towards === "down" ? opposite : form.not(opposite);
    const corrected = form.op(towards === "down" ? "sub" : "add", quotient, form.constant(1));
    return form.select(form.and(form.op("ne", rest, zero), side), corrected, quotient);
  };

const integer: Readonly<Record<string, Code>> = {
  "arith.addi": direct("add", wraps),
  "arith.subi": direct("sub", wraps),
  "arith.muli": direct("mul", wraps),
  "arith.divsi": direct("div_s", wraps),
  "arith.divui": direct("div_u", unsigned),
  "arith.remsi": direct("rem_s", wraps),
  "arith.remui": direct("rem_u", unsigned),
  "arith.floordivsi": code(["div_s"], rounded("down"), wraps),
  "arith.ceildivsi": code(["div_s"], rounded("up"), wraps),
  "arith.ceildivui": code(
    ["div_u"],
    (form, a, b) => {
      const quotient = form.op("div_u", a, b);
      const more = form.op("ne", form.op("rem_u", a, b), form.constant(0));
      return form.select(more, form.op("add", quotient, form.constant(1)), quotient);
    },
    unsigned,
  ),
  "arith.andi": direct("and"),
  "arith.ori": direct("or"),
  "arith.xori": direct("xor"),
  "arith.shli": direct("shl", wraps),
  "arith.shrsi": direct("shr_s", wraps),
  "arith.shrui": direct("shr_u", unsigned),
  "arith.minsi": direct("min_s"),
  "arith.minui": direct("min_u"),
  "arith.maxsi": direct("max_s"),
  "arith.maxui": direct("max_u"),
  "math.absi": code(
    ["sub", "lt_s"],
    (form, a) => form.select(form.op("lt_s", a, form.constant(0)), form.op("sub", form.constant(0), a), a),
    wraps,
  ),
  "math.ctpop": direct("popcnt", unsigned),
  "math.ctlz": code(["clz"], (form, a) => form.op("sub", form.op("clz", a), form.constant(spareBits(form.element))), {
    unsigned: true,
  }),
  "math.cttz": code(
    ["ctz"],
    (form, a) =>
      form.op(
        "ctz",
        spareBits(form.element) === 0 ? a : form.op("or", a, form.constant(2 ** (32 - spareBits(form.element)))),
      ),
    {
      unsigned: true,
    },
  ),
};

const spareBits = ({ kind }: Element): number => (kind === "i8" ? 24 : kind === "i16" ? 16 : kind === "i1" ? 31 : 0);

const float: Readonly<Record<string, Code>> = {
  "arith.addf": direct("add"),
  "arith.subf": direct("sub"),
  "arith.mulf": direct("mul"),
  "arith.divf": direct("div"),
  "arith.negf": direct("neg"),
  "arith.maximumf": direct("max"),
  "arith.minimumf": direct("min"),
  "arith.maxnumf": code(["max"], numberOf("max")),
  "arith.minnumf": code(["min"], numberOf("min")),
  "math.absf": direct("abs"),
  "math.ceil": direct("ceil"),
  "math.floor": direct("floor"),
  "math.trunc": direct("trunc"),
  "math.roundeven": direct("nearest"),
  "math.sqrt": direct("sqrt"),
  "math.copysign": code([], (form, a, b) => {
    if (!form.isVector) return form.op("copysign", a, b);
    const { emitter, element } = form;
    const magnitude =
      element.lane === "f64"
        ? emitter.op("i64x2.splat", [emitter.i64(2n ** 63n - 1n)])
        : emitter.op("i32x4.splat", [emitter.i32(2 ** 31 - 1)]);
    return form.select(magnitude, a, b);
  }),
};

/** i1: 0 and 1, as lanes 0 and -1. Signed, 1 is below 0. */
const boolean: Readonly<Record<string, Code>> = {
  "arith.addi": direct("xor"),
  "arith.subi": direct("xor"),
  "arith.muli": direct("and"),
  "arith.andi": direct("and"),
  "arith.ori": direct("or"),
  "arith.xori": direct("xor"),
  "arith.minui": direct("and"),
  "arith.maxui": direct("or"),
  "arith.minsi": direct("or"),
  "arith.maxsi": direct("and"),
};

export const arithmeticNames: readonly string[] = [...new Set([...Object.keys(integer), ...Object.keys(float)])];

/** What an operation of the source is on an element; undefined where it is not on such elements. */
export function arithmeticCode(name: string, { kind }: Element): Code | undefined {
  if (kind === "i1") return boolean[name];
  return (kind === "f32" || kind === "f64" ? float : integer)[name];
}

/** The instructions of a code on operands of its form. */
export function emitCode(
  { emit, wraps: leaves = false, unsigned: reads = false }: Code,
  form: Form,
  operands: readonly Value[],
): Value {
  const narrow = form.element.kind === "i8" || form.element.kind === "i16" || form.element.kind === "i1";
  // Lanes are shifted by a scalar, which has no lanes to extend.
  const given =
    narrow && reads
      ? operands.map((value) => ((value.type.kind === "vector") === form.isVector ? zeroExtended(form, value) : value))
      : operands;
  const result = emit(form, ...given);
  return narrow && leaves ? canonical(form, result) : result;
}

/** The combining function of reductions and contractions, by kind. */
export function combiningName(kind: string, element: Element): string {
  const floats: Readonly<Record<string, string>> = {
    minnumf: "arith.minnumf",
    maxnumf: "arith.maxnumf",
    minimumf: "arith.minimumf",
    maximumf: "arith.maximumf",
  };
  const integers: Readonly<Record<string, string>> = { and: "arith.andi", or: "arith.ori", xor: "arith.xori" };
  if (element.kind === "f32" || element.kind === "f64")
    return kind === "add" ? "arith.addf" : kind === "mul" ? "arith.mulf" : (floats[kind] ?? kind);
  return integers[kind] ?? `arith.${kind === "add" || kind === "mul" ? `${kind}i` : kind}`;
}
