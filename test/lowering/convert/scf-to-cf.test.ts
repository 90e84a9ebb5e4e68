// convert-scf-to-cf where it differs from MLIR's: the flag of a switch is wide enough for an index; and what it refuses.
import { describe, expect, test } from "@jest/globals";
import { loweringPasses } from "../../../lowering/passes.ts";
import { opPipeline, passInstance } from "../../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../../ir/pass/pass-manager.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { newContext, parse } from "../../support/mlir.ts";

async function converted(text: string): Promise<string> {
  const context = newContext();
  const problems: string[] = [];
  context.diagnostics = ({ message, notes = [] }) =>
    problems.push(message, ...notes.map((note) => `note: ${note.message}`));
  const module = parse(text, context);
  const pass = loweringPasses.find(({ name }) => name === "convert-scf-to-cf");
  if (pass === undefined) throw new Error("there is no such pass");
  const pipeline = opPipeline("builtin.module", [passInstance(pass.load())]);
  const { ok } = await new PassManager(pipeline).run(module);
  return ok ? printOperation(module) : problems.join("\n");
}

describe("convert-scf-to-cf", () => {
  test("an index_switch on a number that 32 bits do not hold", async () => {
    const text = `func.func @f(%k: index, %a: i32, %b: i32) -> i32 {
      %r = scf.index_switch %k -> i32
      case 4294967297 {
        scf.yield %a : i32
      }
      default {
        scf.yield %b : i32
      }
      return %r : i32
    }`;
    expect(await converted(text)).toBe(`module {
  func.func @f(%arg0: index, %arg1: i32, %arg2: i32) -> i32 {
    %0 = arith.index_cast %arg0 : index to i64
    cf.switch %0 : i64, [
      default: ^bb2,
      4294967297: ^bb1
    ]
  ^bb1:  // pred: ^bb0
    cf.br ^bb3(%arg1 : i32)
  ^bb2:  // pred: ^bb0
    cf.br ^bb3(%arg2 : i32)
  ^bb3(%1: i32):  // 2 preds: ^bb1, ^bb2
    return %1 : i32
  }
}`);
  });

  test("a forall that fills a tensor, and an op in a region of one block, are refused by name", async () => {
    const text = `func.func @f(%t: tensor<4xi32>, %c: i1, %x: i32) -> tensor<4xi32> {
      %g = tensor.generate {
      ^bb0(%i: index):
        %y = scf.if %c -> i32 {
          scf.yield %x : i32
        } else {
          scf.yield %x : i32
        }
        tensor.yield %y : i32
      } : tensor<4xi32>
      %r = scf.forall (%i) in (4) shared_outs(%o = %t) -> tensor<4xi32> {
        scf.forall.in_parallel {
          tensor.parallel_insert_slice %g into %o[0] [4] [1] : tensor<4xi32> into tensor<4xi32>
        }
      }
      return %r : tensor<4xi32>
    }`;
    expect(await converted(text)).toBe(
      [
        "failed to legalize operation 'scf.if' that was explicitly marked illegal",
        "note: 'tensor.generate' around it holds one block only",
        "failed to legalize operation 'scf.forall' that was explicitly marked illegal",
        "note: it fills tensors: only one on buffers has a loop nest; bufferize first",
      ].join("\n"),
    );
  });
});
