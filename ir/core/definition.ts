// What the core knows of a definition: the erased forms that `defineOp`, `defineType` and `defineAttribute` (ir/define) produce.
import type { Attribute } from "./attributes.ts";
import type { Block, Region } from "./block.ts";
import type { Context } from "./context.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Location } from "./location.ts";
import type { Operation } from "./operation.ts";
import type { SymbolTables } from "./symbol-tables.ts";
import type { Type } from "./types.ts";
import type { Value } from "./value.ts";
import type { AttributePrinter, OpPrinter } from "../syntax/printer-interface.ts";
import type { AttributeParser, OpParser } from "../syntax/parser-interface.ts";
import type { Meaning } from "../interpret/meaning.ts";
import type { Pattern } from "../rewrite/pattern.ts";
import type {
  DialectGeneration, GeneratedParts, GenerationSite, OperationWish,
} from "../check/generate/generation-site.ts"; // prettier-ignore

/** How often an operand, result, region or successor may occur. */
export type Arity = "one" | "optional" | "variadic";

/** A constraint on a type or an attribute: a predicate and its description ("signless integer"). */
export interface TypeConstraint {
  readonly description: string;
  readonly accepts: (type: Type) => boolean;
  /** Types bound under one variable name must be equal within an op. */
  readonly variable?: string;
  /** A type that follows from the types of variables, e.g. the i1 vector of a comparison. */
  readonly infer?: (bindings: ReadonlyMap<string, Type>, context: Context) => Type | undefined;
  /** The types of the variable need only agree up to what their shapes leave open (SameOperandsAndResultType). */
  readonly compatible?: boolean;
  /** How the verifier says that a type is not the inferred one; null: the op itself says which types fit. */
  readonly mismatch?: string | null;
  /** Names of the variables that `infer` reads. */
  readonly dependsOn?: readonly string[];
  /** Sample types for generators, given a context. */
  readonly samples?: (context: Context) => readonly Type[];
}

export interface OperandDefinition {
  readonly name: string;
  readonly arity: Arity;
  readonly constraint: TypeConstraint;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly description: string;
  readonly accepts: (attribute: Attribute) => boolean;
  /** An absent optional property has no value; one with a default decodes to it. */
  readonly optional: boolean;
  /** The default, made on demand; when the slot equals it the custom form leaves it out. */
  readonly defaultValue: ((context: Context) => Attribute) | undefined;
  /** Custom text form (without the name), e.g. an enum keyword; undefined prints the plain attribute. */
  readonly print: ((attribute: Attribute, printer: AttributePrinter) => void) | undefined;
  readonly parse: ((parser: AttributeParser) => Attribute) | undefined;
  /** Type that the attribute's text leaves out in formats, e.g. i64 for `dimension = 0`. */
  readonly impliedType: ((context: Context) => Type) | undefined;
  /** Decodes to the view's value, and back. */
  readonly decode: (attribute: Attribute) => unknown;
  readonly encode: (value: unknown, context: Context) => Attribute;
  /** The words of an enumeration. */
  readonly cases?: readonly string[] | undefined;
  /** Attributes that generators choose from; with `avoidPoison` those that do not make poison of a result (no overflow flags). */
  readonly samples?: ((context: Context, avoidPoison: boolean) => readonly Attribute[]) | undefined;
}

export interface RegionDefinition {
  readonly name: string;
  readonly arity: Arity;
  /** "any", or exactly one block. */
  readonly blocks: "any" | "single" | "single-or-empty";
  /** Makes the region where it follows from operands and properties: builders may then leave it out. */
  readonly make?: (input: InferInput) => Region;
}

export interface SuccessorDefinition {
  readonly name: string;
  readonly arity: Arity;
}

/** What a folder returns per result: an existing value or a constant attribute. "inPlace" says the op itself was changed. */
export type FoldResult = readonly (Value | Attribute)[] | "inPlace" | undefined;

/** `constants[i]` is operand i's constant attribute, when it has one. */
export type FoldFunction = (op: Operation, constants: readonly (Attribute | undefined)[]) => FoldResult;

/** The erased definition of an operation: registries and `Operation` hold this. */
export interface OpDefinition {
  /** Qualified name, `arith.addi`. */
  readonly name: string;
  readonly dialect: string;
  readonly summary: string;
  readonly description: string;
  readonly registered: boolean;
  readonly operands: readonly OperandDefinition[];
  readonly results: readonly OperandDefinition[];
  readonly properties: readonly PropertyDefinition[];
  readonly propertySlots: ReadonlyMap<string, number>;
  readonly regions: readonly RegionDefinition[];
  readonly successors: readonly SuccessorDefinition[];
  readonly traits: ReadonlySet<string>;
  /** Interface implementations by interface name. */
  readonly interfaces: ReadonlyMap<string, unknown>;
  /** Op-specific verification, after arity, types and traits hold. */
  readonly verify: ((op: Operation) => Diagnostic | undefined) | undefined;
  /** Verification of what is in the regions, after all ops inside verified. */
  readonly verifyRegions?: ((op: Operation) => Diagnostic | undefined) | undefined;
  /** Verification that looks at other ops (symbols), after the regions verified. */
  readonly verifySymbols: ((op: Operation, symbols: SymbolTables) => Diagnostic | undefined) | undefined;
  readonly fold: FoldFunction | undefined;
  /** Result types from operands and properties, or undefined where they must be given. */
  readonly inferResultTypes: ((input: InferInput) => readonly Type[] | undefined) | undefined;
  readonly print: ((op: Operation, printer: OpPrinter) => void) | undefined;
  readonly parse: ((parser: OpParser) => OperationParts) | undefined;
  /** The custom syntax in MLIR's declarative form, where `print` and `parse` follow from that. */
  readonly assemblyFormat?: string | undefined;
  /** MLIR text that shows the op: for documentation, where the generators make none, or none that says much. */
  readonly example?: string | undefined;
  readonly meaning: Meaning | undefined;
  /**
   * Makes the parts of a random op, where the constraints do not say enough; undefined where it cannot stand at the site. It obeys the wish
   * where it can: an op that has no result of the wished type is thrown away.
   */
  readonly generate?: ((site: GenerationSite, wish: OperationWish) => GeneratedParts | undefined) | undefined;
  /** Whether an op can be run, where some cannot: those on some types, say. Programs that are to run have no others. */
  readonly hasMeaning?: ((op: Operation) => boolean) | undefined;
  /** Gives a random op (not in a block yet) operands on which it has a meaning and no poison; false where there are none. */
  readonly makeDefined?: ((site: GenerationSite, op: Operation) => boolean) | undefined;
}

export interface InferInput {
  readonly context: Context;
  readonly operands: readonly Value[];
  readonly properties: readonly (Attribute | undefined)[];
  readonly regions: readonly Region[];
}

/** All that makes an operation; what parsers and builders hand to `Operation.create`. */
export interface OperationParts {
  operands?: readonly Value[];
  resultTypes?: readonly Type[];
  /** By name; unknown names go to the discardable attributes. */
  properties?: Readonly<Record<string, Attribute | undefined>>;
  /** Instead of `properties`: all of them in the definition's order. The op keeps the array, unless it is the context's of defaults. */
  propertySlots?: (Attribute | undefined)[];
  attributes?: Iterable<readonly [string, Attribute]>;
  regions?: readonly Region[];
  successors?: readonly Block[];
}

export interface TypeDefinition {
  /** Qualified name without `!`, `tile.token`. */
  readonly name: string;
  readonly summary: string;
  readonly print: (parameters: readonly (Type | Attribute)[], printer: AttributePrinter) => void;
  readonly parse: (parser: AttributeParser) => readonly (Type | Attribute)[];
  readonly verify?: (parameters: readonly (Type | Attribute)[]) => string | undefined;
  /**
   * The builtin type whose values its values are at run time: of that form are its constants, what ops fold to, and the inputs and constants
   * of generated programs. Without it values are opaque, and programs that take them are not run.
   */
  readonly representation?: (parameters: readonly (Type | Attribute)[]) => Type;
}

export interface AttributeDefinition {
  /** Qualified name without `#`, `vector.kind`. */
  readonly name: string;
  readonly summary: string;
  readonly print: (parameters: readonly (Type | Attribute)[], printer: AttributePrinter) => void;
  readonly parse: (parser: AttributeParser) => readonly (Type | Attribute)[];
  readonly verify?: (parameters: readonly (Type | Attribute)[]) => string | undefined;
  /** The words of an enumeration, one of which, as a string, is its parameter. */
  readonly cases?: readonly string[];
}

/** A dialect: its namespace and definitions. Data; importing registers nothing. */
export interface DialectDefinition {
  readonly name: string;
  readonly summary: string;
  readonly ops: readonly OpDefinition[];
  readonly types: readonly TypeDefinition[];
  readonly attributes: readonly AttributeDefinition[];
  /** Dialects whose ops this one's folders and patterns make: they are loaded with it where they are registered. */
  readonly dependentDialects?: readonly string[];
  /** Makes an op holding `value`, for the folder; undefined when this dialect cannot. */
  readonly materializeConstant?: (
    context: Context,
    value: Attribute,
    type: Type,
    location: Location,
  ) => Operation | undefined;
  /** What `canonicalize` applies to this dialect's ops, besides their folders. */
  readonly canonicalizationPatterns?: readonly Pattern[];
  /** Name of the results in the text (`c0`, `cst`), or one name a result (`low`, `high`): OpAsmOpInterface. */
  readonly suggestResultName?: (op: Operation) => string | readonly string[] | undefined;
  /** How generated programs are put together with this dialect's ops. */
  readonly generation?: DialectGeneration;
}
