// Types in short: one type where operands and results all have it, else `(operands) -> result`.
import type { FunctionType, Type } from "../../../ir/core/types.ts";
import type { CustomDirective } from "../../../ir/define/assembly-format/custom-directive.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";

/** Either a single type or a function type. */
function parseTypeOrFunction(p: OpParser): Type {
  return p.peek("(") ? p.functionType() : p.type();
}

function functionTypeOf(p: OpParser, type: FunctionType, operands: number): FunctionType {
  if (type.inputs.length !== operands || type.results.length !== 1)
    p.error(`expected a function type of ${operands} operand(s) and one result`);
  return type;
}

/** `custom<SameOperandsAndResultType>(type($lhs), type($rhs), type($result))`. */
export const sameOperandsAndResultType: CustomDirective = {
  print: (args, op, p) => {
    const types = [...op.operands, ...op.results].map((value) => value.type);
    const [first] = types;
    if (first !== undefined && types.every((type) => type === first)) p.type(first);
    else
      p.functionalType(
        op.operands.map((value) => value.type),
        op.results.map((value) => value.type),
      );
  },
  parse: (p, state, args) => {
    const type = parseTypeOrFunction(p);
    const operands = args.count - 1;
    const given = type.kind === "function" ? functionTypeOf(p, type, operands) : undefined;
    for (let i = 0; i < operands; i++) state.setTypes(args.name(i), [given?.inputs[i] ?? type]);
    state.setTypes(args.name(operands), [given?.results[0] ?? type]);
  },
};

/** `custom<SelectOpType>(...)`: the predicate's type and the others', or a function type. */
export const selectType: CustomDirective = {
  print: (_, op, p) => {
    const [pred, onTrue, onFalse] = op.operands.map((value) => value.type);
    const result = op.result().type;
    if (pred === undefined || onTrue === undefined) return;
    if (onTrue === onFalse && onTrue === result) {
      p.type(pred);
      p.text(", ");
      p.type(onTrue);
    } else
      p.functionalType(
        op.operands.map((value) => value.type),
        [result],
      );
  },
  parse: (p, state, args) => {
    const first = parseTypeOrFunction(p);
    let types: readonly Type[];
    if (first.kind === "function") types = [...functionTypeOf(p, first, 3).inputs, ...first.results];
    else {
      p.expect(",");
      const second = p.type();
      types = [first, second, second, second];
    }
    types.forEach((type, i) => {
      state.setTypes(args.name(i), [type]);
    });
  },
};

/** `custom<ComplexOpType>(...)`: the complex type alone says the types of its parts. */
export const complexOpType: CustomDirective = {
  print: (_, op, p) => {
    const result = op.result().type;
    const [re, im] = op.operands.map((value) => value.type);
    const part =
      result.kind === "tensor" && result.element.kind === "complex"
        ? tensorType(result.shape, result.element.element)
        : undefined;
    if (re === part && im === part) p.type(result);
    else
      p.functionalType(
        op.operands.map((value) => value.type),
        [result],
      );
  },
  parse: (p, state, args) => {
    const at = p.position();
    const type = parseTypeOrFunction(p);
    let types: readonly Type[];
    if (type.kind === "function") types = [...functionTypeOf(p, type, 2).inputs, ...type.results];
    else {
      if (type.kind !== "tensor" || type.element.kind !== "complex")
        return p.error("expected tensor with complex element type", at);
      const part = tensorType(type.shape, type.element.element);
      types = [part, part, type];
    }
    types.forEach((each, i) => {
      state.setTypes(args.name(i), [each]);
    });
  },
};

export const sameTypeDirectives = { SameOperandsAndResultType: sameOperandsAndResultType } as const;
