// The one concrete Operation class: operands, results, property slots, discardable attributes, regions, successors, and its place in a block.
import type { Attribute } from "./attributes.ts";
import type { Block, Region } from "./block.ts";
import { UNREGISTERED_PROPERTIES } from "./context.ts";
import type { Context } from "./context.ts";
import type { OpDefinition, OperationParts } from "./definition.ts";
import type { Location } from "./location.ts";
import { OpOperand, Value } from "./value.ts";
import { dictionaryAttr } from "./attribute-constructors.ts";

const noRegions: readonly Region[] = [];

interface SuccessorUse {
  readonly owner: Operation;
  readonly index: number;
}

export class Operation {
  readonly context: Context;
  readonly definition: OpDefinition;
  location: Location;
  #operands: OpOperand[] = [];
  #results: Value[] = [];
  #properties: (Attribute | undefined)[];
  #attributes: Map<string, Attribute> | null = null;
  readonly regions: readonly Region[];
  #successors: Block[] = [];
  #successorUses: SuccessorUse[] = [];

  parentBlock: Block | null = null;
  previous: Operation | null = null;
  next: Operation | null = null;
  /** Position number within the block, maintained by `Block.isBefore`. */
  order = 0;
  /** Typed view, cached by `definition.match`. */
  view: unknown = undefined;

  private constructor(context: Context, definition: OpDefinition, location: Location, regions: readonly Region[]) {
    this.context = context;
    this.definition = definition;
    this.location = location;
    this.regions = regions;
    this.#properties = new Array<Attribute | undefined>(definition.properties.length).fill(undefined);
    for (const region of regions) region.parentOp = this;
  }

  /** Makes a detached operation. Names in `properties` that the definition does not have become discardable attributes. */
  static create(context: Context, definition: OpDefinition, location: Location, parts: OperationParts): Operation {
    const op = new Operation(context, definition, location, parts.regions ?? noRegions);
    const operands = parts.operands ?? [];
    for (let i = 0; i < operands.length; i++) op.#operands.push(new OpOperand(op, i, operands[i]!));
    const resultTypes = parts.resultTypes ?? [];
    for (let i = 0; i < resultTypes.length; i++) op.#results.push(new Value(resultTypes[i]!, op, null, i));
    if (parts.properties !== undefined) {
      for (const [name, attribute] of Object.entries(parts.properties)) {
        if (attribute !== undefined) op.setAttribute(name, attribute);
      }
    }
    if (parts.attributes !== undefined)
      for (const [name, attribute] of parts.attributes) op.setAttribute(name, attribute);
    for (const successor of parts.successors ?? []) op.#addSuccessor(successor);
    // Undone, an op leaves no uses behind.
    context.journal?.record(() => {
      for (const operand of op.#operands) operand.unlink();
      op.setSuccessors([]);
    });
    return op;
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
    return this.#operands.map((operand) => operand.value);
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
    this.#operands = values.map((value, index) => new OpOperand(this, index, value));
    // Earlier entries of the journal hold the old slots, so those come back, not new ones.
    this.context.journal?.record(() => {
      for (const operand of this.#operands) operand.unlink();
      this.#operands = old;
      for (const operand of old) operand.link();
    });
  }

  /** Drops every use that this op and the ops inside it make, so that it can be erased in any order. */
  dropAllReferences(): void {
    this.setOperands([]);
    for (const region of this.regions) {
      for (const block of region.blocks) for (const op of block.ops()) op.dropAllReferences();
    }
    this.setSuccessors([]);
  }

  // --- results ------------------------------------------------------------------------------------------------------

  get results(): readonly Value[] {
    return this.#results;
  }

  get resultCount(): number {
    return this.#results.length;
  }

  result(index = 0): Value {
    const result = this.#results[index];
    if (result === undefined) throw new Error(`'${this.name}' has no result ${index}`);
    return result;
  }

  get hasResultUses(): boolean {
    return this.#results.some((result) => result.hasUses);
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
      const old = this.#properties[slot];
      if (old === attribute) return;
      this.#properties[slot] = attribute;
      this.context.journal?.record(() => {
        this.#properties[slot] = old;
      });
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

  /** The discardable attributes, in insertion order. */
  get discardable(): readonly (readonly [string, Attribute])[] {
    return this.#attributes === null ? [] : [...this.#attributes];
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
    return this.#successors;
  }

  #addSuccessor(block: Block): void {
    const use: SuccessorUse = { owner: this, index: this.#successors.length };
    this.#successors.push(block);
    this.#successorUses.push(use);
    block.predecessorUses.add(use);
  }

  setSuccessors(blocks: readonly Block[]): void {
    const old = this.#successors;
    if (old.length === 0 && blocks.length === 0) return;
    old.forEach((block, index) => block.predecessorUses.delete(this.#successorUses[index]!));
    this.#successors = [];
    this.#successorUses = [];
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
    if (values.length !== this.#results.length) throw new Error(`'${this.name}' replaced with ${values.length} values`);
    this.#results.forEach((result, index) => {
      result.replaceAllUsesWith(values[index]!);
    });
  }

  // --- traits and interfaces ------------------------------------------------------------------------------------------

  hasTrait(trait: string): boolean {
    return this.definition.traits.has(trait);
  }

  /** The implementation of an interface: the op's own, or one attached through the context. */
  interfaceNamed(name: string): unknown {
    return this.definition.interfaces.get(name) ?? this.context.attachedInterfaces.get(this.name)?.get(name);
  }
}
