// The three configuration commands: what a machine does not have is refused here, once, by name.
import type { SystolicMachine } from "../../../machine/schema.ts";
import type { ConfigEx, ConfigLd, ConfigSt } from "../../../../dialects/systolic/commands.ts";
import { firstOf } from "./effect.ts";
import type { ArrayState } from "./memory.ts";

const whole = (what: string, value: number): string | undefined =>
  Number.isInteger(value) && value >= 0 ? undefined : `${what}: expected a whole number, found ${value}`;

const refuseIf = (holds: boolean, message: string): string | undefined => (holds ? message : undefined);

function configureEx(state: ArrayState, machine: SystolicMachine, command: ConfigEx): string | undefined {
  const { aTranspose, bTranspose, dataflow, shift, activation } = command;
  const strides = firstOf(whole("aStride", command.aStride), whole("cStride", command.cStride));
  if (strides !== undefined) return strides;
  if (command.strideOnly === true) {
    if (state.configEx === undefined) return "strideOnly: nothing is configured yet";
    state.configEx = { ...state.configEx, aStride: command.aStride, cStride: command.cStride };
    return undefined;
  }
  const complaint = firstOf(
    refuseIf(!machine.array.dataflows.includes(dataflow), `dataflow: the machine has no ${dataflow}`),
    refuseIf(!machine.scale_unit.activations.includes(activation), `activation: the machine has no ${activation}`),
    refuseIf((aTranspose || bTranspose) && !machine.transposer, "the machine has no transposer"),
    refuseIf(dataflow === "ws" && aTranspose && bTranspose, "weight-stationary, A and B are not both transposed"),
    refuseIf(
      dataflow === "os" && !aTranspose && bTranspose,
      "output-stationary, B is transposed only where A is, since A passes the one transposer",
    ),
    refuseIf(!Number.isInteger(shift) || shift < 0 || shift > 31, `shift: expected 0 to 31, found ${shift}`),
    refuseIf(shift !== 0 && machine.types.os_out === "none", `shift: float32 results are not shifted, found ${shift}`),
  );
  if (complaint === undefined) state.configEx = command;
  return complaint;
}

function configureLd(state: ArrayState, machine: SystolicMachine, command: ConfigLd): string | undefined {
  const { scale } = command;
  const complaint = firstOf(
    refuseIf(
      !Number.isInteger(command.state) || command.state < 0 || command.state >= state.configLd.length,
      `state: the machine has load states 0 to ${state.configLd.length - 1}, found ${command.state}`,
    ),
    whole("strideBytes", command.strideBytes),
    whole("blockStride", command.blockStride ?? 0),
    refuseIf(
      command.pixelRepeats !== undefined && !(Number.isInteger(command.pixelRepeats) && command.pixelRepeats >= 1),
      `pixelRepeats: expected one or more, found ${command.pixelRepeats}`,
    ),
    refuseIf(Math.fround(scale) !== scale, `scale: ${scale} is not a float32`),
    refuseIf(scale !== 1 && !machine.dma.mvin_scale, `scale: the machine's loads do not scale, found ${scale}`),
  );
  if (complaint === undefined) state.configLd[command.state] = command;
  return complaint;
}

function configureSt(state: ArrayState, machine: SystolicMachine, command: ConfigSt): string | undefined {
  const { activation, pooling, scale } = command;
  const complaint = firstOf(
    whole("strideBytes", command.strideBytes),
    refuseIf(!machine.scale_unit.activations.includes(activation), `activation: the machine has no ${activation}`),
    refuseIf(Math.fround(scale) !== scale, `scale: ${scale} is not a float32`),
    refuseIf(pooling !== undefined && machine.scale_unit.pool === "none", "pooling: the machine does not pool"),
  );
  if (complaint === undefined) state.configSt = command;
  return complaint;
}

/** Changes the configuration; a string is the reason why it was left as it is. */
export function configure(
  state: ArrayState,
  machine: SystolicMachine,
  command: ConfigEx | ConfigLd | ConfigSt,
): string | undefined {
  switch (command.op) {
    case "config_ex":
      return configureEx(state, machine, command);
    case "config_ld":
      return configureLd(state, machine, command);
    case "config_st":
      return configureSt(state, machine, command);
  }
}
