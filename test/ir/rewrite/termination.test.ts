// Rule sets without end: each is stopped, and the rules that go round are named, those of the dialects beside them are not.
import { describe, expect, test } from "@jest/globals";
import { integerAttr } from "../../../ir/core/attribute-constructors.ts";
import { i32 } from "../../../ir/core/type-constructors.ts";
import type { Listener } from "../../../ir/rewrite/listener.ts";
import { refuse } from "../../../ir/rewrite/pattern.ts";
import { EMPTY_REWRITE } from "../../../ir/rewrite/pattern-set.ts";
import { becomes, expectStopped, on, run, swap, tag, tagOf, type Endless } from "./endless-rules.ts";

const twoAdds = `%0 = arith.addi %x, %y : i32
  "test.use"(%0) : (i32) -> ()`;

const endless: readonly Endless[] = [
  {
    title: "two rules that undo each other",
    body: twoAdds,
    rules: [becomes("arith.addi", "arith.subi"), becomes("arith.subi", "arith.addi")],
    says: /"arith.subi => arith.addi" and "arith.addi => arith.subi" undo each other|"arith.addi => arith.subi" and "arith.subi => arith.addi" undo each other/,
  },
  {
    title: "the same beside rules that end",
    body: `%z = arith.muli %x, %y : i32
      %w = arith.xori %z, %y : i32
      "test.use"(%w) : (i32) -> ()
      ${twoAdds}`,
    rules: [
      becomes("arith.muli", "arith.andi"),
      becomes("arith.addi", "arith.subi"),
      becomes("arith.xori", "arith.ori"),
      becomes("arith.subi", "arith.addi"),
    ],
    says: /undo each other/,
    silent: ["arith.muli => arith.andi", "arith.xori => arith.ori"],
  },
  {
    title: "a rule that undoes itself",
    body: twoAdds,
    rules: [swap("arith.addi")],
    says: /"arith.addi x, y => y, x" brings back the same IR after 2 rewrites/,
  },
  {
    title: "a rule that makes the op that there was",
    body: twoAdds,
    rules: [becomes("arith.addi", "arith.addi")],
    says: /"arith.addi => arith.addi" says that it changed the IR, which is as it was/,
  },
  {
    title: "a rule that says that it changed the op in place, and did not",
    body: twoAdds,
    rules: [
      on("arith.addi", "nothing in place", (op, rewriter) => {
        rewriter.modifyInPlace(op, () => undefined);
        return true;
      }),
    ],
    says: /"nothing in place" says that it changed the IR, which is as it was/,
  },
  {
    title: "three rules across dialects",
    body: twoAdds,
    rules: [
      becomes("arith.addi", "arith.xori"),
      on("arith.xori", "arith.xori => comb", (op, rewriter) => {
        rewriter.replaceOpWithNew(op, "comb.xor", { operands: op.operands });
        return true;
      }),
      on("comb.xor", "comb => arith.addi", (op, rewriter) => {
        rewriter.replaceOpWithNew(op, "arith.addi", { operands: op.operands });
        return true;
      }),
    ],
    says: /"(arith.addi => arith.xori|arith.xori => comb|comb => arith.addi)", ".*" and ".*" bring back the same IR every 3 rewrites/,
  },
  {
    title: "four rules on one attribute",
    body: twoAdds,
    rules: ["a", "b", "c", "d"].map((value, i, all) =>
      on("arith.addi", `tag ${value}`, (op, rewriter) =>
        tagOf(op) === (i === 0 ? "d" : all[i - 1]) || (i === 0 && tagOf(op) === "")
          ? tag(op, rewriter, value)
          : refuse("another tag"),
      ),
    ),
    says: /"tag .", "tag .", "tag ." and "tag ." bring back the same IR every 4 rewrites/,
  },
  {
    title: "a rule that adds an op each time",
    body: twoAdds,
    rules: [
      on("arith.addi", "x + y => x + (y + y)", (op, rewriter) => {
        const [x, y] = op.operands;
        if (x === undefined || y === undefined) return refuse("no operands");
        const inner = rewriter.create("arith.ori", { operands: [y, x], resultTypes: [y.type] }, op.location);
        rewriter.replaceOpWithNew(op, "arith.addi", { operands: [inner.result(), y] });
        return true;
      }),
    ],
    says: /"x \+ y => x \+ \(y \+ y\)" makes the IR grow: \d+ ops became \d+/,
  },
  {
    title: "a rule that doubles",
    body: twoAdds,
    rules: [
      on("arith.addi", "x + y => (x + y) & (y + x)", (op, rewriter) => {
        const [x, y] = op.operands;
        if (x === undefined || y === undefined) return refuse("no operands");
        const parts = { resultTypes: [y.type] };
        const one = rewriter.create("arith.addi", { operands: [x, y], ...parts }, op.location).result();
        const other = rewriter.create("arith.addi", { operands: [y, x], ...parts }, op.location).result();
        rewriter.replaceOpWithNew(op, "arith.andi", { operands: [one, other] });
        return true;
      }),
    ],
    says: /"x \+ y => \(x \+ y\) & \(y \+ x\)" makes the IR grow/,
  },
  {
    title: "a rule that copies the body into itself",
    body: `scf.execute_region { 
      "test.use"(%x) : (i32) -> ()
      scf.yield }`,
    rules: [
      on("scf.execute_region", "region => region twice", (op, rewriter) => {
        const block = op.regions[0]?.blocks[0];
        const last = block?.lastOp;
        if (block === undefined || last === undefined || last === null) return refuse("no body");
        const inner = [...block.ops()].filter((held) => held !== last);
        rewriter.setBefore(last);
        for (const held of inner) rewriter.clone(held);
        return true;
      }),
    ],
    says: /"region => region twice" makes the IR grow/,
  },
  {
    title: "two rules that grow in turn",
    body: twoAdds,
    rules: [
      on("arith.addi", "add => sub of or", (op, rewriter) => {
        const [x, y] = op.operands;
        if (x === undefined || y === undefined) return refuse("no operands");
        const inner = rewriter.create("arith.ori", { operands: [x, y], resultTypes: [y.type] }, op.location).result();
        rewriter.replaceOpWithNew(op, "arith.subi", { operands: [inner, y] });
        return true;
      }),
      becomes("arith.subi", "arith.addi"),
    ],
    says: /"(add => sub of or|arith.subi => arith.addi)" and "(add => sub of or|arith.subi => arith.addi)" make the IR grow/,
  },
  {
    title: "a rule against a folder of the dialect",
    body: `%c1 = arith.constant 1 : i32
      %0 = arith.addi %c1, %x : i32
      "test.use"(%0) : (i32) -> ()`,
    rules: [swap("arith.addi")],
    says: /"arith.addi x, y => y, x".*the folder of 'arith.addi'|the folder of 'arith.addi'.*"arith.addi x, y => y, x"/,
  },
  {
    title: "a constant that is counted up",
    body: `%c0 = arith.constant 0 : i32
      "test.use"(%c0) : (i32) -> ()`,
    rules: [
      on("test.use", "c => c + 1", (op, rewriter) => {
        const definition = op.operand(0).definingOp;
        const value = definition?.attribute("value");
        if (value?.kind !== "integer") return refuse("no constant");
        const next = rewriter.create(
          "arith.constant",
          { properties: { value: integerAttr(i32(op.context), value.value + 1n) }, resultTypes: [op.operand(0).type] },
          op.location,
        );
        rewriter.setOperand(op, 0, next.result());
        return true;
      }),
    ],
    says: /"c => c \+ 1" goes on changing the IR, which neither comes back nor grows/,
  },
  {
    title: "an attribute that gets longer",
    body: twoAdds,
    rules: [on("arith.addi", "longer", (op, rewriter) => tag(op, rewriter, `${tagOf(op)}a`))],
    says: /"longer" goes on changing the IR/,
  },
  {
    title: "two ops that change places",
    body: `%0 = arith.addi %x, %y : i32
      %1 = arith.muli %x, %y : i32
      "test.use"(%0, %1) : (i32, i32) -> ()`,
    rules: [
      on("arith.addi", "addi behind muli", (op, rewriter) => {
        if (op.next?.name !== "arith.muli") return refuse("no muli behind it");
        rewriter.moveOpAfter(op, op.next);
        return true;
      }),
      on("arith.muli", "muli behind addi", (op, rewriter) => {
        if (op.next?.name !== "arith.addi") return refuse("no addi behind it");
        rewriter.moveOpAfter(op, op.next);
        return true;
      }),
    ],
    says: /undo each other/,
  },
  {
    title: "an op that goes in and out of a region",
    body: `scf.execute_region {
      "test.stays"() : () -> ()
      "test.use"(%x) : (i32) -> ()
      scf.yield }`,
    rules: [
      on("test.use", "out", (op, rewriter) => {
        const parent = op.parentOp;
        if (parent?.name !== "scf.execute_region") return refuse("in no region");
        rewriter.moveOpBefore(op, parent);
        return true;
      }),
      on("test.use", "in", (op, rewriter) => {
        const last = op.next?.name === "scf.execute_region" ? op.next.regions[0]?.blocks[0]?.lastOp : undefined;
        if (last === undefined || last === null) return refuse("no region behind it");
        rewriter.moveOpBefore(op, last);
        return true;
      }),
    ],
    says: /"(in|out)" and "(in|out)" undo each other/,
  },
  {
    title: "rules for any op",
    body: twoAdds,
    rules: [
      {
        name: "tag any op",
        root: undefined,
        rewrite: (op, rewriter) => (tagOf(op) === "" ? tag(op, rewriter, "t") : refuse("it has one")),
      },
      {
        name: "no tags",
        root: undefined,
        rewrite: (op, rewriter) => (tagOf(op) === "" ? refuse("it has none") : tag(op, rewriter, undefined)),
      },
    ],
    says: /"(tag any op|no tags)" and "(tag any op|no tags)" undo each other/,
  },
  {
    title: "a long way round",
    body: twoAdds,
    rules: [
      on("arith.addi", "tag n => n + 1 mod 100", (op, rewriter) =>
        tag(op, rewriter, String((Number(tagOf(op)) + 1) % 100)),
      ),
    ],
    says: /"tag n => n \+ 1 mod 100" brings back the same IR after 100 rewrites/,
  },
  {
    title: "rules that meet once an iteration only",
    body: `%0 = arith.muli %x, %y : i32
      "test.use"(%0) : (i32) -> ()`,
    // Neither tells the op whose turn is next, which only all ops being looked at again brings up.
    rules: [
      on("arith.muli", "first", (op, rewriter) =>
        tagOf(op) === "" && op.next !== null && tagOf(op.next) === "" ? tag(op.next, rewriter, "t") : refuse("done"),
      ),
      on("func.return", "second", (op, rewriter) => {
        const use = op.previous;
        return use !== null && tagOf(use) === "t" ? tag(use, rewriter, undefined) : refuse("done");
      }),
    ],
    says: /"(first|second)" and "(first|second)" (undo each other|bring back the same IR)/,
  },
];

describe("rewriting that does not end", () => {
  test.each(endless)("$title", expectStopped);

  test("a rule that says that it applied, and changed nothing, counts as refused and is named", () => {
    const liar = on("arith.addi", "says so", () => true);
    const heard: string[] = [];
    const listener: Listener = {
      patternEnd: ({ name }, applied) => heard.push(`${name}: ${applied ? "applied" : "refused"}`),
      matchRefused: ({ name }, _op, reason) => heard.push(`${name}: ${reason}`),
    };
    const { converged, changed, diagnostic, emptyRewrites } = run(twoAdds, [liar], { listener, fold: false });
    expect({ converged, changed, diagnostic }).toEqual({ converged: true, changed: false, diagnostic: undefined });
    expect(heard).toEqual(["says so: refused", `says so: ${EMPTY_REWRITE}`]);
    expect(emptyRewrites.map(({ warning }) => warning.message)).toEqual([
      `"says so" says that it applied to 'arith.addi', and told the rewriter of no change: it counts as refused`,
    ]);
  });

  test("a long rewriting that ends is let go on", () => {
    let left = 10_000;
    const countdown = on("arith.addi", "countdown", (op, rewriter) =>
      left-- > 0 ? tag(op, rewriter, String(left)) : refuse("done"),
    );
    expect(run(twoAdds, [countdown])).toMatchObject({ converged: true });
  });

  test("growth that ends is let go on", () => {
    let left = 3000;
    const grow = on("arith.addi", "grow", (op, rewriter) => {
      if (left-- <= 0) return refuse("done");
      rewriter.create("test.use", { operands: [op.result()] }, op.location);
      return tag(op, rewriter, String(left));
    });
    const { converged, diagnostic } = run(twoAdds, [grow]);
    expect({ converged, diagnostic }).toEqual({ converged: true, diagnostic: undefined });
  });
});
