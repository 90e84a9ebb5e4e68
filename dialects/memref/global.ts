// memref.global and get_global: buffers with a name, made once a run.
import type { DenseElementsAttr } from "../../ir/core/attributes.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { resolveSymbol } from "../../ir/core/symbol-table.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import { byteWidth, isStaticShape, type MemRefType } from "../../ir/core/types.ts";
import { AnyMemRef } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { InitialBuffer } from "../../ir/define/op-interfaces.ts";
import {
  AnyAttribute, I64Property, optionalProperty, StringProperty, SymbolNameProperty, SymbolRefProperty, TypeProperty, UnitProperty,
} from "../../ir/define/properties.ts"; // prettier-ignore
import { stringAttr, typeAttr, unitAttr } from "../../ir/core/attribute-constructors.ts";
import { effect, onValues, type Execution } from "../../ir/interpret/meaning.ts";
import type { Memory, MemRefValue } from "../../ir/interpret/memory.ts";
import { allocateMemRef, forEachAddress } from "../../ir/interpret/memref.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { allocateBuffer, expectMemRefType } from "./allocation.ts";
import { generateGetGlobal } from "./generation.ts";

export const GlobalOp = defineOp({
  name: "memref.global",
  summary: "A buffer with a name, with contents, uninitialized, or declared only.",
  properties: {
    sym_name: SymbolNameProperty,
    sym_visibility: optionalProperty(StringProperty),
    type: TypeProperty,
    initial_value: optionalProperty(AnyAttribute),
    constant: UnitProperty,
    alignment: optionalProperty(I64Property),
  },
  traits: ["Symbol"],
  assemblyFormat: {
    print: (op, p) => {
      const view = globalFields(op);
      if (view.visibility !== undefined) {
        p.text(" ");
        p.string(view.visibility);
      }
      if (view.constant) p.text(" constant");
      p.text(" ");
      p.symbol(view.name);
      p.text(" : ");
      p.type(view.type);
      if (view.initialValue?.kind === "unit") p.text(" = uninitialized");
      else if (view.initialValue !== undefined) {
        p.text(" = ");
        p.attribute(view.initialValue, { elideType: true });
      }
      p.attrDict(op, { elide: ["sym_name", "sym_visibility", "type", "initial_value", "constant"] });
    },
    parse: (p) => parseGlobal(p),
  },
  verify: ({ type, initialValue, symVisibility, constant }) => {
    if (type.kind !== "memref" || !isStaticShape(type.shape))
      return `type should be static shaped memref, but got '${typeText(type)}'`;
    if (initialValue === undefined) {
      if (constant) return "external global (no initial value) may not be constant";
      return symVisibility === "public" || symVisibility === undefined || symVisibility === "private"
        ? undefined
        : "has an invalid visibility";
    }
    if (initialValue.kind === "unit") return undefined;
    if (initialValue.kind !== "dense" && initialValue.kind !== "dense_resource") {
      return "initial value should be a unit or elements attribute";
    }
    const expected = tensorType(type.shape, type.element);
    return initialValue.type === expected
      ? undefined
      : `initial value expected to be of type '${typeText(expected)}', but was of type '${typeText(initialValue.type)}'`;
  },
  interfaces: [InitialBuffer.with(initialBuffer)],
  // A global only declares; its buffer is made when it is first asked for.
  meaning: effect(() => () => []),
});

interface GlobalFields {
  readonly name: string;
  readonly visibility: string | undefined;
  readonly type: MemRefType;
  readonly initialValue: ReturnType<Operation["attribute"]>;
  readonly constant: boolean;
  readonly alignment: number | undefined;
}

function globalFields(op: Operation): GlobalFields {
  const [name, visibility, type, alignment] = ["sym_name", "sym_visibility", "type", "alignment"].map((key) =>
    op.attribute(key),
  );
  if (type?.kind !== "type") throw new Error("a global has a type");
  return {
    name: name?.kind === "string" ? name.value : "",
    visibility: visibility?.kind === "string" ? visibility.value : undefined,
    type: expectMemRefType(type.type),
    initialValue: op.attribute("initial_value"),
    constant: op.attribute("constant") !== undefined,
    alignment: alignment?.kind === "integer" ? Number(alignment.value) : undefined,
  };
}

function parseGlobal(p: OpParser): ReturnType<NonNullable<OpDefinition["parse"]>> {
  const { context } = p;
  const visibility = p.optionalString();
  const constant = p.accept("constant");
  const name = p.symbolName();
  p.expect(":");
  const at = p.position();
  const type = p.type();
  if (type.kind !== "memref" || !isStaticShape(type.shape))
    p.error(`type should be static shaped memref, but got '${typeText(type)}'`, at);
  const initialValue = p.accept("=")
    ? p.accept("uninitialized")
      ? unitAttr(context)
      : p.attribute(tensorType(type.shape, type.element))
    : undefined;
  return {
    properties: {
      sym_name: stringAttr(context, name),
      sym_visibility: visibility === undefined ? undefined : stringAttr(context, visibility),
      type: typeAttr(type),
      initial_value: initialValue,
      constant: constant ? unitAttr(context) : undefined,
    },
    attributes: p.optionalAttrDict(),
  };
}

/** Writes the elements of an attribute into a buffer of its shape. */
export function writeDenseElements(memory: Memory, memref: MemRefValue, { data, splat }: DenseElementsAttr): void {
  const width = byteWidth(memref.element) ?? 0;
  forEachAddress(memref, (address, position) => {
    const from = splat ? 0 : position * width;
    memory.bytes.set(data.subarray(from, from + width), address);
    memory.undefinedBytes.fill(0, address, address + width);
  });
}

/** What the global is before anything ran; undefined where its contents are not in the module. */
function initialBuffer(op: Operation, memory: Memory): MemRefValue | undefined {
  const { type, initialValue } = globalFields(op);
  if (initialValue === undefined || initialValue.kind === "dense_resource") return undefined;
  const memref = allocateMemRef(memory, type);
  if (memref !== undefined && initialValue.kind === "dense") writeDenseElements(memory, memref, initialValue);
  return memref;
}

function makeGlobal(op: Operation, run: Execution): MemRefValue {
  const { name, type, initialValue, constant, alignment } = globalFields(op);
  if (initialValue === undefined) run.unsupported(`'@${name}' is declared here and defined elsewhere`);
  if (initialValue.kind === "dense_resource") run.unsupported(`the contents of '@${name}' are a resource of the file`);
  const memref = allocateBuffer(run, type, type.shape, {
    align: Math.max(64, alignment ?? 0),
    label: `@${name}`,
    writable: !constant,
  });
  if (initialValue.kind === "dense") writeDenseElements(run.memory, memref, initialValue);
  return memref;
}

export const GetGlobalOp = defineOp({
  name: "memref.get_global",
  summary: "The buffer of a global.",
  properties: { name: SymbolRefProperty },
  results: { result: AnyMemRef },
  traits: ["Pure"],
  assemblyFormat: "$name `:` type($result) attr-dict",
  verifySymbols: ({ op, name, result }, symbols) => {
    const global = symbols.resolve(op, name);
    if (global?.definition !== GlobalOp) return `'${name}' does not reference a valid global memref`;
    const { type } = globalFields(global);
    return type === result.type
      ? undefined
      : `result type '${typeText(result.type)}' does not match type '${typeText(type)}' of the global memref @${name}`;
  },
  generate: generateGetGlobal,
  meaning: onValues((op) => {
    const reference = op.attribute("name");
    let global: Operation | undefined;
    return (_, run) => {
      global ??= reference?.kind === "symbol" ? resolveSymbol(op, reference) : undefined;
      if (global === undefined) return run.unsupported("the global is in no symbol table around its use");
      const buffers = run.state("memref.globals", () => new Map<Operation, MemRefValue>());
      let buffer = buffers.get(global);
      if (buffer === undefined) buffers.set(global, (buffer = makeGlobal(global, run)));
      return [buffer];
    };
  }),
});

export const globalOps: readonly OpDefinition[] = [GlobalOp, GetGlobalOp];
