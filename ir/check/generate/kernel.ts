// Kernels in generated programs: what a launch passes to a device, and the code that gets it.
import type { Region } from "../../core/block.ts";
import { isStaticShape, type Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { GenerationSite } from "./generation-site.ts";

/** Definitions of a device's code, by qualified name. */
export interface KernelOps {
  readonly kernel: string;
  readonly terminator: string;
}

export interface KernelBody {
  /** Up to three values at the site: scalars and static buffers of identity layout. */
  readonly args: readonly Value[];
  readonly types: readonly Type[];
  /** Isolated; takes the arguments. */
  readonly body: Region;
}

const isArgument = (type: Type): boolean =>
  ["integer", "index", "float"].includes(type.kind) ||
  (type.kind === "memref" && type.layout === undefined && isStaticShape(type.shape));

/** A kernel's code and what it is launched with; undefined inside a kernel, which launches nothing. */
export function generateKernelBody(site: GenerationSite, { kernel, terminator }: KernelOps): KernelBody | undefined {
  if (site.isWithin(kernel)) return undefined;
  const args: Value[] = [];
  for (let n = site.random.below(4); n > 0; n--) {
    const value = site.find(isArgument);
    if (value !== undefined) args.push(value);
  }
  const types = args.map(({ type }) => type);
  const body = site.region({
    argumentTypes: types,
    isolated: true,
    hidesSymbols: true,
    within: kernel,
    end: (inside) => {
      inside.builder.create(terminator, {});
    },
  });
  return { args, types, body };
}
