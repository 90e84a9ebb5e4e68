// linalg.yield and linalg.index: what stands in the bodies of structured ops.
import { AnyType, Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { I64Property } from "../../ir/define/properties.ts";
import { onValues, terminator } from "../../ir/interpret/meaning.ts";
import { LinalgOpInterface } from "./linalg-op.ts";
import { indexExample, mapExample } from "./examples.ts";

export const YieldOp = defineOp({
  name: "linalg.yield",
  summary: "Ends a body with the new elements of the inits.",
  example: mapExample,
  operands: { values: variadic(AnyType) },
  traits: ["Pure", "ReturnLike", "Terminator"],
  assemblyFormat: {
    print: (op, p) => {
      if (op.operandCount > 0) p.text(" ");
      p.values(op.operands);
      p.attrDict(op);
      p.types(op.operands.map((v) => v.type));
    },
    parse: (p) => {
      const operands = p.operandList();
      const attributes = p.optionalAttrDict();
      if (operands.length === 0) return { attributes };
      const at = p.position();
      p.expect(":");
      return { operands: p.resolveAll(operands, p.typeList(), at), attributes };
    },
  },
  verify: ({ op }) => {
    const parent = op.parentOp;
    if (
      parent === null ||
      (parent.definition.registered && LinalgOpInterface.of(parent) === undefined && !parent.name.startsWith("linalg."))
    ) {
      return "expected parent op with LinalgOp interface";
    }
    return undefined;
  },
  meaning: terminator,
});

export const IndexOp = defineOp({
  name: "linalg.index",
  summary: "The index of a loop of the enclosing structured op.",
  example: indexExample,
  properties: { dim: I64Property },
  results: { result: Index },
  traits: ["Pure"],
  assemblyFormat: "$dim attr-dict `:` type($result)",
  verify: ({ op, dim }) => {
    const parent = op.parentOp;
    const facts = parent === null ? undefined : LinalgOpInterface.of(parent)?.(parent);
    if (facts === undefined) return "expected parent op with LinalgOp interface";
    if (dim >= 0 && dim < facts.iterators.length) return undefined;
    return `expected dim (${dim}) to be lower than the number of loops (${facts.iterators.length}) of the enclosing LinalgOp`;
  },
  meaning: onValues((op) => {
    const attribute = op.attribute("dim");
    const dim = attribute?.kind === "integer" ? Number(attribute.value) : 0;
    return (_, run) => [run.loopIndices[dim] ?? run.undefinedBehavior(`loop ${dim} of no structured op`)];
  }),
});
