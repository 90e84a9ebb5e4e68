// The peer: the same loop without an IR. Straight-line programs of 32-bit integers in arrays, rewritten by a few equations.
import { seededSource, type RandomSource } from "../../../ir/check/random-source.ts";
import { cpuMs } from "./refute.ts";

type Opcode = "constant" | "add" | "sub" | "mul" | "and" | "or" | "xor" | "shl";
const opcodes: readonly Opcode[] = ["add", "sub", "mul", "and", "or", "xor", "shl"];

/** An instruction: operands are numbers of earlier ones, those below ARGUMENTS are arguments. */
interface Instruction {
  opcode: Opcode;
  a: number;
  b: number;
}

const ARGUMENTS = 4;
const OPERATIONS = 30;
const INPUTS = 8;

function generate(random: RandomSource): Instruction[] {
  const program: Instruction[] = [];
  for (let at = ARGUMENTS; at < ARGUMENTS + OPERATIONS; at++) {
    if (random.below(4) === 0) program.push({ opcode: "constant", a: random.pick([0, 1, -1, 7, 31]), b: 0 });
    else program.push({ opcode: random.pick(opcodes), a: random.below(at), b: random.below(at) });
  }
  return program;
}

function isValid(program: readonly Instruction[]): boolean {
  return program.every(({ opcode, a, b }, i) => opcode === "constant" || (a < i + ARGUMENTS && b < i + ARGUMENTS));
}

/** `x + 0 => x`, `x * 1 => x`, `x - x => 0`, `x & x => x`: uses are forwarded. */
function rewrite(program: readonly Instruction[]): Instruction[] {
  const forwarded = Array.from({ length: ARGUMENTS + program.length }, (_, i) => i);
  const isConstant = (value: number, constant: number): boolean => {
    const made = program[value - ARGUMENTS];
    return made?.opcode === "constant" && made.a === constant;
  };
  return program.map(({ opcode, a, b }, i) => {
    if (opcode === "constant") return { opcode, a, b };
    const [x, y] = [forwarded[a] ?? a, forwarded[b] ?? b];
    if (
      (opcode === "add" && isConstant(y, 0)) ||
      (opcode === "mul" && isConstant(y, 1)) ||
      (opcode === "and" && x === y)
    )
      forwarded[i + ARGUMENTS] = x;
    if (opcode === "sub" && x === y) return { opcode: "constant", a: 0, b: 0 };
    return { opcode, a: x, b: y };
  });
}

function run(program: readonly Instruction[], input: readonly number[]): Int32Array {
  const values = new Int32Array(ARGUMENTS + program.length);
  values.set(input);
  for (let i = 0; i < program.length; i++) {
    const { opcode, a, b } = program[i] ?? { opcode: "constant", a: 0, b: 0 };
    const [x, y] = [values[a] ?? 0, values[b] ?? 0];
    values[i + ARGUMENTS] =
      opcode === "constant" ? a
      : opcode === "add" ? x + y
      : opcode === "sub" ? x - y
      : opcode === "mul" ? Math.imul(x, y)
      : opcode === "and" ? x & y
      : opcode === "or" ? x | y
      : opcode === "xor" ? x ^ y
      : x << (y & 31); // prettier-ignore
  }
  return values;
}

/** Programs a second. */
export function measurePrototype(programs: number): number {
  const one = (seed: number): void => {
    const random = seededSource(seed);
    const before = generate(random);
    const after = isValid(before) ? rewrite(before) : before;
    if (!isValid(after)) throw new Error("the prototype's rewriting is wrong");
    for (let k = 0; k < INPUTS; k++) {
      const input = Array.from({ length: ARGUMENTS }, () => random.below(0x7fffffff));
      const [was, is] = [run(before, input), run(after, input)];
      if (was[was.length - 1] !== is[is.length - 1]) throw new Error("the prototype's rewriting is wrong");
    }
  };
  for (let seed = 0; seed < programs / 4; seed++) one(seed);
  const start = cpuMs();
  for (let seed = 0; seed < programs; seed++) one(seed);
  return (1000 * programs) / (cpuMs() - start);
}
