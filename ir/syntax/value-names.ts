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

/** The names in use along a path of nested regions. */
interface UsedNames {
  readonly names: Set<string>;
  readonly outer: UsedNames | undefined;
}

interface PendingRegion {
  readonly region: Region;
  readonly counters: Counters;
  readonly used: UsedNames;
}

interface Counters {
  value: number;
  argument: number;
  conflict: number;
}

export class ValueNames {
  /** With `%`; of results only the first of each group. */
  readonly #names = new ValueTable<string>();
  readonly #blocks = new Map<Block, { readonly name: string; readonly order: number }>();
  /** Result numbers at which groups begin, for ops with several; 0 is left out. */
  readonly #groups = new Map<Operation, readonly number[]>();
  /** Numbers of ops without results, for comments that name them. */
  readonly #operations = new Map<Operation, number>();
  readonly #suggestions = new Map<OpDefinition, DialectDefinition["suggestResultName"]>();
  readonly #generic: boolean;
  readonly #options: NamingOptions;
  #counters: Counters = { value: 0, argument: 0, conflict: 0 };
  #used: UsedNames = { names: new Set(), outer: undefined };

  /** Names everything inside `root` and its results. In generic form names are numbers, unique in the whole text. */
  constructor(root: Operation, options: NamingOptions) {
    const { generic } = options;
    const unique = generic || options.uniqueIds;
    this.#generic = generic;
    this.#options = options;
    const pending: PendingRegion[] = [];
    this.#push(root, pending);
    this.#nameOp(root);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (!unique) this.#counters = { ...next.counters };
      this.#used = { names: new Set(), outer: next.used };
      this.#nameRegion(next.region);
      for (const block of next.region.blocks) {
        for (let op = block.firstOp; op !== null; op = op.next) if (op.regions.length > 0) this.#push(op, pending);
      }
    }
  }

  #push(op: Operation, pending: PendingRegion[]): void {
    for (const region of op.regions) pending.push({ region, counters: { ...this.#counters }, used: this.#used });
  }

  /** `%0`, `%0#1`, or MLIR's text for a value that is not inside the printed op. */
  text(value: Value): string {
    const op = value.definingOp;
    if (op === null || op.resultCount === 1) return this.#names.get(value) ?? "<<UNKNOWN SSA VALUE>>";
    return this.#ofSeveral(value, op);
  }

  #ofSeveral(value: Value, op: Operation): string {
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
    if (first === undefined) return "<<UNKNOWN SSA VALUE>>";
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
    return this.#blocks.get(block)?.name ?? "INVALIDBLOCK";
  }

  /** Position of a block within its region. */
  blockOrder(block: Block): number {
    return this.#blocks.get(block)?.order ?? -1;
  }

  #nameRegion(region: Region): void {
    const owner = region.parentOp;
    const suggest = this.#generic || owner === null ? undefined : BlockArgumentNames.of(owner);
    region.blocks.forEach((block, order) => {
      this.#blocks.set(block, { name: `^bb${order}`, order });
      const names = owner === null ? undefined : suggest?.(owner, block);
      block.arguments.forEach((argument, i) => {
        // The arguments of an entry block are counted whether the number shows or not.
        const suggested = names?.[i] ?? (order === 0 ? `arg${this.#counters.argument++}` : undefined);
        const prefix = this.#options.nameLocations ? this.#locationName(argument.argumentLocation) : undefined;
        const name = prefix ?? suggested;
        if (name !== undefined) this.#setName(argument, name);
        else this.#setNumber(argument);
      });
      for (let op = block.firstOp; op !== null; op = op.next) this.#nameOp(op);
    });
  }

  #nameOp(op: Operation): void {
    const count = op.resultCount;
    if (count === 0) {
      if (this.#options.operationIds) this.#operations.set(op, this.#counters.value++);
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
    this.#names.set(value, `%${this.#counters.value++}`);
  }

  #unique(name: string): string {
    let unique = name;
    while (this.#isUsed(unique)) unique = `${name}_${this.#counters.conflict++}`;
    this.#used.names.add(unique);
    return unique;
  }

  #isUsed(name: string): boolean {
    for (let used: UsedNames | undefined = this.#used; used !== undefined; used = used.outer)
      if (used.names.has(name)) return true;
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
