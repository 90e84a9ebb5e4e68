// Instructions on f32 and f64. An f32 is a number that Math.fround leaves alone; any NaN is as good as any other.
import { copySign, roundHalfEvenSigned } from "../../../ir/interpret/floats.ts";
import { plain, type Instruction } from "./instruction.ts";
import { numbers1, numbers2 } from "./lift.ts";

type Unary = (a: number) => number;
type Binary = (a: number, b: number) => number;
const { fround } = Math;

const unary32 = (code: number, f: Unary): Instruction =>
  plain(
    code,
    ["f32"],
    "f32",
    numbers1((a) => fround(f(a))),
  );
const binary32 = (code: number, f: Binary): Instruction =>
  plain(
    code,
    ["f32", "f32"],
    "f32",
    numbers2((a, b) => fround(f(a, b))),
  );
const compare32 = (code: number, f: (a: number, b: number) => boolean): Instruction =>
  plain(
    code,
    ["f32", "f32"],
    "i32",
    numbers2((a, b) => (f(a, b) ? 1 : 0)),
  );
const unary64 = (code: number, f: Unary): Instruction => plain(code, ["f64"], "f64", numbers1(f));
const binary64 = (code: number, f: Binary): Instruction => plain(code, ["f64", "f64"], "f64", numbers2(f));
const compare64 = (code: number, f: (a: number, b: number) => boolean): Instruction =>
  plain(
    code,
    ["f64", "f64"],
    "i32",
    numbers2((a, b) => (f(a, b) ? 1 : 0)),
  );

export const floatInstructions = {
  "f32.eq": compare32(0x5b, (a, b) => a === b),
  "f32.ne": compare32(0x5c, (a, b) => a !== b),
  "f32.lt": compare32(0x5d, (a, b) => a < b),
  "f32.gt": compare32(0x5e, (a, b) => a > b),
  "f32.le": compare32(0x5f, (a, b) => a <= b),
  "f32.ge": compare32(0x60, (a, b) => a >= b),
  "f64.eq": compare64(0x61, (a, b) => a === b),
  "f64.ne": compare64(0x62, (a, b) => a !== b),
  "f64.lt": compare64(0x63, (a, b) => a < b),
  "f64.gt": compare64(0x64, (a, b) => a > b),
  "f64.le": compare64(0x65, (a, b) => a <= b),
  "f64.ge": compare64(0x66, (a, b) => a >= b),
  "f32.abs": unary32(0x8b, Math.abs),
  "f32.neg": unary32(0x8c, (a) => -a),
  "f32.ceil": unary32(0x8d, Math.ceil),
  "f32.floor": unary32(0x8e, Math.floor),
  "f32.trunc": unary32(0x8f, Math.trunc),
  "f32.nearest": unary32(0x90, roundHalfEvenSigned),
  "f32.sqrt": unary32(0x91, Math.sqrt),
  "f32.add": binary32(0x92, (a, b) => a + b),
  "f32.sub": binary32(0x93, (a, b) => a - b),
  "f32.mul": binary32(0x94, (a, b) => a * b),
  "f32.div": binary32(0x95, (a, b) => a / b),
  "f32.min": binary32(0x96, (a, b) => Math.min(a, b)),
  "f32.max": binary32(0x97, (a, b) => Math.max(a, b)),
  "f32.copysign": binary32(0x98, copySign),
  "f64.abs": unary64(0x99, Math.abs),
  "f64.neg": unary64(0x9a, (a) => -a),
  "f64.ceil": unary64(0x9b, Math.ceil),
  "f64.floor": unary64(0x9c, Math.floor),
  "f64.trunc": unary64(0x9d, Math.trunc),
  "f64.nearest": unary64(0x9e, roundHalfEvenSigned),
  "f64.sqrt": unary64(0x9f, Math.sqrt),
  "f64.add": binary64(0xa0, (a, b) => a + b),
  "f64.sub": binary64(0xa1, (a, b) => a - b),
  "f64.mul": binary64(0xa2, (a, b) => a * b),
  "f64.div": binary64(0xa3, (a, b) => a / b),
  "f64.min": binary64(0xa4, (a, b) => Math.min(a, b)),
  "f64.max": binary64(0xa5, (a, b) => Math.max(a, b)),
  "f64.copysign": binary64(0xa6, copySign),
};
