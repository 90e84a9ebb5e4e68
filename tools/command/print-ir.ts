// Printing of the IR between passes: to standard error as mlir-opt does, or to a tree of files.
import { verify } from "../../ir/analysis/verify.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import type { PassInstance } from "../../ir/pass/build-pipeline.ts";
import type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import type { PrintOptions } from "../../ir/syntax/printer.ts";
import { outputText } from "./output-text.ts";

/** Which passes to print at: all of them, those named, or none. */
export type PassSelection = "all" | ReadonlySet<string>;

export interface PrintIrSettings {
  readonly before: PassSelection;
  readonly after: PassSelection;
  readonly onlyChanges: boolean;
  /** After passes, print only those that failed. */
  readonly onFailure: boolean;
  readonly moduleScope: boolean;
  readonly print: PrintOptions;
  /** IR that does not verify is printed in generic form unless this says not to look. */
  readonly assumeVerified?: boolean;
}

/** Takes one dump: the op that the pass ran on, the pass's name, and the text. */
export type DumpSink = (op: Operation, pass: string, text: string) => void;

const nothing: PassSelection = new Set();

/** Whether these settings print anything. */
export function printsSomething({ before, after, onFailure }: PrintIrSettings): boolean {
  return before === "all" || after === "all" || before.size > 0 || after.size > 0 || onFailure;
}

export const printNothing: Pick<PrintIrSettings, "before" | "after"> = { before: nothing, after: nothing };

export function printIr(settings: PrintIrSettings, sink: DumpSink): PassInstrumentation {
  const isWanted = (selection: PassSelection, { definition }: PassInstance): boolean =>
    selection === "all" || selection.has(definition.name);
  const dump = (when: string, { definition: { name, className } }: PassInstance, op: Operation): void => {
    const shown = settings.moduleScope ? outermost(op) : op;
    // In its own scope, an op's values are numbered as if it stood alone.
    const local = !settings.moduleScope && op.parentOp !== null;
    const options = local ? { ...settings.print, localScope: true } : settings.print;
    const isSafe = settings.assumeVerified === true || options.generic === true || verify(shown).length === 0;
    const text = withoutExternal(shown, () => outputText(shown, isSafe ? options : { ...options, generic: true }));
    const scope = settings.moduleScope ? ` ('${op.name}' operation${symbolText(op)})` : "";
    sink(op, name, `// -----// IR Dump ${when.replace("%", className)} (${name})${scope} //----- //\n${text}\n`);
  };
  return {
    needsChanged: settings.onlyChanges,
    beforePass: (pass, op) => {
      if (isWanted(settings.before, pass)) dump("Before %", pass, op);
    },
    afterPass: (pass, op, changed) => {
      if (isWanted(settings.after, pass) && !settings.onFailure && (changed || !settings.onlyChanges))
        dump("After %", pass, op);
    },
    afterFailure: (pass, op) => {
      if (settings.onFailure || isWanted(settings.after, pass)) dump("After % Failed", pass, op);
    },
  };
}

/** Dumps have no resources that the file keeps for other tools, as in mlir-opt. */
function withoutExternal(op: Operation, print: () => string): string {
  const { resources } = op.context;
  const kept = resources.external(op);
  if (kept.length === 0) return print();
  resources.setExternal(op, []);
  try {
    return print();
  } finally {
    resources.setExternal(op, kept);
  }
}

function outermost(op: Operation): Operation {
  let at = op;
  while (at.parentOp !== null) at = at.parentOp;
  return at;
}

function symbolText(op: Operation): string {
  const name = symbolName(op);
  return name === undefined ? "" : `: @${name}`;
}
