// Reads MLIR's textual pass pipelines into a tree; `Pipeline.g4` has the grammar. What the names mean is not known here.
// antlr4ng and the generated parser load on the first use: most runs name their passes by flags.

import type { ParserRuleContext, Token } from "antlr4ng";
import type { ElementContext, ElementsContext, OptionContext } from "../syntax/grammar/generated/PipelineParser.ts";

/** `name=value`; a name alone has the value `true`. Outer quotes and braces of the value are gone. */
export type PipelineOption = {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
  readonly length: number;
};

export type PassElement = {
  readonly kind: "pass";
  readonly name: string;
  readonly options: readonly PipelineOption[];
  readonly offset: number;
  readonly length: number;
};

/** `func.func(...)`: a pipeline that runs on each operation of that name, or on `any`. */
export type NestedPipeline = {
  readonly kind: "pipeline";
  readonly anchor: string;
  readonly elements: readonly PipelineElement[];
  readonly offset: number;
  readonly length: number;
};

export type PipelineElement = PassElement | NestedPipeline;

export type PipelineAst = {
  readonly anchor: string;
  /** The text named no anchor: a list of elements stands for `builtin.module(...)` of them. */
  readonly implicit: boolean;
  readonly elements: readonly PipelineElement[];
};

export type PipelineParseError = {
  readonly ok: false;
  readonly message: string;
  /** Where in the text, in UTF-16 units. At its end, `length` is 0. */
  readonly offset: number;
  readonly length: number;
};

export type PipelineParseResult = { readonly ok: true; readonly pipeline: PipelineAst } | PipelineParseError;

const deepest = 200;

async function loadParser() {
  const [antlr, { PipelineLexer }, { PipelineParser }] = await Promise.all([
    import("antlr4ng"),
    import("../syntax/grammar/generated/PipelineLexer.ts"),
    import("../syntax/grammar/generated/PipelineParser.ts"),
  ]);
  return { antlr, PipelineLexer, PipelineParser };
}

/** Reads a pipeline. The first mistake is reported where it stands, with what was expected there. */
export async function parsePipeline(text: string): Promise<PipelineParseResult> {
  const { antlr, PipelineLexer, PipelineParser } = await loadParser();
  const stream = new antlr.CommonTokenStream(new PipelineLexer(antlr.CharStream.fromString(text)));
  stream.fill();
  const toUtf16 = utf16Offsets(text);
  const errorAt = (token: Token, message: string): PipelineParseError => {
    const atEnd = token.type === antlr.Token.EOF;
    const offset = atEnd ? text.length : toUtf16(token.start);
    return { ok: false, message, offset, length: atEnd ? 0 : toUtf16(token.stop + 1) - offset };
  };

  // ANTLR's parser recurses, so depth is bounded before it starts.
  let depth = 0;
  for (const token of stream.getTokens()) {
    if (token.type === PipelineParser.UNTERMINATED)
      return errorAt(token, `this string has no closing ${text[toUtf16(token.start)]}`);
    if (/^[({[]$/.test(token.text ?? "")) depth++;
    else if (/^[)}\]]$/.test(token.text ?? "")) depth--;
    if (depth > deepest) return errorAt(token, `pipelines nested deeper than ${deepest} are not supported`);
  }

  const parser = new PipelineParser(stream);
  let error: PipelineParseError | undefined;
  class FirstError extends antlr.BaseErrorListener {
    override syntaxError(_recognizer: unknown, offending: Token | null): void {
      if (error !== undefined || offending === null) return;
      const rule = PipelineParser.ruleNames[parser.context?.ruleIndex ?? 0] ?? "";
      const types = new Set(parser.getExpectedTokens().toArray());
      // By now the list of elements is behind: what could have continued it depends on the token before.
      if (rule === "pipeline" || rule === "nested") {
        const before = stream
          .getTokens()
          .slice(0, offending.tokenIndex)
          .findLast(({ type }) => type !== PipelineParser.WS);
        const starts = before === undefined || before.type === PipelineParser.LPAREN;
        types.add(starts ? PipelineParser.NAME : PipelineParser.COMMA);
      }
      const expected = expectedWords(
        [...types].sort((a, b) => b - a),
        rule,
      );
      const found =
        offending.type === antlr.Token.EOF ? "the text ends" : `found '${(offending.text ?? "").trim() || " "}'`;
      error = errorAt(offending, `expected ${expected}, but ${found}`);
    }
  }
  parser.removeErrorListeners();
  parser.addErrorListener(new FirstError());

  const tree = parser.pipeline();
  if (error !== undefined) return error;
  return { ok: true, pipeline: buildPipeline(new TreeReader(text, toUtf16).elements(tree.elements())) };

  function expectedWords(types: readonly number[], rule: string): string {
    const name = rule === "options" || rule === "option" ? "an option name" : "a pass or operation name";
    const value = [PipelineParser.NAME, PipelineParser.EQUALS, PipelineParser.COMMA, PipelineParser.STRING];
    const opening = [PipelineParser.LBRACE, PipelineParser.LBRACKET, PipelineParser.LPAREN];
    const inValue = types.includes(PipelineParser.STRING);
    const words = new Set<string>();
    for (const type of types) {
      if (type === PipelineParser.WS) continue;
      if (inValue && [...value, ...opening].includes(type)) words.add("a value");
      else if (type === PipelineParser.NAME) words.add(name);
      else if (type === antlr.Token.EOF) words.add("the end");
      else words.add(PipelineParser.literalNames[type] ?? "");
    }
    const list = [...words];
    return list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} or ${list.at(-1)}`;
  }
}

function buildPipeline(elements: readonly PipelineElement[]): PipelineAst {
  const [only, ...others] = elements;
  if (only?.kind === "pipeline" && others.length === 0)
    return { anchor: only.anchor, implicit: false, elements: only.elements };
  return { anchor: "builtin.module", implicit: true, elements };
}

class TreeReader {
  private readonly text: string;
  private readonly toUtf16: (offset: number) => number;

  constructor(text: string, toUtf16: (offset: number) => number) {
    this.text = text;
    this.toUtf16 = toUtf16;
  }

  elements(context: ElementsContext): PipelineElement[] {
    return context.element().map((element) => this.element(element));
  }

  private element(context: ElementContext): PipelineElement {
    const name = context.NAME().getText();
    const nested = context.nested();
    const options = context.options();
    const [offset] = this.extent(context);
    const [, end] =
      nested !== null ? this.extent(nested) : options !== null ? this.extent(options) : [0, offset + name.length];
    const length = end - offset;
    if (nested !== null)
      return { kind: "pipeline", anchor: name, elements: this.elements(nested.elements()), offset, length };
    return {
      kind: "pass",
      name,
      options: options?.option().map((option) => this.option(option)) ?? [],
      offset,
      length,
    };
  }

  private option(context: OptionContext): PipelineOption {
    const [offset, end] = this.extent(context);
    const parts = context.valuePart();
    const [first] = parts;
    const name = context.NAME().getText();
    let value =
      context.EQUALS() === null ? "true" : first === undefined ? "" : this.text.slice(this.extent(first)[0], end);
    if (first !== undefined && parts.length === 1 && (first.STRING() !== null || first.braces() !== null))
      value = value.slice(1, -1).trim();
    return { name, value, offset, length: end - offset };
  }

  private extent(context: ParserRuleContext): [start: number, end: number] {
    const start = context.start?.start ?? 0;
    return [this.toUtf16(start), this.toUtf16((context.stop?.stop ?? start) + 1)];
  }
}

/** ANTLR counts code points; JavaScript, and whoever points at the text, counts UTF-16 units. */
function utf16Offsets(text: string): (codePoints: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (offset) => offset;
  const offsets = [0];
  for (const character of text) offsets.push(offsets.at(-1)! + character.length);
  return (offset) => offsets[offset] ?? text.length;
}
