// Rewriting without end through several dialects, folders and owners, beside all rules of the tree: who goes round is named, with the owner.
import { describe, test } from "@jest/globals";
import type { Attachment } from "../../../ir/core/attachments.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { refuse, type Pattern } from "../../../ir/rewrite/pattern.ts";
import { becomes, expectStopped, on, tag, tagOf, type Endless } from "./endless-rules.ts";

const twoTensors = `%0 = arith.addi %t, %u : tensor<4xi32>
  "test.use"(%0) : (tensor<4xi32>) -> ()`;

const attach = (pattern: Pattern): Attachment => ({ op: pattern.root ?? "", pattern });

/** A folder that turns the operands of an op round, one that has no order of its own, where they stand in one order. */
const turning = (op: string, first: "lower" | "higher"): Attachment => ({
  op,
  folder: (found: Operation) => {
    const [lhs, rhs] = found.operands;
    if (lhs === undefined || rhs === undefined) return undefined;
    const isLower = lhs.index < rhs.index;
    if (lhs === rhs || isLower === (first === "lower")) return undefined;
    found.setOperand(0, rhs);
    found.setOperand(1, lhs);
    return "inPlace";
  },
});

const endless: readonly Endless[] = [
  {
    title: "three rules, each of another dialect",
    body: twoTensors,
    attached: {},
    rules: [
      becomes("arith.addi", "math.ipowi"),
      becomes("math.ipowi", "stablehlo.multiply"),
      becomes("stablehlo.multiply", "arith.addi"),
    ],
    says: /does not end: .* "(.*)", "(.*)" and "(.*)" bring back the same IR every 3 rewrites/,
    silent: ["folder", "attached"],
  },
  {
    title: "the same, of three owners",
    body: twoTensors,
    attached: {
      shop: [attach(becomes("arith.addi", "math.ipowi"))],
      stall: [attach(becomes("math.ipowi", "stablehlo.multiply"))],
      kiosk: [attach(becomes("stablehlo.multiply", "arith.addi"))],
    },
    rules: [],
    says: /(?=.*"arith.addi => math.ipowi" \(attached by 'shop'\))(?=.*"math.ipowi => stablehlo.multiply" \(attached by 'stall'\))(?=.*"stablehlo.multiply => arith.addi" \(attached by 'kiosk'\)).*every 3 rewrites/,
  },
  {
    title: "an attached pattern against a pass's own rule",
    body: twoTensors,
    attached: { shop: [attach(becomes("math.ipowi", "arith.addi"))] },
    rules: [becomes("arith.addi", "math.ipowi")],
    says: /(?=.*"arith.addi => math.ipowi")(?=.*"math.ipowi => arith.addi" \(attached by 'shop'\)).*undo each other/,
    silent: [`"arith.addi => math.ipowi" (attached`],
  },
  {
    title: "a rule against a folder of the op that it makes",
    body: `"test.use"(%x) : (i32) -> ()`,
    attached: {},
    rules: [
      on("test.use", "x => x - 0", (op, rewriter) => {
        const operand = op.operand(0);
        if (operand.definingOp !== null) return refuse("it is a difference already");
        const zero = rewriter.create("arith.xori", { operands: [operand, operand], resultTypes: [operand.type] });
        const parts = { operands: [operand, zero.result()], resultTypes: [operand.type] };
        rewriter.setOperand(op, 0, rewriter.create("arith.subi", parts, op.location).result());
        return true;
      }),
    ],
    says: /(?=.*the folder of 'arith.subi')(?=.*"x => x - 0").*bring back the same IR/,
    silent: ["attached"],
  },
  {
    title: "an attached folder against a rule",
    body: `%0 = math.ipowi %t, %u : tensor<4xi32>
      "test.use"(%0) : (tensor<4xi32>) -> ()`,
    attached: { shop: [turning("math.ipowi", "lower")] },
    rules: [
      on("math.ipowi", "the higher first", (op, rewriter) => {
        const [lhs, rhs] = op.operands;
        if (lhs === undefined || rhs === undefined || lhs.index > rhs.index) return refuse("it is");
        rewriter.replaceOpWithNew(op, "math.ipowi", { operands: [rhs, lhs] });
        return true;
      }),
    ],
    says: /(?=.*the folder of 'math.ipowi' \(attached by 'shop'\))(?=.*"the higher first").*undo each other/,
    silent: [`"the higher first" (attached`],
  },
  {
    title: "three rules and two attached folders",
    body: twoTensors,
    attached: {
      shop: [turning("math.ipowi", "higher"), attach(becomes("stablehlo.divide", "arith.subi"))],
      stall: [turning("arith.subi", "lower")],
    },
    rules: [
      becomes("arith.addi", "math.ipowi"),
      becomes("arith.subi", "arith.addi"),
      becomes("math.ipowi", "stablehlo.divide"),
    ],
    says: /(?=.*the folder of 'math.ipowi' \(attached by 'shop'\))(?=.*the folder of 'arith.subi' \(attached by 'stall'\))(?=.*"stablehlo.divide => arith.subi" \(attached by 'shop'\)).*bring back the same IR every 6 rewrites/,
  },
  {
    title: "growth through two dialects",
    body: twoTensors,
    attached: { shop: [attach(becomes("stablehlo.multiply", "arith.addi"))] },
    rules: [
      on("arith.addi", "sum => product of powers", (op, rewriter) => {
        const [x, y] = op.operands;
        if (x === undefined || y === undefined) return refuse("no operands");
        const power = rewriter.create("math.ipowi", { operands: [x, y], resultTypes: [x.type] }, op.location);
        rewriter.replaceOpWithNew(op, "stablehlo.multiply", { operands: [power.result(), y] });
        return true;
      }),
    ],
    says: /(?=.*"sum => product of powers")(?=.*"stablehlo.multiply => arith.addi" \(attached by 'shop'\)).*make the IR grow/,
  },
  {
    title: "two rules on one op, behind loops that the rules of the tree take apart",
    body: `%c = arith.constant 1 : index
      scf.for %i = %c to %c step %c {
        "test.use"(%x) : (i32) -> ()
        scf.yield
      }
      scf.for %i = %c to %c step %c {
        "test.use"(%y) : (i32) -> ()
        scf.yield
      }
      "test.last"() : () -> ()`,
    attached: {},
    rules: [
      on("test.last", "last tells", (op, rewriter) =>
        tagOf(op) === "" ? tag(op, rewriter, "t") : refuse("it has told already"),
      ),
      on("test.last", "last forgets", (op, rewriter) =>
        tagOf(op) === "t" ? tag(op, rewriter, undefined) : refuse("nothing to forget"),
      ),
    ],
    says: /"last (tells|forgets)" and "last (tells|forgets)" undo each other/,
    silent: ["scf.for", "folder"],
  },
];

describe("rewriting that does not end", () => {
  test.each(endless)("$title", expectStopped);
});
