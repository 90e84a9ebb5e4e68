// The Context: owns registered definitions, the unique tables of types and attributes, the open journal and the diagnostic sink.
import type { ActionHandler } from "./action.ts";
import { Attachments, type Attachment } from "./attachments.ts";
import type { Attribute, IntegerAttr } from "./attributes.ts";
import type {
  AttributeDefinition,
  DialectDefinition,
  OpDefinition,
  PropertyDefinition,
  TypeDefinition,
} from "./definition.ts";
import { DeferredMap, type Deferred } from "./deferred.ts";
import { DefinitionTable } from "./definition-table.ts";
import type { Diagnostic, DiagnosticSink } from "./diagnostic.ts";
import type { Operation } from "./operation.ts";
import type { Journal } from "./journal.ts";
import type { RemarkSink } from "./remark.ts";
import { ResourceTable } from "./resources.ts";
import type { Type } from "./types.ts";
import { unregisteredDefinition } from "./unregistered-definition.ts";
import type { Value } from "./value.ts";

/** What an attribute gets when it is made. */
export interface Identity {
  readonly context: Context;
  readonly id: number;
}

/** Told what patterns ask of the IR and do not find. */
export interface MatchProbe {
  /** The op is of another definition. */
  definition(op: Operation, wanted: OpDefinition): void;
  /** The op is no constant, or not this one. */
  constant(op: Operation, wanted: bigint | undefined): void;
  /** The op is a constant, which was read: another might be wanted. */
  read(op: Operation): void;
  /** Two values would have to be one. */
  same(found: Value, wanted: Value): void;
  /** The op's name was asked for: it may have been compared with another. */
  name(op: Operation): void;
  /** So was an attribute of it. */
  attribute(op: Operation, name: string): void;
  /** And an operand: the rule got as far as that. */
  operand(op: Operation): void;
}

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
  /** Decides which passes run and which patterns are applied; undefined is all of them. Set by the tool that runs. */
  actions: ActionHandler | undefined = undefined;
  /** Hears remarks of passes. Set by the tool that runs, where somebody asked for them. */
  remarks: RemarkSink | undefined = undefined;
  /** Hears what patterns look for in vain. Set while left sides are searched for (ir/check/directed). */
  matchProbe: MatchProbe | undefined = undefined;
  /** Records inverses of edits while not null. Set through `withJournal` of ir/rewrite. */
  journal: Journal | null = null;
  /** Bulk data outside the IR, and what files say about other tools. */
  readonly resources = new ResourceTable();
  /** How many `distinct` attributes have been made. */
  distinctAttributes = 0;
  /** Whether an attribute or type has been made for which text defines an alias (`#map`, `#set`, `#loc`, `#distinct`, `!tuple`). */
  hasAliased = false;

  /** The registered dialects. One that was registered as deferred is loaded when one of its names is first asked for. */
  readonly dialects = new DeferredMap<DialectDefinition>();
  readonly ops = new DefinitionTable<OpDefinition>((dialect) => this.#load(dialect));
  readonly types = new DefinitionTable<TypeDefinition>((dialect) => this.#load(dialect));
  readonly attributes = new DefinitionTable<AttributeDefinition>((dialect) => this.#load(dialect));
  /** Interfaces, folders and canonicalisation patterns that ops have from others than their dialects. */
  attachments = Attachments.none;
  readonly #owners = new Map<string, string>();
  /** Dialects that are registered and not yet loaded. */
  readonly #pending = new Set<string>();

  readonly #unregistered = new Map<string, OpDefinition>();
  readonly #typeTable = new Map<string, Type>();
  readonly #attributeTable = new Map<string, Attribute>();
  readonly #integers = new Map<number, Map<bigint, IntegerAttr>>();
  readonly #denseTable = new Map<string, Attribute[]>();
  /** The attributes of small integers by type, for `integerAttr`. */
  readonly smallIntegers = new Map<Type, IntegerAttr[]>();
  readonly #defaultProperties = new Map<readonly PropertyDefinition[], (Attribute | undefined)[]>();
  readonly #once = new Map<(context: Context) => unknown, unknown>();
  #nextId = 1;

  /** Registers a dialect with all its definitions, now or when it is first used. Returns why not, when a name is taken. */
  registerDialect(dialect: DialectDefinition | Deferred<DialectDefinition>, owner = "terrace"): string | undefined {
    const { name } = dialect;
    if (this.dialects.has(name)) {
      if (this.dialects.peek(name) === dialect) return undefined;
      return `dialect '${name}' is already registered by '${this.#owners.get(name) ?? "unknown"}'`;
    }
    if ("load" in dialect && !this.attachments.concerns(name)) {
      this.dialects.defer(dialect);
      this.#pending.add(name);
    } else {
      const definition = "load" in dialect ? dialect.load() : dialect;
      for (const op of definition.ops) {
        if (this.ops.has(op.name)) return `operation '${op.name}' is already registered`;
      }
      const clash = this.attachments.clashWith(definition);
      if (clash !== undefined) return clash;
      this.dialects.set(name, definition);
      this.#define(definition);
    }
    this.#owners.set(name, owner);
    return undefined;
  }

  /** The dialects that are loaded: with those that were registered as deferred and are not used, there is nothing to do. */
  loadedDialects(): DialectDefinition[] {
    return [...this.dialects.keys()].flatMap((name) =>
      this.#pending.has(name) ? [] : (this.dialects.get(name) ?? []),
    );
  }

  /** Loads a deferred dialect and those that it depends on, or all; whether there was something to load. */
  #load(dialect: string | undefined): boolean {
    const names = dialect === undefined ? [...this.#pending] : this.#pending.has(dialect) ? [dialect] : [];
    for (const name of names) {
      if (!this.#pending.delete(name)) continue;
      const definition = this.dialects.get(name);
      if (definition === undefined) continue;
      this.#define(definition);
      for (const needed of definition.dependentDialects ?? []) this.#load(needed);
    }
    return names.length > 0;
  }

  #define(dialect: DialectDefinition): void {
    for (const op of dialect.ops) this.ops.define(op);
    for (const type of dialect.types) this.types.define(type);
    for (const attribute of dialect.attributes) this.attributes.define(attribute);
  }

  /** Gives an op of whatever dialect something that its definition does not have. Returns why not, where that clashes with what it has. */
  attach(attachment: Attachment, owner: string): string | undefined {
    const attachments = this.attachments.with([attachment], owner, (dialect) => this.dialects.get(dialect));
    if (typeof attachments === "string") return attachments;
    this.attachments = attachments;
    return undefined;
  }

  /** Takes away all that an owner attached. */
  detach(owner: string): void {
    this.attachments = this.attachments.without(owner);
  }

  /** The implementation of an interface: the definition's own, or one that was attached. */
  interfaceOf({ name, interfaces }: OpDefinition, wanted: string): unknown {
    const own = interfaces.size === 0 ? undefined : interfaces.get(wanted);
    return own ?? this.attachments.interfaceOf(name, wanted);
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

  /** What `make` gives for this context, called once: for types and attributes that are asked for at every op. */
  once<T extends Type | Attribute>(make: (context: Context) => T): T {
    let made = this.#once.get(make);
    if (made === undefined) this.#once.set(make, (made = make(this)));
    return made as T;
  }

  /** The values of properties of which none is given: one array for all ops that have just these. */
  defaultProperties(definitions: readonly PropertyDefinition[]): (Attribute | undefined)[] {
    return this.#defaultProperties.get(definitions) ?? this.#makeDefaultProperties(definitions);
  }

  // Apart, because a function with a closure pays for it even where it does not make it.
  #makeDefaultProperties(definitions: readonly PropertyDefinition[]): (Attribute | undefined)[] {
    const defaults = definitions.map(({ defaultValue }) => defaultValue?.(this));
    this.#defaultProperties.set(definitions, defaults);
    return defaults;
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
    if (kind === "tuple") this.hasAliased = true;
    const made = Object.freeze({ ...fields, context: this, id: this.#nextId++ }) as unknown as Type;
    this.#typeTable.set(full, made);
    return made as Extract<Type, { kind: K }>;
  }

  /** The unique type among those of equal `key` that `equals` accepts: for long lists, whose key is a hash. */
  uniqueTypeByContents<K extends Type["kind"]>(
    kind: K,
    key: string,
    equals: (candidate: Extract<Type, { kind: K }>) => boolean,
    fields: () => Without<Extract<Type, { kind: K }>>,
  ): Extract<Type, { kind: K }> {
    let count = 0;
    for (; ; count++) {
      const candidate = this.#typeTable.get(`${kind} ${key} #${count}`);
      if (candidate === undefined) break;
      if (equals(candidate as Extract<Type, { kind: K }>)) return candidate as Extract<Type, { kind: K }>;
    }
    return this.uniqueType(kind, `${key} #${count}`, fields());
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
    if (kind === "affine_map" || kind === "affine_set" || kind === "location" || kind === "distinct")
      this.hasAliased = true;
    const made = Object.freeze({ ...fields, context: this, id: this.#nextId++ }) as unknown as Attribute;
    this.#attributeTable.set(full, made);
    return made as Extract<Attribute, { kind: K }>;
  }

  /** The unique integer of a type, by its value: programs hold so many that a text as a key would cost. */
  uniqueInteger(type: IntegerAttr["type"], value: bigint): IntegerAttr {
    let table = this.#integers.get(type.id);
    if (table === undefined) this.#integers.set(type.id, (table = new Map<bigint, IntegerAttr>()));
    const present = table.get(value);
    if (present !== undefined) return present;
    const made: IntegerAttr = Object.freeze({ kind: "integer", type, value, context: this, id: this.#nextId++ });
    table.set(value, made);
    return made;
  }

  /** The unique attribute among those of equal `key` that `equals` accepts: for bulk data, whose key is a hash. */
  uniqueByContents<K extends Attribute["kind"]>(
    kind: K,
    key: string,
    equals: (candidate: Extract<Attribute, { kind: K }>) => boolean,
    make: (identity: Identity) => Extract<Attribute, { kind: K }>,
  ): Extract<Attribute, { kind: K }> {
    const full = `${kind} ${key}`;
    let bucket = this.#denseTable.get(full);
    if (bucket === undefined) this.#denseTable.set(full, (bucket = []));
    for (const candidate of bucket) {
      if (equals(candidate as Extract<Attribute, { kind: K }>)) return candidate as Extract<Attribute, { kind: K }>;
    }
    const made = make({ context: this, id: this.#nextId++ });
    bucket.push(made);
    return made;
  }

  emit(diagnostic: Diagnostic): void {
    this.diagnostics(diagnostic);
  }
}
