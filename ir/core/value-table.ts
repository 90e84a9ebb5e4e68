// A table keyed by values that costs an array access a look-up: each value remembers its place in the table that took it last.
import type { Value } from "./value.ts";

/** The table that wrote the place of a value last: what another does not find may have lost its place to this one. */
let lastWriter: object | undefined;

export class ValueTable<T> {
  readonly #values: Value[] = [];
  readonly #data: T[] = [];
  /** Made when another table has taken values since. */
  #displaced: Map<Value, T> | undefined;

  get(value: Value): T | undefined {
    const place = value.tablePlace;
    if (this.#values[place] === value) return this.#data[place];
    return lastWriter === this ? undefined : this.#search(value);
  }

  set(value: Value, data: T): void {
    if (this.#values[value.tablePlace] === value) {
      this.#data[value.tablePlace] = data;
      this.#displaced?.set(value, data);
      return;
    }
    lastWriter = this;
    value.tablePlace = this.#values.length;
    this.#values.push(value);
    this.#data.push(data);
    this.#displaced?.set(value, data);
  }

  #search(value: Value): T | undefined {
    if (this.#displaced === undefined) {
      this.#displaced = new Map();
      // A value that lost its place and was set again is there twice; the later entry counts.
      for (let i = 0; i < this.#values.length; i++) this.#displaced.set(this.#values[i]!, this.#data[i]!);
    }
    return this.#displaced.get(value);
  }
}
