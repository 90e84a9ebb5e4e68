// Programs for passes that find little to do in those of bench:ir: slots and branches, calls, and ops out of order. Valid MLIR, the same bytes for the same seed.
import { randomNumbers } from "../ir/generate.ts";

type Random = (below: number) => number;

/** About so many ops, of parts that `part` writes. */
function program(ops: number, seed: number, part: (index: number, random: Random) => readonly string[]): string {
  const random = randomNumbers(seed);
  const lines: string[] = [];
  for (let index = 0; lines.length < ops; index++) for (const line of part(index, random)) lines.push(line);
  return `${lines.join("\n")}\n`;
}

/** Functions of memory for one value each, stored to and loaded from across branches, some of which a constant decides. */
export function slotProgram(ops: number, seed: number): string {
  return program(ops, seed, (index, random) => {
    const slots = 6;
    const lines = [`func.func @f${index}(%a: i32, %c: i1) -> i32 {`, "  %true = arith.constant true"];
    for (let slot = 0; slot < slots; slot++) {
      lines.push(`  %s${slot} = memref.alloca() : memref<i32>`);
      if (random(4) > 0) lines.push(`  memref.store %a, %s${slot}[] : memref<i32>`);
    }
    const value = (name: string): void => {
      lines.push(`  %l${name} = memref.load %s${random(slots)}[] : memref<i32>`);
      lines.push(`  %k${name} = arith.constant ${random(100)} : i32`);
      lines.push(`  %v${name} = arith.addi %l${name}, %k${name} : i32`);
      lines.push(`  memref.store %v${name}, %s${random(slots)}[] : memref<i32>`);
    };
    const diamonds = 4 + random(8);
    for (let at = 0; at < diamonds; at++) {
      const condition = random(3) === 0 ? "%true" : "%c";
      lines.push(`  cf.cond_br ${condition}, ^t${at}, ^e${at}`, `^t${at}:`);
      value(`t${at}`);
      lines.push(`  cf.br ^j${at}`, `^e${at}:`);
      value(`e${at}`);
      lines.push(`  cf.br ^j${at}`, `^j${at}:`);
      value(`j${at}`);
    }
    return [...lines, `  %r = memref.load %s0[] : memref<i32>`, "  return %r : i32", "}"];
  });
}

/** Public functions that call private ones, of which some are never called and some arguments and results never used. */
export function callProgram(ops: number, seed: number): string {
  return program(ops, seed, (index, random) => {
    const lines: string[] = [];
    const leaf = (name: string, callee?: string): void => {
      lines.push(`func.func private @${name}(%a: i32, %b: i32, %unused: i32) -> (i32, i32) {`);
      lines.push(`  %k = arith.constant ${random(100)} : i32`, "  %x = arith.muli %a, %k : i32");
      if (callee === undefined) lines.push("  %y:2 = call @external(%x) : (i32) -> (i32, i32)");
      else lines.push(`  %y:2 = call @${callee}(%x, %b, %k) : (i32, i32, i32) -> (i32, i32)`);
      lines.push("  %z = arith.addi %y#0, %b : i32", "  return %z, %x : i32, i32", "}");
    };
    if (index === 0) lines.push("func.func private @external(i32) -> (i32, i32)");
    leaf(`leaf${index}`);
    leaf(`step${index}`, `leaf${index}`);
    // A chain of functions that nobody calls.
    leaf(`dead${index}`, index % 16 === 0 ? undefined : `dead${index - 1}`);
    lines.push(`func.func @main${index}(%a: i32, %b: i32) -> i32 {`, `  %k = arith.constant ${random(9)} : i32`);
    let last = "%a";
    for (let at = 0; at < 4; at++) {
      const callee = `${random(2) === 0 ? "leaf" : "step"}${random(8) === 0 ? random(index + 1) : index}`;
      lines.push(`  %c${at}:2 = call @${callee}(${last}, %k, %b) : (i32, i32, i32) -> (i32, i32)`);
      lines.push(`  %d${at} = arith.subi %c${at}#0, %b : i32`);
      last = `%d${at}`;
    }
    return [...lines, `  return ${last} : i32`, "}"];
  });
}

/** Modules, whose ops need no order, with theirs shuffled. */
export function graphProgram(ops: number, seed: number): string {
  return program(ops, seed, (index, random) => {
    const body = ["  %v0 = arith.constant 1 : i32"];
    const size = 60 + random(200);
    for (let at = 1; at < size; at++)
      body.push(`  %v${at} = arith.addi %v${random(at)}, %v${at - 1 - random(Math.min(at, 8))} : i32`);
    for (let at = body.length - 1; at > 0; at--) {
      const other = Math.max(0, at - random(12));
      [body[at], body[other]] = [body[other] ?? "", body[at] ?? ""];
    }
    return [`module @m${index} {`, ...body, "}"];
  });
}

/** Sums with constants, of which all but one of each function are joined with the one before. */
export function sumProgram(ops: number, seed: number): string {
  return program(ops, seed, (index, random) => {
    const body: string[] = [];
    for (let at = 0; at < 50; at++) {
      body.push(`  %k${at} = arith.constant ${1 + random(1000)} : i32`);
      body.push(`  %v${at} = arith.addi %${at === 0 ? "a" : `v${at - 1}`}, %k${at} : i32`);
    }
    return [`func.func @f${index}(%a: i32) -> i32 {`, ...body, "  return %v49 : i32", "}"];
  });
}
