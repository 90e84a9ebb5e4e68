// Constants, select and drop.
import { valueOfAttribute } from "../../../ir/interpret/convert.ts";
import { effect, onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectNumber } from "../../../ir/interpret/operand.ts";
import { POISON } from "../../../ir/interpret/value.ts";
import { plain, simd, type Instruction, type NumberKind } from "./instruction.ts";

const constantMeaning: ValueMeaning = onValues((op) => {
  const attribute = op.attribute("value");
  const value = attribute === undefined ? undefined : valueOfAttribute(attribute);
  if (value === undefined) throw new Error(`'${op.name}' has no constant`);
  return () => [value];
});

const constant = (code: number, kind: NumberKind): Instruction =>
  plain(code, [], kind, constantMeaning, { immediate: { kind: "constant" } });

export const parametricInstructions = {
  "i32.const": constant(0x41, "i32"),
  "i64.const": constant(0x42, "i64"),
  "f32.const": constant(0x43, "f32"),
  "f64.const": constant(0x44, "f64"),
  "v128.const": simd(12, [], "any128", constantMeaning, { immediate: { kind: "constant" } }),
  select: plain(
    0x1b,
    ["any", "any", "i32"],
    "any",
    onValues(() => ([whenTrue, whenFalse, condition]) => {
      // Poison is a value that nobody chose: so is what it chooses.
      if (condition === POISON) return [POISON];
      const chosen = expectNumber(condition, "condition") !== 0 ? whenTrue : whenFalse;
      return chosen === undefined ? [] : [chosen];
    }),
  ),
  // "write" so that nothing takes it for dead: it is there to keep the stack in order.
  drop: plain(
    0x1a,
    ["any"],
    undefined,
    effect(() => () => []),
    { effect: "write" },
  ),
};
