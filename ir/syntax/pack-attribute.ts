// An attribute of a long list, from the text into bytes: what is common is not made into an attribute on the way.
import type { Attribute } from "../core/attributes.ts";
import { stringAttr, wrapInteger } from "../core/attribute-constructors.ts";
import { PackedWriter, type PackedList } from "../core/packed-list.ts";
import { i1 } from "../core/type-constructors.ts";
import { Token } from "./lexer.ts";
import { parseEntryName, repeatedName } from "./parse-attribute-name.ts";
import { parseNumberParts } from "./parse-numbers.ts";
import type { TextParser } from "./text-parser.ts";

/** Reads one attribute. */
export function packAttribute(p: TextParser, list: PackedWriter): void {
  switch (p.lexer.kind) {
    case 45:
    case Token.integer:
    case Token.float: {
      const number = parseNumberParts(p);
      if ("bits" in number) list.float(number.type, number.bits);
      else list.integer(number.type, wrapInteger(number.type, number.value));
      return;
    }
    case Token.string:
      packString(p, list);
      return;
    case Token.atId:
      packSymbol(p, list);
      return;
    case Token.bareId:
      packWord(p, list);
      return;
    case 91:
      packArray(p, list);
      return;
    case 123:
      packDictionary(p, list);
      return;
    default:
      list.attribute(p.attribute());
  }
}

function packString(p: TextParser, list: PackedWriter): void {
  const value = p.string();
  const type = p.acceptCode(58) ? p.type() : undefined;
  if (type === undefined || type.kind === "none") list.string(value);
  else list.attribute(stringAttr(p.context, value, type));
}

function packSymbol(p: TextParser, list: PackedWriter): void {
  const root = p.symbolName();
  list.symbol(root, p.nestedSymbolNames());
}

function packWord(p: TextParser, list: PackedWriter): void {
  const isTrue = p.accept("true");
  if (isTrue || p.accept("false")) list.integer(i1(p.context), isTrue ? 1 : 0);
  else if (p.accept("unit")) list.unit();
  else list.attribute(p.attribute());
}

function packArray(p: TextParser, list: PackedWriter): void {
  p.enter();
  list.array();
  p.skipCommaList("[", "]", () => {
    packAttribute(p, list);
  });
  list.end();
  p.leave();
}

/** Collects the entries of one dictionary, in any order. */
export class EntryPacker {
  readonly #list: PackedWriter;
  /** Where each entry begins in the list, and in the text; -1 for what was read before. */
  readonly #starts: number[] = [];
  readonly #places: number[] = [];

  /** Of a dictionary of its own, with what was read of it, or of one inside `list`. */
  constructor(entries: readonly (readonly [string, Attribute])[], list = new PackedWriter()) {
    this.#list = list;
    for (const [name, value] of entries) {
      this.#begin(name, -1);
      list.attribute(value);
    }
  }

  #begin(name: string, at: number): void {
    this.#starts.push(this.#list.position);
    this.#places.push(at);
    this.#list.entry(name);
  }

  /** `a = 1`, or `a`. */
  read(p: TextParser): void {
    const at = p.position();
    this.#begin(parseEntryName(p), at);
    if (p.acceptCode(61)) packAttribute(p, this.#list);
    else this.#list.unit();
  }

  /** All were read: they are put in order. */
  sort(p: TextParser): void {
    const repeated = this.#list.sort(this.#starts);
    if (repeated !== undefined) repeatedName(p, repeated.name, this.#places[repeated.number] ?? p.position());
  }

  finish(p: TextParser): PackedList {
    this.sort(p);
    this.#list.length = this.#starts.length;
    return this.#list.finish();
  }
}

function packDictionary(p: TextParser, list: PackedWriter): void {
  p.enter();
  list.dictionary();
  const entries = new EntryPacker([], list);
  p.skipCommaList("{", "}", () => {
    entries.read(p);
  });
  entries.sort(p);
  list.end();
  p.leave();
}
