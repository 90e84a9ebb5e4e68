// Compiles an assembly format, MLIR's declarative `assemblyFormat`, to a print and a parse function.
//
// text -> elements (format-reader) -> checks and inference plan (check-format) -> directives, each of which prints and parses.
import type { OperationParts } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import type { OpPrinter } from "../../syntax/printer-interface.ts";
import { checkCoverage, collectMentions } from "./check-format.ts";
import type { CustomDirective } from "./custom-directive.ts";
import type { Directive } from "./directive.ts";
import { compileElements } from "./directives.ts";
import { compileFinish, type Finish } from "./finish-parse.ts";
import { readFormat } from "./format-reader.ts";
import type { InferencePlan } from "./infer-types.ts";
import { FormatState } from "./parse-state.ts";
import { Spacing } from "./spacing.ts";
import { formatError, type FormatSubject } from "./subject.ts";

export type { CustomArgs, CustomDirective } from "./custom-directive.ts";
export type { ParseState } from "./parse-state.ts";
export type { FormatSubject } from "./subject.ts";

/** The custom syntax of an op. */
export interface AssemblyFormat {
  print(op: Operation, p: OpPrinter): void;
  parse(p: OpParser): OperationParts;
}

interface CompiledFormat {
  readonly directives: readonly Directive[];
  readonly plan: InferencePlan;
  readonly finish: Finish;
}

/**
 * The functions that print and parse `op` as `format` says; `custom` holds the directives for `custom<Name>(...)`.
 * The format is read at the first use, and throws then when it is wrong: that is a bug of the definition.
 */
export function compileAssemblyFormat(
  format: string,
  op: FormatSubject,
  custom: Readonly<Record<string, CustomDirective>> = {},
): AssemblyFormat {
  let compiled: CompiledFormat | undefined;
  // Taken while an op is read: its regions may hold ops of the same format.
  let idle: FormatState | undefined;
  return {
    print: (operation, p) => {
      compiled ??= compile(format, op, custom);
      const { directives } = compiled;
      for (let i = 0; i < directives.length; i++) directives[i]?.print(operation, p);
    },
    parse: (p) => {
      compiled ??= compile(format, op, custom);
      const { directives, finish } = compiled;
      const state = idle ?? new FormatState(op, p);
      if (state === idle) state.restart(p);
      idle = undefined;
      for (let i = 0; i < directives.length; i++) directives[i]?.parse(p, state);
      const parts = finish(p, state);
      idle = state;
      return parts;
    },
  };
}

/** Reads the format and checks it against the definition, without printing or parsing anything. */
export function compile(
  format: string,
  subject: FormatSubject,
  custom: Readonly<Record<string, CustomDirective>>,
): CompiledFormat {
  const fail = (message: string): never => formatError(subject, format, 0, message);
  const elements = readFormat(format, subject);
  const mentions = collectMentions(elements, subject, fail);
  const plan = checkCoverage(mentions, subject, fail);
  const elided = [...mentions.properties].flatMap((slot) => subject.properties[slot]?.name ?? []);
  if (!mentions.allOperands) elided.push("operandSegmentSizes");
  if (!mentions.allResultTypes) elided.push("resultSegmentSizes");
  const directives = compileElements(elements, {
    subject,
    custom,
    spacing: new Spacing(),
    elided,
    hasPropDict: mentions.propDict,
    following: [],
    required: false,
    compile: compileElements,
    fail,
  });
  return { directives, plan, finish: compileFinish(subject, plan) };
}
