// The ops, types or attributes of a context by qualified name. A name of a dialect that is not loaded yet loads it.

export class DefinitionTable<D extends { readonly name: string }> {
  readonly #loaded = new Map<string, D>();
  /** Loads a dialect, or all; whether there was one to load. */
  readonly #load: (dialect: string | undefined) => boolean;

  constructor(load: (dialect: string | undefined) => boolean) {
    this.#load = load;
  }

  define(definition: D): void {
    this.#loaded.set(definition.name, definition);
  }

  get(name: string): D | undefined {
    const definition = this.#loaded.get(name);
    if (definition !== undefined) return definition;
    const dot = name.indexOf(".");
    return dot > 0 && this.#load(name.slice(0, dot)) ? this.#loaded.get(name) : undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** All names, those of dialects that are not loaded yet included. */
  keys(): MapIterator<string> {
    this.#load(undefined);
    return this.#loaded.keys();
  }

  values(): MapIterator<D> {
    this.#load(undefined);
    return this.#loaded.values();
  }
}
