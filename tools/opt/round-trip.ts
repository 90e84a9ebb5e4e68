// `--verify-roundtrip`: what is printed must be read back as the same.
import { verify } from "../../ir/analysis/verify.ts";
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation, type PrintOptions } from "../../ir/syntax/printer.ts";

/** The forms that are read back; the same is what prints the same in that form, so that what the custom form leaves out need not return. */
const forms: readonly PrintOptions[] = [{ debugInfo: true }, { debugInfo: true, generic: true }];

/** What is wrong with what comes back; nothing when it is the same. */
export function verifyRoundTrip(op: Operation): readonly Diagnostic[] {
  for (const form of forms) {
    const problems = differences(op, form);
    if (problems.length > 0) return problems;
  }
  return [];
}

function differences(op: Operation, form: PrintOptions): readonly Diagnostic[] {
  const text = printOperation(op, form);
  const { module, diagnostics } = parseModule(text, op.context, { file: "roundtrip", implicitModule: false });
  const problems = module === undefined ? diagnostics : verify(module);
  if (module === undefined || problems.length > 0) {
    return [
      errorAt(op.location, "failed to verify round trip: what was printed cannot be read back", {
        notes: problems.map(({ location, message }) => ({ location, message })),
      }),
    ];
  }
  const lines = (each: Operation): string[] => printOperation(each, { ...form, localScope: true }).split("\n");
  const [before, after] = [lines(op), lines(module)];
  const at = before.findIndex((line, i) => line !== after[i]);
  if (at < 0 && before.length === after.length) return [];
  const shown = (line: string | undefined): string => line?.trim() ?? "nothing";
  return [
    errorAt(op.location, "failed to verify round trip: what was read back differs from what was printed", {
      notes: [
        { location: op.location, message: `was: ${shown(before[at])}` },
        { location: op.location, message: `is: ${shown(after[at])}` },
      ],
    }),
  ];
}
