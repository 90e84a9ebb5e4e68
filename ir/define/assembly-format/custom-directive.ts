// `custom<Name>(...)`: syntax that an op brings along, print and parse together, and the arguments that it is given.
import type { Attribute } from "../../core/attributes.ts";
import type { Block, Region } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import type { OpPrinter } from "../../syntax/printer-interface.ts";
import type { Directive, Scope } from "./directive.ts";
import { operandReader, regionReader, successorReader, typesOf, valueReader } from "./element-access.ts";
import type { ArgumentElement } from "./format-elements.ts";
import type { ParseState } from "./parse-state.ts";
import type { FormatSubject } from "./subject.ts";

/**
 * A piece of syntax under a name. For `custom<DynamicIndexList>($offsets, $static_offsets)`:
 *
 *     print: (args, op, p) => printIndexList(p, args.values(op, 0), args.property(op, 1)),
 *     parse: (p, state, args) => {
 *       const { values, integers } = parseIndexList(p);
 *       state.setOperands(args.name(0), values);
 *       state.setProperty(args.name(1), i64ArrayAttr(p.context, integers));
 *     },
 */
export interface CustomDirective {
  /** The space before the directive has been printed. */
  print(args: CustomArgs, op: Operation, p: OpPrinter): void;
  /** Gives every argument that is not a `ref`. Where the directive opens an optional group: false when it does not stand here. */
  parse(p: OpParser, state: ParseState, args: CustomArgs): boolean | void;
}

/** The arguments by position. Reading one as what it is not is a bug of the format. */
export interface CustomArgs {
  readonly count: number;
  /** The element's name, to use with `ParseState` (of `type($x)`: x), or the text of a string argument. */
  name(index: number): string;
  /** Of `$operand`, `$result` and `type(...)`. */
  values(op: Operation, index: number): readonly Value[];
  types(op: Operation, index: number): readonly Type[];
  property(op: Operation, index: number): Attribute | undefined;
  regions(op: Operation, index: number): readonly Region[];
  successors(op: Operation, index: number): readonly Block[];
}

export function compileCustom(name: string, list: readonly ArgumentElement[], scope: Scope): Directive {
  const directive = scope.custom[name];
  if (directive === undefined) scope.fail(`no custom directive is named '${name}'`);
  const space = scope.spacing.element();
  const args = customArgs(list, scope.subject);
  return {
    print: (op, p) => {
      if (space) p.text(" ");
      directive.print(args, op, p);
    },
    parse: (p, state) => {
      directive.parse(p, state, args);
    },
    parseIfPresent: (p, state) => directive.parse(p, state, args) !== false,
  };
}

interface ArgumentReader {
  readonly values?: (op: Operation) => readonly Value[];
  readonly property?: (op: Operation) => Attribute | undefined;
  readonly regions?: (op: Operation) => readonly Region[];
  readonly successors?: (op: Operation) => readonly Block[];
}

function argumentReader(argument: ArgumentElement, subject: FormatSubject): ArgumentReader {
  switch (argument.kind) {
    case "operand":
      return { values: operandReader(subject, argument.index) };
    case "result":
      return { values: valueReader(subject, { kind: "result", index: argument.index }) };
    case "type":
      return { values: valueReader(subject, argument.of) };
    case "property":
      return { property: (op) => op.properties[argument.index] };
    case "region":
      return { regions: regionReader(subject, argument.index) };
    case "successor":
      return { successors: successorReader(subject, argument.index) };
    case "text":
      return {};
  }
}

function customArgs(list: readonly ArgumentElement[], subject: FormatSubject): CustomArgs {
  const readers = list.map((argument) => argumentReader(argument, subject));
  const reader = <K extends keyof ArgumentReader>(index: number, kind: K): NonNullable<ArgumentReader[K]> => {
    const read = readers[index]?.[kind];
    if (read === undefined)
      throw new Error(`'${subject.name}': argument ${index} of a custom directive has no ${kind}`);
    return read;
  };
  return {
    count: list.length,
    name: (index) => {
      const argument = list[index];
      if (argument === undefined) throw new Error(`'${subject.name}': a custom directive has no argument ${index}`);
      return argument.name;
    },
    values: (op, index) => reader(index, "values")(op),
    types: (op, index) => typesOf(reader(index, "values")(op)),
    property: (op, index) => reader(index, "property")(op),
    regions: (op, index) => reader(index, "regions")(op),
    successors: (op, index) => reader(index, "successors")(op),
  };
}
