import { describe, expect, test } from "@jest/globals";
import { Context } from "../../../ir/core/context.ts";
import { i64 } from "../../../ir/core/type-constructors.ts";
import { withJournal } from "../../../ir/rewrite/journaled.ts";
import type { Listener } from "../../../ir/rewrite/listener.ts";
import { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { AddOp, BranchOp, CastOp, ReturnOp, toy, type Toy } from "./toy-dialect.ts";

const recorder = (): { events: string[]; listener: Listener } => {
  const events: string[] = [];
  const name = (op: { name: string }): string => op.name.replace("toy.", "");
  return {
    events,
    listener: {
      inserted: (op) => events.push(`inserted ${name(op)}`),
      moved: (op) => events.push(`moved ${name(op)}`),
      modified: (op) => events.push(`modified ${name(op)}`),
      replaced: (op) => events.push(`replaced ${name(op)}`),
      erased: (op) => events.push(`erased ${name(op)}`),
      blockErased: () => events.push("block erased"),
    },
  };
};

const start = (t: Toy) => {
  const [x] = t.body.arguments;
  if (x === undefined) throw new Error("no argument");
  return x;
};

describe("rewriter", () => {
  test("replacing tells of the new op, the users and the old one, in order", () => {
    const t = toy();
    const x = start(t);
    const sum = t.add(x, x);
    t.sink(sum);
    const { events, listener } = recorder();
    const rewriter = new Rewriter(t.context, listener);
    if (sum.definingOp !== null) rewriter.replaceOpWithNew(sum.definingOp, "toy.cast", { operands: [x] });
    expect(events).toEqual(["inserted cast", "replaced add", "modified sink", "erased add"]);
    expect(t.listing()).toEqual(["%1 = cast %0", "sink %1"]);
  });

  test("replacing with a wrong number of values, and erasing what is used, are bugs", () => {
    const t = toy();
    const x = start(t);
    const sum = t.add(x, x);
    t.sink(sum);
    const rewriter = new Rewriter(t.context);
    const { definingOp } = sum;
    if (definingOp === null) throw new Error("no op");
    expect(() => rewriter.replaceOp(definingOp, [])).toThrow("'toy.add' has 1 results and was replaced with 0 values");
    expect(() => rewriter.eraseOp(definingOp)).toThrow("erased 'toy.add' still has uses");
  });

  test("splits, merges and inlines blocks", () => {
    const t = toy();
    const x = start(t);
    const first = t.sink(x);
    const second = t.sink(x, x);
    const rewriter = new Rewriter(t.context, recorder().listener);
    const tail = rewriter.splitBlock(t.body, second);
    const argument = tail.addArgument(i64(t.context));
    second.setOperand(1, argument);
    rewriter.setToEnd(t.body);
    const branch = BranchOp.build(rewriter, { dest: tail, destOperands: [x] }).op;
    expect(t.listing()).toEqual(["^0", "sink %0", "br %0", "^1", "sink %0, %1"]);
    rewriter.eraseOp(branch);
    rewriter.mergeBlocks(tail, t.body, [x]);
    expect(t.listing()).toEqual(["sink %0", "sink %0, %0"]);
    const inner = rewriter.createBlock(t.func.region(), [i64(t.context)]);
    ReturnOp.build(rewriter, { values: [inner.arguments[0] ?? x] });
    rewriter.inlineBlockBefore(inner, first, [x]);
    expect(t.listing()).toEqual(["return %0", "sink %0", "sink %0, %0"]);
  });

  test("everything can be undone, uses too", () => {
    const t = toy();
    const x = start(t);
    const sum = t.add(t.add(x, x), t.constant(4n));
    t.sink(sum);
    const before = t.listing();
    const uses = [...x.uses()].length;
    withJournal(t.context, ({ mark, rollback }) => {
      const rewriter = new Rewriter(t.context);
      const beginning = mark();
      const { definingOp } = sum;
      if (definingOp === null) throw new Error("no op");
      rewriter.setBefore(definingOp);
      const cast = CastOp.build(rewriter, { input: x, resultTypes: [i64(t.context)] }).result;
      rewriter.setOperand(definingOp, 0, cast);
      const middle = mark();
      rewriter.replaceOp(definingOp, AddOp.build(rewriter, { lhs: cast, rhs: x }).op);
      rewriter.splitBlock(t.body, t.body.lastOp);
      rollback(middle);
      expect(t.listing()).toEqual(["%1 = add %0, %0", "%2 = constant 4", "%3 = cast %0", "%4 = add %3, %2", "sink %4"]);
      rollback(beginning);
    });
    expect(t.listing()).toEqual(before);
    expect([...x.uses()].length).toBe(uses);
    expect(new Context().journal).toBeNull();
    expect(t.context.journal).toBeNull();
  });
});
