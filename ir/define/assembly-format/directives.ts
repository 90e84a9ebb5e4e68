// Compiles the elements of a format to directives: the table of element kinds.
import { compileCustom } from "./custom-directive.ts";
import type { Directive, Scope } from "./directive.ts";
import type { FormatElement } from "./format-elements.ts";
import { compileOilist, compileOptional } from "./group-directives.ts";
import { compileLiteral, compileWhitespace } from "./literal-directives.ts";
import { compileFunctionalType, compileOperand, compileOperands, compileType } from "./operand-directives.ts";
import { compileAttrDict, compilePropDict, compileProperty } from "./property-directives.ts";
import { compileRegion, compileRegions, compileSuccessor, compileSuccessors } from "./region-directives.ts";

type Compilers = {
  readonly [K in FormatElement["kind"]]: (element: Extract<FormatElement, { kind: K }>, scope: Scope) => Directive;
};

const compilers: Compilers = {
  literal: (element, scope) => compileLiteral(element.text, scope),
  whitespace: (element, scope) => compileWhitespace(element.text, scope),
  operand: (element, scope) => compileOperand(element.index, scope),
  operands: (_, scope) => compileOperands(scope),
  property: (element, scope) => compileProperty(element.index, element.qualified, scope),
  region: (element, scope) => compileRegion(element.index, scope),
  regions: (_, scope) => compileRegions(scope),
  successor: (element, scope) => compileSuccessor(element.index, scope),
  successors: (_, scope) => compileSuccessors(scope),
  "attr-dict": (element, scope) => compileAttrDict(element.keyword, scope),
  "prop-dict": (_, scope) => compilePropDict(scope),
  type: (element, scope) => compileType(element.of, scope),
  "functional-type": (element, scope) => compileFunctionalType(element.inputs, element.results, scope),
  custom: (element, scope) => compileCustom(element.name, element.arguments, scope),
  optional: compileOptional,
  oilist: compileOilist,
};

function compileElement<K extends FormatElement["kind"]>(
  element: Extract<FormatElement, { kind: K }>,
  scope: Scope,
): Directive {
  const compile = compilers[element.kind as K];
  return compile(element, scope);
}

/** The directives of a list, in order, without the skipped element. */
export const compileElements: Scope["compile"] = (elements, scope, options) => {
  const directives: Directive[] = [];
  elements.forEach((element, i) => {
    if (element === options?.skip) return;
    const following = [...elements.slice(i + 1), ...scope.following];
    directives.push(
      compileElement(element, { ...scope, following, required: scope.required || element === options?.anchor }),
    );
  });
  return directives;
};
