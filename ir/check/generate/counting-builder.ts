// The builder of a generated program: it knows how many ops the program has.
import { OpBuilder } from "../../core/builder.ts";
import type { Operation } from "../../core/operation.ts";

export class CountingBuilder extends OpBuilder {
  /** Ops inserted, and those that are certain to follow: the ends of regions that are open and the ops that hold them. */
  made = 0;

  override insert(op: Operation): Operation {
    this.made++;
    return super.insert(op);
  }
}
