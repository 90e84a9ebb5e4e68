// Reads MLIR text of the generic form with the reference grammar (`grammar/Mlir.g4`). The compiler reads with its own parser; this
// one is for editors, which want to know what may stand where, and for holding the other against it. antlr4ng and the generated
// parser load on the first use.

import type { ATNSimulator, Recognizer, Token } from "antlr4ng";

export interface GrammarError {
  readonly message: string;
  /** Where in the text, in UTF-16 units; at its end `length` is 0. */
  readonly offset: number;
  readonly length: number;
}

/** Brackets may nest this deep: the generated parser recurses. */
export const MAX_GRAMMAR_DEPTH = 500;

async function loadGrammar() {
  const [antlr, { MlirLexer }, { MlirParser }] = await Promise.all([
    import("antlr4ng"),
    import("./grammar/generated/MlirLexer.ts"),
    import("./grammar/generated/MlirParser.ts"),
  ]);
  return { antlr, MlirLexer, MlirParser };
}

let loaded: ReturnType<typeof loadGrammar> | undefined;

/** The first place where a text is not of the grammar, or undefined. */
export async function grammarError(text: string): Promise<GrammarError | undefined> {
  const { antlr, MlirLexer, MlirParser } = await (loaded ??= loadGrammar());
  const input = antlr.CharStream.fromString(text);
  const lexer = new MlirLexer(input);
  lexer.removeErrorListeners();
  const tokens = new antlr.CommonTokenStream(lexer);
  tokens.fill();
  const place = utf16Places(text);
  const errorAt = (token: Token, message: string): GrammarError => {
    if (token.type === antlr.Token.EOF) return { message, offset: text.length, length: 0 };
    const offset = place(token.start);
    return { message, offset, length: Math.max(1, place(token.stop + 1) - offset) };
  };
  let depth = 0;
  for (const token of tokens.getTokens()) {
    if (token.type === MlirLexer.ANYTHING_ELSE) return errorAt(token, `unexpected character '${token.text ?? ""}'`);
    if (/^[({[]$/.test(token.text ?? "")) depth++;
    else if (/^[)}\]]$/.test(token.text ?? "")) depth--;
    if (depth > MAX_GRAMMAR_DEPTH) return errorAt(token, `brackets may nest at most ${MAX_GRAMMAR_DEPTH} deep`);
  }
  const parser = new MlirParser(tokens);
  parser.removeErrorListeners();
  // Nearly every text is decided without the context of the rules around, which is much faster.
  parser.interpreter.predictionMode = antlr.PredictionMode.SLL;
  parser.errorHandler = new antlr.BailErrorStrategy();
  try {
    parser.file();
    return undefined;
  } catch (error) {
    if (!(error instanceof antlr.ParseCancellationException)) throw error;
  }
  let first: GrammarError | undefined;
  class Listener extends antlr.BaseErrorListener {
    override syntaxError<S extends Token, T extends ATNSimulator>(
      _recognizer: Recognizer<T>,
      token: S | null,
      _line: number,
      _column: number,
      message: string,
    ): void {
      if (token !== null) first ??= errorAt(token, message);
    }
  }
  tokens.seek(0);
  parser.reset();
  parser.interpreter.predictionMode = antlr.PredictionMode.LL;
  parser.errorHandler = new antlr.DefaultErrorStrategy();
  parser.addErrorListener(new Listener());
  parser.file();
  return first;
}

/** antlr4ng counts code points. */
function utf16Places(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (codePoint) => codePoint;
  const places: number[] = [];
  let offset = 0;
  for (const character of text) {
    places.push(offset);
    offset += character.length;
  }
  return (codePoint) => places[codePoint] ?? text.length;
}
