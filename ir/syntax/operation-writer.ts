// Operations as text: OpPrinter over AttributeWriter; the generic form, regions and blocks.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import { unknownLocation } from "../core/location.ts";
import type { OpDefinition } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { isBareTerminator } from "./bare-terminator.ts";
import { AttributeWriter, type AttributePrintOptions } from "./print-attributes.ts";
import type { ArgumentPrintOptions, AttrDictOptions, OpPrinter, RegionPrintOptions } from "./printer-interface.ts";
import { escapeString } from "./string-escapes.ts";
import { argumentUsersText, opUsersText } from "./value-users.ts";
import type { ValueNames } from "./value-names.ts";

export interface WriterOptions extends AttributePrintOptions {
  readonly generic: boolean;
  readonly debugInfo: boolean;
  readonly valueUsers: boolean;
  readonly skipRegions: boolean;
}

type Entry = readonly [string, Attribute];

const byName = (entries: Entry[]): Entry[] =>
  entries.length < 2 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

export class OperationWriter extends AttributeWriter implements OpPrinter {
  readonly #names: ValueNames;
  readonly #options: WriterOptions;
  #indentation = "";
  #defaultDialect = "builtin";
  /** What ops are called where a dialect's prefix is left out, by dialect and definition. */
  readonly #nameTables = new Map<string, Map<OpDefinition, string>>();
  #opNames = this.#namesIn("builtin");
  /** Takes the text, piece by piece. */
  readonly #sink: (piece: string) => void;

  constructor(names: ValueNames, options: WriterOptions, sink: (piece: string) => void) {
    super(options);
    this.#sink = sink;
    this.#names = names;
    this.#options = options;
  }

  // --- OpPrinter --------------------------------------------------------------------------------------------------

  value(value: Value): void {
    this.out += this.#names.text(value);
  }

  values(values: Iterable<Value>): void {
    this.list(values, (value) => {
      this.value(value);
    });
  }

  argument(argument: Value, options: ArgumentPrintOptions = {}): void {
    this.value(argument);
    if (options.type !== false) {
      this.out += ": ";
      this.type(argument.type);
    }
    if (options.attributes !== undefined && options.attributes.length > 0) {
      this.out += " ";
      this.entries(options.attributes);
    }
    // Written in place: MLIR takes no alias here, but defines one.
    if (!this.#options.debugInfo) return;
    this.out += " ";
    this.location(argument.argumentLocation ?? unknownLocation, false);
  }

  block(block: Block): void {
    this.out += this.#names.block(block);
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
      this.between();
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

  attrDict(op: Operation, options: AttrDictOptions = {}): void {
    const entries: Entry[] = [];
    const { properties } = op;
    if (options.properties !== false) {
      for (let slot = 0; slot < properties.length; slot++) {
        const attribute = properties[slot];
        const definition = op.definition.properties[slot];
        if (attribute === undefined || definition === undefined || options.elide?.includes(definition.name) === true)
          continue;
        if (options.defaults === true || attribute !== definition.defaultValue?.(op.context))
          entries.push([definition.name, attribute]);
      }
    }
    if (op.hasDiscardable)
      for (const entry of op.discardable) if (options.elide?.includes(entry[0]) !== true) entries.push(entry);
    if (entries.length === 0) return;
    this.out += options.keyword === true ? " attributes " : " ";
    this.entries(byName(entries));
  }

  region(region: Region, options: RegionPrintOptions = {}): void {
    if (this.#options.skipRegions) {
      this.out += "{...}";
      return;
    }
    const { entryArguments = true, terminators = true, emptyBlock = false } = options;
    const outerDialect = this.#defaultDialect;
    const namespace = region.parentOp?.interfaceNamed("DefaultDialect");
    this.#enterDialect(typeof namespace === "string" ? namespace : "");
    this.out += "{\n";
    const { blocks } = region;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i]!;
      const label = i > 0 || (emptyBlock && block.isEmpty) || (entryArguments && block.arguments.length > 0);
      this.#block(block, label, terminators);
    }
    this.out += `${this.#indentation}}`;
    this.#enterDialect(outerDialect);
  }

  op(op: Operation, options: { results?: boolean } = {}): void {
    const hasRegions = op.regions.length > 0;
    if (hasRegions) this.#names.enter(op);
    if (options.results !== false) this.out += this.#names.resultList(op);
    const { print } = op.definition;
    if (print === undefined || this.#options.generic) this.#generic(op);
    else {
      this.out += this.#opNames.get(op.definition) ?? this.#nameOf(op.definition);
      print(op, this);
    }
    if (hasRegions) this.#names.leave();
  }

  /** Gives out what was written: a string that grows by small pieces is a tree of them until somebody looks inside, which lets the tree go early. */
  override putAside(): void {
    if (this.out === "") return;
    this.out.charCodeAt(0);
    this.#sink(this.out);
    this.out = "";
  }

  // --- names of ops -------------------------------------------------------------------------------------------------

  #enterDialect(dialect: string): void {
    if (dialect === this.#defaultDialect) return;
    this.#defaultDialect = dialect;
    this.#opNames = this.#namesIn(dialect);
  }

  #namesIn(dialect: string): Map<OpDefinition, string> {
    let names = this.#nameTables.get(dialect);
    if (names === undefined) this.#nameTables.set(dialect, (names = new Map<OpDefinition, string>()));
    return names;
  }

  #nameOf(definition: OpDefinition): string {
    const { name } = definition;
    const prefix = `${this.#defaultDialect}.`;
    const short = name.startsWith(prefix) && !name.includes(".", prefix.length) ? name.slice(prefix.length) : name;
    this.#opNames.set(definition, short);
    return short;
  }

  // --- pieces -----------------------------------------------------------------------------------------------------

  /** As an op stands in a block: with its location, and a comment with its users. */
  opWithLocation(op: Operation): void {
    this.op(op);
    if (this.#options.debugInfo) {
      this.out += " ";
      this.location(op.location, true);
    }
    if (this.#options.valueUsers) this.out += opUsersText(op, this.#names);
  }

  /** `"d.op"(%a)[^bb1] <{...}> ({...}) {...} : (t) -> t`. */
  #generic(op: Operation): void {
    this.out += `"${escapeString(op.name)}"(`;
    for (let i = 0; i < op.operandCount; i++) {
      if (i > 0) this.out += ", ";
      this.value(op.operand(i));
      this.between();
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
      if ("kind" in properties) this.attribute(properties);
      else this.entries(properties);
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
    for (let i = 0; i < op.operandCount; i++) {
      if (i > 0) this.out += ", ";
      this.type(op.operand(i).type);
      this.between();
    }
    this.out += ") -> ";
    if (op.resultCount === 1 && op.result().type.kind !== "function") this.type(op.result().type);
    else this.typeTuple(op.results.map((result) => result.type));
  }

  #block(block: Block, label: boolean, terminators: RegionPrintOptions["terminators"]): void {
    if (label) this.#label(block);
    this.indent();
    if (this.#options.valueUsers) {
      for (const argument of block.arguments)
        this.out += `${this.#indentation}${argumentUsersText(argument, this.#names)}\n`;
    }
    const hidden = terminators === false || (terminators === "unless-bare" && isBareTerminator(block.lastOp));
    const last = hidden ? block.lastOp : null;
    for (let op = block.firstOp; op !== last; op = op.next) {
      if (op === null) break;
      this.out += this.#indentation;
      this.opWithLocation(op);
      this.out += "\n";
      this.between();
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
    const predecessors = block.predecessors;
    if (predecessors.length === 0) return block.parentRegion?.blocks[0] === block ? "" : "  // no predecessors";
    const list = predecessors
      .sort((a, b) => names.blockOrder(a) - names.blockOrder(b))
      .map((predecessor) => names.block(predecessor))
      .join(", ");
    return predecessors.length === 1 ? `  // pred: ${list}` : `  // ${predecessors.length} preds: ${list}`;
  }
}

/** The properties that are present, sorted, or undefined for none; what an unregistered op has there as one attribute. */
function propertyEntries(op: Operation): readonly Entry[] | Attribute | undefined {
  const { definition, properties } = op;
  const entries: Entry[] = [];
  for (let slot = 0; slot < properties.length; slot++) {
    const attribute = properties[slot];
    if (attribute === undefined) continue;
    const name = definition.properties[slot]?.name ?? "";
    if (!definition.registered) return attribute;
    entries.push([name, attribute]);
  }
  return entries.length === 0 ? undefined : byName(entries);
}
