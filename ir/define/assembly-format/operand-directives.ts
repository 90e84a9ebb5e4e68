// Operands and types: `$operand`, `operands`, `type(...)` and `functional-type(...)`.
import type { Type } from "../../core/types.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import type { Directive, Scope } from "./directive.ts";
import { operandGroupReader } from "../../core/group-readers.ts";
import { firstReader, typesOf, valueReader } from "./element-access.ts";
import type { TypeSource } from "./format-elements.ts";
import type { FormatState } from "./parse-state.ts";

export function compileOperand(index: number, scope: Scope): Directive {
  const space = scope.spacing.element();
  const arity = scope.subject.operands[index]?.arity;
  const { all, first: firstValue } = operandGroupReader(scope.subject.operands, index);
  const parseIfPresent = (p: OpParser, state: FormatState): boolean => {
    const at = p.position();
    const first = arity === "optional" ? p.optionalOperand() : undefined;
    const operands = arity === "variadic" ? p.operandList() : first === undefined ? [] : [first];
    state.setOperandList(index, operands, at);
    return operands.length > 0;
  };
  return {
    print: (op, p) => {
      if (space) p.text(" ");
      const value = arity === "one" ? firstValue(op) : undefined;
      if (value === undefined) p.values(all(op));
      else p.value(value);
    },
    parse: (p, state) => {
      if (arity === "one") {
        const at = p.position();
        state.setOperandList(index, [p.operand()], at);
      } else parseIfPresent(p, state);
    },
    ...(arity === "one" ? {} : { parseIfPresent }),
  };
}

export function compileOperands(scope: Scope): Directive {
  const space = scope.spacing.element();
  return {
    print: (op, p) => {
      if (space) p.text(" ");
      p.values(op.operands);
    },
    parse: (p, state) => {
      state.allOperands = p.operandList();
    },
  };
}

/** Stores the types of a source; an element that occurs once has exactly one. */
function setTypes(state: FormatState, source: TypeSource, types: readonly Type[], scope: Scope): void {
  switch (source.kind) {
    case "operand":
      state.typeLists[source.index] = types;
      break;
    case "result":
      state.typeLists[scope.subject.operands.length + source.index] = types;
      break;
    case "operands":
      state.allOperandTypes = types;
      break;
    case "results":
      state.allResultTypes = types;
      break;
  }
}

const arityOf = (source: TypeSource, { subject }: Scope): "one" | "optional" | "variadic" =>
  source.kind === "operand" || source.kind === "result"
    ? ((source.kind === "operand" ? subject.operands : subject.results)[source.index]?.arity ?? "variadic")
    : "variadic";

export function compileType(source: TypeSource, scope: Scope): Directive {
  const space = scope.spacing.element();
  const values = valueReader(scope.subject, source);
  const arity = arityOf(source, scope);
  const first = arity === "one" ? firstReader(scope.subject, source) : undefined;
  return {
    print: (op, p) => {
      if (space) p.text(" ");
      const only = first?.(op);
      if (only !== undefined) {
        p.type(only.type);
        return;
      }
      const list = values(op);
      for (let i = 0; i < list.length; i++) {
        if (i > 0) p.text(", ");
        const value = list[i];
        if (value !== undefined) p.type(value.type);
      }
    },
    parse: (p, state) => {
      if (arity === "one") setTypes(state, source, [p.type()], scope);
      else if (arity === "variadic") setTypes(state, source, p.typeList(), scope);
      else {
        const type = p.optionalType();
        setTypes(state, source, type === undefined ? [] : [type], scope);
      }
    },
  };
}

export function compileFunctionalType(inputs: TypeSource, results: TypeSource, scope: Scope): Directive {
  const space = scope.spacing.element();
  const inputValues = valueReader(scope.subject, inputs);
  const resultValues = valueReader(scope.subject, results);
  return {
    print: (op, p) => {
      if (space) p.text(" ");
      p.functionalType(typesOf(inputValues(op)), typesOf(resultValues(op)));
    },
    parse: (p, state) => {
      const at = p.position();
      const type = p.functionType();
      for (const [source, types] of [
        [inputs, type.inputs],
        [results, type.results],
      ] as const) {
        const arity = arityOf(source, scope);
        if (arity !== "variadic" && types.length !== 1 && !(arity === "optional" && types.length === 0)) {
          p.error(`expected one ${source.kind} type, but found ${types.length}`, at);
        }
        setTypes(state, source, types, scope);
      }
    },
  };
}
