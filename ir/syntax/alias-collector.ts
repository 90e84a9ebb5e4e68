// Collects the aliases of a text: goes through the ops as the printer will, writes nothing, and notes what can have a name outside.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import { locationKey, unknownLocation, type FileLocation, type Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { isBareTerminator } from "./bare-terminator.ts";
import type { ArgumentPrintOptions, OpPrinter, RegionPrintOptions } from "./printer-interface.ts";

/** A type, attribute or location that the text has: one of the three is set. */
export interface AliasEntry {
  readonly type: Type | undefined;
  readonly attribute: Attribute | undefined;
  readonly location: Location | undefined;
  /** `map`, `loc`, ...; undefined for what has no alias but may have parts that do. */
  readonly name: string | undefined;
  /** 1 for a name without named parts; more than any part's for what has some; 0 for neither. */
  depth: number;
  /** The definition may stand after the ops. */
  deferrable: boolean;
  parts: AliasEntry[];
  /** `#map1`, once it is numbered. */
  alias: string | undefined;
}

export interface CollectorOptions {
  readonly generic: boolean;
  readonly debugInfo: boolean;
  readonly skipRegions: boolean;
}

/** Tuples with more elements than this are named. */
const LONG_TUPLE = 16;

export class AliasCollector implements OpPrinter {
  /** In the order of the first visit. */
  readonly entries: AliasEntry[] = [];
  readonly #types = new Map<Type, AliasEntry>();
  readonly #attributes = new Map<Attribute, AliasEntry>();
  /** Locations are equal by content: those that were seen, plain positions by file, line and column, and all others. */
  readonly #locations = new Map<Location, AliasEntry>();
  readonly #positions = new Map<string, Map<number, AliasEntry>>();
  readonly #otherLocations = new Map<string, AliasEntry>();
  readonly #options: CollectorOptions;
  /** The entry whose parts are visited. */
  #open: AliasEntry | undefined;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  // --- entries ----------------------------------------------------------------------------------------------------

  #add(
    type: Type | undefined,
    attribute: Attribute | undefined,
    location: Location | undefined,
    name: string | undefined,
    deferrable: boolean,
  ): AliasEntry {
    const depth = name === undefined ? 0 : 1;
    const entry = { type, attribute, location, name, depth, deferrable, parts: noParts, alias: undefined };
    this.entries.push(entry);
    return entry;
  }

  /** Goes through what is inside an entry. */
  #visitParts(entry: AliasEntry, visit: () => void): void {
    const outer = this.#open;
    this.#open = entry;
    visit();
    this.#open = outer;
    let deepest = 0;
    for (const { depth } of entry.parts) deepest = Math.max(deepest, depth);
    if (deepest > 0) entry.depth = deepest + 1;
    this.#isPart(entry);
  }

  #isPart(entry: AliasEntry): void {
    const open = this.#open;
    if (open === undefined) return;
    if (open.parts === noParts) open.parts = [entry];
    else open.parts.push(entry);
  }

  #seen(entry: AliasEntry, deferrable: boolean): void {
    if (!deferrable) markNonDeferrable(entry);
    this.#isPart(entry);
  }

  get #deferrable(): boolean {
    return this.#open?.deferrable ?? false;
  }

  typeEntry(type: Type): AliasEntry | undefined {
    return this.#types.get(type);
  }

  attributeEntry(attribute: Attribute): AliasEntry | undefined {
    return this.#attributes.get(attribute);
  }

  locationEntry(location: Location): AliasEntry | undefined {
    return this.#locations.get(location) ?? this.#equalLocation(location);
  }

  type(type: Type): void {
    const known = this.#types.get(type);
    if (known !== undefined) {
      this.#seen(known, this.#deferrable);
      return;
    }
    const name = type.kind === "tuple" && type.elements.length > LONG_TUPLE ? "tuple" : undefined;
    const entry = this.#add(type, undefined, undefined, name, this.#deferrable);
    this.#types.set(type, entry);
    this.#visitParts(entry, () => {
      this.#typeParts(type);
    });
  }

  #typeParts(type: Type): void {
    switch (type.kind) {
      case "complex":
      case "vector":
        this.type(type.element);
        return;
      case "tensor":
        this.type(type.element);
        if (type.encoding !== undefined) this.attribute(type.encoding);
        return;
      case "memref":
        this.type(type.element);
        if (type.layout !== undefined) this.attribute(type.layout);
        if (type.memorySpace !== undefined) this.attribute(type.memorySpace);
        return;
      case "unranked_tensor":
        this.type(type.element);
        return;
      case "unranked_memref":
        this.type(type.element);
        if (type.memorySpace !== undefined) this.attribute(type.memorySpace);
        return;
      case "tuple":
        for (const element of type.elements) this.type(element);
        return;
      case "function":
        for (const input of type.inputs) this.type(input);
        for (const result of type.results) this.type(result);
        return;
      case "dialect":
        type.definition.print(type.parameters, this);
        return;
      default:
    }
  }

  attribute(attribute: Attribute): void {
    if (attribute.kind === "location") {
      this.location(attribute.location, this.#deferrable);
      return;
    }
    const known = this.#attributes.get(attribute);
    if (known !== undefined) {
      this.#seen(known, this.#deferrable);
      return;
    }
    const entry = this.#add(undefined, attribute, undefined, aliasName(attribute), this.#deferrable);
    this.#attributes.set(attribute, entry);
    this.#visitParts(entry, () => {
      this.#attributeParts(attribute);
    });
  }

  #attributeParts(attribute: Attribute): void {
    switch (attribute.kind) {
      case "string":
      case "opaque":
        if (attribute.type !== undefined) this.type(attribute.type);
        return;
      case "type":
      case "dense":
      case "dense_string":
      case "sparse":
      case "dense_resource":
        this.type(attribute.type);
        return;
      case "array":
        if (attribute.packed !== undefined) return;
        if (attribute.list !== undefined) {
          attribute.list.visitParts(this);
          return;
        }
        for (const element of attribute.elements) this.attribute(element);
        return;
      case "dictionary":
        if (attribute.list !== undefined) {
          attribute.list.visitParts(this);
          return;
        }
        for (const [, value] of attribute.entries) this.attribute(value);
        return;
      case "distinct":
        this.attribute(attribute.referenced);
        return;
      case "dialect":
        attribute.definition.print(attribute.parameters, this);
        return;
      default:
    }
  }

  location(location: Location, deferrable: boolean): void {
    const known = this.locationEntry(location);
    if (known !== undefined) {
      this.#locations.set(location, known);
      this.#seen(known, deferrable);
      return;
    }
    const entry = this.#add(undefined, undefined, location, "loc", deferrable);
    this.#locations.set(location, entry);
    if (isPosition(location)) {
      let ofFile = this.#positions.get(location.file);
      if (ofFile === undefined) this.#positions.set(location.file, (ofFile = new Map<number, AliasEntry>()));
      ofFile.set(positionKey(location), entry);
      this.#isPart(entry);
      return;
    }
    this.#otherLocations.set(locationKey(location), entry);
    this.#visitParts(entry, () => {
      this.#locationParts(location, deferrable);
    });
  }

  #equalLocation(location: Location): AliasEntry | undefined {
    if (isPosition(location)) return this.#positions.get(location.file)?.get(positionKey(location));
    return this.#otherLocations.get(locationKey(location));
  }

  #locationParts(location: Location, deferrable: boolean): void {
    switch (location.kind) {
      case "name":
        if (location.inner !== undefined) this.location(location.inner, deferrable);
        return;
      case "callsite":
        this.location(location.callee, deferrable);
        this.location(location.caller, deferrable);
        return;
      case "fused":
        if (location.metadata !== undefined) this.attribute(location.metadata);
        for (const part of location.locations) this.location(part, deferrable);
        return;
      default:
    }
  }

  // --- ops --------------------------------------------------------------------------------------------------------

  op(op: Operation): void {
    if (this.#options.debugInfo) this.location(op.location, true);
    const { print } = op.definition;
    if (print === undefined || this.#options.generic) this.#generic(op);
    else print(op, this);
  }

  #generic(op: Operation): void {
    for (const region of op.regions) this.region(region);
    for (let i = 0; i < op.operandCount; i++) this.type(op.operand(i).type);
    for (let i = 0; i < op.resultCount; i++) this.type(op.result(i).type);
    // The properties of an unregistered op print in place: MLIR does not look at them here.
    const entries = op.definition.registered ? op.allAttributes : [...op.discardable];
    if (entries.length > 1) entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [, attribute] of entries) this.attribute(attribute);
  }

  region(region: Region, options: RegionPrintOptions = {}): void {
    if (this.#options.skipRegions) return;
    const { entryArguments = true, terminators = true } = options;
    region.blocks.forEach((block, index) => {
      this.#block(block, index > 0 || entryArguments, terminators);
    });
  }

  #block(block: Block, label: boolean, terminators: RegionPrintOptions["terminators"]): void {
    if (label) for (const argument of block.arguments) this.argument(argument);
    const hidden = terminators === false || (terminators === "unless-bare" && isBareTerminator(block.lastOp));
    const last = hidden ? block.lastOp : null;
    for (let op = block.firstOp; op !== null && op !== last; op = op.next) this.op(op);
  }

  argument(argument: Value, options: ArgumentPrintOptions = {}): void {
    if (options.type !== false) this.type(argument.type);
    // Its attributes print in place, or by an alias that something else has: MLIR does not look at them here.
    if (this.#options.debugInfo) this.location(argument.argumentLocation ?? unknownLocation, false);
  }

  functionalType(operands: readonly Type[], results: readonly Type[]): void {
    for (const type of operands) this.type(type);
    for (const type of results) this.type(type);
  }

  types(types: Iterable<Type>): void {
    for (const type of types) this.type(type);
  }

  list<T>(items: Iterable<T>, item: (element: T) => void): void {
    for (const element of items) item(element);
  }

  attrDict(op: Operation, options: { elide?: readonly string[]; properties?: boolean } = {}): void {
    const elided = options.elide ?? [];
    const entries: (readonly [string, Attribute])[] = [];
    if (options.properties !== false) {
      op.definition.properties.forEach(({ name, defaultValue }, slot) => {
        const attribute = op.properties[slot];
        if (attribute === undefined || elided.includes(name) || attribute === defaultValue?.(op.context)) return;
        entries.push([name, attribute]);
      });
    }
    for (const entry of op.discardable) if (!elided.includes(entry[0])) entries.push(entry);
    if (entries.length > 1) entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [, attribute] of entries) this.attribute(attribute);
  }

  // --- what has no aliases ----------------------------------------------------------------------------------------

  text(): void {
    return;
  }
  symbol(): void {
    return;
  }
  string(): void {
    return;
  }
  value(): void {
    return;
  }
  values(): void {
    return;
  }
  block(): void {
    return;
  }
  newline(): void {
    return;
  }
  indent(): void {
    return;
  }
  unindent(): void {
    return;
  }
}

/** Shared by all entries without parts. */
const noParts: AliasEntry[] = [];

/** A place in a file that a number says. */
const isPosition = (location: Location): location is FileLocation =>
  location.kind === "file" && location.endLine === undefined && location.column < COLUMNS;
const COLUMNS = 2 ** 20;
const positionKey = ({ line, column }: FileLocation): number => line * COLUMNS + column;

function aliasName(attribute: Attribute): string | undefined {
  switch (attribute.kind) {
    case "affine_map":
      return "map";
    case "affine_set":
      return "set";
    case "distinct":
      return attribute.referenced.kind === "unit" ? undefined : "distinct";
    default:
      return undefined;
  }
}

/** The definition of what stands before the ops has its parts before it. */
function markNonDeferrable(entry: AliasEntry): void {
  if (!entry.deferrable) return;
  entry.deferrable = false;
  entry.parts.forEach(markNonDeferrable);
}
