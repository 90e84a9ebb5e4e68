// The names in a new package: those of the templates, which are packages about a `toy`, with another in its place.
import type { Registry } from "../../ir/plugin/registry.ts";
import type { NewKind } from "./kinds.ts";

const forms: Readonly<Record<NewKind, { readonly pattern: RegExp; readonly words: string }>> = {
  dialect: { pattern: /^[a-z][a-z0-9_]*$/, words: "small letters, digits and _, as in 'my_dialect'" },
  pass: { pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, words: "small letters and digits, with - between words, as in 'my-pass'" },
  machine: { pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, words: "small letters and digits, with - between words, as in 'my-array'" },
}; // prettier-ignore

/** Why nothing can have this name; undefined where it can. */
export function nameProblem(kind: NewKind, name: string, registry: Registry): string | undefined {
  const { pattern, words } = forms[kind];
  if (!pattern.test(name)) {
    const fitting = name.toLowerCase().replace(/[^a-z0-9]+/g, kind === "dialect" ? "_" : "-").replace(/^[^a-z]+|[-_]+$/g, ""); // prettier-ignore
    return `'${name}' is no name of a ${kind}, which is of ${words}${pattern.test(fitting) ? `: did you mean '${fitting}'?` : ""}`;
  }
  const taken: readonly string[] =
    kind === "dialect" ? [...registry.dialects.keys()] : kind === "pass" ? registry.passes.names : [...registry.machines.keys()];
  return taken.includes(name) ? `there is a ${kind} '${name}' already` : undefined;
} // prettier-ignore

/**
 * `toy` in all its forms: in kebab case where dashes are beside it, in camel and Pascal case in identifiers, else as it is. A text of
 * `my_toy` is told from `toy` by what is beside it.
 */
export function withName(text: string, name: string): string {
  const words = name.split(/[-_]/).filter((word) => word !== "");
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const kebab = words.join("-");
  return text
    .replace(/Toy/g, pascal)
    .replace(/toy(?=[A-Z])/g, camel)
    .replace(/(?<=-)toy|toy(?=-)/g, kebab)
    .replace(/toy/g, name);
}
