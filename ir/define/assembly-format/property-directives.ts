// Properties and dictionaries: `$property`, `attr-dict`, `attr-dict-with-keyword`, `prop-dict`.
import { stringAttr } from "../../core/attribute-constructors.ts";
import type { Attribute } from "../../core/attributes.ts";
import type { PropertyDefinition } from "../../core/definition.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import type { AttributePrinter } from "../../syntax/printer-interface.ts";
import type { Directive, Scope } from "./directive.ts";
import { firstTokens } from "./following-text.ts";

export function compileProperty(index: number, qualified: boolean, scope: Scope): Directive {
  const property = scope.subject.properties[index];
  if (property === undefined) throw new Error("a property outside the definition");
  const space = scope.spacing.element();
  const text = propertyText(property, qualified);
  const absentable = property.optional && property.defaultValue === undefined && !scope.required;
  const optionally = optionalText(property, qualified, scope);
  if (absentable && optionally === undefined)
    scope.fail(`whether '${property.name}' stands in the text cannot be told from what follows it`);
  return {
    print: (op, p) => {
      const attribute = op.properties[index] ?? property.defaultValue?.(op.context);
      if (attribute === undefined && absentable) return;
      if (space) p.text(" ");
      if (attribute === undefined) p.text("<<NULL ATTRIBUTE>>");
      else text.print(attribute, p);
    },
    parse: (p, state) => {
      state.propertySlots[index] = absentable && optionally !== undefined ? optionally(p) : text.parse(p);
    },
    ...(optionally === undefined
      ? {}
      : {
          parseIfPresent: (p, state) => {
            state.propertySlots[index] = optionally(p);
            return state.propertySlots[index] !== undefined;
          },
        }),
  };
}

interface PropertyText {
  readonly print: (attribute: Attribute, p: AttributePrinter) => void;
  readonly parse: (p: OpParser) => Attribute;
}

/** How the property's value is written: its own syntax, `@name` for `sym_name`, or the attribute without an implied type. */
function propertyText(property: PropertyDefinition, qualified: boolean): PropertyText {
  const { print, parse, impliedType } = property;
  if (print !== undefined && parse !== undefined && !qualified) return { print, parse };
  if (property.name === "sym_name") {
    return {
      print: (attribute, p) => {
        if (attribute.kind === "string") p.symbol(attribute.value);
        else p.attribute(attribute);
      },
      parse: (p) => stringAttr(p.context, p.symbolName()),
    };
  }
  return {
    print: (attribute, p) => {
      p.attribute(attribute, { elideType: impliedType !== undefined });
    },
    parse: (p) => p.attribute(impliedType?.(p.context)),
  };
}

/**
 * Reads the property if it stands here; undefined when that cannot be told. It does not where something stands that may follow
 * it; and a property with its own syntax does where nothing of the kind stands.
 */
function optionalText(
  property: PropertyDefinition,
  qualified: boolean,
  scope: Scope,
): ((p: OpParser) => Attribute | undefined) | undefined {
  const { parse, impliedType } = property;
  const ownSyntax = qualified ? undefined : parse;
  const named = (name: string | undefined, p: OpParser): Attribute | undefined =>
    name === undefined ? undefined : stringAttr(p.context, name);
  if (property.name === "sym_name") return (p) => named(p.optionalSymbolName(), p);
  if (property.description === "string attribute" && ownSyntax === undefined)
    return (p) => named(p.optionalString(), p);
  const following = firstTokens(scope.following);
  if (ownSyntax !== undefined && following === undefined) return undefined;
  return (p) => {
    if (following?.some((token) => p.peek(token)) ?? false) return undefined;
    return ownSyntax === undefined ? p.optionalAttribute(impliedType?.(p.context)) : ownSyntax(p);
  };
}

/** ` {a = 1}`; the printer writes the space and leaves out defaults. */
export function compileAttrDict(keyword: boolean, scope: Scope): Directive {
  scope.spacing.dictionary();
  const options = { elide: scope.elided, keyword, properties: !scope.hasPropDict };
  return {
    print: (op, p) => {
      p.attrDict(op, options);
    },
    parse: (p, state) => {
      if (keyword && !p.accept("attributes")) return;
      const at = p.position();
      if (keyword && !p.peek("{")) p.expect("{");
      state.addDictionary(p.optionalAttrDict(), at);
    },
  };
}

/** `<{a = 1}>`: the properties that have no text of their own and differ from their defaults. */
export function compilePropDict(scope: Scope): Directive {
  scope.spacing.dictionary();
  return {
    print: (op, p) => {
      const entries = scope.subject.properties.flatMap(({ name, defaultValue }, slot) => {
        const attribute = op.properties[slot];
        const elided =
          attribute === undefined || scope.elided.includes(name) || attribute === defaultValue?.(op.context);
        return elided ? [] : [[name, attribute] as const];
      });
      p.text(" ");
      if (entries.length === 0) return;
      p.text("<{");
      p.list(entries, ([name, attribute]) => {
        p.text(name);
        if (attribute.kind === "unit") return;
        p.text(" = ");
        p.attribute(attribute);
      });
      p.text("}>");
    },
    parse: (p, state) => {
      const at = p.position();
      if (!p.accept("<")) return;
      state.addDictionary(p.optionalAttrDict(), at);
      p.expect(">");
    },
  };
}
