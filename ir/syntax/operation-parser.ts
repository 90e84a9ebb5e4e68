// The reader of operations: value and block scopes, and OpParser over parse-operation and parse-region.
import type { Attribute } from "../core/attributes.ts";
import { Block, Region } from "../core/block.ts";
import type { Context } from "../core/context.ts";
import type { OpDefinition } from "../core/definition.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { unknownLocation, type Location } from "../core/location.ts";
import type { Type } from "../core/types.ts";
import { Value } from "../core/value.ts";
import { isDigit, Token } from "./lexer.ts";
import { NameScope, valueKey } from "./name-scope.ts";
import { nearest } from "./near-miss.ts";
import { parseRegion, type EntryArgument } from "./parse-region.ts";
import type { OpParser, ParsedArgument, TextPosition, UnresolvedOperand } from "./parser-interface.ts";
import { typeText } from "./print-attributes.ts";
import type { SourceText } from "./source-text.ts";
import { TextParser } from "./text-parser.ts";

export interface BlockEntry {
  readonly block: Block;
  /** First place of the name: the definition, or a use before it. */
  position: TextPosition;
  defined: boolean;
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
  readonly location: Location;
  readonly resultCount: number;
  readonly defaultDialect: string;
  readonly depth: number;
}

export class OperationParser extends TextParser implements OpParser {
  readonly diagnostics: Diagnostic[] = [];
  /** Bytes of the resource section as hexadecimal text, by handle. */
  readonly resources = new Map<string, string>();
  definition: OpDefinition;
  location: Location = unknownLocation;
  resultCount = 0;
  /** Namespace that op names may leave out here. */
  defaultDialect = "builtin";
  /** Regions around the current position. */
  depth = 0;
  scope = new NameScope();
  blocks = new Map<string, BlockEntry>();

  constructor(context: Context, source: SourceText) {
    super(context, source);
    this.definition = context.opDefinition("builtin.module");
  }

  mark(): ParserMark {
    const { scope, blocks, definition, location, resultCount, defaultDialect, depth } = this;
    return { scope, blocks, definition, location, resultCount, defaultDialect, depth };
  }

  rewind(mark: ParserMark): void {
    this.scope = mark.scope;
    this.blocks = mark.blocks;
    this.definition = mark.definition;
    this.location = mark.location;
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
    const name = text.slice(start + 1, end);
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
    const key = valueKey(operand.name, operand.number);
    const known = scope.values.get(key);
    if (known !== undefined) {
      if (known.type === type) return known;
      const prior = scope.forward.get(known);
      const message = `use of value '%${key}' expects different type than prior uses: '${typeText(type)}' vs '${typeText(known.type)}'`;
      const note = { location: this.#whereDefined(known, prior?.position), message: "prior use here" };
      return this.fail({ ...this.diagnostic(message, operand.position), notes: [note] }, operand.position);
    }
    if (operand.number > 0) {
      const first = scope.values.get(operand.name);
      if (first !== undefined && !scope.forward.has(first))
        this.error("reference to invalid result number", operand.position);
    }
    const placeholder = new Value(type, null, null, 0);
    scope.values.set(key, placeholder);
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

  #whereDefined(value: Value, position: TextPosition | undefined): Location {
    if (position !== undefined) return this.source.location(position);
    return value.definingOp?.location ?? value.argumentLocation ?? unknownLocation;
  }

  /** Binds a name to its value; uses that came before are redirected to it. */
  define(name: string, number: number, value: Value, position: TextPosition): void {
    const { scope } = this;
    const key = valueKey(name, number);
    const known = scope.values.get(key);
    if (known !== undefined) {
      const forward = scope.forward.get(known);
      if (forward === undefined) {
        const note = { location: this.#whereDefined(known, undefined), message: "previously defined here" };
        this.fail({ ...this.diagnostic(`redefinition of SSA value '%${key}'`, position), notes: [note] }, position);
      }
      if (known.type !== value.type) {
        const message = `definition of SSA value '%${name}#${number}' has type '${typeText(value.type)}'`;
        const note = `previously used here with type '${typeText(known.type)}'`;
        this.fail(
          {
            ...this.diagnostic(message, position),
            notes: [{ location: this.source.location(forward.position), message: note }],
          },
          position,
        );
      }
      scope.forward.delete(known);
      known.replaceAllUsesWith(value);
    }
    scope.values.set(key, value);
    scope.defined.push(key);
  }

  /** Reports the names of a scope that were used and never defined. */
  reportUndefined(scope: NameScope): void {
    if (scope.incomplete || scope.forward.size === 0) return;
    const candidates = [...scope.values.keys()];
    for (const { key, position } of [...scope.forward.values()].sort((a, b) => a.position - b.position)) {
      const near = nearest(
        key,
        candidates.filter((name) => name !== key),
      );
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
    const attributes: (readonly [string, Attribute])[] = options.attributes === true ? this.optionalAttrDict() : [];
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
