// gpu.module, gpu.func and gpu.return: the code of the device.
import type { Attribute } from "../../ir/core/attributes.ts";
import {
  arrayAttr,
  dictionaryAttr,
  i64Attr,
  stringAttr,
  typeAttr,
  unitAttr,
} from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AnyType, variadic } from "../../ir/define/constraints.ts";
import { anyRegion, defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { CallableOpInterface, HasParent } from "../../ir/define/op-interfaces.ts";
import {
  ArrayProperty,
  attributeWhere,
  FunctionTypeProperty,
  I32ArrayProperty,
  optionalProperty,
  SymbolNameProperty,
} from "../../ir/define/properties.ts";
import { effect, terminator } from "../../ir/interpret/meaning.ts";
import type { OpParser, ParsedArgument } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { functionTypeOf, parseSignature, printSignature } from "../func/index.ts";
import { kernelExample } from "./example.ts";

export const GPUModuleOp = defineOp({
  name: "gpu.module",
  summary: "Functions of the device.",
  example: kernelExample,
  properties: { sym_name: SymbolNameProperty, targets: optionalProperty(ArrayProperty) },
  regions: { bodyRegion: singleBlockRegion },
  traits: ["IsolatedFromAbove", "NoTerminator", "SymbolTable", "Symbol", "SingleBlock", "GraphRegion"],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.symbol(symbolName(op) ?? "");
      const targets = op.attribute("targets");
      if (targets !== undefined) {
        p.text(" ");
        p.attribute(targets);
      }
      p.attrDict(op, { elide: ["sym_name", "targets"], keyword: true });
      p.text(" ");
      p.region(op.region());
    },
    parse: (p) => {
      const name = p.symbolName();
      const targets = p.peek("[") ? p.attribute() : undefined;
      const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
      const body = p.region();
      if (body.isEmpty) body.addBlock();
      return { properties: { sym_name: stringAttr(p.context, name), targets }, attributes, regions: [body] };
    },
  },
  // A module only declares; what it holds runs when it is launched.
  meaning: effect(() => () => []),
});

/** Every function has it, also where it is 0. */
export const WORKGROUP_COUNT = "workgroup_attributions";
const KERNEL = "gpu.kernel";

/** How many of the entry block's arguments after the inputs are workgroup memory; the rest is private. */
export function workgroupCount(func: Operation): number {
  const count = func.attribute(WORKGROUP_COUNT);
  return count?.kind === "integer" ? Number(count.value) : 0;
}

/** The memory that each block, and each thread, gets for a function: arguments of the entry block. */
export function attributions(func: Operation): {
  readonly workgroup: readonly Value[];
  readonly private: readonly Value[];
} {
  const inputs = functionTypeOf(func).inputs.length;
  const rest = func.region().entry.arguments.slice(inputs);
  const count = workgroupCount(func);
  return { workgroup: rest.slice(0, count), private: rest.slice(count) };
}

export const isKernel = (func: Operation): boolean => func.attribute(KERNEL) !== undefined;

function printAttributions(
  op: Operation,
  p: OpPrinter,
  keyword: string,
  values: readonly Value[],
  attributes: string,
): void {
  if (values.length === 0) return;
  const list = op.attribute(attributes);
  p.text(` ${keyword}(`);
  p.list(values.entries(), ([index, value]) => {
    p.value(value);
    p.text(" : ");
    p.type(value.type);
    const entries = list?.kind === "array" ? list.elements[index] : undefined;
    if (entries?.kind !== "dictionary" || entries.entries.length === 0) return;
    p.text(" ");
    p.attribute(entries);
  });
  p.text(")");
}

const attributionAttributes = { workgroup: "workgroup_attrib_attrs", private: "private_attrib_attrs" } as const;

function printFunction(op: Operation, p: OpPrinter): void {
  const body = op.region();
  p.text(" ");
  p.symbol(symbolName(op) ?? "");
  printSignature(op, body.blocks[0], p);
  if (!body.isEmpty) {
    const { workgroup, private: own } = attributions(op);
    printAttributions(op, p, "workgroup", workgroup, attributionAttributes.workgroup);
    printAttributions(op, p, "private", own, attributionAttributes.private);
  }
  if (isKernel(op)) p.text(" kernel");
  const elide = [
    "sym_name",
    "function_type",
    "arg_attrs",
    "res_attrs",
    WORKGROUP_COUNT,
    KERNEL,
    ...Object.values(attributionAttributes),
  ];
  p.attrDict(op, { elide, keyword: true });
  if (body.isEmpty) return;
  p.text(" ");
  p.region(body, { entryArguments: false });
}

interface Attribution extends ParsedArgument {
  readonly type: Type;
}

function parseAttributions(p: OpParser, keyword: string): readonly Attribution[] {
  if (!p.accept(keyword)) return [];
  return p.commaList("(", ")", () => {
    const argument = p.argument({ type: "required", attributes: true });
    const { type } = argument;
    return type === undefined ? p.error("expected the attribution's type") : { ...argument, type };
  });
}

function attributesOf(p: OpParser, list: readonly Attribution[]): Attribute | undefined {
  if (list.every(({ attributes }) => attributes.length === 0)) return undefined;
  return arrayAttr(
    p.context,
    list.map(({ attributes }) => dictionaryAttr(p.context, attributes)),
  );
}

function parseFunction(p: OpParser): OperationParts {
  const name = p.symbolName();
  const { named, type, argAttrs, resAttrs } = parseSignature(p);
  const workgroup = parseAttributions(p, "workgroup");
  const own = parseAttributions(p, "private");
  const kernel: (readonly [string, Attribute])[] = p.accept("kernel") ? [[KERNEL, unitAttr(p.context)]] : [];
  const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
  const body = p.optionalRegion([...named, ...workgroup, ...own]);
  return {
    properties: {
      function_type: typeAttr(type),
      arg_attrs: argAttrs,
      res_attrs: resAttrs,
      [attributionAttributes.workgroup]: attributesOf(p, workgroup),
      [attributionAttributes.private]: attributesOf(p, own),
    },
    attributes: [
      ["sym_name", stringAttr(p.context, name)],
      ...kernel,
      ...attributes,
      [WORKGROUP_COUNT, i64Attr(p.context, workgroup.length)],
    ],
    regions: [body ?? p.emptyRegion()],
  };
}

const DictionaryArray = optionalProperty(
  attributeWhere(
    "Array of dictionary attributes",
    (a) => a.kind === "array" && a.elements.every((e) => e.kind === "dictionary"),
  ),
);
const SizeHint = optionalProperty({
  ...I32ArrayProperty,
  description: "i32 dense array attribute with 3 elements (if present)",
  accepts: (a) => I32ArrayProperty.accepts(a) && I32ArrayProperty.decode(a).length === 3,
});

export const GPUFuncOp = defineOp({
  name: "gpu.func",
  summary:
    "A function of the device; a kernel can be launched. Workgroup memory is one buffer a block, private memory one a thread.",
  example: kernelExample,
  properties: {
    function_type: FunctionTypeProperty,
    arg_attrs: DictionaryArray,
    res_attrs: DictionaryArray,
    workgroup_attrib_attrs: DictionaryArray,
    private_attrib_attrs: DictionaryArray,
    known_block_size: SizeHint,
    known_grid_size: SizeHint,
    known_cluster_size: SizeHint,
  },
  regions: { body: anyRegion },
  traits: ["IsolatedFromAbove", "Symbol", "AutomaticAllocationScope"],
  interfaces: [
    HasParent.with(["gpu.module"]),
    CallableOpInterface.with((op) => (op.region().isEmpty ? undefined : op.region())),
  ],
  assemblyFormat: { print: printFunction, parse: parseFunction },
  verify: ({ op, functionType: type, body }) => {
    if (body.isEmpty) return "expected body with at least one block";
    if (symbolName(op) === undefined) return "requires string attribute 'sym_name'";
    if (isKernel(op) && type.results.length > 0) return "expected void return type for kernel function";
    const { arguments: args } = body.entry;
    const least = type.inputs.length + workgroupCount(op);
    if (args.length < least) return `expected at least ${least} arguments to body region`;
    const wrong = type.inputs.findIndex((input, i) => input !== args[i]?.type);
    if (wrong >= 0)
      return `expected body region argument #${wrong} to be of type '${typeText(type.inputs[wrong]!)}', got '${typeText(args[wrong]!.type)}'`;
    const attribution = args.slice(type.inputs.length).find((argument) => argument.type.kind !== "memref");
    return attribution === undefined ? undefined : "expected memref type in attribution";
  },
  // A function only declares; its body runs when it is launched.
  meaning: effect(() => () => []),
});

export const ReturnOp = defineOp({
  name: "gpu.return",
  summary: "Ends a function of the device.",
  example: kernelExample,
  operands: { operands: variadic(AnyType) },
  traits: ["Pure", "Terminator", "ReturnLike"],
  interfaces: [HasParent.with(["gpu.func"])],
  assemblyFormat: "attr-dict ($operands^ `:` type($operands))?",
  verify: ({ op }) => {
    const func = op.parentOp;
    if (func?.name !== "gpu.func") return undefined;
    const { results } = functionTypeOf(func);
    if (results.length !== op.operandCount) return `expected ${results.length} result operands`;
    const wrong = op.operands.findIndex((value, i) => value.type !== results[i]);
    return wrong < 0 ? undefined : `unexpected type \`${typeText(op.operand(wrong).type)}' for operand #${wrong}`;
  },
  meaning: terminator,
});
