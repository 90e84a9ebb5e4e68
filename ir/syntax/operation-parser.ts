// The reader of operations: value and block scopes, and OpParser over parse-operation and parse-region.
import type { Attribute } from "../core/attributes.ts";
import { Block, Region } from "../core/block.ts";
import type { Context } from "../core/context.ts";
import type { OpDefinition } from "../core/definition.ts";
import type { Diagnostic, DiagnosticNote } from "../core/diagnostic.ts";
import { unknownLocation, type Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { ExternalResources } from "../core/resources.ts";
import type { Type } from "../core/types.ts";
import { Value } from "../core/value.ts";
import { isDigit, Lexer, Token } from "./lexer.ts";
import { NameScope } from "./name-scope.ts";
import { NameTable } from "./name-table.ts";
import { nearest } from "./near-miss.ts";
import { parseRegion } from "./parse-region.ts";
import type { EntryArgument, OpParser, ParsedArgument, TextPosition, UnresolvedOperand } from "./parser-interface.ts";
import { typeText } from "./print-attributes.ts";
import { offsetOfColumn, type SourceText } from "./source-text.ts";
import { SpellingTable } from "./spelling-table.ts";
import { TextParser } from "./text-parser.ts";
import { MAX_DIAGNOSTICS, ReadingStopped } from "./token-parser.ts";

export interface BlockEntry {
  readonly block: Block;
  /** First place of the name: the definition, or a use before it. */
  position: TextPosition;
  defined: boolean;
}

/** What a name means where ops of one dialect may leave out their prefix. */
interface KnownOp {
  readonly defaultDialect: string;
  readonly definition: OpDefinition;
}

interface ArgumentOptions {
  readonly type?: "required" | "optional" | "none";
  readonly attributes?: boolean;
}

/** What recovery from a syntax error puts back. */
export interface ParserMark {
  readonly scope: NameScope;
  readonly blocks: Map<string, BlockEntry>;
  readonly definition: OpDefinition;
  readonly start: number;
  readonly resultCount: number;
  readonly defaultDialect: string;
  readonly depth: number;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export class OperationParser extends TextParser implements OpParser {
  /** Handles that the file's resource section defines. */
  readonly definedResources = new Set<string>();
  /** What the file has for other tools. */
  readonly externalResources: ExternalResources[] = [];
  /** Isolated ops that were read without an error, those of symbol tables apart. */
  readonly intact: Operation[] = [];
  definition: OpDefinition;
  /** Where the name of the op that is being read stands. */
  start = 0;
  resultCount = 0;
  /** Namespace that op names may leave out here. */
  defaultDialect = "builtin";
  /** Regions around the current position. */
  depth = 0;
  /** Names of ops as they are written, and what was found for them, by number. */
  readonly opNames: SpellingTable;
  readonly knownOps: (KnownOp | undefined)[] = [];
  readonly names: NameTable;
  scope = new NameScope();
  blocks = new Map<string, BlockEntry>();
  #warnings = 0;

  constructor(context: Context, source: SourceText) {
    super(context, source);
    this.opNames = new SpellingTable(source.text);
    this.names = new NameTable(source.text);
    this.definition = context.opDefinition("builtin.module");
  }

  get location(): Location {
    return this.source.location(this.start);
  }

  /** A brace or a label where an op could stand: said where the token before ends, as MLIR does. */
  missingOperation(): void {
    const { start, previousEnd } = this.lexer;
    const at = previousEnd === 0 ? start : previousEnd;
    this.diagnostics.push(this.diagnostic("expected operation name in quotes", at, "syntax"));
  }

  /** A label that stands nowhere in the region, whose labels are in `blocks`. */
  undefinedBlock(position: TextPosition): void {
    const token = new Lexer(this.source.text.slice(position, position + 200));
    const defined = [...this.blocks].flatMap(([name, entry]) => (entry.defined ? [name] : []));
    const near = nearest(token.spelling, defined);
    const hint = near === undefined ? undefined : `did you mean '${near}'?`;
    this.report("reference to an undefined block", position, hint);
  }

  /** Something well-formed that is wrong; reading goes on. */
  report(message: string, at: TextPosition, hint?: string): void {
    if (this.mistaken) return;
    const diagnostic = this.diagnostic(message, at);
    this.diagnostics.push(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  /** Something that is accepted, and perhaps not meant. */
  warn(message: string, at: TextPosition, hint?: string): void {
    if (this.#warnings++ >= MAX_DIAGNOSTICS / 5) return;
    const diagnostic: Diagnostic = { ...this.diagnostic(message, at), severity: "warning" };
    this.diagnostics.push(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  mark(): ParserMark {
    const { scope, blocks, definition, start, resultCount, defaultDialect, depth } = this;
    return { scope, blocks, definition, start, resultCount, defaultDialect, depth };
  }

  rewind(mark: ParserMark): void {
    for (; this.scope !== mark.scope && this.scope.outer !== undefined; this.scope = this.scope.outer) this.scope.end();
    this.blocks = mark.blocks;
    this.definition = mark.definition;
    this.start = mark.start;
    this.resultCount = mark.resultCount;
    this.defaultDialect = mark.defaultDialect;
    this.depth = mark.depth;
    this.resetNesting();
  }

  // --- values -----------------------------------------------------------------------------------------------------

  operand(): UnresolvedOperand {
    return this.optionalOperand() ?? this.error("expected SSA operand");
  }

  optionalOperand(): UnresolvedOperand | undefined {
    const { kind, text, start, end } = this.lexer;
    if (kind !== Token.percentId) return undefined;
    const name = this.names.numberOf(start + 1, end);
    this.lexer.advance();
    let number = 0;
    if (this.lexer.kind === Token.hashId && isDigit(text.charCodeAt(this.lexer.start + 1))) {
      number = Number(this.lexer.spelling.slice(1));
      this.lexer.advance();
    }
    return { name, number, position: start };
  }

  operandList(): UnresolvedOperand[] {
    const first = this.optionalOperand();
    if (first === undefined) return [];
    const operands = [first];
    while (this.acceptCode(44)) operands.push(this.operand());
    return operands;
  }

  resolve(operand: UnresolvedOperand, type: Type): Value {
    const { scope } = this;
    const key = this.names.resultNumberOf(operand.name, operand.number);
    const known = scope.get(key);
    if (known !== undefined) {
      if (known.type === type) return known;
      const prior = scope.forward.get(known);
      const message = `use of value '%${this.names.textOf(key)}' expects different type than prior uses: '${typeText(type)}' vs '${typeText(known.type)}'`;
      const note = { ...this.#whereDefined(known, key, operand.name, prior?.position), message: "prior use here" };
      if (!this.mistaken) this.diagnostics.push({ ...this.diagnostic(message, operand.position), notes: [note] });
      return new Value(type, null, null, 0);
    }
    if (operand.number > 0) {
      const first = scope.get(operand.name);
      if (first !== undefined && !scope.forward.has(first)) {
        this.report("reference to invalid result number", operand.position);
        return new Value(type, null, null, 0);
      }
    }
    const placeholder = new Value(type, null, null, 0);
    scope.set(key, placeholder);
    scope.forward.set(placeholder, { key, position: operand.position });
    return placeholder;
  }

  resolveAll(operands: readonly UnresolvedOperand[], types: readonly Type[], at?: TextPosition): Value[] {
    if (operands.length !== types.length) {
      this.error(
        `number of operands and types do not match: got ${operands.length} operands and ${types.length} types`,
        at ?? operands[0]?.position,
      );
    }
    const values: Value[] = [];
    for (let i = 0; i < operands.length; i++) {
      const operand = operands[i];
      const type = types[i];
      if (operand !== undefined && type !== undefined) values.push(this.resolve(operand, type));
    }
    return values;
  }

  /** Where a value got its name: nothing is kept for that, so the name is looked for before the op. */
  #whereDefined(
    value: Value,
    key: number,
    name: number,
    position: TextPosition | undefined,
  ): Pick<DiagnosticNote, "location" | "length"> {
    if (position !== undefined) return { location: this.source.location(position) };
    const location = value.definingOp?.location ?? value.argumentLocation ?? unknownLocation;
    if (value.definingOp === null || location.kind !== "file" || location.file !== this.source.file)
      return { location };
    const start = this.source.lineStart(location.line);
    const whole = this.source.lineText(location.line) ?? "";
    const line = whole.slice(0, offsetOfColumn(whole, location.column));
    const before = /^\s*((?:%[\w$.-]+(?::\d+)?\s*,?\s*)+)=\s*$/.exec(line)?.[1];
    const at =
      before === undefined ? -1 : line.search(new RegExp(`%${escapeRegExp(this.names.textOf(name))}(?![\\w$.-])`));
    if (at < 0) return { location };
    return { location: this.source.location(start + at), length: this.names.textOf(key).length + 1 };
  }

  /** A name of an outer region may not be used again, though it cannot be seen. */
  #checkShadowing(key: number, name: number, position: TextPosition): void {
    const known = this.scope.definedAround(key);
    if (known !== undefined && !this.mistaken) this.#redefinition(known, key, name, position);
  }

  #redefinition(known: Value, key: number, name: number, position: TextPosition): void {
    const note = { ...this.#whereDefined(known, key, name, undefined), message: "previously defined here" };
    const message = `redefinition of SSA value '%${this.names.textOf(key)}'`;
    this.diagnostics.push({ ...this.diagnostic(message, position), notes: [note] });
  }

  /** Binds a name to its value; uses that came before are redirected to it. */
  define(name: number, number: number, value: Value, position: TextPosition): void {
    const { scope } = this;
    const key = this.names.resultNumberOf(name, number);
    const known = scope.get(key);
    if (scope.outer !== undefined) this.#checkShadowing(key, name, position);
    if (known !== undefined) {
      const forward = scope.forward.get(known);
      if (forward === undefined) {
        if (!this.mistaken) this.#redefinition(known, key, name, position);
        return;
      }
      if (known.type !== value.type && !this.mistaken) {
        const message = `definition of SSA value '%${this.names.textOf(name)}#${number}' has type '${typeText(value.type)}'`;
        const note = `previously used here with type '${typeText(known.type)}'`;
        this.diagnostics.push({
          ...this.diagnostic(message, position),
          notes: [{ location: this.source.location(forward.position), message: note }],
        });
      }
      scope.forward.delete(known);
      known.replaceAllUsesWith(value);
    }
    scope.set(key, value);
    scope.defined.push(key);
  }

  /** Reports the names of a scope that were used and never defined. */
  reportUndefined(scope: NameScope): void {
    if (scope.incomplete || this.mistaken || scope.forward.size === 0) return;
    const candidates = scope.names().map((name) => this.names.textOf(name));
    const undeclared = [...scope.forward.values()].sort((a, b) => a.position - b.position);
    for (const [i, { key, position }] of undeclared.entries()) {
      if (this.diagnostics.length >= MAX_DIAGNOSTICS) throw new ReadingStopped();
      // The search takes time with the number of names: not for each of very many.
      const isSearched = i < 10 && candidates.length < 10_000;
      const text = this.names.textOf(key);
      const near = isSearched ? nearest(text, candidates.filter((name) => name !== text)) : undefined; // prettier-ignore
      const diagnostic = this.diagnostic("use of undeclared SSA value name", position);
      this.diagnostics.push(near === undefined ? diagnostic : { ...diagnostic, hint: `did you mean '%${near}'?` });
    }
  }

  argument(options: ArgumentOptions = {}): ParsedArgument {
    return this.optionalArgument(options) ?? this.error("expected SSA operand");
  }

  optionalArgument(options: ArgumentOptions = {}): ParsedArgument | undefined {
    const name = this.optionalOperand();
    if (name === undefined) return undefined;
    let type: Type | undefined;
    const mode = options.type ?? "required";
    if (mode === "required") {
      this.expect(":");
      type = this.type();
    } else if (mode === "optional" && this.acceptCode(58)) type = this.type();
    const attributes: readonly (readonly [string, Attribute])[] =
      options.attributes === true ? this.optionalAttrDict() : [];
    return { name, type, attributes, location: this.optionalLocation() };
  }

  // --- regions and blocks -----------------------------------------------------------------------------------------

  region(entryArguments?: readonly EntryArgument[]): Region {
    return parseRegion(this, entryArguments, true);
  }

  /** A region of an op in generic form: nothing is filled in. */
  genericRegion(): Region {
    return parseRegion(this, undefined, false);
  }

  optionalRegion(entryArguments?: readonly EntryArgument[]): Region | undefined {
    return this.lexer.kind === 123 ? parseRegion(this, entryArguments, true) : undefined;
  }

  emptyRegion(): Region {
    return new Region(this.context);
  }

  successor(): Block {
    return this.optionalSuccessor() ?? this.error("expected block name");
  }

  optionalSuccessor(): Block | undefined {
    if (this.lexer.kind !== Token.caretId) return undefined;
    const position = this.lexer.start;
    const name = this.lexer.spelling;
    this.lexer.advance();
    let entry = this.blocks.get(name);
    if (entry === undefined) this.blocks.set(name, (entry = { block: new Block(), position, defined: false }));
    return entry.block;
  }
}
