// A program of a given size with something planted deep inside: functions that call each other, loops, conditions, blocks, tensors.
import { seededSource } from "../../ir/check/random-source.ts";

export interface PlantedProgram {
  readonly text: string;
  readonly operations: number;
}

const signature = "(%a: i32, %b: i32, %t: tensor<4x8xf32>, %ix: tensor<3x1xindex>, %c: i1, %n: index) -> i32";
const types = "(i32, i32, tensor<4x8xf32>, tensor<3x1xindex>, i1, index) -> i32";

/** At least this many ops; `planted` are lines, in which the names of the signature and %c0 may be used, one op each. */
export function plantedProgram(atLeast: number, planted: readonly string[], seed = 7): PlantedProgram {
  const random = seededSource(seed);
  const lines: string[] = [];
  let operations = 0;
  const emit = (line: string): void => {
    lines.push(line);
    operations++;
  };
  for (let f = 0; operations < atLeast; f++) {
    let number = 0;
    let values = ["%a", "%b"];
    const recent = (): string => random.pick(values.slice(-8));
    const scalars = (count: number): void => {
      for (let i = 0; i < count; i++) {
        const name = `%v${number++}`;
        const op = random.pick(["addi", "muli", "subi", "xori", "constant"]);
        emit(op === "constant" ? `${name} = arith.constant ${random.below(1000)} : i32` : `${name} = arith.${op} ${recent()}, ${recent()} : i32`); // prettier-ignore
        values.push(name);
      }
    };
    emit(`func.func @f${f}${signature} {`);
    scalars(12);
    if (f > 0) {
      emit(`%call = func.call @f${random.below(f)}(%a, ${recent()}, %t, %ix, %c, %n) : ${types}`);
      values.push("%call");
    }
    emit("%c0 = arith.constant 0 : index");
    emit("%c1 = arith.constant 1 : index");
    for (let loop = 0; loop < 3; loop++) {
      const outside = [...values];
      emit(`%r${loop} = scf.for %i${loop} = %c0 to %n step %c1 iter_args(%acc${loop} = ${recent()}) -> (i32) {`);
      values.push(`%acc${loop}`);
      scalars(6);
      emit(`%e${loop} = tensor.extract %t[%c0, %c1] : tensor<4x8xf32>`);
      emit(`%if${loop} = scf.if %c -> (i32) {`);
      const before = [...values];
      scalars(3);
      if (f === 3 && loop === 1) planted.forEach(emit);
      emit(`scf.yield ${recent()} : i32`);
      lines.push("} else {");
      values = before;
      emit(`scf.yield ${recent()} : i32`);
      lines.push("}");
      emit(`scf.yield %if${loop} : i32`);
      lines.push("}");
      values = [...outside, `%r${loop}`];
    }
    emit(`cf.cond_br %c, ^left(${recent()} : i32), ^end(${recent()} : i32)`);
    lines.push("^left(%x: i32):");
    values.push("%x");
    scalars(4);
    emit(`cf.br ^end(${recent()} : i32)`);
    lines.push("^end(%y: i32):");
    emit("return %y : i32");
    lines.push("}");
  }
  return { text: `${lines.join("\n")}\n`, operations };
}
