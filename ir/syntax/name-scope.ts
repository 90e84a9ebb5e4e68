// What names of values stand for in one isolated region: what is defined, what was used before its definition.
import type { Value } from "../core/value.ts";
import type { TextPosition } from "./parser-interface.ts";

export interface ForwardReference {
  /** Number in the `NameTable`. */
  readonly key: number;
  readonly position: TextPosition;
}

interface Binding {
  readonly scope: NameScope;
  readonly value: Value;
}

/** The innermost binding of each name, by number, over all scopes that are open: `scopes[name]` bound it to `values[name]`. */
interface InnermostBindings {
  readonly values: (Value | undefined)[];
  readonly scopes: (NameScope | undefined)[];
}

/** Names go by their numbers in the `NameTable`. */
export class NameScope {
  /** The scope around the isolated region. */
  readonly outer: NameScope | undefined;
  readonly #innermost: InnermostBindings;
  /** Bindings of scopes around that ones of this scope hide. */
  #hidden: Map<number, Binding> | undefined;
  /** The placeholders that stand for names which are not defined yet. */
  readonly forward = new Map<Value, ForwardReference>();
  /** In the order of definition; a region that ends forgets those that it defined. */
  readonly defined: number[] = [];
  /** An op in this scope could not be read: names may be missing through no fault of their users. */
  incomplete = false;

  constructor(outer?: NameScope) {
    this.outer = outer;
    this.#innermost = outer === undefined ? { values: [], scopes: [] } : outer.#innermost;
  }

  /** A definition, or a placeholder. */
  get(name: number): Value | undefined {
    const { scopes, values } = this.#innermost;
    return scopes[name] === this ? values[name] : undefined;
  }

  set(name: number, value: Value): void {
    const { scopes, values } = this.#innermost;
    const scope = scopes[name];
    if (scope !== this) {
      if (scope !== undefined) (this.#hidden ??= new Map()).set(name, { scope, value: values[name]! });
      scopes[name] = this;
    }
    values[name] = value;
  }

  #delete(name: number): void {
    const { scopes, values } = this.#innermost;
    const hidden = this.#hidden?.get(name);
    scopes[name] = hidden?.scope;
    values[name] = hidden?.value;
    if (hidden !== undefined) this.#hidden?.delete(name);
  }

  /** What a scope around defines under this name, placeholders apart. */
  definedAround(name: number): Value | undefined {
    const { scopes, values } = this.#innermost;
    const scope = scopes[name];
    if (scope === undefined || (scope === this && this.#hidden === undefined)) return undefined;
    let binding = scope === this ? this.#hidden?.get(name) : { scope, value: values[name]! };
    while (binding?.scope.forward.has(binding.value) === true) binding = binding.scope.#hidden?.get(name);
    return binding?.value;
  }

  /** The names that have a value here, or a placeholder. */
  names(): number[] {
    return [...this.defined, ...Array.from(this.forward.values(), ({ key }) => key)];
  }

  /** Forgets what was defined since the list had `length` entries. */
  forgetDefinitions(length: number): void {
    while (this.defined.length > length) {
      const name = this.defined.pop();
      if (name !== undefined) this.#delete(name);
    }
  }

  /** The region has ended: what the names stood for around it they stand for again. */
  end(): void {
    this.forgetDefinitions(0);
    for (const { key } of this.forward.values()) this.#delete(key);
  }
}
