// tile.alloc, tile.copy_async and tile.wait: local buffers and the copies that fill them.
import { denseArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { byteWidth, elementCount, isStaticShape, type MemRefType } from "../../ir/core/types.ts";
import { i32 } from "../../ir/core/type-constructors.ts";
import { AnyMemRef, AnyType, Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { MemoryEffects, type MemoryEffect } from "../../ir/define/op-interfaces.ts";
import { effect, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { MemRefValue } from "../../ir/interpret/memory.ts";
import { expectMemRef, expectScalar } from "../../ir/interpret/operand.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { TokenType } from "./types.ts";
import { generateAlloc, generateCopyAsync } from "./generation.ts";
import { kernelExample } from "./examples.ts";

export const AllocOp = defineOp({
  name: "tile.alloc",
  summary: "A local buffer of undefined contents, for as long as the program runs.",
  results: { result: AnyMemRef },
  interfaces: [MemoryEffects.with((op) => [{ effect: "allocate", value: op.result() }])],
  assemblyFormat: "attr-dict `:` type($result)",
  verify: ({ result }) => {
    const type = result.type;
    if (type.kind !== "memref" || !isStaticShape(type.shape)) return "requires a static shape";
    return type.layout === undefined ? undefined : "requires the identity layout";
  },
  generate: generateAlloc,
  meaning: effect((op) => {
    const type = op.result().type;
    if (type.kind !== "memref") throw new Error("tile.alloc gives a memref");
    const bytes = elementCount(type.shape) * (byteWidth(type.element) ?? 0);
    const space = type.memorySpace?.kind === "string" ? type.memorySpace.value : "";
    const strides = rowMajor(type.shape);
    return (_, run) => {
      const allocation = run.memory.allocate(bytes, { space, label: "tile.alloc" });
      if (allocation === undefined) return run.unsupported(`${bytes} more bytes do not fit the interpreter's memory`);
      const value: MemRefValue = {
        kind: "memref",
        allocation,
        base: allocation.address,
        offset: 0,
        sizes: type.shape,
        strides,
        element: type.element,
      };
      return [value];
    };
  }),
});

function rowMajor(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let d = shape.length - 2; d >= 0; d--) strides[d] = strides[d + 1]! * shape[d + 1]!;
  return strides;
}

/** Sizes of what a copy moves: those of the side whose shape is static, the destination's when both are. */
export function copySizes(source: MemRefType, destination: MemRefType): readonly number[] {
  return isStaticShape(destination.shape) ? destination.shape : source.shape;
}

/** A copy that was issued and not waited for. */
class PendingCopy {
  done = false;
  readonly perform: () => void;

  constructor(perform: () => void) {
    this.perform = perform;
  }
}

const address = (ref: MemRefValue, indices: readonly number[], width: number): number => {
  let element = ref.offset;
  for (let d = 0; d < indices.length; d++) element += indices[d]! * ref.strides[d]!;
  return ref.base + element * width;
};

const inside = (ref: MemRefValue, indices: readonly number[]): boolean =>
  indices.every((i, d) => i >= 0 && i < ref.sizes[d]!);

/** Calls `visit` for every element of a copy, with its indices in the source and in the destination. */
function forEachElement(
  sizes: readonly number[],
  from: readonly number[],
  to: readonly number[],
  visit: (source: readonly number[], destination: readonly number[]) => void,
): void {
  const count = elementCount(sizes);
  const position = new Array<number>(sizes.length).fill(0);
  const source = new Array<number>(sizes.length).fill(0);
  const destination = new Array<number>(sizes.length).fill(0);
  for (let i = 0; i < count; i++) {
    for (let d = 0; d < sizes.length; d++) {
      source[d] = from[d]! + position[d]!;
      destination[d] = to[d]! + position[d]!;
    }
    visit(source, destination);
    for (let d = sizes.length - 1; d >= 0; d--) {
      if (++position[d]! < sizes[d]!) break;
      position[d] = 0;
    }
  }
}

/**
 * The bytes move when the copy is waited for. Until then the destination reads as poison, so that a missing wait shows, and a
 * source that changes in between changes the result.
 */
function issueCopy(op: Operation, operands: readonly RuntimeValue[], run: Execution): readonly RuntimeValue[] {
  const view = CopyAsyncOp.match(op)!;
  const sourceType = view.source.type;
  const destinationType = view.destination.type;
  if (sourceType.kind !== "memref" || destinationType.kind !== "memref") throw new Error("copies are between memrefs");
  const rank = sourceType.shape.length;
  const source = expectMemRef(operands[0]);
  const from = operands.slice(1, 1 + rank).map(Number);
  const destination = expectMemRef(operands[1 + rank]);
  const to = operands.slice(2 + rank, 2 + 2 * rank).map(Number);
  const pad = expectScalar(operands[2 + 2 * rank]);
  const sizes = isStaticShape(destinationType.shape) ? destination.sizes : source.sizes;
  const { memory } = run;
  const element = sourceType.element;
  const width = byteWidth(element) ?? 0;
  run.spend(elementCount(sizes));
  if (!source.allocation.live || !destination.allocation.live)
    return run.undefinedBehavior("the copy's source or destination is freed");
  forEachElement(sizes, from, to, (_, d) => {
    if (!inside(destination, d)) return;
    const at = address(destination, d, width);
    memory.undefinedBytes.fill(1, at, at + width);
  });
  const pending = new PendingCopy(() => {
    forEachElement(sizes, from, to, (s, d) => {
      if (!inside(destination, d)) return;
      const value = inside(source, s) ? memory.load(address(source, s, width), element) : pad;
      memory.store(address(destination, d, width), element, value);
    });
  });
  return [{ kind: "object", object: pending }];
}

export const CopyAsyncOp = defineOp({
  name: "tile.copy_async",
  summary:
    "Starts a copy between a buffer and a local one; outside the source it reads the padding, outside the destination it drops.",
  example: kernelExample,
  operands: {
    source: AnyMemRef,
    source_offsets: variadic(Index),
    destination: AnyMemRef,
    destination_offsets: variadic(Index),
    padding: AnyType,
  },
  results: { token: TokenType.constraint },
  interfaces: [
    MemoryEffects.with((op): readonly MemoryEffect[] => {
      const view = CopyAsyncOp.match(op)!;
      return [
        { effect: "read", value: view.source },
        { effect: "write", value: view.destination },
      ];
    }),
  ],
  inferResultTypes: ({ context }) => [TokenType.get(context)],
  assemblyFormat: {
    print: (op: Operation, p: OpPrinter): void => {
      const view = CopyAsyncOp.match(op)!;
      p.text(" ");
      p.value(view.source);
      p.text("[");
      p.values(view.sourceOffsets);
      p.text("] to ");
      p.value(view.destination);
      p.text("[");
      p.values(view.destinationOffsets);
      p.text("], ");
      p.value(view.padding);
      p.attrDict(op, { elide: ["operandSegmentSizes"] });
      p.text(" : ");
      p.type(view.source.type);
      p.text(" to ");
      p.type(view.destination.type);
    },
    parse: (p) => {
      const index = Index.infer!(new Map(), p.context)!;
      const source = p.operand();
      const from = p.commaList("[", "]", () => p.resolve(p.operand(), index));
      p.expect("to");
      const destination = p.operand();
      const to = p.commaList("[", "]", () => p.resolve(p.operand(), index));
      p.expect(",");
      const padding = p.operand();
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const at = p.position();
      const sourceType = p.type();
      p.expect("to");
      const destinationType = p.type();
      if (sourceType.kind !== "memref") return p.error("expected a memref type", at);
      return {
        operands: [
          p.resolve(source, sourceType),
          ...from,
          p.resolve(destination, destinationType),
          ...to,
          p.resolve(padding, sourceType.element),
        ],
        resultTypes: [TokenType.get(p.context)],
        properties: { operandSegmentSizes: denseArrayAttr(i32(p.context), [1, from.length, 1, to.length, 1]) },
        attributes,
      };
    },
  },
  verify: ({ source, sourceOffsets, destination, destinationOffsets, padding }) => {
    const from = source.type;
    const to = destination.type;
    if (from.kind !== "memref" || to.kind !== "memref") return "requires memrefs";
    if (from.element !== to.element) return "requires source and destination of one element type";
    if (padding.type !== from.element) return "requires padding of the element type";
    if (from.shape.length !== to.shape.length) return "requires source and destination of one rank";
    if (sourceOffsets.length !== from.shape.length || destinationOffsets.length !== to.shape.length)
      return "requires one offset per dimension";
    return isStaticShape(from.shape) || isStaticShape(to.shape) ? undefined : "requires a static shape on one side";
  },
  generate: generateCopyAsync,
  meaning: effect((op) => (operands, run) => issueCopy(op, operands, run)),
});

export const WaitOp = defineOp({
  name: "tile.wait",
  summary: "Waits until copies are done.",
  example: kernelExample,
  operands: { tokens: variadic(TokenType.constraint) },
  interfaces: [MemoryEffects.with(() => [{ effect: "read" }, { effect: "write" }])],
  assemblyFormat: "$tokens attr-dict",
  // In the text the operands of an op without any would be taken from the next line.
  verify: ({ tokens }) => (tokens.length === 0 ? "requires at least one token" : undefined),
  meaning: effect(() => (operands) => {
    for (const token of operands) {
      if (typeof token !== "object" || !("object" in token)) throw new Error("expected a token");
      const pending = token.object;
      if (pending instanceof PendingCopy && !pending.done) {
        pending.done = true;
        pending.perform();
      }
    }
    return [];
  }),
});
