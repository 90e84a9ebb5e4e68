// What is documented: the definitions of a registry, who brought them, and where each has its place.
import type { Context } from "../../ir/core/context.ts";
import type { DialectDefinition, OpDefinition } from "../../ir/core/definition.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import { anchorOf, type Inline, type Place } from "./page.ts";
import { noVerdicts, type Verdicts } from "./verdicts.ts";

export interface Subject {
  readonly registry: Registry;
  /** With every dialect loaded. */
  readonly context: Context;
  /** Those that have pages, in the order in which they were registered. */
  readonly dialects: readonly DialectDefinition[];
  readonly verdicts: Verdicts;
}

/** Of the dialects named, or of all. */
export function subjectOf(registry: Registry, names?: readonly string[], verdicts: Verdicts = noVerdicts): Subject {
  const context = createContext(registry);
  const dialects = [...context.dialects.keys()].flatMap((name) => {
    // Asked for a name in it, a dialect is loaded.
    context.ops.get(`${name}.`);
    return names === undefined || names.includes(name) ? (context.dialects.get(name) ?? []) : [];
  });
  return { registry, context, dialects, verdicts };
}

/** The plugin that brought something; undefined where it is built in. */
export function ownerOf({ owners }: Registry, what: string): string | undefined {
  const owner = owners.get(what);
  return owner === "terrace" ? undefined : owner;
}

const documented = ({ dialects }: Subject, name: string): DialectDefinition | undefined =>
  dialects.find((dialect) => dialect.name === name.split(".")[0]);

export const dialectsFolder = "dialects";
export const dialectPath = (dialect: string): string => `${dialectsFolder}/${dialect}`;
export const passesPath = "passes";
export const machinesPath = "machines";
export const traitsPath = "traits-and-interfaces";

/** The place of an entry by the text of its heading. */
const at = (page: string, title: string): Place => ({ page, anchor: anchorOf(title) });

/** An op's name, which leads to its entry where there is one. */
export function opLink(subject: Subject, name: string): Inline {
  const dialect = documented(subject, name);
  const known = dialect?.ops.some((op) => op.name === name) === true;
  return { code: name, to: known ? at(dialectPath(dialect.name), name) : undefined };
}

export function dialectLink(subject: Subject, name: string): Inline {
  return { code: name, to: documented(subject, name) === undefined ? undefined : { page: dialectPath(name) } };
}

export function attributeLink(subject: Subject, name: string): Inline {
  const dialect = documented(subject, name);
  const known = dialect?.attributes.some((attribute) => attribute.name === name) === true;
  return { code: `#${name}`, to: known ? at(dialectPath(dialect.name), attributeTitle({ name })) : undefined };
}

// An operation may have the same name, and anchors are made of letters only.
export const typeTitle = ({ name }: { readonly name: string }): string => `Type !${name}`;
export const attributeTitle = ({ name }: { readonly name: string }): string => `Attribute #${name}`;

export const traitLink = (name: string): Inline => ({ code: name, to: at(traitsPath, name) });
export const passLink = (name: string): Inline => ({ code: name, to: at(passesPath, name) });

/** The interfaces of an op: its own, and those that plugins gave it, with who did. */
export function interfacesOf({ registry }: Subject, op: OpDefinition): readonly { name: string; owner?: string }[] {
  const attached = [...registry.plugins.values()].flatMap(({ name: owner, attachments }) =>
    attachments.flatMap((given) =>
      given.op === op.name && "interface" in given ? { name: given.interface, owner } : [],
    ),
  );
  return [...[...op.interfaces.keys()].map((name) => ({ name })), ...attached];
}
