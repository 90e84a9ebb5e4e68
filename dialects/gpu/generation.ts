// How generated programs have code of the device: a kernel in a module of its own, launched for a few blocks of one thread.
import { i64Attr, stringAttr, symbolRefAttr, typeAttr, unitAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { functionType, indexType } from "../../ir/core/type-constructors.ts";
import { generateKernelBody } from "../../ir/check/generate/kernel.ts";
import { segments } from "../../ir/check/generate/index-lists.ts";
import type { GeneratedParts, GenerationSite } from "../../ir/check/generate/generation-site.ts";
import { WORKGROUP_COUNT } from "./function.ts";

const KERNEL = "gpu.func";

/** Only threads of a launch have an id. */
export function onlyInKernel(site: GenerationSite, op: Operation): boolean {
  const bound = op.definition.propertySlots.get("upper_bound");
  if (bound !== undefined) op.setProperty(bound, undefined);
  return site.isWithin(KERNEL);
}

/** Lanes exchange with themselves: blocks have one thread. */
export function makeShuffleWithin(site: GenerationSite, op: Operation): boolean {
  op.setOperand(1, site.integer(op.operand(1).type, 0));
  op.setOperand(2, site.integer(op.operand(2).type, 1));
  return site.isWithin(KERNEL);
}

/** The kernel, and what it is launched with. */
export function generateLaunchFunc(site: GenerationSite): GeneratedParts | undefined {
  const { random, context, builder } = site;
  const code = generateKernelBody(site, { kernel: KERNEL, terminator: "gpu.return" });
  if (code === undefined) return undefined;
  const { args, types, body } = code;
  const index = indexType(context);
  const [moduleName, name] = [site.symbolName("device"), site.symbolName("kernel")];
  const device = builder.regionWithBlock();
  builder.at(
    (b) => b.setToEnd(device.entry),
    () =>
      builder.create(KERNEL, {
        properties: {
          sym_name: stringAttr(context, name),
          function_type: typeAttr(functionType(context, types, [])),
          "gpu.kernel": unitAttr(context),
          [WORKGROUP_COUNT]: i64Attr(context, 0),
        },
        regions: [body],
      }),
  );
  builder.at(
    (b) => b.setToStart(site.moduleBlock),
    () =>
      builder.create("gpu.module", { properties: { sym_name: stringAttr(context, moduleName) }, regions: [device] }),
  );
  site.moduleBlock.parentOp?.setAttribute("gpu.container_module", unitAttr(context));
  const one = site.integer(index, 1);
  const blocks = site.integer(index, 1 + random.below(2));
  return {
    operands: [blocks, one, one, one, one, one, ...args],
    resultTypes: [],
    isValid: true,
    properties: {
      kernel: symbolRefAttr(context, moduleName, [name]),
      operandSegmentSizes: segments(context, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, args.length, 0),
    },
  };
}
