// Inputs and outcomes in the text of findings.
import { type Type } from "../../core/types.ts";
import type { Outcome } from "../../interpret/interpreter.ts";
import type { RuntimeValue } from "../../interpret/meaning.ts";
import { isScalar } from "../../interpret/operand.ts";
import type { DenseValue } from "../../interpret/value.ts";
import { typeText } from "../../syntax/printer.ts";
import { isBufferInput, isDense, isMemRef, type Input } from "../buffer-input.ts";
import { scalarText } from "../refinement.ts";
import type { Crash } from "../run-program.ts";

const MOST_ELEMENTS = 64;

/** An argument and its type. */
export function inputText(input: Input, type: Type | undefined): string {
  const of = type === undefined ? "" : ` : ${typeText(type)}`;
  if (!isBufferInput(input)) return `${valueText(input)}${of}`;
  const { layout, contents } = input;
  const plain = layout.offset === 0 ? "" : ` at offset ${layout.offset}`;
  return `buffer ${denseText(contents)}${plain}${of}`;
}

export function valueText(value: RuntimeValue): string {
  if (isScalar(value)) return scalarText(value);
  if (isDense(value)) return denseText(value);
  return isMemRef(value) ? `memref of ${value.sizes.join("x")}` : "an object";
}

function denseText(value: DenseValue): string {
  const { count, shape } = value;
  const shown = Array.from({ length: Math.min(count, MOST_ELEMENTS) }, (_, i) => scalarText(value.get(i)));
  const all = new Set(shown).size === 1 && count === shown.length && count > 1 ? (shown[0] ?? "") : shown.join(", ");
  return `${shape.join("x")}[${all}${count > MOST_ELEMENTS ? ", ..." : ""}]`;
}

export function outcomeText(outcome: Outcome | Crash): string {
  switch (outcome.kind) {
    case "values":
      return outcome.values.length === 0 ? "no values" : outcome.values.map(valueText).join(", ");
    case "crashed":
      return `the interpreter threw: ${outcome.reason}`;
    default:
      return `${outcome.kind} at '${outcome.op}': ${outcome.reason}`;
  }
}
