// expand-math: functions that WebAssembly has no instruction for become arithmetic; the rest of math stays.
//
// Errors stay below 1e-6 of the result in f32, and far below that where f64 is computed in.
import { OpBuilder } from "../../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { erf, erfc } from "./error-function.ts";
import { cosh, exp, exp2, expm1, sinh, tanh } from "./exponential.ts";
import { FloatCode } from "./float-code.ts";
import { acosh, asinh, atanh, log, log10, log1p, log2 } from "./logarithm.ts";
import { cbrt, powf, remainder, round, rsqrt } from "./power.ts";
import { acos, asin, atan, atan2, cos, sin, tan } from "./trigonometric.ts";

type Formula = (c: FloatCode, ...operands: Value[]) => Value;

interface Expansion {
  readonly formula: Formula;
  /** Whether the formula holds in f64; in f32 it always does. */
  readonly f64: boolean;
}

const own = (formula: Formula): Expansion => ({ formula, f64: true });
const single = (formula: Formula): Expansion => ({ formula, f64: false });

/** In double precision whatever the type is. */
const wide =
  (formula: Formula): Formula =>
  (c, ...operands) =>
    c.narrow(formula(c.wide, ...operands.map((value) => c.widen(value))));

const expansions: Readonly<Record<string, Expansion>> = {
  "math.exp": own(unary(exp)),
  "math.exp2": own(unary(exp2)),
  "math.expm1": own(unary(expm1)),
  "math.tanh": own(unary(tanh)),
  "math.sinh": single(wide(unary(sinh))),
  "math.cosh": single(wide(unary(cosh))),
  "math.log": own(unary(log)),
  "math.log2": own(unary(log2)),
  "math.log10": own(unary(log10)),
  "math.log1p": own(unary(log1p)),
  "math.asinh": single(wide(unary(asinh))),
  "math.acosh": single(wide(unary(acosh))),
  "math.atanh": single(wide(unary(atanh))),
  "math.sin": own(wide(unary(sin))),
  "math.cos": own(wide(unary(cos))),
  "math.tan": own(wide(unary(tan))),
  "math.atan": own(wide(unary(atan))),
  "math.asin": own(wide(unary(asin))),
  "math.acos": own(wide(unary(acos))),
  "math.atan2": own(wide(binary(atan2))),
  "math.erf": single(unary(erf)),
  "math.erfc": single(unary(erfc)),
  "math.powf": own(wide(binary(powf))),
  "math.cbrt": own(wide(unary(cbrt))),
  "math.rsqrt": own(unary(rsqrt)),
  "math.round": own(unary(round)),
  "math.fma": single(fma),
  "vector.fma": single(fma),
  "math.clampf": own((c, x, least, most) => c.min(c.max(need(x), need(least)), need(most))),
  "arith.remf": single(wide(binary(remainder))),
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
  // Polynomials stand for functions that the interpreter rounds correctly.
  tolerance: { ulps: 4, relative: 4e-6, absolute: 1e-6 },
  run: (root, { fail }) => {
    const ops = [...walk(root)].filter((op) => op.name === "math.sincos" || expansions[op.name] !== undefined);
    const problems = ops.flatMap((op) => problemOf(op) ?? []);
    problems.forEach(fail);
    if (problems.length === 0) ops.forEach(expand);
  },
});

/** Whether the op has an expansion for its type. */
export const isExpandable = (op: Operation): boolean =>
  (op.name === "math.sincos" || expansions[op.name] !== undefined) && problemOf(op) === undefined;

function problemOf(op: Operation): Diagnostic | undefined {
  const { type } = op.result();
  const code = FloatCode.of(new OpBuilder(op.context), type);
  const refuse = (why: string): Diagnostic =>
    errorAt(op.location, `'${op.name}' op on '${typeText(type)}' has no expansion: ${why}`);
  if (code === undefined) return refuse("only f32 and f64 have one");
  return code.name === "f64" && expansions[op.name]?.f64 === false ? refuse("it is written for f32") : undefined;
}

/** Replaces an expandable op. */
export function expand(op: Operation): void {
  const code = FloatCode.of(OpBuilder.before(op), op.result().type);
  if (code === undefined) throw new Error("an op without expansion was not refused");
  const formulas = op.name === "math.sincos" ? [wide(unary(sin)), wide(unary(cos))] : [expansions[op.name]?.formula];
  op.replaceAllUsesWith(formulas.map((formula) => formula?.(code, ...op.operands) ?? op.result()));
  op.erase();
}
