// A conversion that fails on 30 ops of 12 kinds, in three functions and in regions inside one another: one run reports each of them once, at its place, with every
// pattern that was tried, the reason that it gave, and the ops in between; and the module is what it was, to the byte.
import { describe, expect, test } from "@jest/globals";
import type { Diagnostic } from "../../../ir/core/diagnostic.ts";
import { filePosition } from "../../../ir/core/location.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i32 } from "../../../ir/core/type-constructors.ts";
import { analyzeConversion, applyFullConversion, applyPartialConversion } from "../../../ir/rewrite/conversion.ts";
import type { ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import { ConversionTarget } from "../../../ir/rewrite/conversion-target.ts";
import { refuse } from "../../../ir/rewrite/pattern.ts";
import { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { parse } from "../../support/mlir.ts";

/** i64 becomes two i32, i1 nothing at all; f16 cannot be converted. */
const converter = new TypeConverter(
  (type) => type,
  (type) => (type.kind === "float" && type.name === "f16" ? null : undefined),
  (type) => (type.kind === "integer" && type.width === 64 ? [i32(type.context), i32(type.context)] : undefined),
  (type) => (type.kind === "integer" && type.width === 1 ? [] : undefined),
);

type Convert = ConversionPattern["convert"];
const on = (
  root: string,
  name: string,
  convert: Convert,
  more: Partial<ConversionPattern> = {},
): ConversionPattern => ({
  name,
  root,
  convert,
  ...more,
});
/** Replaces an op by one of another name. */
const becomes = (from: string, to: string, more: Partial<ConversionPattern> = {}): ConversionPattern =>
  on(
    from,
    `${from} => ${to}`,
    (op, adaptor, rewriter) => {
      rewriter.replaceOpWithNew(op, to, { operands: adaptor.operands });
      return true;
    },
    more,
  );

const patterns: readonly ConversionPattern[] = [
  becomes("good.op", "done.op"),
  on("bad.refused", "refused", () => refuse("its size is odd")),
  on("bad.twice", "the first", () => refuse("it is too wide"), { benefit: 2 }),
  on("bad.twice", "the second", () => refuse("it is too deep")),
  becomes("bad.chain", "mid.a"),
  becomes("mid.a", "mid.b"),
  becomes("mid.b", "mid.c"),
  on("mid.c", "c", () => refuse("the end of the road")),
  becomes("bad.fork", "mid.c", { benefit: 3 }),
  becomes("bad.fork", "mid.none", { benefit: 2 }),
  becomes("bad.round", "mid.round"),
  becomes("mid.round", "bad.round"),
  becomes("bad.type", "done.op", { converter }),
  becomes("bad.wide", "done.op", { converter }),
  becomes("bad.gone", "done.op", { converter }),
  on("bad.idle", "idle", () => true),
  on("bad.holding", "holding", (op, adaptor, rewriter) => {
    const made = rewriter.create("done.holding", {
      operands: adaptor.operands,
      regions: [rewriter.regionWithBlock()],
      resultTypes: op.results.map(({ type }) => type),
    });
    rewriter.setToEnd(made.region().entry);
    rewriter.create("done.op", {});
    rewriter.create("mid.none", {});
    rewriter.replaceOp(op, made);
    return true;
  }),
  on("bad.region", "region", () => refuse("its region stays")),
];

/** What is said of each kind, in order. */
const reasons: Readonly<Record<string, readonly string[]>> = {
  "bad.none": ["no pattern starts from 'bad.none'"],
  "bad.refused": [`pattern "refused": its size is odd`],
  "bad.twice": [`pattern "the first": it is too wide`, `pattern "the second": it is too deep`],
  "bad.chain": [
    `pattern "bad.chain => mid.a": made 'mid.a', which could not be legalized ("mid.a => mid.b": made 'mid.b', which could not be legalized ("mid.b => mid.c": made 'mid.c', which could not be legalized ("c": the end of the road)))`,
  ],
  "bad.fork": [
    `pattern "bad.fork => mid.c": made 'mid.c', which could not be legalized ("c": the end of the road)`,
    `pattern "bad.fork => mid.none": made 'mid.none', which could not be legalized (no pattern starts from it)`,
  ],
  "bad.round": [
    `pattern "bad.round => mid.round": made 'mid.round', which could not be legalized ("mid.round => bad.round": made 'bad.round', which could not be legalized ("bad.round => mid.round": it is being applied already, and led to this op again))`,
  ],
  "bad.type": [`pattern "bad.type => done.op": the type f16 of operand 0 cannot be converted`],
  "bad.wide": [`pattern "bad.wide => done.op": operand 0 became 2 values, and the pattern takes one for one`],
  "bad.gone": [`pattern "bad.gone => done.op": operand 0 became 0 values, and the pattern takes one for one`],
  "bad.idle": [`pattern "idle": it neither replaced nor changed the op`],
  "bad.holding": [`pattern "holding": made 'mid.none', which could not be legalized (no pattern starts from it)`],
  "bad.region": [`pattern "region": its region stays`],
};

const operands: Readonly<Record<string, string>> = {
  "bad.type": "(%h) : (f16) -> i32",
  "bad.wide": "(%l) : (i64) -> i32",
  "bad.gone": "(%b) : (i1) -> i32",
};

/** Ops of the kinds in turn, each between ops that are converted; every fifth one deeper inside regions. */
function program(): { readonly text: string; readonly places: readonly (readonly [line: number, kind: string])[] } {
  const lines: string[] = [];
  const places: (readonly [number, string])[] = [];
  const kinds = Object.keys(reasons);
  let value = 0;
  for (let f = 0; f < 3; f++) {
    lines.push(`func.func @f${f}(%x: i32, %h: f16, %l: i64, %b: i1) {`);
    const closing: string[] = [];
    for (let i = 0; i < 10; i++) {
      const kind = kinds[(f * 10 + i) % kinds.length] ?? "";
      lines.push(`%${value++} = "good.op"(%x) : (i32) -> i32`);
      const isRegion = kind === "bad.region";
      lines.push(
        isRegion ? `"bad.region"() ({` : `%${value++} = "${kind}"${operands[kind] ?? `(%${value - 2}) : (i32) -> i32`}`,
      );
      places.push([lines.length, kind]);
      if (isRegion) closing.unshift(`"done.end"() : () -> () }) : () -> ()`);
      if (i % 5 === 4) {
        lines.push(`"done.box"() ({`);
        closing.unshift(`"done.end"() : () -> () }) : () -> ()`);
      }
    }
    lines.push(...closing, "return", "}");
  }
  return { text: lines.join("\n"), places };
}

const { text, places } = program();
const target = (): ConversionTarget =>
  new ConversionTarget().illegalDialects("bad", "mid", "good").legalDialects("done", "func", "builtin");

type Run = (module: Operation) => readonly Diagnostic[];
const run: Readonly<Record<string, Run>> = {
  partial: (module) => applyPartialConversion(module, target(), patterns),
  full: (module) => applyFullConversion(module, target(), patterns),
  analysis: (module) => analyzeConversion(module, target(), patterns).errors,
  "full, of what nobody has said is legal": (module) =>
    applyFullConversion(module, new ConversionTarget().legalDialects("done", "func", "builtin"), patterns),
};

describe("a conversion that fails", () => {
  test("on 30 ops of 12 kinds", () => {
    expect(places.length).toBe(30);
    expect(new Set(places.map(([, kind]) => kind)).size).toBe(12);
  });

  test.each(Object.keys(run))("%s: each is reported with all reasons, and nothing changed", (mode) => {
    const module = parse(text);
    const before = printOperation(module, { debugInfo: true });
    const errors = run[mode]?.(module) ?? [];
    const marked = mode.startsWith("full,") ? "" : " that was explicitly marked illegal";
    expect(
      errors.map(({ location, message, notes }) => [
        filePosition(location)?.line,
        message,
        ...(notes ?? []).map((note) => note.message),
      ]),
    ).toEqual(
      places.map(([line, kind]) => [line, `failed to legalize operation '${kind}'${marked}`, ...(reasons[kind] ?? [])]),
    );
    for (const { location, notes } of errors) for (const note of notes ?? []) expect(note.location).toEqual(location);
    expect(printOperation(module, { debugInfo: true })).toBe(before);
    expect(module.context.journal).toBeNull();
  });

  test("partial, of what nobody has said is illegal: what can be converted is, and the rest stays", () => {
    const module = parse(text);
    const errors = applyPartialConversion(
      module,
      new ConversionTarget().legalDialects("done", "func", "builtin"),
      patterns,
    );
    expect(errors).toEqual([]);
    const after = printOperation(module);
    expect(after).not.toContain("good.op");
    for (const kind of Object.keys(reasons)) {
      const left = after.split(`"${kind}"`).length - 1;
      // Partial conversions accept products of which nobody has said anything: what goes round may end where it began.
      const converts = ["bad.chain", "bad.fork", "bad.holding"].includes(kind);
      expect([kind, left > 0]).toEqual([kind, !converts]);
    }
  });
});
