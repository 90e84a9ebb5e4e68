// Printing of the IR between passes: to standard error as mlir-opt does, or to a tree of files.
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import type { PassInstance } from "../../ir/pass/build-pipeline.ts";
import type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import { printOperation, type PrintOptions } from "../../ir/syntax/printer.ts";

/** Which passes to print at: all of them, those named, or none. */
export type PassSelection = "all" | ReadonlySet<string>;

export interface PrintIrSettings {
  readonly before: PassSelection;
  readonly after: PassSelection;
  readonly onlyChanges: boolean;
  readonly onFailure: boolean;
  readonly moduleScope: boolean;
  readonly print: PrintOptions;
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
  const dump = (when: string, { definition: { name } }: PassInstance, op: Operation): void => {
    const shown = settings.moduleScope ? outermost(op) : op;
    // In its own scope, an op's values are numbered as if it stood alone.
    const local = !settings.moduleScope && op.parentOp !== null;
    const text = printOperation(shown, local ? { ...settings.print, localScope: true } : settings.print);
    const scope = settings.moduleScope && shown !== op ? ` ('${op.name}' operation${symbolText(op)})` : "";
    const title = when.replace("%", pascalCase(name));
    sink(op, name, `// -----// IR Dump ${title} (${name})${scope} //----- //\n${text}\n\n`);
  };
  return {
    needsChanged: settings.onlyChanges,
    beforePass: (pass, op) => {
      if (isWanted(settings.before, pass)) dump("Before %", pass, op);
    },
    afterPass: (pass, op, changed) => {
      if (isWanted(settings.after, pass) && (changed || !settings.onlyChanges)) dump("After %", pass, op);
    },
    afterFailure: (pass, op) => {
      if (settings.onFailure || isWanted(settings.after, pass)) dump("After % Failed", pass, op);
    },
  };
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

/** The class name that MLIR would give a pass: `symbol-dce` is `SymbolDce`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
