// Every directive, both ways: text is parsed, printed and must come out as it was. Spaces are as mlir-tblgen's printers write them.
import { describe, expect, test } from "@jest/globals";
import { Context } from "../../../../ir/core/context.ts";
import { typeAttr } from "../../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { AnyType, derived, I32, Index, optional, typeVariable, variadic } from "../../../../ir/define/constraints.ts";
import { defineDialect } from "../../../../ir/define/define-dialect.ts";
import { anyRegion, defineOp, singleBlockRegion, variadicRegions } from "../../../../ir/define/define-op.ts";
import { ImplicitTerminator } from "../../../../ir/define/op-interfaces.ts";
import {
  I64Property, optionalProperty, StringProperty, stringEnum, SymbolNameProperty, TypeProperty, UnitProperty, withDefault,
} from "../../../../ir/define/properties.ts"; // prettier-ignore
import { parseModule } from "../../../../ir/syntax/parser.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";

const T = typeVariable("T", AnyType);
const word = stringEnum("word", ["alpha", "beta"]);

const end = defineOp({ name: "t.end", summary: "end", traits: ["Terminator"], assemblyFormat: "attr-dict" });
const ops = [
  end,
  defineOp({
    name: "t.spaces",
    summary: "whitespace literals and punctuation",
    operands: { x: I32, o: optional(I32), v: variadic(Index) },
    assemblyFormat: "$x `` `[` $v `]` (`foo` `(` $o^ `)`)? `->` `<` `` `,` `>` ` ` `=` `{` `}` `\\n` `next` attr-dict",
  }),
  defineOp({
    name: "t.tight",
    summary: "an arrow after nothing",
    operands: { x: I32 },
    assemblyFormat: "`` `(` $x `)` `:` ` ` `a` `,` `` `->` `b` attr-dict",
  }),
  defineOp({
    name: "t.else",
    summary: "else parts, and an anchor in one",
    operands: { o: optional(I32) },
    properties: { d: withDefault(I64Property, 3), e: optionalProperty(I64Property), u: UnitProperty },
    assemblyFormat:
      "(`with` $o^) : (`without`)? (`bar` $d^) : (`q`)? (`none`) : (`some` $e^)? (`loud` $u^) : (`quiet`)? attr-dict",
  }),
  defineOp({
    name: "t.opened",
    summary: "groups opened by properties with and without syntax of their own",
    properties: {
      s: optionalProperty(StringProperty),
      w: optionalProperty(word),
      n: optionalProperty(I64Property),
      sym_name: optionalProperty(SymbolNameProperty),
      u: UnitProperty,
    },
    assemblyFormat: "($s^)? ($sym_name^)? ($n^)? (`loud` $u^)? attr-dict `with` ($w^)? `end`",
  }),
  defineOp({
    name: "t.oilist",
    summary: "clauses in any order",
    operands: { x: variadic(I32) },
    properties: { e: optionalProperty(I64Property), u: UnitProperty, w: optionalProperty(word) },
    assemblyFormat: "oilist(`a` $e | `unit` $u | `w` `(` $w `)` | `x` $x) attr-dict",
  }),
  defineOp({
    name: "t.regions",
    summary: "regions one by one",
    regions: { first: anyRegion, rest: variadicRegions },
    assemblyFormat: "$first (`then` $rest^)? attr-dict",
  }),
  defineOp({
    name: "t.all_regions",
    summary: "all regions",
    regions: { rest: variadicRegions },
    assemblyFormat: "regions attr-dict",
  }),
  defineOp({
    name: "t.implicit",
    summary: "a terminator that the text leaves out",
    regions: { body: singleBlockRegion, otherwise: anyRegion },
    interfaces: [ImplicitTerminator.with("t.end")],
    assemblyFormat: "$body (`else` $otherwise^)? attr-dict-with-keyword",
  }),
  defineOp({
    name: "t.prop_dict",
    summary: "properties apart from attributes",
    properties: { a: I64Property, b: withDefault(I64Property, 1), c: UnitProperty, shown: I64Property },
    assemblyFormat: "$shown prop-dict attr-dict",
  }),
  defineOp({
    name: "t.all",
    summary: "all operands and results at once",
    operands: { a: AnyType, b: variadic(AnyType) },
    results: { r: variadic(AnyType), s: AnyType },
    assemblyFormat: "operands `:` type(operands) `->` type(results) attr-dict",
  }),
  defineOp({
    name: "t.segments",
    summary: "several variadic operands and results",
    operands: { a: variadic(T), b: variadic(AnyType) },
    results: { r: variadic(AnyType), s: variadic(AnyType), c: T },
    assemblyFormat: "`[` $a `]` $b `:` type($a) `and` type($b) `->` type($r) `|` type($s) attr-dict",
  }),
  defineOp({
    name: "t.functional",
    summary: "a function type of named elements",
    operands: { a: AnyType, b: variadic(AnyType), c: I32 },
    results: { r: AnyType },
    assemblyFormat: "$a `,` $c `(` $b `)` attr-dict `:` type($a) `,` functional-type($b, $r)",
  }),
  defineOp({
    name: "t.inferred",
    summary: "types from one another",
    operands: { a: T, b: variadic(T), i: Index },
    results: { r: T, d: derived("the type of T again", ["T"], (bindings) => bindings.get("T")) },
    assemblyFormat: "$a `,` $i `(` $b `)` attr-dict `:` type($r)",
  }),
  defineOp({
    name: "t.custom",
    summary: "a directive that opens a group, one that is given a reference, one with a type",
    operands: { token: optional(AnyType), x: AnyType },
    properties: { kind: TypeProperty, w: word },
    regions: { body: anyRegion },
    assemblyFormat:
      "(custom<Token>($token, type($token))^ `with`)? custom<Typed>($x, type($x)) qualified($w) " +
      "custom<Same>($kind, ref(type($x))) custom<Body>($body) attr-dict",
    customDirectives: {
      Token: {
        print: (args, op, p) => {
          p.text("[");
          p.values(args.values(op, 0));
          p.text(" : ");
          p.list(args.types(op, 1), (type) => p.type(type));
          p.text("]");
        },
        parse: (p, state, args) => {
          if (!p.accept("[")) return false;
          state.setOperands(args.name(0), [p.operand()]);
          p.expect(":");
          state.setTypes(args.name(1), [p.type()]);
          p.expect("]");
          return true;
        },
      },
      Typed: {
        print: (args, op, p) => {
          p.values(args.values(op, 0));
          p.text(": ");
          p.list(args.types(op, 1), (type) => p.type(type));
        },
        parse: (p, state, args) => {
          state.setOperands(args.name(0), [p.operand()]);
          p.expect(":");
          state.setTypes(args.name(1), [p.type()]);
        },
      },
      Same: {
        print: (args, op, p) => {
          const kind = args.property(op, 0);
          const same = kind?.kind === "type" && kind.type === args.types(op, 1)[0];
          p.text(same ? "same" : "other ");
          if (!same && kind !== undefined) p.attribute(kind);
        },
        parse: (p, state, args) => {
          const [type] = state.types(args.name(1)) ?? [];
          if (p.accept("same") && type !== undefined) state.setProperty(args.name(0), typeAttr(type));
          else {
            p.expect("other");
            state.setProperty(args.name(0), p.attribute());
          }
        },
      },
      Body: {
        print: (args, op, p) => p.list(args.regions(op, 0), (region) => p.region(region)),
        parse: (p, state, args) => state.setRegions(args.name(0), [p.region()]),
      },
    },
  }),
  defineOp({
    name: "t.br",
    summary: "successors",
    successors: { first: "one", rest: "variadic" },
    traits: ["Terminator"],
    assemblyFormat: "$first (`or` $rest^)? attr-dict",
  }),
  defineOp({
    name: "t.jump",
    summary: "all successors",
    successors: { to: "variadic" },
    traits: ["Terminator"],
    assemblyFormat: "successors attr-dict",
  }),
];

const context = new Context();
context.allowUnregisteredDialects = true;
context.registerDialect(defineDialect({ name: "t", summary: "test ops", ops }));
context.registerDialect(
  defineDialect({
    name: "builtin",
    summary: "the module",
    ops: [
      defineOp({
        name: "builtin.module",
        summary: "module",
        regions: { body: singleBlockRegion },
        assemblyFormat: "attr-dict-with-keyword $body",
      }),
    ],
  }),
);

function parsed(lines: readonly string[]): {
  readonly op: Operation | undefined;
  readonly messages: readonly string[];
} {
  const text = `"u.wrap"() ({\n^bb0(%arg0: i32, %arg1: index, %arg2: f32):\n${lines.join("\n")}\n}) : () -> ()`;
  const { module, diagnostics } = parseModule(text, context);
  const op = module?.region().entry.firstOp ?? undefined;
  return { op, messages: diagnostics.map(({ message }) => message) };
}

/** What the lines print as, inside the wrapping op. */
function printed(lines: readonly string[]): readonly string[] {
  const { op, messages } = parsed(lines);
  expect(messages).toEqual([]);
  return op === undefined
    ? []
    : printOperation(op)
        .split("\n")
        .slice(2, -1)
        .map((line) => line.trim());
}

describe("directives", () => {
  test.each([
    ["t.spaces %arg0[%arg1, %arg1] foo(%arg0) -> <,> = {}\nnext {u.a}"],
    ["t.spaces %arg0[] -> <,> = {}\nnext"],
    ["t.tight(%arg0) : a,-> b"],
    ["t.else with %arg0 bar 4 some 5 loud"],
    ["t.else without q none quiet {u.a = 1 : i64}"],
    ['t.opened "s" @name 5 with alpha end'],
    ["t.opened {u.a} with end"],
    ["t.opened 7 loud with end"],
    ["t.opened @name {u.a} with beta end"],
    ["t.oilist a 5 unit w(beta) x %arg0, %arg0"],
    ["t.oilist"],
    ["t.regions {\n} then {\n}, {\n}"],
    ['t.regions {\n  "u.a"() : () -> ()\n  "u.b"() : () -> ()\n}'],
    ["t.all_regions {\n}, {\n}"],
    ['t.implicit {\n  "u.a"() : () -> ()\n}'],
    ['t.implicit {\n  t.end {u.b}\n} else {\n  "u.a"() : () -> ()\n} attributes {u.a}'],
    ["t.prop_dict 7 <{a = 1 : i64, c}>"],
    ["t.prop_dict 7 <{a = 1 : i64, b = 2 : i64}> {u.a}"],
    ["%0:2 = t.all %arg0, %arg1 : i32, index -> f32, f32"],
    ["%0 = t.all %arg0 : i32 -> f32 {u.a}"],
    ["%0:4 = t.segments[%arg0] %arg1, %arg2 : i32 and index, f32 -> f32 | f64, i1"],
    ["%0 = t.functional %arg0, %arg0(%arg1, %arg2) : i32, (index, f32) -> f64"],
    ["%0 = t.functional %arg2, %arg0() : f32, () -> f32"],
    ["%0:2 = t.inferred %arg0, %arg1(%arg0, %arg0) : i32"],
    ["%0:2 = t.inferred %arg2, %arg1() {u.a} : f32"],
    ['t.custom [%arg1 : index] with %arg0: i32 "alpha" same {\n}'],
    ['t.custom %arg0: i32 "beta" other f32 {\n} {u.a}'],
    [
      "t.br ^bb1\n^bb1:  // 4 preds: ^bb0, ^bb1, ^bb1, ^bb2\nt.br ^bb1 or ^bb1, ^bb2\n^bb2:  // 2 preds: ^bb1, ^bb2\nt.jump ^bb1, ^bb2",
    ],
  ])("%s", (text) => {
    const lines = text.split("\n");
    expect(printed(lines)).toEqual(lines.map((line) => line.trim()));
  });

  test("oilist takes its clauses in any order and each at most once", () => {
    expect(printed(["t.oilist x %arg0 unit a 5"])).toEqual(["t.oilist a 5 unit x %arg0"]);
    expect(parsed(["t.oilist a 5 a 6"]).messages).toEqual([
      "`a` clause can appear at most once in the expansion of the oilist directive",
    ]);
  });

  test("segment sizes count the groups as read", () => {
    const { op } = parsed(["%0:4 = t.segments[%arg0] %arg1, %arg2 : i32 and index, f32 -> f32 | f64, i1"]);
    expect(op && printOperation(op, { generic: true })).toContain(
      "<{operandSegmentSizes = array<i32: 1, 2>, resultSegmentSizes = array<i32: 1, 2, 1>}> : (i32, index, f32) -> (f32, f64, i1, i32)",
    );
  });

  test("a type that nothing tells is reported", () => {
    expect(parsed(["%0 = t.segments[] %arg1 : and index -> |"]).messages).toEqual([
      "the type of result 'c' of 't.segments' cannot be inferred",
    ]);
  });

  test("properties in the dictionary are properties", () => {
    const { op } = parsed(["t.prop_dict 7 {a = 1 : i64, u.a}"]);
    const read = op?.region().entry.firstOp;
    expect(read?.attribute("a")).toBeDefined();
    expect(read?.discardable.map(([name]) => name)).toEqual(["u.a"]);
  });
});
