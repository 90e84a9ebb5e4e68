// The Context: owns registered definitions, the unique tables of types and attributes, the open journal and the diagnostic sink.
import type { Attribute } from "./attributes.ts";
import type { AttributeDefinition, DialectDefinition, OpDefinition, TypeDefinition } from "./definition.ts";
import type { Diagnostic, DiagnosticSink } from "./diagnostic.ts";
import type { Journal } from "./journal.ts";
import type { Type } from "./types.ts";

type Without<T> = T extends unknown ? Omit<T, "context" | "id"> : never;

/**
 * Everything that modules which may refer to each other share. Types and attributes of one context compare by `===`.
 * Definitions are registered explicitly; importing a dialect registers nothing.
 */
export class Context {
  /** Whether ops, types and attributes of dialects that are not registered are accepted. */
  allowUnregisteredDialects = false;
  /** Where diagnostics of verification and passes go; set by the tool that runs. */
  diagnostics: DiagnosticSink = () => undefined;
  /** Records inverses of edits while not null. Set through `withJournal` of ir/rewrite. */
  journal: Journal | null = null;

  readonly dialects = new Map<string, DialectDefinition>();
  readonly ops = new Map<string, OpDefinition>();
  readonly types = new Map<string, TypeDefinition>();
  readonly attributes = new Map<string, AttributeDefinition>();
  /** Interface implementations, folders and canonicalisation patterns attached from outside, by op name then interface name. */
  readonly attachedInterfaces = new Map<string, Map<string, unknown>>();
  readonly #owners = new Map<string, string>();

  readonly #unregistered = new Map<string, OpDefinition>();
  readonly #typeTable = new Map<string, Type>();
  readonly #attributeTable = new Map<string, Attribute>();
  readonly #denseTable = new Map<string, Attribute[]>();
  #nextId = 1;

  /** Registers a dialect with all its definitions. Returns why not, when a name is taken. */
  registerDialect(dialect: DialectDefinition, owner = "terrace"): string | undefined {
    const present = this.dialects.get(dialect.name);
    if (present === dialect) return undefined;
    if (present !== undefined) {
      return `dialect '${dialect.name}' is already registered by '${this.#owners.get(dialect.name) ?? "unknown"}'`;
    }
    for (const op of dialect.ops) {
      if (this.ops.has(op.name)) return `operation '${op.name}' is already registered`;
    }
    this.dialects.set(dialect.name, dialect);
    this.#owners.set(dialect.name, owner);
    for (const op of dialect.ops) this.ops.set(op.name, op);
    for (const type of dialect.types) this.types.set(type.name, type);
    for (const attribute of dialect.attributes) this.attributes.set(attribute.name, attribute);
    return undefined;
  }

  /** Attaches an interface implementation to an op, possibly of another dialect. */
  attachInterface(opName: string, interfaceName: string, implementation: unknown): void {
    let table = this.attachedInterfaces.get(opName);
    if (table === undefined) this.attachedInterfaces.set(opName, (table = new Map<string, unknown>()));
    table.set(interfaceName, implementation);
  }

  /** The definition for a name; ops of unknown name get one shared unregistered definition per name. */
  opDefinition(name: string): OpDefinition {
    const registered = this.ops.get(name);
    if (registered !== undefined) return registered;
    let definition = this.#unregistered.get(name);
    if (definition === undefined) {
      definition = unregisteredDefinition(name);
      this.#unregistered.set(name, definition);
    }
    return definition;
  }

  /** The unique type for `key`; made by adding identity to `fields` the first time. Only type constructors call this. */
  uniqueType<K extends Type["kind"]>(
    kind: K,
    key: string,
    fields: Without<Extract<Type, { kind: K }>>,
  ): Extract<Type, { kind: K }> {
    const full = `${kind} ${key}`;
    const present = this.#typeTable.get(full);
    if (present !== undefined) return present as Extract<Type, { kind: K }>;
    const made = Object.freeze({ ...fields, context: this, id: this.#nextId++ }) as unknown as Type;
    this.#typeTable.set(full, made);
    return made as Extract<Type, { kind: K }>;
  }

  /** The unique attribute for `key`. Only attribute constructors call this. */
  uniqueAttribute<K extends Attribute["kind"]>(
    kind: K,
    key: string,
    fields: Without<Extract<Attribute, { kind: K }>>,
  ): Extract<Attribute, { kind: K }> {
    const full = `${kind} ${key}`;
    const present = this.#attributeTable.get(full);
    if (present !== undefined) return present as Extract<Attribute, { kind: K }>;
    const made = Object.freeze({ ...fields, context: this, id: this.#nextId++ }) as unknown as Attribute;
    this.#attributeTable.set(full, made);
    return made as Extract<Attribute, { kind: K }>;
  }

  /** The unique attribute among those of equal `key` that `equals` accepts: for bulk data, whose key is a hash. */
  uniqueByContents<K extends Attribute["kind"]>(
    kind: K,
    key: string,
    equals: (candidate: Extract<Attribute, { kind: K }>) => boolean,
    fields: () => Without<Extract<Attribute, { kind: K }>>,
  ): Extract<Attribute, { kind: K }> {
    const full = `${kind} ${key}`;
    let bucket = this.#denseTable.get(full);
    if (bucket === undefined) this.#denseTable.set(full, (bucket = []));
    for (const candidate of bucket) {
      if (equals(candidate as Extract<Attribute, { kind: K }>)) return candidate as Extract<Attribute, { kind: K }>;
    }
    const made = Object.freeze({ ...fields(), context: this, id: this.#nextId++ }) as unknown as Attribute;
    bucket.push(made);
    return made as Extract<Attribute, { kind: K }>;
  }

  emit(diagnostic: Diagnostic): void {
    this.diagnostics(diagnostic);
  }
}

/** The one property slot of an unregistered op holds the whole `<{...}>` dictionary. */
export const UNREGISTERED_PROPERTIES = "properties";

function unregisteredDefinition(name: string): OpDefinition {
  const dot = name.indexOf(".");
  return {
    name,
    dialect: dot < 0 ? "builtin" : name.slice(0, dot),
    summary: "unregistered operation",
    description: "",
    registered: false,
    operands: [],
    results: [],
    properties: [
      {
        name: UNREGISTERED_PROPERTIES,
        description: "dictionary",
        accepts: (attribute) => attribute.kind === "dictionary",
        optional: true,
        defaultValue: undefined,
        print: undefined,
        parse: undefined,
        impliedType: undefined,
        decode: (attribute) => attribute,
        encode: () => {
          throw new Error("unregistered properties are given as attributes");
        },
      },
    ],
    propertySlots: new Map([[UNREGISTERED_PROPERTIES, 0]]),
    regions: [],
    successors: [],
    traits: new Set(),
    interfaces: new Map(),
    verify: undefined,
    verifySymbols: undefined,
    fold: undefined,
    inferResultTypes: undefined,
    print: undefined,
    parse: undefined,
    meaning: undefined,
  };
}
