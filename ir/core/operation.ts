// The one concrete Operation class: operands, results, property slots, discardable attributes, regions, successors, and its place in a block.
import type { Attribute } from "./attributes.ts";
import type { Block, Region } from "./block.ts";
import { UNREGISTERED_PROPERTIES } from "./context.ts";
import type { Context } from "./context.ts";
import type { OpDefinition, OperationParts } from "./definition.ts";
import type { Location, LocationSource } from "./location.ts";
import type { Type } from "./types.ts";
import { OpOperand, Value } from "./value.ts";
import { dictionaryAttr } from "./attribute-constructors.ts";

// Shared by all ops that have none; an op that gets some makes a list of its own.
const noRegions: readonly Region[] = [];
const noOperands: OpOperand[] = [];
const noResults: readonly Value[] = [];
const noProperties: (Attribute | undefined)[] = [];
const noSuccessors: SuccessorUse[] = [];
const noBlocks: readonly Block[] = [];
/** No discardable attributes. */
export const noAttributes: readonly (readonly [string, Attribute])[] = [];

interface SuccessorUse {
  readonly block: Block;
  readonly owner: Operation;
  readonly index: number;
}

export class Operation {
  readonly context: Context;
  readonly definition: OpDefinition;
  /** The location, or the text that it is an offset of. */
  #location: Location | LocationSource;
  #offset = 0;
  #operands: OpOperand[] = noOperands;
  /** The first result: nearly every op has one or none, and a list of its own for one would be a tenth of the op's memory. */
  #result: Value | null = null;
  /** All results where there are several. */
  #results: readonly Value[] = noResults;
  #properties: (Attribute | undefined)[];
  #attributes: Map<string, Attribute> | null = null;
  readonly regions: readonly Region[];
  #successors: SuccessorUse[] = noSuccessors;

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
    this.regions = parts.regions ?? noRegions;
    this.#properties = parts.propertySlots ?? emptySlots(definition.properties.length);
    for (let i = 0; i < this.regions.length; i++) this.regions[i]!.parentOp = this;
    if (parts.operands !== undefined) this.#operands = operandsOf(this, parts.operands);
    if (parts.resultTypes !== undefined) this.#makeResults(parts.resultTypes);
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
    if (successors !== undefined) for (const successor of successors) op.#addSuccessor(successor);
    if (context.journal !== null) op.#recordCreation();
    return op;
  }

  /** Undone, an op leaves no uses behind. */
  #recordCreation(): void {
    this.context.journal?.record(() => {
      for (const operand of this.#operands) operand.unlink();
      this.setSuccessors([]);
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
    return this.#operands.length;
  }

  /** The operand slots (uses). */
  get opOperands(): readonly OpOperand[] {
    return this.#operands;
  }

  get operands(): Value[] {
    const operands = this.#operands;
    const values: Value[] = [];
    for (let i = 0; i < operands.length; i++) values.push(operands[i]!.value);
    return values;
  }

  operand(index: number): Value {
    const operand = this.#operands[index];
    if (operand === undefined) throw new Error(`'${this.name}' has no operand ${index}`);
    return operand.value;
  }

  setOperand(index: number, value: Value): void {
    const operand = this.#operands[index];
    if (operand === undefined) throw new Error(`'${this.name}' has no operand ${index}`);
    operand.set(value);
  }

  /** Replaces the whole operand list. Segment sizes are the caller's to update. */
  setOperands(values: readonly Value[]): void {
    const old = this.#operands;
    for (const operand of old) operand.unlink();
    this.#operands = operandsOf(this, values);
    if (this.context.journal !== null) this.#recordOperands(old);
  }

  /** Earlier entries of the journal hold the old slots, so those come back, not new ones. */
  #recordOperands(old: OpOperand[]): void {
    this.context.journal?.record(() => {
      for (const operand of this.#operands) operand.unlink();
      this.#operands = old;
      for (const operand of old) operand.link();
    });
  }

  /** Drops every use that this op and the ops inside it make, so that it can be erased in any order. */
  dropAllReferences(): void {
    if (this.#operands.length > 0) this.setOperands([]);
    for (const region of this.regions) {
      for (const block of region.blocks) for (const op of block.ops()) op.dropAllReferences();
    }
    if (this.#successors.length > 0) this.setSuccessors([]);
  }

  // --- results ------------------------------------------------------------------------------------------------------

  #makeResults(types: readonly Type[]): void {
    if (types.length === 0) return;
    this.#result = new Value(types[0]!, this, null, 0);
    if (types.length === 1) return;
    const results = [this.#result];
    for (let i = 1; i < types.length; i++) results.push(new Value(types[i]!, this, null, i));
    this.#results = results;
  }

  /** The results; of a single one the list is made anew. */
  get results(): readonly Value[] {
    return this.resultCount === 1 ? [this.result()] : this.#results;
  }

  get resultCount(): number {
    return this.#result === null ? 0 : this.#results.length || 1;
  }

  result(index = 0): Value {
    const result = index === 0 ? this.#result : (this.#results[index] ?? null);
    if (result === null) throw new Error(`'${this.name}' has no result ${index}`);
    return result;
  }

  get hasResultUses(): boolean {
    if (this.#result === null) return false;
    if (this.#result.firstUse !== null) return true;
    for (let i = 1; i < this.#results.length; i++) if (this.#results[i]!.firstUse !== null) return true;
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
    return this.#attributes?.get(name);
  }

  /** Sets or (with undefined) removes a property or discardable attribute. */
  setAttribute(name: string, attribute: Attribute | undefined): void {
    const slot = this.definition.propertySlots.get(name);
    if (slot !== undefined) {
      this.setProperty(slot, attribute);
      return;
    }
    const old = this.#attributes?.get(name);
    if (old === attribute) return;
    if (attribute === undefined) this.#attributes?.delete(name);
    else (this.#attributes ??= new Map()).set(name, attribute);
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
    if (this.context.journal !== null) this.#recordProperty(slot, old);
  }

  #recordProperty(slot: number, old: Attribute | undefined): void {
    this.context.journal?.record(() => {
      this.#properties[slot] = old;
    });
  }

  get hasDiscardable(): boolean {
    return this.#attributes !== null && this.#attributes.size > 0;
  }

  /** The discardable attributes, in insertion order. */
  get discardable(): readonly (readonly [string, Attribute])[] {
    return this.#attributes === null ? noAttributes : [...this.#attributes];
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
    return this.#successors.length === 0 ? noBlocks : this.#successors.map(({ block }) => block);
  }

  #addSuccessor(block: Block): void {
    const use: SuccessorUse = { block, owner: this, index: this.#successors.length };
    if (use.index === 0) this.#successors = [use];
    else this.#successors.push(use);
    block.predecessorUses.add(use);
  }

  setSuccessors(blocks: readonly Block[]): void {
    const old = this.successors;
    if (old.length === 0 && blocks.length === 0) return;
    for (const use of this.#successors) use.block.predecessorUses.delete(use);
    this.#successors = noSuccessors;
    for (const block of blocks) this.#addSuccessor(block);
    this.context.journal?.record(() => {
      this.setSuccessors(old);
    });
  }

  // --- place -----------------------------------------------------------------------------------------------------------

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
    const { interfaces } = this.definition;
    const own = interfaces.size === 0 ? undefined : interfaces.get(name);
    return own ?? this.context.attachedInterfaces.get(this.name)?.get(name);
  }
}

function isLocationSource(location: Location | LocationSource): location is LocationSource {
  return "location" in location;
}

function emptySlots(count: number): (Attribute | undefined)[] {
  return count === 0 ? noProperties : new Array<Attribute | undefined>(count).fill(undefined);
}

// Lists of up to three are made with literals, which have no spare room.

function operandsOf(op: Operation, values: readonly Value[]): OpOperand[] {
  switch (values.length) {
    case 0:
      return noOperands;
    case 1:
      return [new OpOperand(op, 0, values[0]!)];
    case 2:
      return [new OpOperand(op, 0, values[0]!), new OpOperand(op, 1, values[1]!)];
    case 3:
      return [new OpOperand(op, 0, values[0]!), new OpOperand(op, 1, values[1]!), new OpOperand(op, 2, values[2]!)];
    default:
      return values.map((value, index) => new OpOperand(op, index, value));
  }
}
