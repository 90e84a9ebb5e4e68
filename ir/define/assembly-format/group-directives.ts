// Groups: `( ... ^ ...)?` with or without an else part, and `oilist(...)`.
import type { Operation } from "../../core/operation.ts";
import { unitAttr } from "../../core/attribute-constructors.ts";
import type { OpParser } from "../../syntax/parser-interface.ts";
import type { OpPrinter } from "../../syntax/printer-interface.ts";
import type { Directive, Scope } from "./directive.ts";
import type { FormatElement, OilistClause, OptionalElement } from "./format-elements.ts";
import type { FormatState } from "./parse-state.ts";
import { anyPresent, presenceOf } from "./presence.ts";
import { isUnit } from "./subject.ts";

const printAll = (directives: readonly Directive[], op: Operation, p: OpPrinter): void => {
  for (let i = 0; i < directives.length; i++) directives[i]!.print(op, p);
};
const parseAll = (directives: readonly Directive[], p: OpParser, state: FormatState): void => {
  for (let i = 0; i < directives.length; i++) directives[i]!.parse(p, state);
};

/** The slot of a unit property that the presence of its group stands for. */
function impliedUnit(element: FormatElement | undefined, scope: Scope): number | undefined {
  if (element?.kind !== "property") return undefined;
  const property = scope.subject.properties[element.index];
  return property !== undefined && isUnit(property) ? element.index : undefined;
}

export function compileOptional(element: OptionalElement, scope: Scope): Directive {
  const { then, otherwise, anchor, inverted } = element;
  const anchorPresent =
    presenceOf(anchor, scope.subject) ?? scope.fail("the anchor of an optional group can never be absent");
  const readable = then.filter(({ kind }) => kind !== "whitespace");
  const unit = anchor !== readable[0] ? impliedUnit(anchor, scope) : undefined;
  const inner: Scope = { ...scope, required: false };
  const options = { anchor, skip: unit === undefined ? undefined : anchor };
  const thenDirectives = scope.compile(then, inner, options);
  const elseDirectives = scope.compile(otherwise, inner, options);
  const opener = thenDirectives[then.indexOf(readable[0] ?? anchor)];
  if (opener?.parseIfPresent === undefined)
    scope.fail("whether an optional group stands in the text cannot be told from its first element");
  const parseOpener = opener.parseIfPresent.bind(opener);
  const rest = thenDirectives.filter((directive) => directive !== opener);
  return {
    print: (op, p) => {
      printAll(anchorPresent(op) !== inverted ? thenDirectives : elseDirectives, op, p);
    },
    parse: (p, state) => {
      const present = parseOpener(p, state);
      if (unit !== undefined && present !== inverted) state.propertySlots[unit] = unitAttr(p.context);
      parseAll(present ? rest : elseDirectives, p, state);
    },
  };
}

/** Clauses in any order, each at most once; they print in the order of the format. */
export function compileOilist(element: { readonly clauses: readonly OilistClause[] }, scope: Scope): Directive {
  const following = [element as FormatElement, ...scope.following];
  const clauses = element.clauses.map(({ literal, elements }) => {
    const present =
      anyPresent(elements, scope.subject) ?? scope.fail(`nothing in the clause '${literal}' of 'oilist' can be absent`);
    const keyword = scope.compile([{ kind: "literal", text: literal }], scope)[0];
    const unit = elements.length === 1 ? impliedUnit(elements[0], scope) : undefined;
    const directives = unit === undefined ? scope.compile(elements, { ...scope, following, required: true }) : [];
    return { literal, present, keyword, unit, directives };
  });
  return {
    print: (op, p) => {
      for (let i = 0; i < clauses.length; i++) {
        const { present, keyword, directives } = clauses[i]!;
        if (!present(op)) continue;
        keyword?.print(op, p);
        printAll(directives, op, p);
      }
    },
    parse: (p, state) => {
      const seen = new Set<string>();
      for (;;) {
        const at = p.position();
        const clause = clauses.find(({ literal }) => p.accept(literal));
        if (clause === undefined) return;
        if (seen.has(clause.literal)) {
          p.error(`\`${clause.literal}\` clause can appear at most once in the expansion of the oilist directive`, at);
        }
        seen.add(clause.literal);
        if (clause.unit !== undefined) state.propertySlots[clause.unit] = unitAttr(p.context);
        parseAll(clause.directives, p, state);
      }
    },
  };
}
