// Value names of one isolated region: what is defined, what was used before its definition.
import type { Value } from "../core/value.ts";
import type { TextPosition } from "./parser-interface.ts";

export interface ForwardReference {
  /** Number in the `NameTable`. */
  readonly key: number;
  readonly position: TextPosition;
}

export class NameScope {
  /** The scope around the isolated region, unless no name is defined there. */
  readonly outer: NameScope | undefined;
  /** By number in the `NameTable`. Placeholders of forward references are in here too. */
  readonly values = new Map<number, Value>();
  readonly forward = new Map<Value, ForwardReference>();
  /** Numbers in the order of definition; a region that ends forgets those that it defined. */
  readonly defined: number[] = [];
  /** An op in this scope could not be read: names may be missing through no fault of their users. */
  incomplete = false;

  constructor(outer?: NameScope) {
    this.outer = outer === undefined || outer.values.size > 0 ? outer : outer.outer;
  }

  /** Forgets what was defined since the list had `length` entries. */
  forgetDefinitions(length: number): void {
    while (this.defined.length > length) {
      const key = this.defined.pop();
      if (key !== undefined) this.values.delete(key);
    }
  }
}
