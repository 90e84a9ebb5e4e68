// A table keyed by values that costs an array access a look-up: each value remembers its place in the table that took it last.
import type { Value } from "./value.ts";

/** The table that wrote the place of a value last: what another does not find may have lost its place to this one. */
let lastWriter: object | undefined;

export class ValueTable<T> {
  /** Those behind `#size` are forgotten. */
  readonly #values: Value[] = [];
  readonly #data: T[] = [];
  #size = 0;
  /** Made when another table has taken values since. */
  #displaced: Map<Value, T> | undefined;

  get(value: Value): T | undefined {
    const place = value.tablePlace;
    if (place < this.#size && this.#values[place] === value) return this.#data[place];
    return lastWriter === this ? undefined : this.#search(value);
  }

  set(value: Value, data: T): void {
    let place = value.tablePlace;
    if (place >= this.#size || this.#values[place] !== value) {
      lastWriter = this;
      place = value.tablePlace = this.#size++;
      this.#values[place] = value;
    }
    this.#data[place] = data;
    this.#displaced?.set(value, data);
  }

  /** How many values were set, one that lost its place in between counted twice. */
  get size(): number {
    return this.#size;
  }

  /** Forgets what was set since the table had this size. */
  truncate(size: number): void {
    this.#size = size;
    this.#displaced = undefined;
  }

  #search(value: Value): T | undefined {
    if (this.#displaced === undefined) {
      this.#displaced = new Map();
      // A value that lost its place and was set again is there twice; the later entry counts.
      for (let i = 0; i < this.#size; i++) this.#displaced.set(this.#values[i]!, this.#data[i]!);
    }
    return this.#displaced.get(value);
  }
}
