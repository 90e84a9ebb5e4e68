// A computation that is over before anybody asks: what runs at once gives it where a computation is wanted.
import type { Suspension } from "./meaning.ts";

export class Finished<T> implements Generator<Suspension, T> {
  readonly done = true;
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }

  next(): IteratorResult<Suspension, T> {
    return this;
  }

  return(value: T): IteratorResult<Suspension, T> {
    return { done: true, value };
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    throw error;
  }

  [Symbol.iterator](): this {
    return this;
  }

  [Symbol.dispose](): void {
    // Holds nothing.
  }
}
