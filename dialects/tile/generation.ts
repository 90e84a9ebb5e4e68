// How generated programs have kernels: one program after the other, over buffers that each may read and write.
import { arrayAttr, i64Attr, stringAttr, symbolRefAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import { functionType, indexType, vectorType } from "../../ir/core/type-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { isStaticShape, type Type } from "../../ir/core/types.ts";
import { generateKernelBody } from "../../ir/check/generate/kernel.ts";
import { segments } from "../../ir/check/generate/index-lists.ts";
import type { GeneratedParts, GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";

const KERNEL = "tile.kernel";

/** Only programs of a launch have an id. */
const onlyInKernel = (site: GenerationSite): boolean => site.isWithin(KERNEL);

/** The kernel, and what it is launched with. */
export function generateLaunch(site: GenerationSite): GeneratedParts | undefined {
  const { random, context, builder } = site;
  const code = generateKernelBody(site, { kernel: KERNEL, terminator: "tile.return" });
  if (code === undefined) return undefined;
  const { args, types, body } = code;
  const index = indexType(context);
  const name = site.symbolName("kernel");
  const access = types.map(({ kind }) => stringAttr(context, kind === "memref" ? "readwrite" : "none"));
  builder.at(
    (b) => b.setToStart(site.moduleBlock),
    () =>
      builder.create(KERNEL, {
        properties: {
          sym_name: stringAttr(context, name),
          function_type: typeAttr(functionType(context, types, [])),
          arg_access: arrayAttr(context, access),
        },
        regions: [body],
      }),
  );
  const grid = Array.from({ length: 1 + random.below(2) }, () => site.integer(index, 1 + random.below(2)));
  return {
    operands: [...grid, ...args],
    resultTypes: [],
    properties: {
      callee: symbolRefAttr(context, name),
      axes: arrayAttr(
        context,
        grid.map(() => stringAttr(context, "sequential")),
      ),
      operandSegmentSizes: segments(context, grid.length, args.length),
    },
  };
}

/** Every grid has a first dimension. */
export function makeFirstDimension(site: GenerationSite, op: Operation): boolean {
  op.setAttribute("dimension", i64Attr(site.context, 0));
  return onlyInKernel(site);
}

const isPlainBuffer = (type: Type): boolean =>
  type.kind === "memref" && type.layout === undefined && isStaticShape(type.shape);

/** Contents come from a buffer of its type. */
export function generateAlloc(site: GenerationSite): GeneratedParts | undefined {
  const type = site.type(isPlainBuffer);
  const contents = type && site.available(type);
  if (type === undefined || contents === undefined) return undefined;
  return {
    resultTypes: [type],
    afterwards: (op) => {
      if (site.avoidsUndefinedBehavior || site.random.chance(2, 3))
        site.builder.create("memref.copy", { operands: [contents, op.result()] });
    },
  };
}

/** A copy of a whole buffer, which programs that are to be defined wait for at once. */
export function generateCopyAsync(site: GenerationSite): GeneratedParts | undefined {
  const { context } = site;
  const source = site.find(isPlainBuffer);
  if (source?.type.kind !== "memref") return undefined;
  const { shape, element } = source.type;
  const destination = site.available(source.type);
  const padding = site.available(element);
  if (destination === undefined || padding === undefined || destination === source) return undefined;
  const zeros = shape.map(() => site.integer(indexType(context), 0));
  const waits = site.avoidsUndefinedBehavior || site.random.chance(3, 4);
  return {
    operands: [source, ...zeros, destination, ...zeros, padding],
    properties: { operandSegmentSizes: segments(context, 1, shape.length, 1, shape.length, 1) },
    isHidden: waits,
    afterwards: (op) => {
      if (waits) site.builder.create("tile.wait", { operands: op.results });
    },
  };
}

/** MxK, KxN and MxN of one element type. */
export function generateMma(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const fits = (type: Type): boolean => type.kind === "float" || (type.kind === "integer" && type.width === 32);
  const wished = resultType?.kind === "vector" ? resultType : undefined;
  const element = resultType === undefined ? site.type(fits) : wished?.element;
  if (element === undefined || !fits(element)) return undefined;
  const [m, n] = wished?.shape ?? [1 + site.random.below(4), 1 + site.random.below(4)];
  const k = 1 + site.random.below(4);
  if (m === undefined || n === undefined) return undefined;
  const shapes = [[m, k], [k, n], [m, n]]; // prettier-ignore
  const operands = shapes.map((shape) => site.value(vectorType(shape, element)));
  return { operands, resultTypes: operands.slice(2).map(({ type }) => type) };
}
