// Interfaces: what ops of any dialect may implement, looked up by name on the definition or attached through a context.
import type { Attachment } from "../core/attachments.ts";
import type { Operation } from "../core/operation.ts";

export type InterfaceImplementation = readonly [name: string, implementation: unknown];

export interface InterfaceDefinition<I> {
  readonly name: string;
  /** For the `interfaces` of a definition. */
  with(implementation: I): InterfaceImplementation;
  /** For the `attachments` of a plugin, or `Context.attach`: for an op of another dialect, by its qualified name. */
  attachTo(op: string, implementation: I): Attachment;
  /** The op's implementation, or undefined. */
  of(op: Operation): I | undefined;
}

/** Defines an interface whose implementations are of type I. */
export function defineInterface<I>(name: string): InterfaceDefinition<I> {
  return {
    name,
    with: (implementation) => [name, implementation],
    attachTo: (op, implementation) => ({ op, interface: name, implementation }),
    of: (op) => op.interfaceNamed(name) as I | undefined,
  };
}
