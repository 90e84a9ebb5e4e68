// What is attached to ops of other dialects: it works, belongs to somebody, clashes by name, and leaves no trace when it goes.
import { describe, expect, test } from "@jest/globals";
import { arithDialect } from "../../../dialects/arith/index.ts";
import type { Attachment } from "../../../ir/core/attachments.ts";
import { Context } from "../../../ir/core/context.ts";
import { deferred } from "../../../ir/core/deferred.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { ConstantValue, DefaultDialect, MemoryEffects } from "../../../ir/define/op-interfaces.ts";
import { defineDialect } from "../../../ir/define/define-dialect.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { applyPatternsGreedily } from "../../../ir/rewrite/greedy.ts";
import { refuse, type Pattern } from "../../../ir/rewrite/pattern.ts";
import { definePlugin } from "../../../ir/plugin/define-plugin.ts";
import { checkPlugin } from "../../../ir/plugin/plugin-schema.ts";
import { createContext, loadPlugin } from "../../../ir/plugin/registry.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { opt } from "../../../tools/opt/opt.ts";
import { newContext, parse } from "../../support/mlir.ts";
import { captured } from "../../support/command.ts";
import { workplace } from "../../support/workplace.ts";

const place = workplace();

const body = `func.func @f(%x: f32, %y: f32) -> f32 {
  %0 = math.atan2 %x, %x : f32
  "shop.sell"(%y) : (f32) -> ()
  return %0 : f32
}`;
const folder: Attachment = {
  op: "math.atan2",
  folder: (op) => (op.operand(0) === op.operand(1) ? [op.operand(0)] : undefined),
};
/** A rule of this name, which no dialect has. */
const named = (name: string): Pattern => ({
  name,
  root: "math.atan2",
  rewrite: (op, rewriter) => {
    if (op.operand(0) !== op.operand(1)) return refuse("the operands differ");
    rewriter.replaceOp(op, op.operand(0));
    return true;
  },
});
const pattern = { op: "math.atan2", pattern: named("atan2 x, x => x") } as const;

function canonicalized(context: Context): string {
  const module = parse(body, context);
  applyPatternsGreedily(module, canonicalizationPatterns(context));
  return printOperation(module);
}

describe("what is attached works", () => {
  const before = canonicalized(newContext());

  test.each([
    ["a folder", folder],
    ["a pattern", pattern],
  ])("%s, until it is taken away; other contexts do not have it", (_, attachment) => {
    const context = newContext();
    expect(context.attach(attachment, "shop")).toBeUndefined();
    expect(canonicalized(context)).not.toContain("atan2");
    expect(canonicalized(newContext())).toBe(before);
    context.detach("shop");
    expect(canonicalized(context)).toBe(before);
  });

  test("an interface", () => {
    const context = newContext();
    expect(
      context.attach(
        MemoryEffects.attachTo("shop.sell", () => []),
        "shop",
      ),
    ).toBeUndefined();
    expect(canonicalized(context)).not.toContain("shop.sell");
    context.detach("other");
    expect(canonicalized(context)).not.toContain("shop.sell");
    context.detach("shop");
    expect(canonicalized(context)).toBe(before);
  });

  test("an interface that the reader asks for", () => {
    const context = newContext();
    expect(context.attach(DefaultDialect.attachTo("scf.execute_region", "arith"), "shop")).toBeUndefined();
    const text = `scf.execute_region {\n  %0 = constant 1 : i32\n  scf.yield\n}`;
    expect(printOperation(parse(text, context))).toContain("= constant 1 : i32");
    expect(() => parse(text, newContext())).toThrow();
  });

  test("sccp folds by it", async () => {
    const registry = builtinRegistry();
    const half: Attachment = {
      op: "math.atan2",
      folder: (_op: Operation, [lhs, rhs]) => (lhs !== undefined && lhs === rhs ? [lhs] : undefined),
    };
    expect(loadPlugin(registry, definePlugin({ name: "shop", terrace: "*", attachments: [half] }))).toBeUndefined();
    const file = place.file(
      "s.mlir",
      `func.func @f() -> f32 {\n  %0 = arith.constant 7.0 : f32\n  %1 = math.atan2 %0, %0 : f32\n  return %1 : f32\n}\n`,
    );
    const { stdout } = await captured((io) => opt([file, "--sccp"], io, registry));
    expect(stdout).toMatch(/return %cst/);
  });
});

describe("each has an owner", () => {
  test("--explain names it, in text and in JSON", async () => {
    const registry = builtinRegistry();
    const late: Attachment = { op: "math.atan2", pattern: named("another") };
    const never: Attachment = { op: "math.atan2", folder: () => undefined };
    const plugins = [
      definePlugin({ name: "shop", terrace: "*", attachments: [never] }),
      definePlugin({ name: "stall", terrace: "*", attachments: [late] }),
    ];
    for (const plugin of plugins) expect(loadPlugin(registry, plugin)).toBeUndefined();
    const file = place.file("e.mlir", body.replace('"shop.sell"(%y) : (f32) -> ()', ""));
    const explained = async (...flags: string[]): Promise<string> => {
      const argv = [file, "--canonicalize", "--explain=math.atan2", "-o", place.path("o"), ...flags];
      const { code, stderr } = await captured((io) => opt(argv, io, registry));
      expect(code).toBe(0);
      return stderr;
    };
    const text = await explained();
    expect(text).toContain("    the folder (math): found nothing to fold\n");
    expect(text).toContain("    the folder (shop): found nothing to fold\n");
    expect(text).toContain(`    "another" (stall): applied\n`);
    const { sources } = JSON.parse(await explained("--explain-format=json")) as {
      sources: { attempts: { rule: string; owner: string }[] }[];
    };
    expect(sources[0]?.attempts.map(({ rule, owner }) => `${rule}: ${owner}`)).toEqual([
      "fold: math",
      "fold: shop",
      "another: stall",
    ]);
  });
});

describe("clashes name both owners and the op", () => {
  const attached = (...steps: readonly (readonly [Attachment, string])[]): (string | undefined)[] => {
    const context = newContext();
    return steps.map(([attachment, owner]) => context.attach(attachment, owner));
  };

  test.each<[string, readonly (readonly [Attachment, string])[], string]>([
    [
      "two folders",
      [
        [folder, "shop"],
        [folder, "stall"],
      ],
      "'stall' gives 'math.atan2' a folder beside its own, which 'shop' has given it already",
    ],
    [
      "patterns of one name",
      [
        [pattern, "shop"],
        [pattern, "stall"],
      ],
      `'stall' gives 'math.atan2' the pattern "atan2 x, x => x", which 'shop' has given it already`,
    ],
    [
      "one interface twice",
      [
        [MemoryEffects.attachTo("shop.sell", () => []), "shop"],
        [MemoryEffects.attachTo("shop.sell", () => []), "shop"],
      ],
      "'shop' gives 'shop.sell' the interface 'MemoryEffects', which 'shop' has given it already",
    ],
    [
      "an interface that the op has",
      [[ConstantValue.attachTo("arith.constant", () => undefined), "shop"]],
      "'shop' gives 'arith.constant' the interface 'ConstantValue', which its dialect 'arith' gives it already",
    ],
    [
      "a pattern that the dialect has",
      [[{ op: "arith.addi", pattern: { ...named(ownPattern().name), root: "arith.addi" } }, "shop"]],
      `'shop' gives 'arith.addi' the pattern "${ownPattern().name}", which its dialect 'arith' gives it already`,
    ],
    [
      "a pattern of another op",
      [[{ op: "math.sin", pattern: named("w") }, "shop"]],
      `'shop' gives 'math.sin' the pattern "w", which starts from 'math.atan2'`,
    ],
    [
      "an op that is not there",
      [[{ op: "math.atan3", folder: () => undefined }, "shop"]],
      "'shop' gives 'math.atan3' a folder beside its own, an op that dialect 'math' does not have",
    ],
  ])("%s", (_, steps, said) => {
    const problems = attached(...steps);
    expect(problems.pop()).toBe(said);
    expect(problems.every((problem) => problem === undefined)).toBe(true);
  });

  test("two interfaces, and patterns of two names, are no clash", () => {
    expect(
      attached(
        [pattern, "shop"],
        [{ op: "math.atan2", pattern: named("another") }, "stall"],
        [folder, "stall"],
        [MemoryEffects.attachTo("shop.sell", () => []), "shop"],
        [DefaultDialect.attachTo("shop.sell", "shop"), "stall"],
      ),
    ).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  const sell = defineDialect({
    name: "shop",
    summary: "A shop.",
    ops: [defineOp({ name: "shop.sell", summary: "Sells.", interfaces: [MemoryEffects.with(() => [])] })],
  });
  const clash = "'stall' gives 'shop.sell' the interface 'MemoryEffects', which its dialect 'shop' gives it already";

  test.each([
    ["a dialect", sell],
    ["a deferred dialect", deferred("shop", () => sell)],
  ])("%s that comes after what was attached to its ops", (_, dialect) => {
    const context = new Context();
    expect(
      context.attach(
        MemoryEffects.attachTo("shop.sell", () => []),
        "stall",
      ),
    ).toBeUndefined();
    expect(context.registerDialect(dialect)).toBe(clash);
    expect(context.dialects.has("shop")).toBe(false);
    context.detach("stall");
    expect(context.registerDialect(dialect)).toBeUndefined();
  });

  test("of plugins, of which then nothing is loaded", () => {
    const registry = builtinRegistry();
    const stall = definePlugin({
      name: "stall",
      terrace: "*",
      attachments: [MemoryEffects.attachTo("shop.sell", () => []), pattern],
    });
    expect(loadPlugin(registry, stall)).toBeUndefined();
    expect(loadPlugin(registry, definePlugin({ name: "shop", terrace: "*", dialects: [sell] }))).toBe(
      `plugin 'shop': ${clash}`,
    );
    expect(
      loadPlugin(
        registry,
        definePlugin({ name: "kiosk", terrace: "*", machines: { a: 1 }, attachments: [folder, pattern] }),
      ),
    ).toMatch(/^plugin 'kiosk': 'kiosk' gives 'math\.atan2' the pattern .* which 'stall' has given it already$/);
    expect([registry.dialects.has("shop"), registry.machines.has("a")]).toEqual([false, false]);
    const context = createContext(registry);
    expect(context.attachments.folderOf("math.atan2")).toBeUndefined();
    expect(context.attachments.patterns.map(({ name, owner }) => [name, owner])).toEqual([
      [pattern.pattern.name, "stall"],
    ]);
  });

  test("what a plugin's module attaches is checked", () => {
    const { ok } = checkPlugin(definePlugin({ name: "p", terrace: "*", attachments: [folder, pattern] }));
    expect(ok).toBe(true);
    const broken = { ...definePlugin({ name: "p", terrace: "*" }), attachments: [{ op: "x", folder: 3 }] };
    expect(checkPlugin(broken)).toMatchObject({ ok: false, message: expect.stringContaining("attachments.0") });
  });
});

function ownPattern(): Pattern {
  const own = arithDialect.canonicalizationPatterns?.find(({ root }) => root === "arith.addi");
  if (own === undefined) throw new Error("arith.addi has no pattern");
  return own;
}
