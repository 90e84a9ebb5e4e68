// Options of passes and pipelines: declared as plain data, from which their types, defaults, help and checks follow.

interface Described {
  readonly description: string;
}

export type OptionSpec = Described &
  (
    | { readonly type: "bool"; readonly default: boolean }
    | { readonly type: "int"; readonly default: number; readonly minimum?: number }
    | { readonly type: "float"; readonly default: number }
    | { readonly type: "string"; readonly default: string }
    | { readonly type: "enum"; readonly values: readonly string[]; readonly default: string }
    | { readonly type: "int-list"; readonly default: readonly number[] }
    | { readonly type: "string-list"; readonly default: readonly string[] }
  );

/** Options by name, as the pipeline text spells them: `max-iterations`. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export type OptionValue = boolean | number | string | readonly number[] | readonly string[];
export type OptionRecord = Readonly<Record<string, OptionValue>>;

type ValueOf<O extends OptionSpec> = O extends { type: "bool" }
  ? boolean
  : O extends { type: "int" | "float" }
    ? number
    : O extends { type: "enum"; values: readonly (infer V)[] }
      ? V
      : O extends { type: "string" }
        ? string
        : O extends { type: "int-list" }
          ? readonly number[]
          : readonly string[];

/** The values of declared options, by name. */
export type OptionValues<S extends OptionSpecs> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** Every option at its default. */
export function defaultOptions(specs: OptionSpecs): Record<string, OptionValue> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
}

/** What a value must be, in words. */
export function describeOption(spec: OptionSpec): string {
  switch (spec.type) {
    case "bool":
      return "'true' or 'false'";
    case "int":
      return spec.minimum === undefined ? "an integer" : `an integer of at least ${spec.minimum}`;
    case "float":
      return "a number";
    case "string":
      return "a text";
    case "enum":
      return `one of ${spec.values.map((value) => `'${value}'`).join(", ")}`;
    case "int-list":
      return "a list of integers";
    case "string-list":
      return "a list";
  }
}
