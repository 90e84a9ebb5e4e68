// Whether what anchors an optional group is there: a non-empty operand or region, a property other than its default.
import type { Operation } from "../../core/operation.ts";
import { operandReader, regionReader, successorReader, valueReader } from "./element-access.ts";
import type { ArgumentElement, FormatElement, TypeSource } from "./format-elements.ts";
import type { FormatSubject } from "./subject.ts";

type Presence = (op: Operation) => boolean;

/** The test for an element's presence, or undefined for an element that is always there or says nothing. */
export function presenceOf(element: FormatElement | ArgumentElement, subject: FormatSubject): Presence | undefined {
  switch (element.kind) {
    case "operand": {
      if (subject.operands[element.index]?.arity === "one") return undefined;
      const values = operandReader(subject, element.index);
      return (op) => values(op).length > 0;
    }
    case "result":
    case "type": {
      const source: TypeSource = element.kind === "type" ? element.of : { kind: "result", index: element.index };
      const list =
        source.kind === "operand" ? subject.operands : source.kind === "result" ? subject.results : undefined;
      if (list !== undefined && "index" in source && list[source.index]?.arity === "one") return undefined;
      const values = valueReader(subject, source);
      return (op) => values(op).length > 0;
    }
    case "functional-type": {
      const inputs = valueReader(subject, element.inputs);
      const results = valueReader(subject, element.results);
      return (op) => inputs(op).length > 0 || results(op).length > 0;
    }
    case "property": {
      const property = subject.properties[element.index];
      if (property === undefined || (!property.optional && property.defaultValue === undefined)) return undefined;
      return (op) => {
        const attribute = op.properties[element.index];
        return attribute !== undefined && attribute !== property.defaultValue?.(op.context);
      };
    }
    case "region": {
      const regions = regionReader(subject, element.index);
      if (subject.regions[element.index]?.arity === "variadic") return (op) => regions(op).length > 0;
      return (op) => regions(op).some((region) => !region.isEmpty);
    }
    case "successor": {
      if (subject.successors[element.index]?.arity === "one") return undefined;
      const successors = successorReader(subject, element.index);
      return (op) => successors(op).length > 0;
    }
    case "custom":
      return anyPresent(element.arguments, subject);
    default:
      return undefined;
  }
}

/** Whether any of the elements that can be absent is there. */
export function anyPresent(
  elements: readonly (FormatElement | ArgumentElement)[],
  subject: FormatSubject,
): Presence | undefined {
  const tests = elements.flatMap((element) => presenceOf(element, subject) ?? []);
  return tests.length < 2 ? tests[0] : (op) => tests.some((test) => test(op));
}
