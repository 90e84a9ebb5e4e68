// defineOp: one definition per op, from which the view, builder, verifier, text, folder and meaning are derived.
import type { Attribute } from "../core/attributes.ts";
import { denseArrayAttr } from "../core/attribute-constructors.ts";
import type { Region } from "../core/block.ts";
import { type Block } from "../core/block.ts";
import type { OpBuilder } from "../core/builder.ts";
import type { Context } from "../core/context.ts";
import type {
  Arity, FoldResult, InferInput, OpDefinition, OperandDefinition, OperationParts, PropertyDefinition, RegionDefinition,
  SuccessorDefinition, TypeConstraint,
} from "../core/definition.ts"; // prettier-ignore
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { SymbolTables } from "../core/symbol-tables.ts";
import { operandGroupReader, resultGroupReader, type GroupReader } from "../core/group-readers.ts";
import type { Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import { i32 } from "../core/type-constructors.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import type { GeneratedParts, GenerationSite, OperationWish } from "../check/generate/generation-site.ts";
import type { Meaning } from "../interpret/meaning.ts";
import type { OpParser } from "../syntax/parser-interface.ts";
import type { OpPrinter } from "../syntax/printer-interface.ts";
import { compileAssemblyFormat, type CustomDirective } from "./assembly-format/compile.ts";
import { partsBuilder } from "./build-parts.ts";
import { camelCase } from "./camel-case.ts";
import type { ArityConstraint, ElementSpec } from "./constraints.ts";
import type { InterfaceImplementation } from "./interface.ts";
import type { PropertySpec } from "./properties.ts";
import type { Trait } from "./traits.ts";
import { numberOfInteger } from "../core/wide-integer.ts";

/** A region of an op: how many blocks it may have. */
export interface RegionSpec<A extends Arity = Arity> {
  readonly arity: A;
  readonly blocks: RegionDefinition["blocks"];
  readonly make?: NonNullable<RegionDefinition["make"]>;
}
export const anyRegion: RegionSpec<"one"> = { arity: "one", blocks: "any" };
export const singleBlockRegion: RegionSpec<"one"> = { arity: "one", blocks: "single" };
/** Exactly one block, or no block at all (an absent else, a declaration). */
export const maybeEmptyRegion: RegionSpec<"one"> = { arity: "one", blocks: "single-or-empty" };
export const variadicRegions: RegionSpec<"variadic"> = { arity: "variadic", blocks: "any" };

/** Custom syntax that no format can say: print and parse, always both. */
export interface CustomAssembly {
  readonly print: (op: Operation, printer: OpPrinter) => void;
  readonly parse: (parser: OpParser) => OperationParts;
}

type Elements = Readonly<Record<string, ElementSpec>>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Properties = Readonly<Record<string, PropertySpec<any>>>;
type Regions = Readonly<Record<string, RegionSpec>>;
type Successors = Readonly<Record<string, Arity>>;

/** `indexing_maps` in the text is `indexingMaps` in a view. */
export type CamelCase<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<CamelCase<B>>}` : S;

type ByArity<A, One> = A extends "variadic" ? readonly One[] : A extends "optional" ? One | undefined : One;
type ArityOf<E> = E extends { arity: infer A } ? A : "one";
type PropertyValue<P> = P extends PropertySpec<infer T> ? T : never;

export type OpView<
  O extends Elements = Elements, P extends Properties = Properties, R extends Elements = Elements,
  G extends Regions = Regions, S extends Successors = Successors,
> = { readonly op: Operation }
  & { readonly [K in keyof O as CamelCase<K & string>]: ByArity<ArityOf<O[K]>, Value> }
  & { readonly [K in keyof P as CamelCase<K & string>]: PropertyValue<P[K]> }
  & { readonly [K in keyof R as CamelCase<K & string>]: ByArity<ArityOf<R[K]>, Value> }
  & { readonly [K in keyof G as CamelCase<K & string>]: ByArity<ArityOf<G[K]>, Region> }
  & { readonly [K in keyof S as CamelCase<K & string>]: ByArity<S[K], Block> }; // prettier-ignore

type OptionalElement<O extends Elements> = { [K in keyof O]: ArityOf<O[K]> extends "one" ? never : K }[keyof O];
type RequiredElement<O extends Elements> = Exclude<keyof O, OptionalElement<O>>;
type OptionalProperty<P extends Properties> = {
  [K in keyof P]: P[K] extends PropertySpec<infer _T, true> ? K : never;
}[keyof P];

export type BuildArguments<O extends Elements, P extends Properties, G extends Regions, S extends Successors> =
  & { readonly [K in RequiredElement<O> as CamelCase<K & string>]: Value }
  & { readonly [K in OptionalElement<O> as CamelCase<K & string>]?: ByArity<ArityOf<O[K]>, Value> | undefined }
  & { readonly [K in Exclude<keyof P, OptionalProperty<P>> as CamelCase<K & string>]: PropertyValue<P[K]> }
  & { readonly [K in OptionalProperty<P> as CamelCase<K & string>]?: PropertyValue<P[K]> | undefined }
  & { readonly [K in keyof G as CamelCase<K & string>]?: ByArity<ArityOf<G[K]>, Region> }
  & { readonly [K in keyof S as CamelCase<K & string>]: ByArity<S[K], Block> }
  & {
    /** Result types, in order; left out where they follow from the operands. */
    readonly resultTypes?: readonly Type[];
    readonly attributes?: Iterable<readonly [string, Attribute]>;
    readonly location?: Location;
  }; // prettier-ignore

/** A definition with the types of its op; `OpDefinition` is its erased form. */
export interface TypedOpDefinition<
  O extends Elements = Elements, P extends Properties = Properties, R extends Elements = Elements,
  G extends Regions = Regions, S extends Successors = Successors,
> extends OpDefinition {
  /** A typed view of `op`, or undefined when it is another op. Cached on the op. */
  match(op: Operation | null | undefined): OpView<O, P, R, G, S> | undefined;
  /** Makes the op at the builder's insertion point. */
  build(builder: OpBuilder, args: BuildArguments<O, P, G, S>): OpView<O, P, R, G, S>;
} // prettier-ignore

export interface OpSpec<
  O extends Elements,
  P extends Properties,
  R extends Elements,
  G extends Regions,
  S extends Successors,
> {
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly operands?: O;
  readonly properties?: P;
  readonly results?: R;
  readonly regions?: G;
  readonly successors?: S;
  readonly traits?: readonly Trait[];
  readonly interfaces?: readonly InterfaceImplementation[];
  /** MLIR's declarative format, or print and parse functions. Without it the op has the generic form only. */
  readonly assemblyFormat?: string | CustomAssembly;
  /** MLIR text of a function, or of a module's contents, that shows the op in documentation: where the one that is generated says little. */
  readonly example?: string;
  /** Directives for `custom<Name>(...)` in the format. */
  readonly customDirectives?: Readonly<Record<string, CustomDirective>>;
  /** A message without the op's name, e.g. "requires ...", or a whole diagnostic. */
  readonly verify?: (view: OpView<O, P, R, G, S>) => string | Diagnostic | undefined;
  /** The same about the ops inside, once they verified: terminators, types that regions hand over. */
  readonly verifyRegions?: (view: OpView<O, P, R, G, S>) => string | Diagnostic | undefined;
  /** The same about the ops that it names; `symbols` finds them, and remembers tables. */
  readonly verifySymbols?: (view: OpView<O, P, R, G, S>, symbols: SymbolTables) => string | Diagnostic | undefined;
  readonly fold?: (view: OpView<O, P, R, G, S>, constants: readonly (Attribute | undefined)[]) => FoldResult;
  readonly inferResultTypes?: (input: InferInput) => readonly Type[] | undefined;
  readonly meaning?: Meaning;
  /** Whether an op can be run, where some cannot: those on some types, say. Generated programs that are to run have no others. */
  readonly hasMeaning?: (op: Operation) => boolean;
  /** Makes the parts of a random op, for generated programs, where the constraints do not say enough; undefined where it cannot. */
  readonly generate?: (site: GenerationSite, wish: OperationWish) => GeneratedParts | undefined;
  /** Gives a random op, not in a block yet, operands on which it has a meaning and makes no poison; false where there are none. */
  readonly makeDefined?: (site: GenerationSite, op: Operation) => boolean;
}

/** Defaults are asked for whenever an op is read or printed. */
const oncePerContext = (make: ((context: Context) => Attribute) | undefined): typeof make =>
  make && ((context) => context.once(make));

function elementDefinitions(elements: Elements): OperandDefinition[] {
  return Object.entries(elements).map(([name, spec]) =>
    "arity" in spec
      ? { name, arity: (spec as ArityConstraint).arity, constraint: spec.constraint }
      : { name, arity: "one", constraint: spec as TypeConstraint },
  );
}

const isSeveral = (elements: readonly OperandDefinition[]): boolean =>
  elements.filter((e) => e.arity !== "one").length > 1;

/** Sizes that are not given are zero, as in MLIR. */
const segmentSizes = (name: string, groups: number): PropertyDefinition => ({
  name,
  description: "i32 dense array attribute",
  accepts: (a) => a.kind === "dense_array" && a.element === i32(a.context),
  optional: false,
  defaultValue: oncePerContext((context) => denseArrayAttr(i32(context), new Array<number>(groups).fill(0))),
  print: undefined,
  parse: undefined,
  impliedType: undefined,
  decode: (a) => (a.kind === "dense_array" ? a.values.map(numberOfInteger) : []),
  encode: (value, context) => denseArrayAttr(i32(context), value as readonly number[]),
});

/** No elements of a kind. */
type Nothing = Readonly<Record<never, never>>;

/** Defines an op. Pure data: nothing is registered and no format is compiled until it is used. */
export function defineOp<
  const O extends Elements = Nothing,
  const P extends Properties = Nothing,
  const R extends Elements = Nothing,
  const G extends Regions = Nothing,
  const S extends Successors = Nothing,
>(spec: OpSpec<O, P, R, G, S>): TypedOpDefinition<O, P, R, G, S> {
  // prettier-ignore
  type View = OpView<O, P, R, G, S>;
  const operands = elementDefinitions(spec.operands ?? {});
  const results = elementDefinitions(spec.results ?? {});
  const properties: PropertyDefinition[] = Object.entries(spec.properties ?? {}).map(([name, p]) => ({
    name,
    description: p.description,
    accepts: p.accepts,
    optional: p.optional,
    defaultValue: oncePerContext(p.defaultValue),
    print: p.print,
    parse: p.parse,
    impliedType: p.impliedType,
    cases: p.cases,
    decode: p.decode,
    encode: p.encode as (value: unknown, context: Context) => Attribute,
    samples: p.samples,
  }));
  const traits = new Set(spec.traits ?? []);
  if (isSeveral(operands) && !traits.has("SameVariadicOperandSize"))
    properties.push(segmentSizes("operandSegmentSizes", operands.length));
  if (isSeveral(results) && !traits.has("SameVariadicResultSize"))
    properties.push(segmentSizes("resultSegmentSizes", results.length));
  const regions: RegionDefinition[] = Object.entries(spec.regions ?? {}).map(([name, r]) => ({ name, ...r }));
  const successors: SuccessorDefinition[] = Object.entries(spec.successors ?? {}).map(([name, arity]) => ({
    name,
    arity,
  }));
  const propertySlots = new Map(properties.map((p, slot) => [p.name, slot]));
  const format = spec.assemblyFormat;
  let compiled: CustomAssembly | undefined = typeof format === "object" ? format : undefined;
  const assembly = (): CustomAssembly =>
    (compiled ??= compileAssemblyFormat(format as string, definition, spec.customDirectives ?? {}));

  let partsOf: ReturnType<typeof partsBuilder> | undefined;
  let ViewOf: ReturnType<typeof viewClass> | undefined;
  const newView = (op: Operation): { op: Operation | undefined } =>
    new (ViewOf ??= viewClass(operands, properties, results, regions, successors))(op);
  const viewOf = (op: Operation): View => (op.view ??= newView(op)) as View;
  // Verifiers and folders look at every op once: views that stay would be half of the memory of a large module.
  // So they are shown one view, which points at one op after the other; it is taken while one of them looks at it.
  let idleView: { op: Operation | undefined } | undefined;
  const withView = <T>(op: Operation, use: (view: View) => T): T => {
    if (op.view !== undefined) return use(op.view as View);
    const view = idleView ?? newView(op);
    idleView = undefined;
    view.op = op;
    const result = use(view as unknown as View);
    view.op = undefined;
    idleView = view;
    return result;
  };
  const located = (op: Operation, problem: string | Diagnostic | undefined): Diagnostic | undefined =>
    typeof problem === "string" ? errorAt(op.location, `'${op.name}' op ${problem}`) : problem;

  const definition: TypedOpDefinition<O, P, R, G, S> = {
    name: spec.name,
    dialect: spec.name.slice(0, spec.name.indexOf(".")),
    summary: spec.summary,
    description: spec.description ?? "",
    registered: true,
    operands,
    results,
    properties,
    propertySlots,
    regions,
    successors,
    traits,
    interfaces: new Map(spec.interfaces ?? []),
    verify: spec.verify && ((op) => located(op, withView(op, spec.verify!))),
    verifyRegions: spec.verifyRegions && ((op) => located(op, withView(op, spec.verifyRegions!))),
    verifySymbols:
      spec.verifySymbols &&
      ((op, symbols) =>
        located(
          op,
          withView(op, (view) => spec.verifySymbols!(view, symbols)),
        )),
    fold: spec.fold && ((op, constants) => withView(op, (view) => spec.fold!(view, constants))),
    inferResultTypes: spec.inferResultTypes ?? inferByVariables(operands, results),
    print: format === undefined ? undefined : (op, printer) => assembly().print(op, printer),
    parse: format === undefined ? undefined : (parser) => assembly().parse(parser),
    assemblyFormat: typeof format === "string" ? format : undefined,
    example: spec.example,
    meaning: spec.meaning,
    generate: spec.generate,
    hasMeaning: spec.hasMeaning,
    makeDefined: spec.makeDefined,
    match: (op) => {
      if (op === null || op === undefined) return undefined;
      if (op.definition === definition) return viewOf(op);
      op.context.matchProbe?.definition(op, definition);
      return undefined;
    },
    build: (builder, args) => {
      partsOf ??= partsBuilder(definition);
      return viewOf(builder.create(spec.name, partsOf(builder.context, args), args.location));
    },
  };
  return definition;
}

/** A class whose getters read the op's groups by name: one hidden class per definition. */
function viewClass(
  operands: readonly OperandDefinition[],
  properties: readonly PropertyDefinition[],
  results: readonly OperandDefinition[],
  regions: readonly RegionDefinition[],
  successors: readonly SuccessorDefinition[],
): new (op: Operation) => { op: Operation | undefined } {
  class View {
    op: Operation;
    constructor(op: Operation) {
      this.op = op;
    }
  }
  const getter = (name: string, get: (op: Operation) => unknown): void => {
    Object.defineProperty(View.prototype, camelCase(name), {
      get(this: View) {
        return get(this.op);
      },
    });
  };
  const elements = (
    list: readonly OperandDefinition[],
    readerOf: (list: readonly OperandDefinition[], i: number) => GroupReader,
  ): void => {
    list.forEach(({ name, arity }, i) => {
      const { all, first } = readerOf(list, i);
      getter(name, arity === "variadic" ? all : first);
    });
  };
  elements(operands, operandGroupReader);
  elements(results, resultGroupReader);
  properties.forEach((property, slot) => {
    const unit = property.description === "unit attribute";
    getter(property.name, (op) => {
      op.context.matchProbe?.attribute(op, property.name);
      const attribute = op.properties[slot] ?? property.defaultValue?.(op.context);
      return attribute === undefined ? (unit ? false : undefined) : property.decode(attribute);
    });
  });
  regions.forEach(({ name, arity }, i) => {
    getter(name, (op) => (arity === "variadic" ? op.regions.slice(i) : op.regions[i]));
  });
  successors.forEach(({ name, arity }, i) => {
    getter(name, (op) => (arity === "variadic" ? op.successors.slice(i) : op.successors[i]));
  });
  return View;
}

/** Result types that follow from type variables and derived types; undefined when some result's does not. */
function inferByVariables(
  operands: readonly OperandDefinition[],
  results: readonly OperandDefinition[],
): ((input: InferInput) => readonly Type[] | undefined) | undefined {
  const bound = new Set(operands.flatMap((o) => o.constraint.variable ?? []));
  const follows = ({ arity, constraint: c }: OperandDefinition): boolean =>
    arity === "one" &&
    ((c.variable !== undefined && bound.has(c.variable)) ||
      (c.infer !== undefined && (c.dependsOn ?? []).every((v) => bound.has(v))));
  if (!results.every(follows)) return undefined;
  return ({ context, operands: values }) => {
    const bindings = new Map<string, Type>();
    const variadicAt = operands.findIndex((o) => o.arity !== "one");
    const extra = values.length - operands.length;
    operands.forEach(({ constraint, arity }, i) => {
      const index = variadicAt >= 0 && i > variadicAt ? i + extra : i;
      const value = arity === "one" || extra >= 0 ? values[index] : undefined;
      if (constraint.variable !== undefined && value !== undefined && !bindings.has(constraint.variable))
        bindings.set(constraint.variable, value.type);
    });
    const types: Type[] = [];
    for (const { constraint } of results) {
      const type =
        (constraint.variable === undefined ? undefined : bindings.get(constraint.variable)) ??
        constraint.infer?.(bindings, context);
      if (type === undefined) return undefined;
      types.push(type);
    }
    return types;
  };
}
