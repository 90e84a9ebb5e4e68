// RoCC commands [funct, rs1, rs2] as Gemmini's ISA lays them out, to primitive commands. The loop commands set the
// registers of an unroller, and their last one expands to the primitive commands that the unroller would issue.
// Source of the layout: Gemmini, GemminiISA.scala and gemmini-rocc-tests/include/gemmini.h.
import type { SystolicMachine } from "../../../machine/schema.ts";
import type { Command, ConfigSt } from "../../../../dialects/systolic/commands.ts";
import { decodePrimitive, type Decoded } from "./decode-primitive.ts";
import { geometryOf } from "./geometry.ts";
import { CONV_FUNCTS, expandLoopConvWs, type ConvPlacement } from "./loop-conv-ws.ts";
import { expandLoopWs, LOOP_WS_FUNCTS } from "./loop-ws.ts";

export type { Decoded } from "./decode-primitive.ts";

/** One RoCC command: its funct and two 64-bit operands, as numbers, bigints or decimal or hexadecimal text. */
export type RoccCommand = readonly [funct: number, rs1: bigint | number | string, rs2: bigint | number | string];

const LOOP_WS_GO = 8;
const LOOP_CONV_WS_GO = 15;

function wordOf(word: bigint | number | string): bigint | undefined {
  if (typeof word === "string" && !/^(0x[0-9a-fA-F]+|\d+)$/.test(word)) return undefined;
  if (typeof word === "number" && !Number.isSafeInteger(word)) return undefined;
  const value = BigInt(word);
  return value >= 0n && value < 1n << 64n ? value : undefined;
}

/** Decodes a program command by command; holds what loop commands configure. */
export class Decoder {
  readonly #machine: SystolicMachine;
  /** The operands that each configuring loop command had last. */
  readonly #registers = new Map<number, readonly [bigint, bigint]>();
  /** Convolutions alternate between the halves of the accumulator. */
  readonly #placement: ConvPlacement = { biasRow: 0, resultRow: 0 };
  #configSt: ConfigSt | undefined;

  constructor(machine: SystolicMachine) {
    this.#machine = machine;
  }

  /** The primitive commands that `command` stands for. */
  decode(command: RoccCommand): Decoded {
    const [funct] = command;
    const rs1 = wordOf(command[1]);
    const rs2 = wordOf(command[2]);
    if (rs1 === undefined || rs2 === undefined) return { error: `funct ${funct}: operands are not 64-bit words` };
    const primitive = decodePrimitive(funct, rs1, rs2);
    if (primitive !== undefined) {
      if ("error" in primitive) return { error: `funct ${funct}: ${primitive.error}` };
      for (const decoded of primitive.commands) if (decoded.op === "config_st") this.#configSt = decoded;
      return primitive;
    }
    if (LOOP_WS_FUNCTS.has(funct) || CONV_FUNCTS.has(funct)) {
      this.#registers.set(funct, [rs1, rs2]);
      return { commands: [] };
    }
    if (funct === LOOP_WS_GO) return this.#expand("loop_ws", rs1, rs2);
    if (funct === LOOP_CONV_WS_GO) return this.#expand("loop_conv_ws", rs1, rs2);
    if (funct === 126) return { error: "counter operations (funct 126) are not implemented" };
    return { error: `funct ${funct} is no command of the array` };
  }

  #expand(loop: "loop_ws" | "loop_conv_ws", rs1: bigint, rs2: bigint): Decoded {
    const geometry = geometryOf(this.#machine);
    if (this.#machine.loop_unrollers?.[loop] === undefined)
      return { error: `${loop}: the machine has no such unroller` };
    if (geometry.rows !== geometry.columns || geometry.scratchpad.rowElements !== geometry.rows)
      return { error: `${loop}: the unroller needs a square array whose memory rows are as long as it is wide` };
    const needed = loop === "loop_ws" ? LOOP_WS_FUNCTS : CONV_FUNCTS;
    const missing = [...needed].filter((funct) => !this.#registers.has(funct));
    if (missing.length > 0) return { error: `${loop}: used before its configuration (functs ${missing.join(", ")})` };
    const expanded =
      loop === "loop_ws"
        ? expandLoopWs(geometry, this.#registers, rs1, rs2)
        : expandLoopConvWs(
            geometry,
            this.#machine.dma.max_burst_bytes,
            this.#registers,
            this.#placement,
            this.#configSt,
            rs1,
            rs2,
          );
    return "error" in expanded ? { error: `${loop}: ${expanded.error}` } : expanded;
  }
}

/** The primitive commands of a whole program, in order; the first command that is refused is named. */
export function decodeProgram(machine: SystolicMachine, program: Iterable<RoccCommand>): Decoded {
  const decoder = new Decoder(machine);
  const commands: Command[] = [];
  let index = 0;
  for (const command of program) {
    const decoded = decoder.decode(command);
    if ("error" in decoded) return { error: `command ${index}: ${decoded.error}` };
    for (const primitive of decoded.commands) commands.push(primitive);
    index++;
  }
  return { commands };
}
