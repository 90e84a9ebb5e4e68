import { describe, expect, test } from "@jest/globals";
import { floatType, i32, i64, integerType } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import { ConversionTarget } from "../../../ir/rewrite/conversion-target.ts";
import { analyzeConversion, applyFullConversion, applyPartialConversion } from "../../../ir/rewrite/conversion.ts";
import { conversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import { convertOpTypes, typeOnlyPatterns } from "../../../ir/rewrite/convert-types.ts";
import { refuse } from "../../../ir/rewrite/pattern.ts";
import { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { AddOp, CastOp, FuncOp, LoopOp, SinkOp, toy, type Toy } from "./toy-dialect.ts";

/** i64 becomes i32; i128 becomes two i64; floats cannot be converted. */
function narrowing(): TypeConverter {
  return new TypeConverter(
    (type) => type,
    (type) => (type.kind === "float" ? null : undefined),
    (type) => (type.kind === "integer" && type.width === 64 ? i32(type.context) : undefined),
    (type) => (type.kind === "integer" && type.width === 128 ? [i32(type.context), i32(type.context)] : undefined),
  );
}

const legalByTypes = (converter: TypeConverter): ConversionTarget =>
  new ConversionTarget().dynamicallyLegalDialects(
    ["toy"],
    (op) => converter.isLegalOp(op) && converter.hasLegalRegions(op),
  );

const typesOf = (t: Toy): string[] => {
  const text = (type: Type): string => (type.kind === "integer" ? `i${type.width}` : type.kind);
  return [...t.body.ops()].map(
    (op) => `${op.name}: ${[...op.operands, ...op.results].map(({ type }) => text(type)).join(" ")}`,
  );
};

const arguments2 = (t: Toy) => {
  const [x, y] = t.body.arguments;
  if (x === undefined || y === undefined) throw new Error("no arguments");
  return [x, y] as const;
};

describe("dialect conversion", () => {
  test("converts types through uses, and leaves no cast", () => {
    const t = toy((c) => [i64(c), i64(c)]);
    const [x, y] = arguments2(t);
    t.sink(t.add(t.add(x, y), y));
    const converter = narrowing();
    const names = ["toy.add", "toy.sink", "toy.func"];
    expect(applyFullConversion(t.module, legalByTypes(converter), typeOnlyPatterns(names, converter))).toEqual([]);
    expect(
      t.module
        .region()
        .entry.firstOp?.region()
        .entry.arguments.map(({ type }) => type),
    ).toEqual([i32(t.context), i32(t.context)]);
    const func = t.module.region().entry.firstOp;
    expect([...(func?.region().entry.ops() ?? [])].map((op) => op.name)).toEqual(["toy.add", "toy.add", "toy.sink"]);
  });

  test("keeps casts to ops that stay as they are", () => {
    const t = toy((c) => [i64(c), i64(c)]);
    const [x, y] = arguments2(t);
    t.sink(t.add(x, y));
    const converter = narrowing();
    const target = new ConversionTarget().dynamicallyLegalOps([AddOp], (op) => converter.isLegalOp(op));
    expect(applyPartialConversion(t.module, target, typeOnlyPatterns(["toy.add"], converter))).toEqual([]);
    expect(typesOf(t)).toEqual([
      "builtin.unrealized_conversion_cast: i64 i32",
      "builtin.unrealized_conversion_cast: i64 i32",
      "toy.add: i32 i32 i32",
      "builtin.unrealized_conversion_cast: i32 i64",
      "toy.sink: i64",
    ]);
  });

  test("materialises casts where the converter knows how", () => {
    const t = toy((c) => [i64(c), i64(c)]);
    const [x, y] = arguments2(t);
    t.sink(t.add(x, y));
    const converter = narrowing()
      .addSourceMaterialization(
        (rewriter, type, [input]) => input && CastOp.build(rewriter, { input, resultTypes: [type] }).result,
      )
      .addTargetMaterialization((rewriter, types, input) => [
        CastOp.build(rewriter, { input, resultTypes: types }).result,
      ]);
    const target = new ConversionTarget()
      .legalOps(SinkOp, CastOp, FuncOp)
      .dynamicallyLegalOps([AddOp], (op) => converter.isLegalOp(op));
    expect(applyFullConversion(t.module, target, typeOnlyPatterns(["toy.add"], converter))).toEqual([]);
    expect(typesOf(t)).toEqual([
      "toy.cast: i64 i32",
      "toy.cast: i64 i32",
      "toy.add: i32 i32 i32",
      "toy.cast: i32 i64",
      "toy.sink: i64",
    ]);
  });

  test("a cast that stays is an error where everything must be converted", () => {
    const t = toy((c) => [i64(c), i64(c)]);
    const [x, y] = arguments2(t);
    t.sink(t.add(x, y));
    const before = t.listing();
    const converter = narrowing();
    const target = new ConversionTarget()
      .legalDialects("toy")
      .dynamicallyLegalOps([AddOp], (op) => converter.isLegalOp(op));
    const errors = applyFullConversion(t.module, target, typeOnlyPatterns(["toy.add"], converter));
    expect(errors.map(({ message }) => message)).toContain(
      "failed to legalize unresolved materialization from ('i32') to ('i64') that remained live after conversion",
    );
    expect(t.listing()).toEqual(before);
  });

  test("converts one value to several", () => {
    const t = toy((c) => [integerType(c, 128), integerType(c, 128)]);
    const [x] = arguments2(t);
    t.sink(x);
    const converter = narrowing();
    expect(
      applyFullConversion(t.module, legalByTypes(converter), typeOnlyPatterns(["toy.sink", "toy.func"], converter)),
    ).toEqual([]);
    const body = t.module.region().entry.firstOp?.region().entry;
    expect(body?.arguments.length).toBe(4);
    expect(body?.firstOp?.operands).toEqual(body?.arguments.slice(0, 2));
  });

  test("lists every op that failed with every pattern's reason, and leaves the module as it was", () => {
    const t = toy((c) => [i64(c), floatType(c, "f32")]);
    const [x, y] = arguments2(t);
    t.sink(t.add(x, x));
    t.b.create("toy.sink", { operands: [y] });
    LoopOp.build(t.b, { body: t.b.regionWithBlock() });
    const before = t.listing();
    const converter = narrowing();
    const target = new ConversionTarget().illegalDialects("toy").legalOps(FuncOp);
    const errors = applyPartialConversion(t.module, target, [
      ...typeOnlyPatterns(["toy.add"], converter),
      conversionPattern("sink => nothing", SinkOp, () => refuse("it cannot be undone"), { converter }),
    ]);
    expect(errors.map(({ message, notes }) => [message, ...(notes ?? []).map((note) => note.message)])).toEqual([
      [
        "failed to legalize operation 'toy.add' that was explicitly marked illegal",
        `pattern "toy.add with converted types": made 'toy.add', which could not be legalized ("toy.add with converted types": it is being applied already, and led to this op again)`,
      ],
      [
        "failed to legalize operation 'toy.sink' that was explicitly marked illegal",
        `pattern "sink => nothing": it cannot be undone`,
      ],
      [
        "failed to legalize operation 'toy.sink' that was explicitly marked illegal",
        `pattern "sink => nothing": the type f32 of operand 0 cannot be converted`,
      ],
      [
        "failed to legalize operation 'toy.loop' that was explicitly marked illegal",
        "no pattern starts from 'toy.loop'",
      ],
    ]);
    expect(t.listing()).toEqual(before);
    // No use of a value is left over from what was undone.
    expect([...x.uses()].length).toBe(2);
    expect(t.context.journal).toBeNull();
  });

  test("legalizes what patterns make, and undoes a pattern whose products cannot be", () => {
    const t = toy((c) => [i64(c), i64(c)]);
    const [x, y] = arguments2(t);
    t.sink(t.add(x, y));
    const target = new ConversionTarget().illegalOps(AddOp, LoopOp).legalOps(CastOp);
    const errors = applyPartialConversion(t.module, target, [
      conversionPattern(
        "add => loop, cast",
        AddOp,
        ({ op, lhs }, _, rewriter) => {
          LoopOp.build(rewriter, { body: rewriter.regionWithBlock() });
          rewriter.replaceOp(op, CastOp.build(rewriter, { input: lhs, resultTypes: [lhs.type] }).op);
          return true;
        },
        { benefit: 2 },
      ),
      conversionPattern("add => cast", AddOp, ({ op, rhs }, _, rewriter) => {
        rewriter.replaceOp(op, CastOp.build(rewriter, { input: rhs, resultTypes: [rhs.type] }).op);
        return true;
      }),
    ]);
    expect(errors).toEqual([]);
    expect(t.listing()).toEqual(["%2 = cast %1", "sink %2"]);
    expect(x.hasUses).toBe(false);
  });

  test("analysis tells what would be converted and what would not, and leaves the module as it was", () => {
    const t = toy((c) => [i64(c), i64(c)]);
    const [x, y] = arguments2(t);
    t.sink(t.add(t.add(x, y), y));
    const before = t.listing();
    const analyzed = analyzeConversion(t.module, new ConversionTarget().illegalOps(AddOp, SinkOp).legalOps(CastOp), [
      conversionPattern("add => cast", AddOp, ({ op, lhs }, _, rewriter) => {
        rewriter.replaceOp(op, CastOp.build(rewriter, { input: lhs, resultTypes: [lhs.type] }).op);
        return true;
      }),
    ]);
    expect(analyzed.convertible.map(({ name }) => name)).toEqual(["toy.add", "toy.add"]);
    expect(analyzed.errors.map(({ message }) => message)).toEqual([
      "failed to legalize operation 'toy.sink' that was explicitly marked illegal",
    ]);
    expect(t.listing()).toEqual(before);
    expect(analyzed.convertible.every(({ parentBlock }) => parentBlock === t.body)).toBe(true);
  });

  test("an op whose region moved is converted with what it holds", () => {
    const t = toy((c) => [i64(c), i64(c)]);
    const [x, y] = arguments2(t);
    const body = t.b.regionWithBlock([i64(t.context)]);
    LoopOp.build(t.b, { body });
    t.b.setToEnd(body.entry);
    const [inner] = body.entry.arguments;
    if (inner === undefined) throw new Error("no argument");
    t.sink(t.add(x, inner), y);
    const converter = narrowing();
    const patterns = [
      ...typeOnlyPatterns(["toy.add", "toy.sink", "toy.func"], converter),
      conversionPattern(
        "loop",
        LoopOp,
        ({ op }, adaptor, rewriter) => convertOpTypes(op, adaptor, rewriter, converter),
        { converter },
      ),
    ];
    expect(applyFullConversion(t.module, legalByTypes(converter), patterns)).toEqual([]);
    expect(t.module.region().entry.firstOp?.region().entry.firstOp?.region().entry.firstOp?.result().type).toBe(
      i32(t.context),
    );
  });
});
