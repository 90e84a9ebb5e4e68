// The locals of a function: numbered after its parameters, taken when a value needs one and reused after its last use.
import type { Type } from "../../../ir/core/types.ts";

export class LocalAllocation {
  readonly #parameters: number;
  readonly #types: Type[] = [];
  readonly #free = new Map<Type, number[]>();

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  /** The types of the locals after the parameters. */
  get types(): readonly Type[] {
    return this.#types;
  }

  take(type: Type): number {
    const reused = this.#free.get(type)?.pop();
    if (reused !== undefined) return reused;
    this.#types.push(type);
    return this.#parameters + this.#types.length - 1;
  }

  release(local: number): void {
    const type = this.#types[local - this.#parameters];
    if (type === undefined) return;
    const free = this.#free.get(type);
    if (free === undefined) this.#free.set(type, [local]);
    else free.push(local);
  }
}
