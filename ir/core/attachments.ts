// Attachments: interfaces, folders and canonicalisation patterns that somebody gives to ops of another dialect, each with its owner.
import type { Pattern } from "../rewrite/pattern.ts";
import type { DialectDefinition, FoldFunction, OpDefinition } from "./definition.ts";

/** What is given to an op, by the op's qualified name. A folder is tried after the op's own one; a pattern starts from the op. */
export type Attachment = { readonly op: string } & (
  | { readonly interface: string; readonly implementation: unknown }
  | { readonly folder: FoldFunction }
  | { readonly pattern: Pattern }
);

export interface AttachedFolder {
  readonly owner: string;
  readonly fold: FoldFunction;
}

type Owned = { readonly attachment: Attachment; readonly owner: string };

/** What is attached, as a value: a set with more or fewer is another one, and definitions stay as they are. */
export class Attachments {
  static readonly none = new Attachments([]);
  readonly #all: readonly Owned[];
  /** By op, then by interface. */
  readonly #interfaces = new Map<string, Map<string, unknown>>();
  readonly #folders = new Map<string, AttachedFolder>();
  /** The canonicalisation patterns, which name their owners. */
  readonly patterns: readonly Pattern[];

  private constructor(all: readonly Owned[]) {
    this.#all = all;
    const patterns: Pattern[] = [];
    for (const { attachment, owner } of all) {
      const { op } = attachment;
      if ("pattern" in attachment) patterns.push({ ...attachment.pattern, owner });
      else if ("folder" in attachment) this.#folders.set(op, { owner, fold: attachment.folder });
      else {
        let table = this.#interfaces.get(op);
        if (table === undefined) this.#interfaces.set(op, (table = new Map<string, unknown>()));
        table.set(attachment.interface, attachment.implementation);
      }
    }
    this.patterns = patterns;
  }

  interfaceOf(op: string, name: string): unknown {
    return this.#interfaces.size === 0 ? undefined : this.#interfaces.get(op)?.get(name);
  }

  folderOf(op: string): AttachedFolder | undefined {
    return this.#folders.size === 0 ? undefined : this.#folders.get(op);
  }

  /** Whether something waits for a dialect of this name or is given to its ops. */
  concerns(dialect: string): boolean {
    return this.#all.some(({ attachment }) => dialectOf(attachment) === dialect);
  }

  /**
   * These and more, all of one owner; or why not: no op has two implementations of an interface, two attached folders or two
   * patterns of one name. What is given to ops of a dialect that `dialects` does not find waits for it.
   */
  with(
    attachments: readonly Attachment[],
    owner: string,
    dialects: (name: string) => DialectDefinition | undefined,
  ): Attachments | string {
    const all = [...this.#all];
    for (const attachment of attachments) {
      const key = keyOf(attachment);
      const other = all.find((present) => keyOf(present.attachment) === key);
      const problem =
        other !== undefined
          ? `which '${other.owner}' has given it already`
          : problemWith(attachment, dialects(dialectOf(attachment)));
      if (problem !== undefined) return `'${owner}' ${givesText(attachment)}, ${problem}`;
      all.push({ attachment, owner });
    }
    return new Attachments(all);
  }

  /** All but those of one owner. */
  without(owner: string): Attachments {
    return new Attachments(this.#all.filter((present) => present.owner !== owner));
  }

  /** Why a dialect cannot be beside what was attached to its ops before it was known. */
  clashWith(dialect: DialectDefinition): string | undefined {
    for (const { attachment, owner } of this.#all) {
      const problem = dialectOf(attachment) === dialect.name ? problemWith(attachment, dialect) : undefined;
      if (problem !== undefined) return `'${owner}' ${givesText(attachment)}, ${problem}`;
    }
    return undefined;
  }
}

const dialectOf = ({ op }: Attachment): string => op.slice(0, op.indexOf("."));

/** What may be attached once only. */
function keyOf(attachment: Attachment): string {
  const { op } = attachment;
  if ("pattern" in attachment) return `${op} pattern ${attachment.pattern.name}`;
  return "folder" in attachment ? `${op} folder` : `${op} interface ${attachment.interface}`;
}

function givesText(attachment: Attachment): string {
  const { op } = attachment;
  if ("pattern" in attachment) return `gives '${op}' the pattern "${attachment.pattern.name}"`;
  return "folder" in attachment
    ? `gives '${op}' a folder beside its own`
    : `gives '${op}' the interface '${attachment.interface}'`;
}

/** What the op's own dialect has against it. */
function problemWith(attachment: Attachment, dialect: DialectDefinition | undefined): string | undefined {
  const { op } = attachment;
  if ("pattern" in attachment && attachment.pattern.root !== op)
    return `which starts from ${attachment.pattern.root === undefined ? "any op" : `'${attachment.pattern.root}'`}`;
  if (dialect === undefined) return undefined;
  const definition = dialect.ops.find(({ name }) => name === op);
  if (definition === undefined) return `an op that dialect '${dialect.name}' does not have`;
  return hasItself(attachment, dialect, definition)
    ? `which its dialect '${dialect.name}' gives it already`
    : undefined;
}

/** Folders are tried one after the other. */
function hasItself(attachment: Attachment, dialect: DialectDefinition, { name, interfaces }: OpDefinition): boolean {
  if ("interface" in attachment) return interfaces.has(attachment.interface);
  if ("folder" in attachment) return false;
  const { pattern } = attachment;
  return (dialect.canonicalizationPatterns ?? []).some((own) => own.root === name && own.name === pattern.name);
}
