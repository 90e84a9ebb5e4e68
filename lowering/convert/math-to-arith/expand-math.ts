// expand-math: functions that WebAssembly has no instruction for become arithmetic; the rest of math stays.
import { OpBuilder } from "../../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { elementTypeOf } from "../../../ir/core/types.ts";
import { walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import type { Tolerance } from "../../../ir/rewrite/tolerance.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { erf, erfc } from "./error-function.ts";
import { cosh, exp, exp2, expm1, sinh, tanh } from "./exponential.ts";
import { FloatCode } from "./float-code.ts";
import { acosh, asinh, atanh, log, log10, log1p, log2 } from "./logarithm.ts";
import { cbrt, powf, remainder, round, rsqrt } from "./power.ts";
import { acos, asin, atan, atan2, cos, sin, sincos, tan } from "./trigonometric.ts";

type Formula = (c: FloatCode, ...operands: Value[]) => Value;

interface Expansion {
  readonly formula: Formula;
  /**
   * How far the result is from the correctly rounded one that the interpreter gives, by type; a type without has no expansion. In units in the last
   * place, as the test measures with a margin, except where a comment derives it.
   */
  readonly within: { readonly f32: number | Tolerance; readonly f64?: number | Tolerance };
}

/** Errors of both types, in units in the last place. */
const own = (formula: Formula, f32: number | Tolerance, f64: number | Tolerance): Expansion => ({
  formula,
  within: { f32, f64 },
});
/** A formula for f32. */
const single = (formula: Formula, f32: number | Tolerance): Expansion => ({ formula, within: { f32 } });

/** In double precision whatever the type is. */
const wide =
  (formula: Formula): Formula =>
  (c, ...operands) =>
    c.narrow(formula(c.wide, ...operands.map((value) => c.widen(value))));

/**
 * The quarter turns of a large double cancel after sums of up to 4 were rounded, each of which may be off by 2^-52, times pi/2. Measured on 655,360 random
 * doubles of all magnitudes: 2^-50.4 at most.
 */
const sine: Tolerance = { ulps: 4, absolute: 2 ** -50 };
/**
 * Of an angle that is off by d, the tangent is off by d * 2 / |sin 2x| of itself, which near its zeros and poles no constant bounds. Measured on the same
 * numbers: 24 ulps at most (at -6.245927286051817e57), 4 on those below 2^60. Twice that, and a rest.
 */
const tangent: Tolerance = { ulps: 64 };

const expansions: Readonly<Record<string, Expansion>> = {
  "math.exp": own(unary(exp), 2, 2),
  "math.exp2": own(unary(exp2), 2, 2),
  "math.expm1": own(unary(expm1), 2, 4),
  "math.tanh": own(unary(tanh), 4, 5),
  "math.sinh": single(wide(unary(sinh)), 1),
  "math.cosh": single(wide(unary(cosh)), 1),
  "math.log": own(unary(log), 2, 2),
  "math.log2": own(unary(log2), 3, 3),
  "math.log10": own(unary(log10), 1, 3),
  "math.log1p": own(unary(log1p), 3, 4),
  "math.asinh": single(wide(unary(asinh)), 1),
  "math.acosh": single(wide(unary(acosh)), 1),
  "math.atanh": single(wide(unary(atanh)), 1),
  "math.sin": own(unary(sin), 1, sine),
  "math.cos": own(unary(cos), 1, sine),
  "math.tan": own(unary(tan), 1, tangent),
  "math.atan": own(wide(unary(atan)), 1, 3),
  "math.asin": own(wide(unary(asin)), 1, 4),
  "math.acos": own(wide(unary(acos)), 1, 4),
  "math.atan2": own(wide(binary(atan2)), 1, 3),
  "math.erf": single(unary(erf), 10),
  "math.erfc": single(unary(erfc), 20),
  // exp of a double that is no larger than 745 and itself a rounding off, twice that: so many units off.
  "math.powf": own(wide(binary(powf)), 1, 2 * 745),
  "math.cbrt": own(wide(unary(cbrt)), 1, 2 * (745 / 3)),
  "math.rsqrt": own(unary(rsqrt), 2, 1),
  "math.round": own(unary(round), 0, 0),
  // Rounded to double and then to single: once more.
  "math.fma": single(fma, 1),
  "vector.fma": single(fma, 1),
  "math.clampf": own((c, x, least, most) => c.min(c.max(need(x), need(least)), need(most)), 0, 0),
  "arith.remf": single(wide(binary(remainder)), 0),
};

function need(value: Value | undefined): Value {
  if (value === undefined) throw new Error("an operand is missing");
  return value;
}

function unary(f: (c: FloatCode, x: Value) => Value): Formula {
  return (c, x) => f(c, need(x));
}
function binary(f: (c: FloatCode, x: Value, y: Value) => Value): Formula {
  return (c, x, y) => f(c, need(x), need(y));
}

/** The product is exact in double precision; the sum is rounded there and then to f32. */
function fma(c: FloatCode, ...[a, b, sum]: Value[]): Value {
  const double = c.wide;
  return c.narrow(double.add(double.mul(c.widen(need(a)), c.widen(need(b))), c.widen(need(sum))));
}

export const expandMath = definePass({
  name: "expand-math",
  summary: "Expands functions of real numbers that WebAssembly lacks into arithmetic.",
  dependentDialects: ["arith", "math"],
  tolerance: toleranceOf,
  run: (root, { fail }) => {
    const ops = [...walk(root)].filter((op) => op.name === "math.sincos" || expansions[op.name] !== undefined);
    const problems = ops.flatMap((op) => problemOf(op) ?? []);
    problems.forEach(fail);
    if (problems.length === 0) ops.forEach(expand);
  },
});

/** How far the expansion of an op may be off; undefined where the op has none. */
function toleranceOf(op: Operation): Tolerance | undefined {
  const expansion = op.name === "math.sincos" ? expansions["math.sin"] : expansions[op.name];
  if (expansion === undefined) return undefined;
  const element = elementTypeOf(op.result().type);
  const within = element.kind === "float" && element.name === "f64" ? expansion.within.f64 : expansion.within.f32;
  return typeof within === "number" ? { ulps: within } : within;
}

/** Whether the op has an expansion for its type. */
export const isExpandable = (op: Operation): boolean =>
  (op.name === "math.sincos" || expansions[op.name] !== undefined) && problemOf(op) === undefined;

function problemOf(op: Operation): Diagnostic | undefined {
  const { type } = op.result();
  const code = FloatCode.of(new OpBuilder(op.context), type);
  const refuse = (why: string): Diagnostic =>
    errorAt(op.location, `'${op.name}' op on '${typeText(type)}' has no expansion: ${why}`);
  if (code === undefined) return refuse("only f32 and f64 have one");
  return code.name === "f64" && op.name !== "math.sincos" && expansions[op.name]?.within.f64 === undefined
    ? refuse("it is written for f32")
    : undefined;
}

/** Replaces an expandable op. */
export function expand(op: Operation): void {
  const code = FloatCode.of(OpBuilder.before(op), op.result().type);
  if (code === undefined) throw new Error("an op without expansion was not refused");
  const results =
    op.name === "math.sincos" ? sincos(code, op.operand(0)) : [expansions[op.name]?.formula(code, ...op.operands)];
  op.replaceAllUsesWith(results.map((result) => result ?? op.result()));
  op.erase();
}
