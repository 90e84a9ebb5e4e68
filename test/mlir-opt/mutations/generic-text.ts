// The generic form as a tree of places in its text, so that a mutation can change one fact and leave the rest as it stands.
import { Lexer, Token } from "../../../ir/syntax/lexer.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The definition of a name: a result or a block argument. */
export interface TextValue {
  readonly name: string;
  /** Place of its type: the one in the signature of its op or in its block's label. */
  readonly type: Span;
  readonly uses: Span[];
}

export interface TextEntry extends Span {
  readonly name: string;
  readonly value: Span | undefined;
}

export interface TextList<T extends Span = Span> extends Span {
  readonly items: readonly T[];
}

export interface TextBlock extends Span {
  /** The label's name, with the caret; undefined for an entry block without one. */
  readonly label: string | undefined;
  readonly arguments: TextList | undefined;
  readonly ops: readonly TextOp[];
  /** Where the first op may stand. */
  readonly body: number;
}

export interface TextRegion extends Span {
  readonly blocks: readonly TextBlock[];
}

export interface TextOperand extends Span {
  readonly value: TextValue | undefined;
}

export interface TextOp extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly results: readonly Span[];
  readonly resultsEnd: number;
  readonly resultValues: readonly TextValue[];
  readonly operands: TextList<TextOperand>;
  readonly successors: TextList | undefined;
  readonly properties: TextList<TextEntry> | undefined;
  readonly regions: TextList<TextRegion> | undefined;
  readonly attributes: TextList<TextEntry> | undefined;
  readonly operandTypes: TextList;
  readonly resultTypes: TextList;
  /** Values that may be named here, innermost last. */
  readonly visible: readonly TextValue[];
  readonly parent: TextOp | undefined;
  readonly block: TextBlock | undefined;
}

const openers = "<([{";
const closers = ">)]}";

class Reader {
  readonly text: string;
  readonly lexer: Lexer;
  readonly ops: TextOp[] = [];
  #scope = new Map<string, TextValue>();

  constructor(text: string) {
    this.text = text;
    this.lexer = new Lexer(text);
  }

  take(spelling: string): Span {
    const { start, end } = this.lexer;
    if (this.lexer.spelling !== spelling)
      throw new Error(`expected ${spelling} at ${start}: ${this.text.slice(start, start + 40)}`);
    this.lexer.advance();
    return { start, end };
  }

  is(spelling: string): boolean {
    return this.lexer.spelling === spelling;
  }

  /** Balanced text up to a comma or a closing bracket outside all brackets. */
  balanced(stopAtColon = false): Span {
    const { start } = this.lexer;
    let end = start;
    for (let depth = 0; ;) {
      const { kind, spelling } = this.lexer;
      if (kind === Token.end) break;
      if (depth === 0 && (spelling === "," || closers.includes(spelling) || (stopAtColon && spelling === "->"))) break;
      if (openers.includes(spelling)) depth++;
      else if (closers.includes(spelling)) depth--;
      ({ end } = this.lexer);
      this.lexer.advance();
      // `>=` of an integer set is no bracket.
      if (spelling === ">" && this.is("=")) depth++;
    }
    return { start, end };
  }

  list<T extends Span>(open: string, close: string, item: () => T): TextList<T> {
    const { start } = this.take(open);
    const items: T[] = [];
    if (!this.is(close)) {
      do items.push(item());
      while (this.is(",") && this.take(","));
    }
    const { end } = this.take(close);
    return { start, end, items };
  }

  entry(): TextEntry {
    const { start, end, spelling } = this.lexer;
    this.lexer.advance();
    if (!this.is("=")) return { start, end, name: spelling, value: undefined };
    this.take("=");
    const value = this.balanced();
    return { start, end: value.end, name: spelling, value };
  }

  operand(): TextOperand {
    const { start, end } = this.lexer;
    this.lexer.advance();
    let until = end;
    if (this.lexer.kind === Token.hashId) {
      until = this.lexer.end;
      this.lexer.advance();
    }
    const value =
      this.#scope.get(this.text.slice(start, until)) ?? this.#scope.get(`${this.text.slice(start, until)}#0`);
    value?.uses.push({ start, end: until });
    return { start, end: until, value };
  }

  types(): TextList {
    if (this.is("(")) return this.list("(", ")", () => this.balanced());
    const type = this.balanced();
    // One type without parentheses ends where the next op begins.
    return { ...type, items: [type] };
  }

  /** A single result type: balanced brackets, then whatever is glued to it. */
  resultTypes(): TextList {
    if (this.is("(")) return this.list("(", ")", () => this.balanced());
    const { start, end, kind } = this.lexer;
    let until = end;
    this.lexer.advance();
    if (kind !== Token.bareId && kind !== Token.bangId) throw new Error(`a type is expected at ${start}`);
    if (this.is("<") && this.lexer.start === end) until = this.bracketed();
    const type = { start, end: until };
    return { ...type, items: [type] };
  }

  bracketed(): number {
    for (let depth = 0; ;) {
      const { spelling, end } = this.lexer;
      if (openers.includes(spelling)) depth++;
      else if (closers.includes(spelling)) depth--;
      this.lexer.advance();
      if (depth === 0) return end;
    }
  }

  op(parent: TextOp | undefined, block: TextBlock | undefined): TextOp {
    const { start } = this.lexer;
    const results: Span[] = [];
    const names: string[] = [];
    let resultsEnd = start;
    if (this.lexer.kind === Token.percentId) {
      do {
        if (this.is(",")) this.take(",");
        const name = this.lexer.spelling;
        const at = this.lexer.start;
        let { end } = this.lexer;
        this.lexer.advance();
        if (this.is(":")) {
          this.take(":");
          const count = Number(this.lexer.spelling);
          ({ end } = this.lexer);
          this.lexer.advance();
          for (let i = 0; i < count; i++) names.push(`${name}#${i}`);
        } else names.push(name);
        results.push({ start: at, end });
      } while (this.is(","));
      this.take("=");
      resultsEnd = this.lexer.start;
    }
    const visible = [...this.#scope.values()];
    const nameSpan = { start: this.lexer.start, end: this.lexer.end };
    const name = this.lexer.spelling.slice(1, -1);
    this.lexer.advance();
    const operands = this.list("(", ")", () => this.operand());
    const successors = this.is("[") ? this.list("[", "]", () => this.balanced()) : undefined;
    let properties: TextList<TextEntry> | undefined;
    if (this.is("<")) {
      const open = this.take("<");
      const inner = this.list("{", "}", () => this.entry());
      properties = { start: open.start, end: this.take(">").end, items: inner.items };
    }
    const made: { op?: TextOp } = {};
    const place = this.ops.length;
    let regions: TextList<TextRegion> | undefined;
    const partial = { name, nameSpan, results, resultsEnd, operands, successors, properties, visible, parent, block };
    if (this.is("(")) {
      // Inner ops name this one as their parent by a proxy that is completed below.
      const proxy = { ...partial, start, end: start } as unknown as TextOp;
      made.op = proxy;
      regions = this.list("(", ")", () => this.region(proxy));
    }
    const attributes = this.is("{") ? this.list("{", "}", () => this.entry()) : undefined;
    this.take(":");
    const operandTypes = this.list("(", ")", () => this.balanced());
    this.take("->");
    const resultTypes = this.resultTypes();
    const end = resultTypes.end;
    const resultValues = names.map((each, i): TextValue => ({
      name: each,
      type: resultTypes.items[i] ?? resultTypes,
      uses: [],
    }));
    for (const value of resultValues) this.#scope.set(value.name, value);
    const whole = { ...partial, start, end, resultValues, regions, attributes, operandTypes, resultTypes };
    const op: TextOp = made.op === undefined ? whole : Object.assign(made.op, whole);
    this.ops.splice(place, 0, op);
    return op;
  }

  region(parent: TextOp): TextRegion {
    const outer = this.#scope;
    this.#scope = new Map(outer);
    const { start } = this.take("{");
    const blocks: TextBlock[] = [];
    while (!this.is("}")) blocks.push(this.block(parent));
    const { end } = this.take("}");
    this.#scope = outer;
    return { start, end, blocks };
  }

  block(parent: TextOp): TextBlock {
    const { start } = this.lexer;
    let label: string | undefined;
    let args: TextList | undefined;
    if (this.lexer.kind === Token.caretId) {
      label = this.lexer.spelling;
      this.lexer.advance();
      if (this.is("(")) {
        args = this.list("(", ")", () => {
          const name = this.lexer.spelling;
          const at = this.lexer.start;
          this.lexer.advance();
          this.take(":");
          const type = this.balanced();
          this.#scope.set(name, { name, type, uses: [] });
          return { start: at, end: type.end };
        });
      }
      this.take(":");
    }
    const ops: TextOp[] = [];
    const block = { start, end: start, label, arguments: args, ops, body: this.lexer.start };
    while (this.lexer.kind === Token.string || this.lexer.kind === Token.percentId) ops.push(this.op(parent, block));
    block.end = ops.at(-1)?.end ?? block.body;
    return block;
  }
}

export interface GenericText {
  readonly text: string;
  readonly module: TextOp;
  /** All ops, outer ones first. */
  readonly ops: readonly TextOp[];
}

/** Reads what mlir-opt prints with --mlir-print-op-generic and --mlir-print-local-scope: one module. */
export function readGenericText(text: string): GenericText {
  const reader = new Reader(text);
  const module = reader.op(undefined, undefined);
  return { text, module, ops: reader.ops };
}

export const spelled = (text: string, { start, end }: Span): string => text.slice(start, end);
