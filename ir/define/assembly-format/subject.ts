// What a format is about: the parts of an op definition that its text mentions. An `OpDefinition` is one.
import type {
  InferInput, OperandDefinition, PropertyDefinition, RegionDefinition, SuccessorDefinition,
} from "../../core/definition.ts"; // prettier-ignore
import type { Type } from "../../core/types.ts";

export interface FormatSubject {
  /** Qualified name, for messages. */
  readonly name: string;
  readonly operands: readonly OperandDefinition[];
  readonly results: readonly OperandDefinition[];
  readonly properties: readonly PropertyDefinition[];
  readonly regions: readonly RegionDefinition[];
  readonly successors: readonly SuccessorDefinition[];
  readonly traits?: ReadonlySet<string>;
  /** "ImplicitTerminator": the parser adds the terminator, the printer leaves out one that says nothing. */
  readonly interfaces?: ReadonlyMap<string, unknown>;
  readonly inferResultTypes?: ((input: InferInput) => readonly Type[] | undefined) | undefined;
}

/** Whether the property is there or not and has no text of its own. */
export function isUnit(property: PropertyDefinition): boolean {
  return property.description === "unit attribute";
}

/** A mistake in a format is a bug of the definition: it is thrown, with the place in the format. */
export function formatError(subject: FormatSubject, format: string, at: number, message: string): never {
  throw new Error(`assembly format of '${subject.name}': ${message}, at '${format.slice(at, at + 40).trim()}'`);
}
