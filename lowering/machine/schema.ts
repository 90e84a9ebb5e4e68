// What a machine is: one description, of one of three kinds, told apart by its "schema" field. Legality, tile sizes,
// the memory plan, cost and the simulators read it and nothing else.
import * as z from "zod";
import { findInconsistencies } from "./consistency.ts";
import { buildCpuSchema, type CpuMachine } from "./cpu.ts";
import { explainIssue } from "./explain.ts";
import { buildGpuSchema, type GpuMachine } from "./gpu.ts";
import { findJsonError, lineAndColumn } from "./json-position.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { buildSystolicSchema, type SystolicMachine } from "./systolic.ts";

export type { CpuMachine } from "./cpu.ts";
export type { GpuMachine } from "./gpu.ts";
export type { SystolicMachine } from "./systolic.ts";

/** A machine of any kind; `schema` says which. */
export type Machine = CpuMachine | GpuMachine | SystolicMachine;

/** A machine, or one line a mistake. */
export type MachineResult<M extends Machine = Machine> =
  { readonly ok: true; readonly machine: M } | { readonly ok: false; readonly message: string };

const builders = { "cpu-hw/1": buildCpuSchema, "gpu-hw/1": buildGpuSchema, "npu-hw/1": buildSystolicSchema };

/** The kinds of description that exist, as their "schema" field names them. */
export const machineKinds: readonly Machine["schema"][] = ["cpu-hw/1", "gpu-hw/1", "npu-hw/1"];

const buildMachineSchema = () =>
  z.discriminatedUnion("schema", [builders["cpu-hw/1"](), builders["gpu-hw/1"](), builders["npu-hw/1"]()]);

let machineSchemaOnce: ReturnType<typeof buildMachineSchema> | undefined;

/** The schema of every machine description, built on first use. */
export const machineSchema = (): ReturnType<typeof buildMachineSchema> => (machineSchemaOnce ??= buildMachineSchema());

const refuse = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message });

/** Why the kind that a description names does not exist; undefined where it does. */
function refuseKind(kind: unknown): string | undefined {
  const names: readonly string[] = machineKinds;
  if (typeof kind !== "string")
    return `schema: expected one of ${names.join(", ")}, found ${JSON.stringify(kind) ?? "nothing (the field is missing)"}`;
  if (names.includes(kind)) return undefined;
  if (kind.startsWith("scalesim-hw/")) return "timing engine scalesim is not implemented";
  const near = nearest(kind, names);
  const hint = near === undefined ? `known kinds: ${names.join(", ")}` : `the nearest known one is "${near}"`;
  return `schema: unknown kind of machine "${kind}"; ${hint}`;
}

/** Reads a machine description from parsed JSON. */
export function parseMachine(json: unknown): MachineResult {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return refuse(`a machine description is a JSON object, found ${JSON.stringify(json) ?? typeof json}`);
  const fields = new Map<string, unknown>(Object.entries(json));
  const kind = refuseKind(fields.get("schema"));
  if (kind !== undefined) return refuse(kind);
  const timing = fields.get("timing");
  if (timing === "scalesim" || timing === "pe") return refuse(`timing engine ${timing} is not implemented`);
  const parsed = machineSchema().safeParse(json);
  if (!parsed.success) {
    const schema = machineSchema().options.find((option) => option.shape.schema.value === fields.get("schema"));
    return refuse(parsed.error.issues.map((issue) => explainIssue(schema ?? machineSchema(), json, issue)).join("\n"));
  }
  const inconsistencies = findInconsistencies(parsed.data);
  if (inconsistencies.length > 0)
    return refuse(inconsistencies.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return { ok: true, machine: parsed.data };
}

/** Reads a machine description from the text of a JSON file. */
export function parseMachineText(text: string): MachineResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const { offset, expected } = findJsonError(text);
    const { line, column } = lineAndColumn(text, offset);
    const found = offset < text.length ? `"${text[offset]}"` : "the end of the text";
    return refuse(`${line}:${column}: not JSON: expected ${expected}, found ${found}`);
  }
  return parseMachine(json);
}
