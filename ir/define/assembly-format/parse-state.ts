// What a format has read so far: operands not yet resolved, types, properties, regions and successors, by element.
import type { Attribute } from "../../core/attributes.ts";
import type { Block, Region } from "../../core/block.ts";
import { noAttributes } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import type { OpParser, TextPosition, UnresolvedOperand } from "../../syntax/parser-interface.ts";
import type { FormatSubject } from "./subject.ts";

/**
 * What a custom directive reads and writes while parsing. Elements go by their names in the definition; an element that occurs
 * once still takes a list, of one. What was not given yet, or not at all, is undefined.
 */
export interface ParseState {
  operands(name: string): readonly UnresolvedOperand[] | undefined;
  setOperands(name: string, operands: readonly UnresolvedOperand[]): void;
  /** Types of an operand or a result. */
  types(name: string): readonly Type[] | undefined;
  setTypes(name: string, types: readonly Type[]): void;
  property(name: string): Attribute | undefined;
  setProperty(name: string, attribute: Attribute | undefined): void;
  regions(name: string): readonly Region[] | undefined;
  setRegions(name: string, regions: readonly Region[]): void;
  successors(name: string): readonly Block[] | undefined;
  setSuccessors(name: string, successors: readonly Block[]): void;
  /** Adds a discardable attribute, as the attribute dictionary does. */
  addAttribute(name: string, attribute: Attribute): void;
}

/** The state by index, as directives use it. `T` indices count the operands and then the results. Ops of one format share it, one after the other. */
export class FormatState implements ParseState {
  readonly #subject: FormatSubject;
  #parser: OpParser;
  start: TextPosition;
  readonly operandLists: (readonly UnresolvedOperand[] | undefined)[];
  readonly operandPositions: (TextPosition | undefined)[];
  readonly typeLists: (readonly Type[] | undefined)[];
  propertySlots: (Attribute | undefined)[];
  readonly regionLists: (readonly Region[] | undefined)[];
  readonly successorLists: (readonly Block[] | undefined)[];
  attributes: readonly (readonly [string, Attribute])[] = noAttributes;
  /** From `operands`, `type(operands)` and `type(results)`: all of them in one list. */
  allOperands: readonly UnresolvedOperand[] | undefined;
  allOperandTypes: readonly Type[] | undefined;
  allResultTypes: readonly Type[] | undefined;

  constructor(subject: FormatSubject, parser: OpParser) {
    const absent = (count: number): undefined[] => new Array<undefined>(count).fill(undefined);
    this.#subject = subject;
    this.#parser = parser;
    this.start = parser.position();
    this.operandLists = absent(subject.operands.length);
    this.operandPositions = absent(subject.operands.length);
    this.typeLists = absent(subject.operands.length + subject.results.length);
    this.propertySlots = absent(subject.properties.length);
    this.regionLists = absent(subject.regions.length);
    this.successorLists = absent(subject.successors.length);
  }

  /** Makes the state as new for the next op. */
  restart(parser: OpParser): void {
    this.#parser = parser;
    this.start = parser.position();
    clear(this.operandLists);
    clear(this.operandPositions);
    clear(this.typeLists);
    clear(this.regionLists);
    clear(this.successorLists);
    this.attributes = noAttributes;
    this.allOperands = undefined;
    this.allOperandTypes = undefined;
    this.allResultTypes = undefined;
  }

  /** The properties, for the op to keep. */
  takeProperties(): (Attribute | undefined)[] {
    const taken = this.propertySlots;
    this.propertySlots = taken.map(() => undefined);
    return taken;
  }

  setOperandList(index: number, operands: readonly UnresolvedOperand[], at: TextPosition): void {
    this.operandLists[index] = operands;
    this.operandPositions[index] = at;
  }

  /** Adds what an attribute dictionary holds: names of properties go to the properties. */
  addDictionary(entries: readonly (readonly [string, Attribute])[], at: TextPosition): void {
    if (entries.length === 0) return;
    const attributes = [...this.attributes];
    for (const [name, attribute] of entries) {
      const slot = this.#subject.properties.findIndex((property) => property.name === name);
      if (slot < 0) attributes.push([name, attribute]);
      else if (this.propertySlots[slot] === undefined) this.propertySlots[slot] = attribute;
      else this.#parser.error(`attribute '${name}' occurs more than once in the attribute list`, at);
    }
    this.attributes = attributes;
  }

  operands(name: string): readonly UnresolvedOperand[] | undefined {
    return this.operandLists[indexOf(this.#subject, "operands", name)];
  }

  setOperands(name: string, operands: readonly UnresolvedOperand[]): void {
    this.setOperandList(
      indexOf(this.#subject, "operands", name),
      operands,
      operands[0]?.position ?? this.#parser.position(),
    );
  }

  #typeIndex(name: string): number {
    const { operands, results } = this.#subject;
    const operand = operands.findIndex((element) => element.name === name);
    if (operand >= 0) return operand;
    if (results.some((element) => element.name === name))
      return operands.length + indexOf(this.#subject, "results", name);
    throw new Error(`'${this.#subject.name}' has no operand or result '${name}'`);
  }

  types(name: string): readonly Type[] | undefined {
    return this.typeLists[this.#typeIndex(name)];
  }

  setTypes(name: string, types: readonly Type[]): void {
    this.typeLists[this.#typeIndex(name)] = types;
  }

  property(name: string): Attribute | undefined {
    return this.propertySlots[indexOf(this.#subject, "properties", name)];
  }

  setProperty(name: string, attribute: Attribute | undefined): void {
    this.propertySlots[indexOf(this.#subject, "properties", name)] = attribute;
  }

  regions(name: string): readonly Region[] | undefined {
    return this.regionLists[indexOf(this.#subject, "regions", name)];
  }

  setRegions(name: string, regions: readonly Region[]): void {
    this.regionLists[indexOf(this.#subject, "regions", name)] = regions;
  }

  successors(name: string): readonly Block[] | undefined {
    return this.successorLists[indexOf(this.#subject, "successors", name)];
  }

  setSuccessors(name: string, successors: readonly Block[]): void {
    this.successorLists[indexOf(this.#subject, "successors", name)] = successors;
  }

  addAttribute(name: string, attribute: Attribute): void {
    this.addDictionary([[name, attribute]], this.#parser.position());
  }
}

function clear(list: unknown[]): void {
  for (let i = 0; i < list.length; i++) list[i] = undefined;
}

type ElementList = "operands" | "results" | "properties" | "regions" | "successors";

function indexOf(subject: FormatSubject, list: ElementList, name: string): number {
  const index = subject[list].findIndex((element) => element.name === name);
  if (index < 0) throw new Error(`'${subject.name}' has no '${name}' among its ${list}`);
  return index;
}
