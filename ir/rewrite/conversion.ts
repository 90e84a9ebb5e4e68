// Dialect conversion: makes all ops inside a root legal by patterns, changing types on the way, or leaves everything as it was.
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { walk } from "../core/walk.ts";
import { Adaptor, type ConversionPattern } from "./conversion-pattern.ts";
import { ConversionRewriter } from "./conversion-rewriter.ts";
import type { ConversionTarget } from "./conversion-target.ts";
import { foldName, tryFold } from "./fold.ts";
import { withJournal, type Transaction } from "./journaled.ts";
import type { Listener } from "./listener.ts";
import { PatternSet } from "./pattern-set.ts";
import type { Value } from "../core/value.ts";
import { typeText } from "../syntax/print-attributes.ts";
import { isUnrealizedCast, reconcileCasts } from "./unrealized-casts.ts";

export interface ConversionOptions {
  readonly listener?: Listener | undefined;
  /** Fold ops that are not legal before patterns are tried. Default true. */
  readonly fold?: boolean;
}

/** Every op that is illegal must go; ops of which the target says nothing may stay. Returns the errors; none is success. */
export function applyPartialConversion(
  root: Operation,
  target: ConversionTarget,
  patterns: Iterable<ConversionPattern>,
  options: ConversionOptions = {},
): readonly Diagnostic[] {
  return convert("partial", root, target, patterns, options);
}

/** Every op inside the root must become legal, and no cast may stay. Returns the errors; none is success. */
export function applyFullConversion(
  root: Operation,
  target: ConversionTarget,
  patterns: Iterable<ConversionPattern>,
  options: ConversionOptions = {},
): readonly Diagnostic[] {
  return convert("full", root, target, patterns, options);
}

export interface ConversionAnalysis {
  /** Ops of the root that are not legal and that a partial conversion would convert, in order. */
  readonly convertible: readonly Operation[];
  /** What a partial conversion would fail on. */
  readonly errors: readonly Diagnostic[];
}

/** What a partial conversion would do; the IR is left as it is. */
export function analyzeConversion(
  root: Operation,
  target: ConversionTarget,
  patterns: Iterable<ConversionPattern>,
  options: ConversionOptions = {},
): ConversionAnalysis {
  return withJournal(root.context, (transaction) => {
    const start = transaction.mark();
    const conversion = new Conversion("partial", root, target, new PatternSet(patterns), options, transaction);
    const errors = conversion.run();
    transaction.rollback(start);
    return { convertible: conversion.converted, errors };
  });
}

function convert(
  mode: "partial" | "full",
  root: Operation,
  target: ConversionTarget,
  patterns: Iterable<ConversionPattern>,
  options: ConversionOptions,
): readonly Diagnostic[] {
  return withJournal(root.context, (transaction) => {
    const start = transaction.mark();
    const conversion = new Conversion(mode, root, target, new PatternSet(patterns), options, transaction);
    const errors = conversion.run();
    if (errors.length > 0) transaction.rollback(start);
    else conversion.rewriter.flush();
    return errors;
  });
}

/** A pattern that was tried on an op, and why it did not convert it. */
interface Attempt {
  readonly pattern: string;
  readonly reason: string;
}

const deepest = 200;

class Conversion {
  readonly rewriter: ConversionRewriter;
  readonly #mode: "partial" | "full";
  readonly #root: Operation;
  readonly #target: ConversionTarget;
  readonly #patterns: PatternSet<ConversionPattern>;
  readonly #options: ConversionOptions;
  readonly #transaction: Transaction;
  readonly #originals: ReadonlySet<Operation>;
  readonly #ignored = new Set<Operation>();
  /** Ops of the root that were not legal and are gone, or legal now. */
  readonly converted: Operation[] = [];
  /** The patterns whose products are being legalized, outermost first. */
  readonly #active: ConversionPattern[] = [];

  constructor(
    mode: "partial" | "full",
    root: Operation,
    target: ConversionTarget,
    patterns: PatternSet<ConversionPattern>,
    options: ConversionOptions,
    transaction: Transaction,
  ) {
    this.#mode = mode;
    this.#root = root;
    this.#target = target;
    this.#patterns = patterns;
    this.#options = options;
    this.#transaction = transaction;
    const originals = new Set(walk(root));
    // A root that is in no block cannot be replaced.
    if (root.parentBlock === null) originals.delete(root);
    this.#originals = originals;
    this.rewriter = new ConversionRewriter(root, transaction, options.listener, (op) => originals.has(op));
  }

  run(): Diagnostic[] {
    const errors: Diagnostic[] = [];
    for (const op of this.#originals) {
      if (this.rewriter.erased.has(op) || this.#ignored.has(op)) continue;
      const { location, name } = op;
      const legality = this.#target.legality(op);
      const illegal = legality === "illegal";
      const failure = this.#legalize(op);
      if (failure === undefined && legality !== "legal" && !isUnrealizedCast(op)) this.converted.push(op);
      if (failure === undefined || (this.#mode === "partial" && !illegal)) continue;
      const suffix = illegal ? " that was explicitly marked illegal" : "";
      errors.push(
        errorAt(location, `failed to legalize operation '${name}'${suffix}`, { notes: attemptNotes(op, failure) }),
      );
    }
    return errors.length > 0 ? errors : this.#finishCasts();
  }

  /** Makes the op legal; otherwise says what was tried, and nothing changed. */
  #legalize(op: Operation): readonly Attempt[] | undefined {
    if (isUnrealizedCast(op)) return undefined;
    if (this.#target.legality(op) === "legal") {
      if (this.#target.isRecursivelyLegal(op)) for (const inner of walk(op)) this.#ignore(inner);
      return undefined;
    }
    if (this.#active.length > deepest) return [{ pattern: "any", reason: `conversions nest deeper than ${deepest}` }];
    const attempts: Attempt[] = [];
    if (this.#options.fold !== false) {
      const reason = this.#attempt(op, () =>
        tryFold(op, this.rewriter, this.rewriter.listener) === undefined ? "" : undefined,
      );
      if (reason === undefined) return undefined;
      if (reason !== "") attempts.push({ pattern: foldName.name, reason });
    }
    for (const pattern of this.#patterns.for(op.name)) {
      const reason = this.#tryPattern(op, pattern);
      if (reason === undefined) return undefined;
      attempts.push({ pattern: pattern.name, reason });
      this.#options.listener?.matchRefused?.(pattern, op, reason);
    }
    return attempts;
  }

  #ignore(op: Operation): void {
    if (this.#ignored.has(op)) return;
    this.#ignored.add(op);
    this.#transaction.journal.record(() => this.#ignored.delete(op));
  }

  #tryPattern(op: Operation, pattern: ConversionPattern): string | undefined {
    if (this.#active.includes(pattern)) return "it is being applied already, and led to this op again";
    const { rewriter } = this;
    return this.#attempt(
      op,
      () => {
        rewriter.converter = pattern.converter;
        const ranges: (readonly Value[])[] = [];
        for (const [index, value] of op.operands.entries()) {
          const range = rewriter.remap(value, pattern.converter);
          if (range === undefined) return `the type ${typeText(value.type)} of operand ${index} cannot be converted`;
          if (range.length !== 1 && pattern.oneToMany !== true) {
            return `operand ${index} became ${range.length} values, and the pattern takes one for one`;
          }
          ranges.push(range);
        }
        rewriter.setBefore(op);
        rewriter.listener?.patternBegin?.(pattern, op);
        const result = pattern.convert(op, new Adaptor(op, ranges), rewriter);
        rewriter.listener?.patternEnd?.(pattern, result === true);
        return result === true ? undefined : result.reason;
      },
      pattern,
    );
  }

  /** Runs a rewrite of `op` and legalizes what it made. On failure everything is undone; returns the reason. */
  #attempt(op: Operation, rewrite: () => string | undefined, pattern?: ConversionPattern): string | undefined {
    const { rewriter } = this;
    const outer = { touched: rewriter.touched, converter: rewriter.converter };
    const mark = this.#transaction.mark();
    rewriter.touched = new Set();
    const reason = rewrite() ?? this.#legalizeProducts(op, rewriter.touched, pattern);
    if (reason !== undefined) this.#transaction.rollback(mark);
    rewriter.touched = outer.touched;
    rewriter.converter = outer.converter;
    return reason;
  }

  #legalizeProducts(
    op: Operation,
    touched: ReadonlySet<Operation>,
    pattern: ConversionPattern | undefined,
  ): string | undefined {
    const products = new Set([...touched, op]);
    if (pattern !== undefined) this.#active.push(pattern);
    try {
      for (const product of products) {
        if (this.rewriter.erased.has(product) || isUnrealizedCast(product)) continue;
        if (product === op && !touched.has(op)) return "it neither replaced nor changed the op";
        const { name } = product;
        const illegal = this.#target.legality(product) === "illegal";
        const failure = this.#legalize(product);
        if (failure === undefined || (this.#mode === "partial" && !illegal)) continue;
        const why = failure.map((attempt) => `"${attempt.pattern}": ${attempt.reason}`).join("; ");
        return `made '${name}', which could not be legalized (${why === "" ? "no pattern starts from it" : why})`;
      }
    } finally {
      if (pattern !== undefined) this.#active.pop();
    }
    return undefined;
  }

  /** Cancels casts, and turns those that stay into what the converters' materialisations make. */
  #finishCasts(): Diagnostic[] {
    const { rewriter } = this;
    const alive = [...rewriter.casts.keys()].filter((cast) => !rewriter.erased.has(cast));
    const errors: Diagnostic[] = [];
    for (const cast of reconcileCasts(alive, rewriter)) {
      if (this.#materialize(cast) || this.#mode === "partial") continue;
      const user = cast.results.flatMap((result) => result.users())[0];
      errors.push(
        errorAt(
          cast.location,
          `failed to legalize unresolved materialization from ${typesText(cast.operands)} to ${typesText(cast.results)} that remained live after conversion`,
          {
            notes:
              user === undefined
                ? []
                : [{ location: user.location, message: `see existing live user here: '${user.name}'` }],
          },
        ),
      );
    }
    return errors;
  }

  #materialize(cast: Operation): boolean {
    const { rewriter } = this;
    const made = rewriter.casts.get(cast);
    const converter = made?.converter;
    if (made === undefined || converter === undefined) return false;
    rewriter.setBefore(cast);
    const { operands, results, location } = cast;
    if (made.kind === "source") {
      for (const source of converter.sources) {
        const value = source(rewriter, cast.result().type, operands, location);
        if (value === undefined) continue;
        rewriter.replaceOp(cast, [value]);
        return true;
      }
      return false;
    }
    const types = results.map(({ type }) => type);
    for (const target of converter.targets) {
      const values = target(rewriter, types, cast.operand(0), location);
      if (values === undefined) continue;
      rewriter.replaceOp(cast, values);
      return true;
    }
    return false;
  }
}

function typesText(values: readonly Value[]): string {
  return `(${values.map(({ type }) => `'${typeText(type)}'`).join(", ")})`;
}

function attemptNotes(
  op: Operation,
  attempts: readonly Attempt[],
): { location: Operation["location"]; message: string }[] {
  if (attempts.length === 0) return [{ location: op.location, message: `no pattern starts from '${op.name}'` }];
  return attempts.map(({ pattern, reason }) => ({ location: op.location, message: `pattern "${pattern}": ${reason}` }));
}
