// Checks of option texts, by zod. Loaded only when a pipeline gives options, because zod takes time to load.
import * as z from "zod";
import type { OptionSpec, OptionValue } from "./options.ts";
import { splitOptionList } from "./pipeline-print.ts";

const integer = z
  .string()
  .regex(/^[+-]?\d+$/)
  .transform(Number)
  .refine(Number.isSafeInteger);
const decimal = z
  .string()
  .regex(/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/)
  .transform(Number);
const truth = z
  .enum(["true", "True", "TRUE", "1", "false", "False", "FALSE", "0"])
  .transform((text) => text.toLowerCase() === "true" || text === "1");
const list = z.string().transform(splitOptionList);

const schemas = new WeakMap<OptionSpec, z.ZodType<OptionValue, string>>();

function build(spec: OptionSpec): z.ZodType<OptionValue, string> {
  switch (spec.type) {
    case "bool":
      return truth;
    case "int": {
      const { minimum = Number.MIN_SAFE_INTEGER } = spec;
      return integer.refine((value) => value >= minimum);
    }
    case "float":
      return decimal;
    case "string":
      return z.string();
    case "enum":
      return z.string().refine((value) => spec.values.includes(value));
    case "int-list":
      return list.pipe(z.array(integer));
    case "string-list":
      return list;
  }
}

/** The value that an option's text stands for, or undefined where it does not fit. */
export function parseOption(spec: OptionSpec, text: string): OptionValue | undefined {
  let schema = schemas.get(spec);
  if (schema === undefined) schemas.set(spec, (schema = build(spec)));
  const result = schema.safeParse(text);
  return result.success ? result.data : undefined;
}
