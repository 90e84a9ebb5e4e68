// The text that structured ops share: `ins(%a : type) outs(%b : type) -> type`.
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";

/** Indexing maps that mlir-opt caches on an op are nobody's text. */
export const memoizedMaps = "linalg.memoized_indexing_maps";

function printGroup(p: OpPrinter, keyword: string, values: readonly Value[]): void {
  if (values.length === 0) return;
  p.text(` ${keyword}(`);
  p.values(values);
  p.types(values.map((v) => v.type));
  p.text(")");
}

/** ` ins(...) outs(...)`; an empty group has no text. */
export function printInsOuts(p: OpPrinter, op: Operation, inputCount: number): void {
  const operands = op.operands;
  printGroup(p, "ins", operands.slice(0, inputCount));
  printGroup(p, "outs", operands.slice(inputCount));
}

/** ` -> type`, ` -> (type, type)` or nothing. */
export function printArrowTypes(p: OpPrinter, types: readonly Type[]): void {
  if (types.length === 0) return;
  p.text(types.length === 1 ? " -> " : " -> (");
  p.list(types, (type) => {
    p.type(type);
  });
  if (types.length > 1) p.text(")");
}

function parseGroup(p: OpParser, keyword: string): Value[] {
  if (!p.accept(keyword)) return [];
  p.expect("(");
  if (p.accept(")")) return [];
  const operands = p.operandList();
  const at = p.position();
  p.expect(":");
  const types = p.typeList();
  p.expect(")");
  return p.resolveAll(operands, types, at);
}

export interface ParsedOperands {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

export function parseInsOuts(p: OpParser): ParsedOperands {
  const inputs = parseGroup(p, "ins");
  return { inputs, outputs: parseGroup(p, "outs") };
}

export function parseArrowTypes(p: OpParser): Type[] {
  return p.accept("->") ? p.typeOrTypeList() : [];
}

/** The results that inits have: one for each tensor. */
export const tensorTypes = (values: readonly Value[]): Type[] =>
  values.map((v) => v.type).filter((type) => type.kind === "tensor");
