// How types and attributes of dialects look: the shortest texts of them in examples and in what properties take.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Context } from "../../ir/core/context.ts";
import type { AttributeDefinition, DialectDefinition, TypeDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { isShaped, type Type } from "../../ir/core/types.ts";
import { dialectAttr, stringAttr } from "../../ir/core/attribute-constructors.ts";
import { walk } from "../../ir/core/walk.ts";
import { attributeText, typeText } from "../../ir/syntax/printer.ts";

/** The texts in which a definition is seen, by the definition. */
export class ParameterTexts {
  readonly #texts = new Map<TypeDefinition | AttributeDefinition, Set<string>>();
  /** What the values of a type are at run time, by the text of the type. */
  readonly #representations = new Map<string, string>();

  /** Up to three, the shortest first. */
  of(definition: TypeDefinition | AttributeDefinition): readonly string[] {
    return [...(this.#texts.get(definition) ?? [])].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 3);
  }

  /** The builtin type whose values those of a type are at run time, where that is one. */
  representationOf(text: string): string | undefined {
    return this.#representations.get(text);
  }

  /** What stands in a program. */
  addModule(module: Operation): void {
    for (const op of walk(module)) {
      for (const { type } of op.results) this.addType(type);
      for (const { blocks } of op.regions)
        for (const block of blocks) for (const { type } of block.arguments) this.addType(type);
      for (const attribute of op.properties) if (attribute !== undefined) this.addAttribute(attribute);
    }
  }

  /** What the definitions themselves tell. */
  addDialect({ ops, attributes }: DialectDefinition, context: Context): void {
    for (const definition of attributes)
      for (const word of definition.cases?.slice(0, 1) ?? [])
        this.addAttribute(dialectAttr(context, definition, [stringAttr(context, word)]));
    for (const { properties, operands, results } of ops) {
      for (const { samples } of properties)
        for (const sample of samples?.(context, false) ?? []) this.addAttribute(sample);
      for (const { constraint } of [...operands, ...results])
        for (const type of constraint.samples?.(context) ?? []) this.addType(type);
    }
  }

  addType(type: Type): void {
    if (isShaped(type) || type.kind === "complex") this.addType(type.element);
    if (type.kind === "memref" && type.memorySpace !== undefined) this.addAttribute(type.memorySpace);
    if (type.kind !== "dialect") return;
    const text = typeText(type);
    this.#add(type.definition, text);
    const { representation } = type.definition;
    if (representation !== undefined) this.#representations.set(text, typeText(representation(type.parameters)));
  }

  addAttribute(attribute: Attribute): void {
    if (attribute.kind === "array") for (const element of attribute.elements) this.addAttribute(element);
    if (attribute.kind === "type") this.addType(attribute.type);
    if (attribute.kind === "dialect") this.#add(attribute.definition, attributeText(attribute));
  }

  #add(definition: TypeDefinition | AttributeDefinition, text: string): void {
    const texts = this.#texts.get(definition);
    if (texts === undefined) this.#texts.set(definition, new Set([text]));
    else texts.add(text);
  }
}
