// `[1, 2]`: an array attribute. A long list is read into bytes, not into an attribute for each element.
import type { Attribute } from "../core/attributes.ts";
import { arrayAttr, arrayOfList, integerArrayAttr } from "../core/attribute-constructors.ts";
import { PackedWriter } from "../core/packed-list.ts";
import { isPackable, PACKED_FROM, ScalarPacker } from "../core/packed-scalars.ts";
import type { IndexType, IntegerType } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { packAttribute } from "./pack-attribute.ts";
import { plainInteger } from "./parse-numbers.ts";
import { typeText } from "./print-attributes.ts";
import type { TextParser } from "./text-parser.ts";

/** At `[`. */
export function parseArray(p: TextParser): Attribute {
  const elements: Attribute[] = [];
  let many: ScalarPacker | PackedWriter | undefined;
  p.enter();
  p.expect("[");
  if (!p.accept("]")) {
    do {
      elements.push(p.attribute());
      if (elements.length === PACKED_FROM && p.lexer.kind === 44)
        many = integerRun(p, elements) ?? mixedRun(p, elements, new PackedWriter());
    } while (p.acceptCode(44));
    if (!p.accept("]")) p.wrongToken("expected ',' or ']'");
  }
  p.leave();
  if (many === undefined) return arrayAttr(p.context, elements);
  return many instanceof ScalarPacker ? integerArrayAttr(many.finish()) : arrayOfList(p.context, many.finish());
}

/** Reads on, up to the end of the list, after `elements` and what the list already has. */
function mixedRun(p: TextParser, elements: readonly Attribute[], list: PackedWriter): PackedWriter {
  for (const element of elements) list.attribute(element);
  list.length += elements.length;
  while (p.acceptCode(44)) {
    packAttribute(p, list);
    list.length++;
  }
  return list;
}

/**
 * Reads on, up to the end of the list, where `elements` and all that come are integers of one type. Undefined where already
 * `elements` are not.
 */
function integerRun(p: TextParser, elements: readonly Attribute[]): ScalarPacker | PackedWriter | undefined {
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
    const list = new PackedWriter();
    const integers = run.finish();
    for (let i = 0; i < integers.length; i++) list.integer(type, integers.at(i));
    list.length = integers.length;
    return mixedRun(p, [element], list);
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
