// Deferred values: known by name, made when somebody first asks for them, so that a program starts without making them all.

/** Something with a name that is made on demand. */
export interface Deferred<T> {
  readonly name: string;
  readonly load: () => T;
}

export function deferred<T>(name: string, load: () => T): Deferred<T> {
  return { name, load };
}

/** A map in order of insertion. `has`, `keys` and `size` make nothing; `get` makes one value, iteration all. */
export class DeferredMap<T> {
  readonly #made = new Map<string, T>();
  /** What a key's value is made by; undefined once it is made. */
  readonly #loads = new Map<string, (() => T) | undefined>();

  get size(): number {
    return this.#loads.size;
  }

  set(name: string, value: T): this {
    this.#loads.set(name, undefined);
    this.#made.set(name, value);
    return this;
  }

  defer({ name, load }: Deferred<T>): this {
    this.#made.delete(name);
    this.#loads.set(name, load);
    return this;
  }

  has(name: string): boolean {
    return this.#loads.has(name);
  }

  get(name: string): T | undefined {
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    const load = this.#loads.get(name);
    if (load === undefined) return undefined;
    const value = load();
    this.set(name, value);
    return value;
  }

  /** The value, if it was made already. */
  peek(name: string): T | undefined {
    return this.#made.get(name);
  }

  keys(): MapIterator<string> {
    return this.#loads.keys();
  }

  *values(): Generator<T, void> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): Generator<[string, T], void> {
    for (const name of [...this.#loads.keys()]) {
      const value = this.get(name);
      if (value !== undefined) yield [name, value];
    }
  }

  [Symbol.iterator](): Generator<[string, T], void> {
    return this.entries();
  }
}
