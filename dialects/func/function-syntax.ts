// The text of functions: `private @f(%a: i32 {x.y}) -> (f32 {x.z}) attributes {...} { }`. Shared by every function-like op.
import type { Attribute } from "../../ir/core/attributes.ts";
import { arrayAttr, dictionaryAttr, stringAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import type { Block } from "../../ir/core/block.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { SYMBOL_VISIBILITY, symbolName } from "../../ir/core/symbol-table.ts";
import { functionType } from "../../ir/core/type-constructors.ts";
import type { FunctionType, Type } from "../../ir/core/types.ts";
import type { CustomAssembly } from "../../ir/define/define-op.ts";
import type { AttributeParser, OpParser, ParsedArgument } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";

type Entries = readonly (readonly [string, Attribute])[];

/** The type of a function-like op. */
export function functionTypeOf(op: Operation): FunctionType {
  const attribute = op.attribute("function_type");
  if (attribute?.kind !== "type" || attribute.type.kind !== "function")
    throw new Error(`'${op.name}' has no function type`);
  return attribute.type;
}

/** The attribute dictionary of argument or result `index`, empty when there is none. */
function entriesAt(op: Operation, name: "arg_attrs" | "res_attrs", index: number): Entries {
  const list = op.attribute(name);
  const entry = list?.kind === "array" ? list.elements[index] : undefined;
  return entry?.kind === "dictionary" ? entry.entries : [];
}

function printEntries(op: Operation, entries: Entries, p: OpPrinter): void {
  if (entries.length === 0) return;
  p.text(" ");
  p.attribute(dictionaryAttr(op.context, entries));
}

/** `(%a: i32 {x.y}) -> (f32 {x.z})`; types alone without a body. */
export function printSignature(op: Operation, body: Block | undefined, p: OpPrinter): void {
  const { inputs, results } = functionTypeOf(op);
  p.text("(");
  p.list(inputs.entries(), ([index, type]) => {
    const argument = body?.arguments[index];
    const attributes = entriesAt(op, "arg_attrs", index);
    if (argument === undefined) {
      p.type(type);
      printEntries(op, attributes, p);
    } else p.argument(argument, { attributes });
  });
  p.text(")");
  if (results.length === 0) return;
  const bare = results.length === 1 && results[0]?.kind !== "function" && entriesAt(op, "res_attrs", 0).length === 0;
  p.text(bare ? " -> " : " -> (");
  p.list(results.entries(), ([index, type]) => {
    p.type(type);
    printEntries(op, entriesAt(op, "res_attrs", index), p);
  });
  if (!bare) p.text(")");
}

const inferredAttributes = ["sym_name", SYMBOL_VISIBILITY, "function_type"];
const signatureAttributes = [...inferredAttributes, "arg_attrs", "res_attrs"];

function print(op: Operation, p: OpPrinter): void {
  const visibility = op.attribute(SYMBOL_VISIBILITY);
  const body = op.region();
  p.text(visibility?.kind === "string" ? ` ${visibility.value} ` : " ");
  p.symbol(symbolName(op) ?? "");
  printSignature(op, body.blocks[0], p);
  p.attrDict(op, { elide: signatureAttributes, keyword: true });
  if (body.isEmpty) return;
  p.text(" ");
  p.region(body, { entryArguments: false });
}

interface TypeAndEntries {
  readonly type: Type;
  readonly entries: Entries;
}

function typeAndEntries(p: AttributeParser): TypeAndEntries {
  return { type: p.type(), entries: p.optionalAttrDict() };
}

function parseResults(p: OpParser): readonly TypeAndEntries[] {
  if (!p.accept("->")) return [];
  if (p.peek("(")) return p.commaList("(", ")", () => typeAndEntries(p));
  return [{ type: p.type(), entries: [] }];
}

/** One dictionary per argument or result, when any has entries. */
function attributesOf(p: OpParser, items: readonly { readonly entries: Entries }[]): Attribute | undefined {
  if (items.every(({ entries }) => entries.length === 0)) return undefined;
  return arrayAttr(
    p.context,
    items.map(({ entries }) => dictionaryAttr(p.context, entries)),
  );
}

export interface ParsedSignature {
  /** The named arguments: all of them, or none. */
  readonly named: readonly (ParsedArgument & { type: Type })[];
  readonly type: FunctionType;
  readonly argAttrs: Attribute | undefined;
  readonly resAttrs: Attribute | undefined;
}

/** `(%a: i32 {x.y}) -> (f32 {x.z})`. */
export function parseSignature(p: OpParser): ParsedSignature {
  const named: (ParsedArgument & { type: Type })[] = [];
  const inputs = p.commaList("(", ")", (): TypeAndEntries => {
    const at = p.position();
    const argument = p.optionalArgument({ type: "required", attributes: true });
    if (argument === undefined) {
      if (named.length > 0) p.error("expected SSA identifier", at);
      const unnamed = typeAndEntries(p);
      // A declaration has nowhere to keep it.
      p.optionalLocation();
      return unnamed;
    }
    const { type } = argument;
    if (type === undefined) p.error("expected the argument's type");
    named.push({ ...argument, type });
    return { type, entries: argument.attributes };
  });
  if (named.length > 0 && named.length < inputs.length) p.error("expected type instead of SSA identifier");
  const results = parseResults(p);
  const type = functionType(p.context, inputs.map((i) => i.type), results.map((r) => r.type)); // prettier-ignore
  return { named, type, argAttrs: attributesOf(p, inputs), resAttrs: attributesOf(p, results) };
}

function parse(p: OpParser): OperationParts {
  const visibility = (["private", "public", "nested"] as const).find((word) => p.accept(word));
  const name = p.symbolName();
  const { named, type, argAttrs, resAttrs } = parseSignature(p);
  const at = p.position();
  const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
  const inferred = attributes.find(([key]) => inferredAttributes.includes(key));
  if (inferred !== undefined) {
    p.error(
      `'${inferred[0]}' is an inferred attribute and should not be specified in the explicit attribute dictionary`,
      at,
    );
  }
  const inSignature = new Map([["arg_attrs", argAttrs], ["res_attrs", resAttrs]]); // prettier-ignore
  const twice = attributes.find(([key]) => inSignature.get(key) !== undefined);
  if (twice !== undefined) p.error(`attribute '${twice[0]}' occurs more than once in the attribute list`, at);
  const bodyAt = p.position();
  const body = p.optionalRegion(named);
  if (body?.isEmpty === true || (body !== undefined && body.blocks.length === 1 && body.entry.isEmpty)) {
    p.error("expected non-empty function body", bodyAt);
  }
  return {
    properties: {
      sym_name: stringAttr(p.context, name),
      function_type: typeAttr(type),
      sym_visibility: visibility === undefined ? undefined : stringAttr(p.context, visibility),
      arg_attrs: argAttrs,
      res_attrs: resAttrs,
    },
    attributes,
    regions: [body ?? p.emptyRegion()],
  };
}

export const functionSyntax: CustomAssembly = { print, parse };
