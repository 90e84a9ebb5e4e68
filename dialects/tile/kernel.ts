// tile.kernel, its terminator, and the ids that a program reads: the body of one program of a grid.
import type { SymbolRefAttr } from "../../ir/core/attributes.ts";
import { arrayAttr, stringAttr, symbolRefAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolReferences } from "../../ir/core/symbol-table.ts";
import { functionType } from "../../ir/core/type-constructors.ts";
import { walk } from "../../ir/core/walk.ts";
import { Index } from "../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { HasParent, ImplicitTerminator } from "../../ir/define/op-interfaces.ts";
import {
  FunctionTypeProperty,
  I64Property,
  StringArrayProperty,
  SymbolNameProperty,
  withDefault,
} from "../../ir/define/properties.ts";
import { onValues, terminator } from "../../ir/interpret/meaning.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { programState } from "./program.ts";
import { makeFirstDimension } from "./generation.ts";
import { kernelExample } from "./examples.ts";

/** How a kernel uses a memref argument; "none" for scalars. */
export const accessKinds = ["none", "read", "write", "readwrite"] as const;
export type Access = (typeof accessKinds)[number];

function printKernel(op: Operation, p: OpPrinter): void {
  const view = KernelOp.match(op)!;
  p.text(" ");
  p.symbol(view.symName);
  p.text("(");
  p.list(view.body.entry.arguments, (argument) => {
    p.argument(argument);
    const access = view.argAccess[argument.index];
    if (access !== undefined && access !== "none") p.text(` ${access}`);
  });
  p.text(")");
  p.attrDict(op, { elide: ["sym_name", "function_type", "arg_access"], keyword: true });
  p.text(" ");
  p.region(view.body, { entryArguments: false });
}

export const KernelOp = defineOp({
  name: "tile.kernel",
  summary: "The body of one program of a grid, over memrefs and scalars.",
  description:
    "Arguments are memrefs, each with how it is accessed, and scalars. The kernel names no other symbol: constants come in as arguments. " +
    "Programs of a launch run in any order along parallel axes.",
  example: kernelExample,
  properties: {
    sym_name: SymbolNameProperty,
    function_type: FunctionTypeProperty,
    arg_access: withDefault(StringArrayProperty, []),
  },
  regions: { body: singleBlockRegion },
  traits: ["IsolatedFromAbove", "Symbol", "AutomaticAllocationScope"],
  interfaces: [ImplicitTerminator.with("tile.return")],
  assemblyFormat: {
    print: printKernel,
    parse: (p: OpParser) => {
      const name = p.symbolName();
      const access: string[] = [];
      const args = p.commaList("(", ")", () => {
        const argument = p.argument({ type: "required" });
        const word = accessKinds.find((kind) => p.accept(kind)) ?? "none";
        access.push(word);
        return argument;
      });
      const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
      const entry = args.map(({ name: argument, type, location }) => {
        if (type === undefined) p.error("expected the argument's type");
        return { name: argument, type, location };
      });
      const body = p.region(entry);
      const { context } = p;
      return {
        properties: {
          sym_name: stringAttr(context, name),
          function_type: typeAttr(
            functionType(
              context,
              entry.map((e) => e.type),
              [],
            ),
          ),
          arg_access: arrayAttr(
            context,
            access.map((word) => stringAttr(context, word)),
          ),
        },
        attributes,
        regions: [body],
      };
    },
  },
  verify: ({ op, functionType: type, argAccess, body }) => {
    const args = body.entry.arguments;
    if (type.results.length > 0) return "requires a function type without results";
    if (type.inputs.length !== args.length || type.inputs.some((input, i) => input !== args[i]?.type)) {
      return "requires the entry block's arguments to have the types of the kernel's function type";
    }
    if (argAccess.length !== args.length)
      return `requires one access per argument, but got ${argAccess.length} for ${args.length}`;
    for (const [i, word] of argAccess.entries()) {
      if (!accessKinds.some((kind) => kind === word))
        return `requires accesses of ${accessKinds.join(", ")}, but got '${word}'`;
      const memref = args[i]?.type.kind === "memref";
      if (memref === (word === "none"))
        return `requires argument #${i} ${memref ? "to say how it is accessed" : "to have access 'none'"}`;
    }
    for (const inner of walk(op)) {
      if (inner === op) continue;
      for (const [, attribute] of inner.allAttributes) {
        for (const reference of symbolReferences(attribute)) {
          return errorAt(
            inner.location,
            `'tile.kernel' op names no other symbol, but '${inner.name}' in it refers to '@${reference.root}'`,
            {
              hint: "pass what it refers to as an argument of the launch",
            },
          );
        }
      }
    }
    return undefined;
  },
  meaning: onValues(() => () => []),
});

export const ReturnOp = defineOp({
  name: "tile.return",
  summary: "Ends a program.",
  example: kernelExample,
  traits: ["Terminator", "ReturnLike", "Pure"],
  interfaces: [HasParent.with(["tile.kernel"])],
  assemblyFormat: "attr-dict",
  meaning: terminator,
});

function dimensionOf(op: Operation): number {
  const attribute = op.attribute("dimension");
  return attribute?.kind === "integer" ? Number(attribute.value) : 0;
}

export const ProgramIdOp = defineOp({
  name: "tile.program_id",
  summary: "The position of this program in the grid along a dimension.",
  example: kernelExample,
  properties: { dimension: I64Property },
  results: { result: Index },
  traits: ["Pure"],
  assemblyFormat: "$dimension attr-dict",
  verify: ({ dimension }) => (dimension < 0 ? "requires a dimension of at least 0" : undefined),
  makeDefined: makeFirstDimension,
  meaning: onValues((op) => {
    const dimension = dimensionOf(op);
    return (_, run) => {
      const id = programState(run).ids[dimension];
      return id === undefined ? run.undefinedBehavior(`the grid has no dimension ${dimension}`) : [id];
    };
  }),
});

export const NumProgramsOp = defineOp({
  name: "tile.num_programs",
  summary: "The extent of the grid along a dimension.",
  properties: { dimension: I64Property },
  results: { result: Index },
  traits: ["Pure"],
  assemblyFormat: "$dimension attr-dict",
  verify: ({ dimension }) => (dimension < 0 ? "requires a dimension of at least 0" : undefined),
  makeDefined: makeFirstDimension,
  meaning: onValues((op) => {
    const dimension = dimensionOf(op);
    return (_, run) => {
      const extent = programState(run).grid[dimension];
      return extent === undefined ? run.undefinedBehavior(`the grid has no dimension ${dimension}`) : [extent];
    };
  }),
});

/** The kernel's reference as an attribute. */
export const kernelReference = (kernel: Operation): SymbolRefAttr =>
  symbolRefAttr(kernel.context, KernelOp.match(kernel)!.symName);
