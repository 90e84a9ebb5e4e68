// Names of values and blocks in printed text, in MLIR's order: a region's values are numbered before those of the regions inside it.
import type { Block, Region } from "../core/block.ts";
import { locationName, type Location } from "../core/location.ts";
import type { DialectDefinition, OpDefinition } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { ValueTable } from "../core/value-table.ts";
import { BlockArgumentNames } from "../define/op-interfaces.ts";
import { encodeUtf8 } from "./string-escapes.ts";

export interface NamingOptions {
  readonly generic: boolean;
  /** Numbers are unique in the whole text; in generic form they always are. */
  readonly uniqueIds: boolean;
  /** Values have the names of their locations. */
  readonly nameLocations: boolean;
  /** Ops without results have numbers too. */
  readonly operationIds: boolean;
}

/** Numbers that come next. */
interface Counters {
  value: number;
  argument: number;
  conflict: number;
}

/** What holds where the values of a region are named. */
interface Frame {
  readonly counters: Counters;
  /** The names in use here, besides those around. */
  names: Set<string> | undefined;
  readonly outer: Frame | undefined;
}

/** An op whose regions have names. */
interface OpenOp {
  readonly op: Operation;
  /** One for each region. */
  readonly frames: readonly Frame[];
  /** How many values had names before. */
  readonly named: number;
}

/**
 * What is in the regions of an op is named when the printer comes to the op, and forgotten behind it; where names may be asked for
 * from elsewhere, or numbers are unique in the whole text, all is named at the beginning.
 */
export class ValueNames {
  /** With `%`; of results only the first of each group. */
  readonly #names = new ValueTable<string>();
  /** The names that are numbers. */
  readonly #numbers: string[] = [];
  /** The places of blocks in regions that have several. */
  readonly #blockOrders = new Map<Block, number>();
  /** Result numbers at which groups begin, for ops with several; 0 is left out. */
  readonly #groups = new Map<Operation, readonly number[]>();
  /** Numbers of ops without results, for comments that name them. */
  readonly #operations = new Map<Operation, number>();
  readonly #suggestions = new Map<OpDefinition, DialectDefinition["suggestResultName"]>();
  readonly #generic: boolean;
  readonly #root: Operation;
  readonly #options: NamingOptions;
  /** Everything is named. */
  readonly #isComplete: boolean;
  /** That of the region that is being named. */
  #frame: Frame = { counters: { value: 0, argument: 0, conflict: 0 }, names: undefined, outer: undefined };
  readonly #outermost = this.#frame;
  /** The ops around what is printed. */
  readonly #open: OpenOp[] = [];
  /** Names of what an op uses although it is not in scope there. */
  #everything: ValueNames | undefined;

  /** For text of what is inside `root`, whose results are named. In generic form names are numbers, unique in the whole text. */
  constructor(root: Operation, options: NamingOptions, complete = false) {
    const { generic, uniqueIds, operationIds } = options;
    this.#generic = generic;
    this.#root = root;
    this.#options = options;
    this.#isComplete = complete || generic || uniqueIds || operationIds;
    const { counters } = this.#frame;
    this.#nameOp(root);
    // The results of the root count for nothing inside it.
    if (!generic && !uniqueIds) Object.assign(counters, { value: 0, argument: 0, conflict: 0 });
    if (this.#isComplete) this.#nameAll(root, generic || uniqueIds);
  }

  /** The later regions of a block come before the earlier ones: that shows where numbers are unique in the whole text. */
  #nameAll(root: Operation, unique: boolean): void {
    const pending: { readonly region: Region; readonly outer: Frame }[] = [];
    const push = (op: Operation): void => {
      for (const region of op.regions) pending.push({ region, outer: this.#frame });
    };
    push(root);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { region, outer } = next;
      this.#nameRegion(region, outer, unique);
      for (const block of region.blocks) {
        for (let op = block.firstOp; op !== null; op = op.next) if (op.regions.length > 0) push(op);
      }
    }
  }

  /** The printer comes to an op with regions. */
  enter(op: Operation): void {
    if (this.#isComplete) return;
    const outer = this.#frameAround(op);
    const named = this.#names.size;
    const frames: Frame[] = [];
    for (const region of op.regions) frames.push(this.#nameRegion(region, outer, false));
    this.#open.push({ op, frames, named });
  }

  #frameAround(op: Operation): Frame {
    const around = this.#open.at(-1);
    const region = op.parentRegion;
    const frame =
      around === undefined || region === null ? undefined : around.frames[around.op.regions.indexOf(region)];
    return frame ?? this.#outermost;
  }

  /** The printer begins inside the regions around an op. */
  enterAround(op: Operation): void {
    const around: Operation[] = [];
    for (let at = op; at !== this.#root && at.parentOp !== null; at = at.parentOp) around.push(at.parentOp);
    for (const outer of around.reverse()) this.enter(outer);
  }

  /** The printer leaves the op that it entered last. */
  leave(): void {
    const left = this.#open.pop();
    if (left !== undefined) this.#names.truncate(left.named);
  }

  /** The names of all values: for IR that is not valid. */
  get #complete(): ValueNames {
    if (this.#isComplete) return this;
    return (this.#everything ??= new ValueNames(this.#root, this.#options, true));
  }

  /** `%0`, `%0#1`, or MLIR's text for a value that is not inside the printed op. */
  text(value: Value): string {
    const op = value.definingOp;
    const text = op === null || op.resultCount === 1 ? this.#names.get(value) : this.#ofSeveral(value, op);
    if (text !== undefined) return text;
    return this.#isComplete ? "<<UNKNOWN SSA VALUE>>" : this.#complete.text(value);
  }

  #ofSeveral(value: Value, op: Operation): string | undefined {
    const groups = this.#groups.get(op);
    let start = 0;
    let end = op.resultCount;
    for (const group of groups ?? []) {
      if (group <= value.index) start = group;
      else {
        end = group;
        break;
      }
    }
    const first = this.#names.get(op.result(start));
    if (first === undefined) return undefined;
    return end - start === 1 ? first : `${first}#${value.index - start}`;
  }

  /** The number of an op without results. */
  operation(op: Operation): string {
    const number = this.#operations.get(op);
    return number === undefined ? "<<INVALID OPERATION>>" : `%${number}`;
  }

  /** `%0 = `, `%a, %b:2 = `, or nothing. */
  resultList(op: Operation): string {
    if (op.resultCount === 0) return "";
    if (op.resultCount === 1) return `${this.#names.get(op.result()) ?? "%?"} = `;
    const starts = [0, ...(this.#groups.get(op) ?? [])];
    const parts = starts.map((start, i) => {
      const count = (starts[i + 1] ?? op.resultCount) - start;
      return `${this.#names.get(op.result(start)) ?? "%?"}${count > 1 ? `:${count}` : ""}`;
    });
    return `${parts.join(", ")} = `;
  }

  block(block: Block): string {
    const order = this.blockOrder(block);
    return order < 0 ? "INVALIDBLOCK" : `^bb${order}`;
  }

  /** Position of a block within its region. */
  blockOrder(block: Block): number {
    const order = block.parentRegion?.blocks.length === 1 ? 0 : this.#blockOrders.get(block);
    if (order !== undefined) return order;
    return this.#isComplete ? -1 : this.#complete.blockOrder(block);
  }

  #nameRegion(region: Region, outer: Frame, unique: boolean): Frame {
    const frame: Frame = { counters: unique ? outer.counters : { ...outer.counters }, names: undefined, outer };
    this.#frame = frame;
    const owner = region.parentOp;
    const suggest = this.#generic || owner === null ? undefined : BlockArgumentNames.of(owner);
    const { blocks } = region;
    for (let order = 0; order < blocks.length; order++) {
      const block = blocks[order]!;
      if (blocks.length > 1) this.#blockOrders.set(block, order);
      const names = owner === null ? undefined : suggest?.(owner, block);
      for (let i = 0; i < block.arguments.length; i++) this.#nameArgument(block.arguments[i]!, names?.[i], order === 0);
      for (let op = block.firstOp; op !== null; op = op.next) this.#nameOp(op);
    }
    return frame;
  }

  #nameArgument(argument: Value, suggested: string | undefined, isOfEntry: boolean): void {
    // The arguments of an entry block are counted whether the number shows or not.
    const name = suggested ?? (isOfEntry ? `arg${this.#frame.counters.argument++}` : undefined);
    const prefix = this.#options.nameLocations ? this.#locationName(argument.argumentLocation) : undefined;
    if (prefix !== undefined || name !== undefined) this.#setName(argument, prefix ?? name ?? "");
    else this.#setNumber(argument);
  }

  #nameOp(op: Operation): void {
    const count = op.resultCount;
    if (count === 0) {
      if (this.#options.operationIds) this.#operations.set(op, this.#frame.counters.value++);
      return;
    }
    const prefix = this.#options.nameLocations ? this.#locationName(op.location) : undefined;
    const suggested = this.#suggestedName(op);
    if (typeof suggested === "string") this.#setName(op.result(), prefix ?? suggested);
    else if (suggested !== undefined && suggested.length > 0) this.#nameGroups(op, suggested, prefix);
    else if (prefix !== undefined) this.#setName(op.result(), prefix);
    else this.#setNumber(op.result());
  }

  #suggestedName(op: Operation): string | readonly string[] | undefined {
    if (this.#generic) return undefined;
    const { definition } = op;
    let suggest = this.#suggestions.get(definition);
    if (suggest === undefined) {
      suggest = op.context.dialects.get(definition.dialect)?.suggestResultName ?? noSuggestion;
      this.#suggestions.set(definition, suggest);
    }
    return suggest(op);
  }

  /** A group begins at each result that has a name. */
  #nameGroups(op: Operation, names: readonly (string | undefined)[], prefix: string | undefined): void {
    const groups: number[] = [];
    for (let i = 0; i < names.length && i < op.resultCount; i++) {
      const name = names[i];
      if (name === undefined) continue;
      this.#setName(op.result(i), prefix ?? name);
      if (i > 0) groups.push(i);
    }
    if (groups.length > 0) this.#groups.set(op, groups);
    if (names[0] === undefined) this.#setName(op.result(0), prefix ?? "");
  }

  /** The name that a location gives a value, where locations do. */
  #locationName(location: Location | null): string | undefined {
    return this.#options.nameLocations && location !== null ? locationName(location) : undefined;
  }

  #setName(value: Value, name: string): void {
    if (name === "") this.#setNumber(value);
    else this.#names.set(value, `%${this.#unique(sanitized(name))}`);
  }

  #setNumber(value: Value): void {
    const number = this.#frame.counters.value++;
    this.#names.set(value, (this.#numbers[number] ??= `%${number}`));
  }

  #unique(name: string): string {
    let unique = name;
    while (this.#isUsed(unique)) unique = `${name}_${this.#frame.counters.conflict++}`;
    (this.#frame.names ??= new Set()).add(unique);
    return unique;
  }

  #isUsed(name: string): boolean {
    for (let frame: Frame | undefined = this.#frame; frame !== undefined; frame = frame.outer)
      if (frame.names?.has(name) === true) return true;
    return false;
  }
}

const noSuggestion = (): undefined => undefined;

/** What a name after `%` may consist of; what cannot begin one gets an underscore before it. */
function sanitized(name: string): string {
  if (/^[A-Za-z_$.-][\w$.-]*$/.test(name)) return name;
  const legal = name.replace(/[^\w$.-]/gu, (c) => (c === " " ? "_" : hexBytes(c)));
  return /^[A-Za-z_$. -]/.test(name) ? legal : `_${legal}`;
}

/** The bytes of a character that no name has. */
const hexBytes = (character: string): string =>
  encodeUtf8(character.codePointAt(0) ?? 0)
    .map((byte) => byte.toString(16).toUpperCase())
    .join("");
