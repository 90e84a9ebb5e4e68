// The one concrete Operation class: operands, results, property slots, discardable attributes, regions, successors, and its place in a block.
import type { Attribute } from "./attributes.ts";
import type { Block, Region, SuccessorUse } from "./block.ts";
import { UNREGISTERED_PROPERTIES } from "./unregistered-definition.ts";
import type { Context } from "./context.ts";
import type { OpDefinition, OperationParts } from "./definition.ts";
import type { Location, LocationSource } from "./location.ts";
import type { Type } from "./types.ts";
import { OpOperand, Value } from "./value.ts";
import { dictionaryAttr } from "./attribute-constructors.ts";

// Shared by all ops that have none; an op that gets some makes a list of its own.
const noOperands: readonly OpOperand[] = [];
const noResults: readonly Value[] = [];
const noProperties: (Attribute | undefined)[] = [];
const noSuccessors: readonly SuccessorUse[] = [];
const noBlocks: readonly Block[] = [];
/** No discardable attributes. */
export const noAttributes: readonly (readonly [string, Attribute])[] = [];

/** What few ops have: a field of each op costs as much as all that is said of most. */
class Extras {
  readonly regions: readonly Region[];
  /** All results where there are several. */
  results: readonly Value[] = noResults;
  attributes: Map<string, Attribute> | null = null;
  successors: readonly SuccessorUse[] = noSuccessors;

  constructor(regions: readonly Region[]) {
    this.regions = regions;
  }
}

/** Shared by the ops that have none of their own: never written to. */
const noExtras = new Extras([]);

/** 100k ops are copied twice by V8's collector while a text is read: what is in each counts, in fields and in lists of its own. */
export class Operation {
  readonly context: Context;
  readonly definition: OpDefinition;
  /** The location, or the text that it is an offset of. */
  #location: Location | LocationSource;
  #offset = 0;
  /** The first two operands: most ops have no more. */
  #operand0: OpOperand | null = null;
  #operand1: OpOperand | null = null;
  /** All operands where there are more than two. */
  #operands: readonly OpOperand[] = noOperands;
  /** The first result: nearly every op has one or none. */
  #result: Value | null = null;
  #properties: (Attribute | undefined)[];
  #extras = noExtras;

  parentBlock: Block | null = null;
  previous: Operation | null = null;
  next: Operation | null = null;
  /** Position number within the block, maintained by `Block.isBefore`. */
  order = 0;
  /** Only `Worklist` of ir/rewrite uses this. */
  worklistPlace = 0;
  /** Typed view, cached by `definition.match`. */
  view: unknown = undefined;

  private constructor(context: Context, definition: OpDefinition, location: Location, parts: OperationParts) {
    this.context = context;
    this.definition = definition;
    this.#location = location;
    this.#properties = parts.propertySlots ?? emptySlots(definition.properties.length);
    const { regions } = parts;
    if (regions !== undefined && regions.length > 0) {
      this.#extras = new Extras(regions);
      for (let i = 0; i < regions.length; i++) regions[i]!.parentOp = this;
    }
    if (parts.operands !== undefined) Operation.#makeOperands(this, parts.operands);
    if (parts.resultTypes !== undefined) Operation.#makeResults(this, parts.resultTypes);
  }

  /** Makes a detached operation. Names in `properties` that the definition does not have become discardable attributes. */
  static create(context: Context, definition: OpDefinition, location: Location, parts: OperationParts): Operation {
    const op = new Operation(context, definition, location, parts);
    const { properties, attributes, successors } = parts;
    if (properties !== undefined) {
      for (const name of Object.keys(properties)) {
        const attribute = properties[name];
        if (attribute !== undefined) op.setAttribute(name, attribute);
      }
    }
    if (attributes !== undefined && attributes !== noAttributes)
      for (const [name, attribute] of attributes) op.setAttribute(name, attribute);
    if (successors !== undefined && successors.length > 0) Operation.#linkSuccessors(op, successors);
    if (context.journal !== null) Operation.#recordCreation(op);
    return op;
  }

  // Private methods are static: others would take a word of each op.

  /** What the op has of its own that few ops have. */
  static #extrasOf(op: Operation): Extras {
    return op.#extras === noExtras ? (op.#extras = new Extras(noExtras.regions)) : op.#extras;
  }

  /** Undone, an op leaves no uses behind. */
  static #recordCreation(op: Operation): void {
    op.context.journal?.record(() => {
      for (const operand of op.opOperands) operand.unlink();
      op.setSuccessors([]);
    });
  }

  get location(): Location {
    const location = this.#location;
    return isLocationSource(location) ? (this.location = location.location(this.#offset)) : location;
  }

  set location(location: Location) {
    this.#location = location;
  }

  /** The location is where a text has this offset; it is worked out when somebody asks. */
  setLocationIn(source: LocationSource, offset: number): void {
    this.#location = source;
    this.#offset = offset;
  }

  get name(): string {
    return this.definition.name;
  }

  // --- operands -----------------------------------------------------------------------------------------------------

  get operandCount(): number {
    if (this.#operand1 === null) return this.#operand0 === null ? 0 : 1;
    return this.#operands.length || 2;
  }

  /** The operand slots (uses); of one or two the list is made anew. */
  get opOperands(): readonly OpOperand[] {
    if (this.#operand0 === null || this.#operands.length > 0) return this.#operands;
    return this.#operand1 === null ? [this.#operand0] : [this.#operand0, this.#operand1];
  }

  get operands(): Value[] {
    const count = this.operandCount;
    const values: Value[] = [];
    for (let i = 0; i < count; i++) values.push(this.operand(i));
    return values;
  }

  /** The slot of this number. */
  opOperand(index: number): OpOperand {
    const operand = index === 0 ? this.#operand0 : index === 1 ? this.#operand1 : this.#operands[index];
    if (operand === null || operand === undefined) throw new Error(`'${this.name}' has no operand ${index}`);
    return operand;
  }

  operand(index: number): Value {
    return this.opOperand(index).value;
  }

  setOperand(index: number, value: Value): void {
    this.opOperand(index).set(value);
  }

  /** Replaces the whole operand list. Segment sizes are the caller's to update. */
  setOperands(values: readonly Value[]): void {
    if (this.context.journal !== null) Operation.#recordOperands(this, this.opOperands);
    Operation.#unlinkOperands(this);
    Operation.#makeOperands(this, values);
  }

  static #makeOperands(op: Operation, values: readonly Value[]): void {
    const count = values.length;
    op.#operand0 = count > 0 ? new OpOperand(op, 0, values[0]!) : null;
    op.#operand1 = count > 1 ? new OpOperand(op, 1, values[1]!) : null;
    op.#operands = count > 2 ? Operation.#operandList(op, values) : noOperands;
  }

  /** All of more than two, in a list without the spare room that a list gets when it grows. */
  static #operandList(op: Operation, values: readonly Value[]): readonly OpOperand[] {
    return values.map((value, i) => (i < 2 ? op.opOperand(i) : new OpOperand(op, i, value)));
  }

  static #unlinkOperands(op: Operation): void {
    const count = op.operandCount;
    for (let i = 0; i < count; i++) op.opOperand(i).unlink();
  }

  /** Earlier entries of the journal hold the old slots, so those come back, not new ones. */
  static #recordOperands(op: Operation, old: readonly OpOperand[]): void {
    op.context.journal?.record(() => {
      Operation.#unlinkOperands(op);
      op.#operand0 = old[0] ?? null;
      op.#operand1 = old[1] ?? null;
      op.#operands = old.length > 2 ? old : noOperands;
      for (const operand of old) operand.link();
    });
  }

  /** Drops every use that this op and the ops inside it make, so that it can be erased in any order. */
  dropAllReferences(): void {
    if (this.#operand0 !== null) this.setOperands([]);
    for (const region of this.regions) {
      for (const block of region.blocks) for (const op of block.ops()) op.dropAllReferences();
    }
    if (this.#extras.successors.length > 0) this.setSuccessors([]);
  }

  // --- results ------------------------------------------------------------------------------------------------------

  static #makeResults(op: Operation, types: readonly Type[]): void {
    if (types.length > 0) op.#result = new Value(types[0]!, op, null, 0);
    if (types.length > 1) Operation.#makeResultList(op, types);
  }

  static #makeResultList(op: Operation, types: readonly Type[]): void {
    Operation.#extrasOf(op).results = types.map((type, i) => (i === 0 ? op.result() : new Value(type, op, null, i)));
  }

  /** The results; of a single one the list is made anew. */
  get results(): readonly Value[] {
    return this.resultCount === 1 ? [this.result()] : this.#extras.results;
  }

  get resultCount(): number {
    return this.#result === null ? 0 : this.#extras.results.length || 1;
  }

  result(index = 0): Value {
    const result = index === 0 ? this.#result : (this.#extras.results[index] ?? null);
    if (result === null) throw new Error(`'${this.name}' has no result ${index}`);
    return result;
  }

  get hasResultUses(): boolean {
    if (this.#result === null) return false;
    if (this.#result.firstUse !== null) return true;
    const { results } = this.#extras;
    for (let i = 1; i < results.length; i++) if (results[i]!.firstUse !== null) return true;
    return false;
  }

  // --- properties and attributes --------------------------------------------------------------------------------------

  /** The property slots, in the definition's order. */
  get properties(): readonly (Attribute | undefined)[] {
    return this.#properties;
  }

  /** A property or discardable attribute by name. */
  attribute(name: string): Attribute | undefined {
    const slot = this.definition.propertySlots.get(name);
    if (slot !== undefined) return this.#properties[slot];
    if (!this.definition.registered) {
      const dictionary = this.#properties[0];
      if (dictionary?.kind === "dictionary") {
        for (const [key, value] of dictionary.entries) if (key === name) return value;
      }
    }
    return this.#extras.attributes?.get(name);
  }

  /** Sets or (with undefined) removes a property or discardable attribute. */
  setAttribute(name: string, attribute: Attribute | undefined): void {
    const slot = this.definition.propertySlots.get(name);
    if (slot !== undefined) {
      this.setProperty(slot, attribute);
      return;
    }
    const old = this.#extras.attributes?.get(name);
    if (old === attribute) return;
    if (attribute === undefined) this.#extras.attributes?.delete(name);
    else (Operation.#extrasOf(this).attributes ??= new Map()).set(name, attribute);
    this.context.journal?.record(() => {
      this.setAttribute(name, old);
    });
  }

  /** Sets the property of this number in the definition. */
  setProperty(slot: number, attribute: Attribute | undefined): void {
    const old = this.#properties[slot];
    if (old === attribute) return;
    if (this.#properties === this.context.defaultProperties(this.definition.properties))
      this.#properties = [...this.#properties];
    this.#properties[slot] = attribute;
    if (this.context.journal !== null) Operation.#recordProperty(this, slot, old);
  }

  static #recordProperty(op: Operation, slot: number, old: Attribute | undefined): void {
    op.context.journal?.record(() => {
      op.#properties[slot] = old;
    });
  }

  get hasDiscardable(): boolean {
    const { attributes } = this.#extras;
    return attributes !== null && attributes.size > 0;
  }

  /** The discardable attributes, in insertion order. */
  get discardable(): readonly (readonly [string, Attribute])[] {
    const { attributes } = this.#extras;
    return attributes === null ? noAttributes : [...attributes];
  }

  /** Properties and discardable attributes that are present, by name, properties first. */
  get allAttributes(): (readonly [string, Attribute])[] {
    const all: (readonly [string, Attribute])[] = [];
    this.definition.properties.forEach((property, slot) => {
      const attribute = this.#properties[slot];
      if (attribute === undefined) return;
      if (!this.definition.registered && property.name === UNREGISTERED_PROPERTIES && attribute.kind === "dictionary") {
        all.push(...attribute.entries);
      } else all.push([property.name, attribute]);
    });
    all.push(...this.discardable);
    return all;
  }

  /** All attributes as one dictionary attribute. */
  get attributeDictionary(): Attribute {
    return dictionaryAttr(this.context, this.allAttributes);
  }

  // --- successors -----------------------------------------------------------------------------------------------------

  get successors(): readonly Block[] {
    const { successors } = this.#extras;
    return successors.length === 0 ? noBlocks : successors.map(({ block }) => block);
  }

  static #linkSuccessors(op: Operation, blocks: readonly Block[]): void {
    Operation.#extrasOf(op).successors = blocks.map((block, index) => {
      const use: SuccessorUse = { block, owner: op, index };
      block.addPredecessorUse(use);
      return use;
    });
  }

  setSuccessors(blocks: readonly Block[]): void {
    const old = this.successors;
    if (old.length === 0 && blocks.length === 0) return;
    for (const use of this.#extras.successors) use.block.removePredecessorUse(use);
    Operation.#linkSuccessors(this, blocks);
    this.context.journal?.record(() => {
      this.setSuccessors(old);
    });
  }

  // --- regions and place -----------------------------------------------------------------------------------------------

  get regions(): readonly Region[] {
    return this.#extras.regions;
  }

  region(index = 0): Region {
    const region = this.regions[index];
    if (region === undefined) throw new Error(`'${this.name}' has no region ${index}`);
    return region;
  }

  get parentRegion(): Region | null {
    return this.parentBlock?.parentRegion ?? null;
  }

  get parentOp(): Operation | null {
    return this.parentBlock?.parentRegion?.parentOp ?? null;
  }

  /** The nearest enclosing op that `accept` takes, this op itself excluded. */
  enclosing(accept: (op: Operation) => boolean): Operation | undefined {
    for (let op = this.parentOp; op !== null; op = op.parentOp) if (accept(op)) return op;
    return undefined;
  }

  /** Whether this op is `other` or inside it. */
  isWithin(other: Operation): boolean {
    for (let op: Operation | null = this; op !== null; op = op.parentOp) if (op === other) return true;
    return false;
  }

  /** Whether this op comes before `other` in the block that both are in. */
  isBeforeInBlock(other: Operation): boolean {
    if (this.parentBlock === null || this.parentBlock !== other.parentBlock)
      throw new Error("ops are in different blocks");
    return this.parentBlock.isBefore(this, other);
  }

  moveBefore(anchor: Operation): void {
    if (anchor === this) return;
    this.remove();
    if (anchor.parentBlock === null) throw new Error("anchor is not in a block");
    anchor.parentBlock.insertBefore(this, anchor);
  }

  moveAfter(anchor: Operation): void {
    const block = anchor.parentBlock;
    if (block === null) throw new Error("anchor is not in a block");
    if (anchor.next === this) return;
    this.remove();
    block.insertBefore(this, anchor.next);
  }

  moveToEnd(block: Block): void {
    this.remove();
    block.append(this);
  }

  /** Takes the op out of its block. */
  remove(): void {
    this.parentBlock?.remove(this);
  }

  /** Removes an op whose results have no uses left, and everything inside it. */
  erase(): void {
    if (this.hasResultUses) throw new Error(`erased '${this.name}' still has uses`);
    this.remove();
    this.dropAllReferences();
  }

  replaceAllUsesWith(values: readonly Value[]): void {
    if (values.length !== this.resultCount) throw new Error(`'${this.name}' replaced with ${values.length} values`);
    for (let i = 0; i < values.length; i++) this.result(i).replaceAllUsesWith(values[i]!);
  }

  // --- traits and interfaces ------------------------------------------------------------------------------------------

  hasTrait(trait: string): boolean {
    return this.definition.traits.has(trait);
  }

  /** The implementation of an interface: the op's own, or one attached through the context. */
  interfaceNamed(name: string): unknown {
    return this.context.interfaceOf(this.definition, name);
  }
}

function isLocationSource(location: Location | LocationSource): location is LocationSource {
  return "location" in location;
}

function emptySlots(count: number): (Attribute | undefined)[] {
  return count === 0 ? noProperties : new Array<Attribute | undefined>(count).fill(undefined);
}
