// `[1, 2]`: an array attribute. A long list of integers of one type is read into bytes, not into an attribute for each.
import type { Attribute } from "../core/attributes.ts";
import { arrayAttr, integerArrayAttr, integerAttr } from "../core/attribute-constructors.ts";
import { isPackable, PACKED_FROM, ScalarPacker } from "../core/packed-scalars.ts";
import type { IndexType, IntegerType } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { plainInteger } from "./parse-numbers.ts";
import { typeText } from "./print-attributes.ts";
import type { TextParser } from "./text-parser.ts";

/** At `[`. */
export function parseArray(p: TextParser): Attribute {
  const elements: Attribute[] = [];
  let integers: ScalarPacker | undefined;
  p.enter();
  p.expect("[");
  if (!p.accept("]")) {
    do {
      elements.push(p.attribute());
      if (elements.length === PACKED_FROM && p.lexer.kind === 44) integers = integerRun(p, elements);
    } while (p.acceptCode(44));
    if (!p.accept("]")) p.wrongToken("expected ',' or ']'");
  }
  p.leave();
  return integers === undefined ? arrayAttr(p.context, elements) : integerArrayAttr(integers.finish());
}

/**
 * Reads on, up to the end of the list, where `elements` and all that come are integers of one type. Else `elements` gets
 * what was read.
 */
function integerRun(p: TextParser, elements: Attribute[]): ScalarPacker | undefined {
  const [first] = elements;
  if (first?.kind !== "integer" || !isPackable(first.type)) return undefined;
  const { type } = first;
  const run = new ScalarPacker(type);
  for (const element of elements) {
    if (element.kind !== "integer" || element.type !== type) return undefined;
    run.push(element.value);
  }
  const name = typeText(type);
  while (p.acceptCode(44)) {
    const plain = plainElement(p, type, name);
    if (plain !== undefined) {
      run.pushNumber(plain);
      continue;
    }
    const element = p.attribute();
    if (element.kind === "integer" && element.type === type) {
      run.push(element.value);
      continue;
    }
    elements.length = 0;
    for (const value of run.finish().all()) elements.push(integerAttr(type, value));
    elements.push(element);
    return undefined;
  }
  return run;
}

/** A decimal literal that the type surely holds, with the type's name where it needs one; else nothing is read. */
function plainElement(p: TextParser, type: IntegerType | IndexType, name: string): number | undefined {
  const { lexer } = p;
  const { start: from, previousEnd } = lexer;
  const negative = p.acceptCode(45);
  const value = lexer.kind === Token.integer ? plainInteger(type, lexer.text, lexer.start, lexer.end) : -1;
  if (value > 0 || (value === 0 && !negative)) {
    lexer.advance();
    const suffixed = p.acceptCode(58);
    if (suffixed ? p.accept(name) : name === "i64") {
      if (lexer.kind === 44 || lexer.kind === 93) return negative ? -value : value;
    }
  }
  lexer.scan(from);
  lexer.previousEnd = previousEnd;
  return undefined;
}
