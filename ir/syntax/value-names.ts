// Names of values and blocks in printed text, in MLIR's order: a region's values are numbered before those of the regions inside it.
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { BlockArgumentNames } from "../define/op-interfaces.ts";

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
  /** Without `%`; of results only the first of each group. */
  readonly #names = new Map<Value, string>();
  readonly #blocks = new Map<Block, { readonly name: string; readonly order: number }>();
  /** Result numbers at which groups begin, for ops with several; 0 is left out. */
  readonly #groups = new Map<Operation, readonly number[]>();
  readonly #generic: boolean;
  #counters: Counters = { value: 0, argument: 0, conflict: 0 };
  #used: UsedNames = { names: new Set(), outer: undefined };

  /** Names everything inside `root` and its results. In generic form names are numbers, unique in the whole text. */
  constructor(root: Operation, generic: boolean) {
    this.#generic = generic;
    const pending: PendingRegion[] = [];
    this.#nameOp(root);
    this.#push(root, pending);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (!generic) this.#counters = { ...next.counters };
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
    const name = this.#names.get(value);
    const op = value.definingOp;
    if (op === null || op.resultCount === 1) return name === undefined ? "<<UNKNOWN SSA VALUE>>" : `%${name}`;
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
    return end - start === 1 ? `%${first}` : `%${first}#${value.index - start}`;
  }

  /** `%0 = `, `%a, %b:2 = `, or nothing. */
  resultList(op: Operation): string {
    if (op.resultCount === 0) return "";
    const starts = [0, ...(this.#groups.get(op) ?? [])];
    const parts = starts.map((start, i) => {
      const count = (starts[i + 1] ?? op.resultCount) - start;
      return `%${this.#names.get(op.result(start)) ?? "?"}${count > 1 ? `:${count}` : ""}`;
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
        const name = names?.[i];
        if (name !== undefined) this.#setName(argument, name);
        else if (order === 0) this.#setName(argument, `arg${this.#counters.argument++}`);
        else this.#names.set(argument, String(this.#counters.value++));
      });
      for (let op = block.firstOp; op !== null; op = op.next) this.#nameOp(op);
    });
  }

  #nameOp(op: Operation): void {
    const count = op.resultCount;
    if (count === 0) return;
    if (!this.#generic) {
      const suggested = op.context.dialects.get(op.definition.dialect)?.suggestResultName?.(op) ?? [];
      const groups: number[] = [];
      (typeof suggested === "string" ? [suggested] : suggested).forEach((name, i) => {
        if (i >= count) return;
        this.#setName(op.result(i), name);
        if (i > 0) groups.push(i);
      });
      if (groups.length > 0) this.#groups.set(op, groups);
    }
    const first = op.result(0);
    if (!this.#names.has(first)) this.#names.set(first, String(this.#counters.value++));
  }

  #setName(value: Value, name: string): void {
    this.#names.set(value, this.#unique(sanitized(name)));
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

/** What a name after `%` may consist of; a leading digit gets an underscore. */
function sanitized(name: string): string {
  if (/^[A-Za-z_$.-][\w$.-]*$/.test(name)) return name;
  const legal = name.replace(/[^\w$.-]/g, (c) => (c === " " ? "_" : c.charCodeAt(0).toString(16).toUpperCase()));
  return /^[0-9]/.test(legal) ? `_${legal}` : legal;
}
