// Makes operations tell the match probe what is read of them: their names, attributes and operands. The members that tell take the place of Operation's
// own in processes that search for left sides, and only there: asking for a probe at every read made reading a module 5 % slower.
import { Operation } from "../../core/operation.ts";

let hears = false;

/** From now on, for good. */
export function hearReads(): void {
  if (hears) return;
  hears = true;
  const members = Object.getOwnPropertyDescriptors(Operation.prototype);
  const { get: nameOf } = members.name;
  const { value: attributeOf } = members.attribute;
  const { value: operandOf } = members.operand;
  if (nameOf === undefined || attributeOf === undefined || operandOf === undefined)
    throw new Error("Operation has no such members");
  Object.defineProperties(Operation.prototype, {
    name: {
      get(this: Operation): string {
        this.context.matchProbe?.name(this);
        return nameOf.call(this);
      },
    },
    attribute: {
      value(this: Operation, name: string) {
        this.context.matchProbe?.attribute(this, name);
        return attributeOf.call(this, name);
      },
    },
    operand: {
      value(this: Operation, index: number) {
        this.context.matchProbe?.operand(this);
        return operandOf.call(this, index);
      },
    },
  });
}
