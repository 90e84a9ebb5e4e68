import { expect, test } from "@jest/globals";
import { Dominance } from "../../../ir/analysis/dominance.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { toyContext } from "../syntax/toy-dialect.ts";

test("blocks of a diamond with a loop and an unreachable block", () => {
  const text = `toy.func @f {
    "toy.jump"()[^left, ^right] : () -> ()
  ^left:
    "toy.jump"()[^join] : () -> ()
  ^right:
    "toy.jump"()[^right, ^join] : () -> ()
  ^join:
    "toy.jump"()[^exit, ^join] : () -> ()
  ^exit:
    end
  ^dead:
    "toy.jump"()[^exit] : () -> ()
  }`;
  const { module, diagnostics } = parseModule(text, toyContext());
  expect(diagnostics).toEqual([]);
  const blocks = module?.region().entry.firstOp?.region().blocks ?? [];
  const dominance = new Dominance();
  const matrix = blocks.map((a) => blocks.map((b) => (dominance.blockDominates(a, b) ? "1" : ".")).join(""));
  expect(matrix).toEqual(["111111", ".1...1", "..1..1", "...111", "....11", ".....1"]);
  expect(blocks.map((block) => dominance.isReachable(block))).toEqual([true, true, true, true, true, false]);
});
