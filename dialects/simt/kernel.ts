// simt.kernel and simt.return: the code of one thread of a grid of blocks.
import { i64ArrayAttr, stringAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { functionType } from "../../ir/core/type-constructors.ts";
import { walk } from "../../ir/core/walk.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import { defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { HasParent } from "../../ir/define/op-interfaces.ts";
import {
  FunctionTypeProperty,
  I64ArrayProperty,
  I64Property,
  SymbolNameProperty,
  withDefault,
} from "../../ir/define/properties.ts";
import { onValues, terminator } from "../../ir/interpret/meaning.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { kindOfType } from "./types.ts";
import { volume, type Triple } from "./warp/block.ts";
import type { KernelShape } from "./warp/grid.ts";
import { kernelExample, loopExample } from "./examples.ts";

/** Bounds of every GPU of this level (CUDA's, compute capability 9.0); the machine has its own. */
const maximumThreads = 1024;
const maximumShared = 227 * 1024;

function printKernel(op: Operation, p: OpPrinter): void {
  const view = KernelOp.match(op)!;
  p.text(" ");
  p.symbol(view.symName);
  p.text("(");
  p.list(view.body.entry.arguments, (argument) => {
    p.argument(argument);
  });
  p.text(`) threads(${view.threads.join(", ")})`);
  p.attrDict(op, { elide: ["sym_name", "function_type", "threads"], keyword: true });
  p.text(" ");
  p.region(view.body, { entryArguments: false });
}

export const KernelOp = defineOp({
  name: "simt.kernel",
  summary: "The code of one thread of a grid of blocks, over addresses and scalars.",
  example: kernelExample,
  properties: {
    sym_name: SymbolNameProperty,
    function_type: FunctionTypeProperty,
    /** Threads of a block: x, y, z. */
    threads: I64ArrayProperty,
    /** Bytes of the block's shared memory. */
    shared_bytes: withDefault(I64Property, 0),
  },
  regions: { body: singleBlockRegion },
  traits: ["IsolatedFromAbove", "Symbol"],
  assemblyFormat: {
    print: printKernel,
    parse: (p: OpParser) => {
      const name = p.symbolName();
      const entry = p.commaList("(", ")", () => {
        const { name: argument, type, location } = p.argument({ type: "required" });
        return { name: argument, type: type ?? p.error("expected the argument's type"), location };
      });
      p.expect("threads");
      const threads = p.commaList("(", ")", () => p.integer());
      const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
      const body = p.region(entry);
      const { context } = p;
      return {
        properties: {
          sym_name: stringAttr(context, name),
          function_type: typeAttr(
            functionType(
              context,
              entry.map(({ type }) => type),
              [],
            ),
          ),
          threads: i64ArrayAttr(context, threads),
        },
        attributes,
        regions: [body],
      };
    },
  },
  verify: ({ op, functionType: type, threads, sharedBytes, body }) => {
    if (type.results.length > 0) return "requires a function type without results";
    const args = body.entry.arguments;
    if (type.inputs.length !== args.length || type.inputs.some((input, i) => input !== args[i]?.type)) {
      return "requires the arguments of its block to have the types of its function type";
    }
    const wrong = type.inputs.find((input) => kindOfType(input) === undefined || kindOfType(input) === "pred");
    if (wrong !== undefined) return `requires parameters of type i32, i64, f32 or f64, but got '${typeText(wrong)}'`;
    if (threads.length !== 3 || threads.some((extent) => extent < 1))
      return "requires three extents of at least 1 in 'threads'";
    const count = threads.reduce((product, extent) => product * extent, 1);
    if (count > maximumThreads) return `requires at most ${maximumThreads} threads in a block, but has ${count}`;
    if (sharedBytes < 0 || sharedBytes > maximumShared)
      return `requires 0 to ${maximumShared} bytes of shared memory, but has ${sharedBytes}`;
    if (body.entry.lastOp?.name !== "simt.return") return "requires its block to end in 'simt.return'";
    for (const inner of walk(op)) {
      if (inner.definition.dialect === "simt" || inner === op) continue;
      return errorAt(inner.location, `'simt.kernel' op holds simt instructions only, but '${inner.name}' is in it`);
    }
    return undefined;
  },
  // A kernel only declares; its body runs when it is launched.
  meaning: onValues(() => () => []),
});

export const ReturnOp = defineOp({
  name: "simt.return",
  summary: "Ends a thread.",
  example: loopExample,
  traits: ["Terminator", "ReturnLike", "Pure"],
  interfaces: [HasParent.with(["simt.kernel"])],
  assemblyFormat: "attr-dict",
  meaning: terminator,
});

/** The block and the shared memory that a kernel asks for. */
export function shapeOf(kernel: Operation): KernelShape {
  const { threads, sharedBytes } = KernelOp.match(kernel)!;
  const [x = 1, y = 1, z = 1] = threads;
  return { threads: [x, y, z], sharedBytes };
}

/** Threads of a block. */
export const threadsPerBlock = (kernel: Operation): number => {
  const threads: Triple = shapeOf(kernel).threads;
  return volume(threads);
};
