// Operations as text: OpPrinter over AttributeWriter; the generic form, regions and blocks.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import { UNREGISTERED_PROPERTIES } from "../core/context.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { AttributeWriter, type Aliases } from "./print-attributes.ts";
import { locationText } from "./print-locations.ts";
import type { OpPrinter, RegionPrintOptions } from "./printer-interface.ts";
import { escapeString } from "./string-escapes.ts";
import type { ValueNames } from "./value-names.ts";

export interface WriterOptions {
  readonly generic: boolean;
  readonly debugInfo: boolean;
}

type Entry = readonly [string, Attribute];

const byName = (entries: Entry[]): Entry[] =>
  entries.length < 2 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

export class OperationWriter extends AttributeWriter implements OpPrinter {
  readonly #names: ValueNames | undefined;
  readonly #options: WriterOptions;
  #indentation = "";
  #defaultDialect = "builtin";

  /** Without names (when only aliases are collected) every value prints as `%`. */
  constructor(names: ValueNames | undefined, aliases: Aliases | undefined, options: WriterOptions) {
    super(aliases);
    this.#names = names;
    this.#options = options;
  }

  // --- OpPrinter --------------------------------------------------------------------------------------------------

  value(value: Value): void {
    this.out += this.#names?.text(value) ?? "%";
  }

  values(values: Iterable<Value>): void {
    this.list(values, (value) => {
      this.value(value);
    });
  }

  argument(argument: Value, options?: { type?: boolean }): void {
    this.value(argument);
    if (options?.type === false) return;
    this.out += ": ";
    this.type(argument.type);
    this.#argumentLocation(argument);
  }

  block(block: Block): void {
    this.out += this.#names?.block(block) ?? "^";
  }

  functionalType(operands: readonly Type[], results: readonly Type[]): void {
    this.functionType({ inputs: operands, results });
  }

  types(types: Iterable<Type>): void {
    let first = true;
    for (const type of types) {
      this.out += first ? " : " : ", ";
      first = false;
      this.type(type);
    }
  }

  newline(): void {
    this.out += `\n${this.#indentation}`;
  }

  indent(): void {
    this.#indentation += "  ";
  }

  unindent(): void {
    this.#indentation = this.#indentation.slice(2);
  }

  attrDict(op: Operation, options: { elide?: readonly string[]; keyword?: boolean; properties?: boolean } = {}): void {
    const elided = options.elide ?? [];
    const entries: Entry[] = [];
    if (options.properties !== false) {
      op.definition.properties.forEach(({ name, defaultValue }, slot) => {
        const attribute = op.properties[slot];
        if (attribute === undefined || elided.includes(name) || attribute === defaultValue?.(op.context)) return;
        entries.push([name, attribute]);
      });
    }
    for (const entry of op.discardable) if (!elided.includes(entry[0])) entries.push(entry);
    if (entries.length === 0) return;
    this.out += options.keyword === true ? " attributes " : " ";
    this.entries(byName(entries));
  }

  region(region: Region, options: RegionPrintOptions = {}): void {
    const { entryArguments = true, terminators = true, emptyBlock = false } = options;
    const outerDialect = this.#defaultDialect;
    const namespace = region.parentOp?.interfaceNamed("DefaultDialect");
    this.#defaultDialect = typeof namespace === "string" ? namespace : "";
    this.out += "{\n";
    region.blocks.forEach((block, index) => {
      const label = index > 0 || (emptyBlock && block.isEmpty) || (entryArguments && block.arguments.length > 0);
      this.#block(block, label, terminators);
    });
    this.out += `${this.#indentation}}`;
    this.#defaultDialect = outerDialect;
  }

  op(op: Operation, options: { results?: boolean } = {}): void {
    if (options.results !== false) this.out += this.#names?.resultList(op) ?? "";
    this.#opWithoutResults(op);
  }

  // --- pieces -----------------------------------------------------------------------------------------------------

  #opWithoutResults(op: Operation): void {
    const { print, name } = op.definition;
    if (this.#options.debugInfo) this.aliases?.location(op.location, true);
    if (print === undefined || this.#options.generic) this.#generic(op);
    else {
      const prefix = `${this.#defaultDialect}.`;
      this.out += name.startsWith(prefix) && !name.includes(".", prefix.length) ? name.slice(prefix.length) : name;
      print(op, this);
    }
    if (this.#options.debugInfo) {
      const alias = this.aliases?.location(op.location, true);
      this.out += alias === undefined ? ` ${locationText(op.location)}` : ` loc(${alias})`;
    }
  }

  /** `"d.op"(%a)[^bb1] <{...}> ({...}) {...} : (t) -> t`. */
  #generic(op: Operation): void {
    this.out += `"${escapeString(op.name)}"(`;
    const operands = op.opOperands;
    for (let i = 0; i < operands.length; i++) {
      const operand = operands[i];
      if (i > 0) this.out += ", ";
      if (operand !== undefined) this.value(operand.value);
    }
    this.out += ")";
    if (op.successors.length > 0) {
      this.out += "[";
      this.list(op.successors, (block) => {
        this.block(block);
      });
      this.out += "]";
    }
    const properties = propertyEntries(op);
    if (properties !== undefined) {
      this.out += " <";
      this.entries(properties);
      this.out += ">";
    }
    if (op.regions.length > 0) {
      this.out += " (";
      this.list(op.regions, (region) => {
        this.region(region, { emptyBlock: true });
      });
      this.out += ")";
    }
    const discardable = op.discardable;
    if (discardable.length > 0) {
      this.out += " ";
      this.entries(byName([...discardable]));
    }
    this.out += " : (";
    for (let i = 0; i < operands.length; i++) {
      const operand = operands[i];
      if (i > 0) this.out += ", ";
      if (operand !== undefined) this.type(operand.value.type);
    }
    this.out += ") -> ";
    const [only] = op.results;
    if (only !== undefined && op.resultCount === 1 && only.type.kind !== "function") this.type(only.type);
    else this.typeTuple(op.results.map((result) => result.type));
  }

  #block(block: Block, label: boolean, terminators: boolean): void {
    if (label) this.#label(block);
    this.indent();
    const last = terminators || !isBareTerminator(block.lastOp) ? null : block.lastOp;
    for (let op = block.firstOp; op !== last; op = op.next) {
      if (op === null) break;
      this.out += this.#indentation;
      this.op(op);
      this.out += "\n";
    }
    this.unindent();
  }

  #label(block: Block): void {
    this.out += this.#indentation;
    this.block(block);
    if (block.arguments.length > 0) {
      this.out += "(";
      this.list(block.arguments, (argument) => {
        this.argument(argument);
      });
      this.out += ")";
    }
    this.out += `:${this.#predecessors(block)}\n`;
  }

  #predecessors(block: Block): string {
    const names = this.#names;
    if (names === undefined) return "";
    const predecessors = block.predecessors;
    if (predecessors.length === 0) return block.parentRegion?.blocks[0] === block ? "" : "  // no predecessors";
    const list = predecessors
      .sort((a, b) => names.blockOrder(a) - names.blockOrder(b))
      .map((predecessor) => names.block(predecessor))
      .join(", ");
    return predecessors.length === 1 ? `  // pred: ${list}` : `  // ${predecessors.length} preds: ${list}`;
  }

  /** Written in place: MLIR takes no alias here, but defines one. */
  #argumentLocation(argument: Value): void {
    if (!this.#options.debugInfo) return;
    const location = argument.argumentLocation ?? { kind: "unknown" };
    this.aliases?.location(location, false);
    this.out += ` ${locationText(location, (inner) => this.aliases?.location(inner, false))}`;
  }
}

function isBareTerminator(op: Operation | null): boolean {
  return (
    op !== null &&
    op.hasTrait("Terminator") &&
    op.operandCount === 0 &&
    op.resultCount === 0 &&
    op.allAttributes.length === 0
  );
}

/** The properties that are present, sorted, or undefined for none. */
function propertyEntries(op: Operation): readonly Entry[] | undefined {
  const { definition, properties } = op;
  const entries: Entry[] = [];
  for (let slot = 0; slot < properties.length; slot++) {
    const attribute = properties[slot];
    if (attribute === undefined) continue;
    const name = definition.properties[slot]?.name ?? "";
    if (!definition.registered && name === UNREGISTERED_PROPERTIES && attribute.kind === "dictionary")
      return attribute.entries;
    entries.push([name, attribute]);
  }
  return entries.length === 0 ? undefined : byName(entries);
}
