// A zod issue as a sentence: the path, what was expected, what was found, and the nearest field for a misspelled one.
import * as z from "zod";
import { nearest } from "../../ir/syntax/near-miss.ts";

type Path = readonly PropertyKey[];

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const showPath = (path: Path): string =>
  path.map((step, at) => (typeof step === "number" ? `[${step}]` : (at ? "." : "") + String(step))).join("");

function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(String(step));
  }
  return value;
}

/** The fields that the schema knows at `path`. */
function fieldsAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  let at = schema;
  for (const step of [...path, undefined]) {
    while (at instanceof z.ZodOptional || at instanceof z.ZodNullable) at = at.unwrap();
    if (step === undefined) break;
    const fields = at instanceof z.ZodObject ? new Map<string, z.core.$ZodType>(Object.entries(at.shape)) : undefined;
    const next = at instanceof z.ZodArray ? at.element : fields?.get(String(step));
    if (next === undefined) return [];
    at = next;
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

const alternatives = (values: readonly unknown[]): string =>
  values.length === 1 ? show(values[0]) : `one of ${values.map(show).join(", ")}`;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "a string",
  boolean: "true or false",
  object: "an object",
  array: "an array",
  record: "an object",
};

/** What the issue's field should have held. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case "invalid_value":
      return alternatives(issue.values);
    case "too_small":
      return issue.origin === "array"
        ? `at least ${issue.minimum} element${issue.minimum === 1 ? "" : "s"}`
        : `a number ${issue.inclusive ? "of at least" : "greater than"} ${issue.minimum}`;
    case "too_big":
      return `a number of at most ${issue.maximum}`;
    case "invalid_union":
      return issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectation)).join(", or ");
    default:
      return issue.message;
  }
}

/** One sentence about `issue`, which `schema` found in `json`. */
export function explainIssue(schema: z.core.$ZodType, json: unknown, issue: z.core.$ZodIssue): string {
  const where = showPath(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = fieldsAt(schema, issue.path);
    return issue.keys
      .map((key) => {
        const near = nearest(key, known);
        const hint = near === undefined ? "" : `; the nearest known field is "${near}"`;
        return `${where === "" ? key : `${where}.${key}`}: unknown field${hint}`;
      })
      .join("\n");
  }
  const value = valueAt(json, issue.path);
  const found = value === undefined ? "nothing (the field is missing)" : show(value);
  return `${where === "" ? "the description" : where}: expected ${expectation(issue)}, found ${found}`;
}
