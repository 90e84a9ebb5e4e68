// ConversionRewriter: replaces values by values of other types, with casts in between; all it does can be rolled back.
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { walk } from "../core/walk.ts";
import type { Transaction } from "./journaled.ts";
import type { Listener } from "./listener.ts";
import { typeText } from "../syntax/print-attributes.ts";
import { refuse, type RewriteResult } from "./pattern.ts";
import { replacementValues, Rewriter, type Replacement } from "./rewriter.ts";
import type { TypeConverter } from "./type-converter.ts";
import { createUnrealizedCast, haveTypes, isUnrealizedCast } from "./unrealized-casts.ts";

/** A cast that the conversion made: back to the old type ("source") or on to the new ones ("target"). */
export interface ConversionCast {
  readonly kind: "source" | "target";
  readonly converter: TypeConverter | undefined;
}

export class ConversionRewriter extends Rewriter {
  /** The casts that the conversion made and that are still there. */
  readonly casts = new Map<Operation, ConversionCast>();
  readonly erased = new Set<Operation>();
  /** The converter of the pattern that runs now; its materialisations replace the casts that stay. */
  converter: TypeConverter | undefined;
  /** Ops that the running pattern made or changed in place. */
  touched = new Set<Operation>();
  readonly #transaction: Transaction;
  readonly #targets = new Map<Value, Operation[]>();
  /** What outside listeners will hear, once it is sure to stay. */
  readonly #events: (() => void)[] = [];
  #replacing = false;

  /** `isOriginal` tells ops that the conversion visits in any case from those that patterns make. */
  constructor(
    root: Operation,
    transaction: Transaction,
    outside: Listener | undefined,
    isOriginal: (op: Operation) => boolean,
  ) {
    super(root.context);
    this.#transaction = transaction;
    const later = (event: () => void): void => {
      if (outside === undefined) return;
      this.#events.push(event);
      transaction.journal.record(() => this.#events.pop());
    };
    this.listener = {
      inserted: (op) => {
        for (const inner of walk(op)) if (!isOriginal(inner)) this.touched.add(inner);
        later(() => outside?.inserted?.(op));
      },
      moved: (op) => later(() => outside?.moved?.(op)),
      modified: (op) => {
        if (!this.#replacing) this.touched.add(op);
        later(() => outside?.modified?.(op));
      },
      replaced: (op, values) => later(() => outside?.replaced?.(op, values)),
      erased: (op) => {
        this.#add(this.erased, op);
        later(() => outside?.erased?.(op));
      },
      blockErased: (block) => later(() => outside?.blockErased?.(block)),
      patternBegin: (pattern, op) => later(() => outside?.patternBegin?.(pattern, op)),
      patternEnd: (pattern, applied) => later(() => outside?.patternEnd?.(pattern, applied)),
    };
  }

  /** Tells outside listeners what happened. */
  flush(): void {
    for (const event of this.#events) event();
    this.#events.length = 0;
  }

  #add(set: Set<Operation>, op: Operation): void {
    set.add(op);
    this.#transaction.journal.record(() => set.delete(op));
  }

  #cast(
    kind: ConversionCast["kind"],
    types: readonly Type[],
    inputs: readonly Value[],
    near: Operation["location"],
  ): Operation {
    const cast = createUnrealizedCast(this, types, inputs, near);
    this.casts.set(cast, { kind, converter: this.converter });
    this.#transaction.journal.record(() => this.casts.delete(cast));
    return cast;
  }

  /** Uses move without counting as changes of the users: those are visited anyway, and their types stay. */
  override replaceAllUsesWith(from: Value, to: Value): void {
    const before = this.#replacing;
    this.#replacing = true;
    super.replaceAllUsesWith(from, to);
    this.#replacing = before;
  }

  override replaceOp(op: Operation, replacement: Replacement): void {
    this.replaceOpWithMultiple(
      op,
      replacementValues(replacement).map((value) => [value]),
    );
  }

  /** Replaces each result by a list of values, of any types; an empty list drops the result. */
  replaceOpWithMultiple(op: Operation, ranges: readonly (readonly Value[])[]): void {
    if (ranges.length !== op.resultCount) {
      throw new Error(
        `'${op.name}' has ${op.resultCount} results and was replaced with ${ranges.length} lists of values`,
      );
    }
    this.listener?.replaced?.(op, ranges.flat());
    this.at(
      (builder) => builder.setBefore(op),
      () =>
        op.results.forEach((result, index) => {
          const values = ranges[index];
          if (values !== undefined && result.hasUses) this.#replaceValue(result, values, op.location);
        }),
    );
    this.eraseOp(op);
  }

  #replaceValue(from: Value, values: readonly Value[], location: Operation["location"]): void {
    const [only] = values;
    const same = only !== undefined && haveTypes(values, [from.type]);
    this.replaceAllUsesWith(from, same ? only : this.#cast("source", [from.type], values, location).result());
  }

  /** The converted values of a value, made by a cast where there are none yet; undefined where its type has no conversion. */
  remap(value: Value, converter: TypeConverter | undefined = this.converter): readonly Value[] | undefined {
    if (converter === undefined) return [value];
    const types = converter.convert(value.type);
    if (types === undefined) return undefined;
    if (types.length === 0) return [];
    if (haveTypes([value], types)) return [value];
    const { definingOp } = value;
    if (definingOp !== null && isUnrealizedCast(definingOp) && definingOp.resultCount === 1) {
      const inputs = definingOp.operands;
      if (haveTypes(inputs, types)) return inputs;
    }
    const known = this.#targets.get(value) ?? [];
    const present = known.find((cast) => haveTypes(cast.results, types));
    if (present !== undefined) return present.results;
    const cast = this.at(
      (builder) => {
        if (definingOp !== null) builder.setAfter(definingOp);
        else if (value.ownerBlock !== null) builder.setToStart(value.ownerBlock);
      },
      () => this.#cast("target", types, [value], definingOp?.location ?? this.location),
    );
    this.#targets.set(value, [...known, cast]);
    this.#transaction.journal.record(() => this.#targets.set(value, known));
    return cast.results;
  }

  /** Gives the arguments of all blocks of a region their converted types; uses go through casts until they are converted. */
  convertRegionArguments(region: Region, converter: TypeConverter | undefined = this.converter): RewriteResult {
    if (converter === undefined) return true;
    for (const block of region.blocks) {
      const types: (readonly Type[])[] = [];
      for (const { type, index } of block.arguments) {
        const converted = converter.convert(type);
        if (converted === undefined)
          return refuse(`the type ${typeText(type)} of block argument ${index} cannot be converted`);
        types.push(converted);
      }
      this.convertBlockArguments(block, types);
    }
    return true;
  }

  /** Replaces each argument by arguments of these types. */
  convertBlockArguments(block: Block, types: readonly (readonly Type[])[]): void {
    const old = [...block.arguments];
    this.at(
      (builder) => builder.setToStart(block),
      () => {
        old.forEach((argument, i) => {
          const wanted = types[i] ?? [];
          if (haveTypes([argument], wanted)) return;
          const location = argument.argumentLocation ?? undefined;
          const made = wanted.map((type, offset) => block.insertArgument(argument.index + 1 + offset, type, location));
          if (argument.hasUses) this.#replaceValue(argument, made, location ?? this.location);
          block.eraseArgument(argument.index);
        });
      },
    );
    if (block.parentOp !== null) this.listener?.modified?.(block.parentOp);
  }
}
