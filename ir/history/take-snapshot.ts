// Taking snapshots: numbers for ops, blocks and values, and the plain data of what stands in the IR.
import type { Attribute } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { attributeText, locationInText, typeText } from "../syntax/print-attributes.ts";
import {
  CHUNK,
  type BlockSnapshot,
  type Chunk,
  type OpSnapshot,
  type RegionSnapshot,
  type ValueSnapshot,
} from "./snapshot.ts";

/** All of an op but its regions. */
export type OpHeader = Omit<OpSnapshot, "regions">;

/** Where an op or a block is in the snapshot: what it stands in, by number. */
export interface Place {
  /** The op whose region it is in. */
  readonly owner: number;
  readonly region: number;
  readonly block: number;
  /** Of ops only. */
  readonly chunk: number;
}

/** One set of numbers serves a whole history. */
export class SnapshotTaker {
  readonly #numbers = new WeakMap<object, number>();
  #next = 1;
  readonly #types = new Map<Type, string>();
  readonly #attributes = new Map<Attribute, string>();
  /** Where each op of the snapshot is. */
  readonly places = new Map<number, Place>();

  idOf(object: Operation | Block | Value): number {
    let id = this.#numbers.get(object);
    if (id === undefined) this.#numbers.set(object, (id = this.#next++));
    return id;
  }

  newId(): number {
    return this.#next++;
  }

  header(op: Operation): OpHeader {
    const attributes: Record<string, string> = {};
    for (const [name, attribute] of op.allAttributes) attributes[name] = this.#attribute(attribute);
    return {
      id: this.idOf(op),
      name: op.name,
      results: op.results.map((result) => this.value(result)),
      operands: op.operands.map((operand) => this.idOf(operand)),
      attributes,
      successors: op.successors.map((block) => this.idOf(block)),
      location: locationInText(op.location),
    };
  }

  value(value: Value): ValueSnapshot {
    let type = this.#types.get(value.type);
    if (type === undefined) this.#types.set(value.type, (type = typeText(value.type)));
    return { id: this.idOf(value), type };
  }

  /** The op with all that it holds; places of what is inside it are noted, its own is not. */
  op(op: Operation): OpSnapshot {
    const header = this.header(op);
    return { ...header, regions: op.regions.map((region, index) => this.region(region, header.id, index)) };
  }

  region(region: Region, owner: number, index: number): RegionSnapshot {
    const blocks: Record<number, BlockSnapshot> = {};
    const order: number[] = [];
    for (const block of region.blocks) {
      const snapshot = this.block(block, owner, index);
      blocks[snapshot.id] = snapshot;
      order.push(snapshot.id);
    }
    return { order, blocks };
  }

  block(block: Block, owner: number, region: number): BlockSnapshot {
    const id = this.idOf(block);
    const chunks: Record<number, Chunk> = {};
    const order: number[] = [];
    let ids: number[] = [];
    let ops: Record<number, OpSnapshot> = {};
    const close = (chunk: number): void => {
      chunks[chunk] = { order: ids, ops };
      order.push(chunk);
      ids = [];
      ops = {};
    };
    let chunk = this.newId();
    for (const op of block.ops()) {
      const snapshot = this.op(op);
      this.places.set(snapshot.id, { owner, region, block: id, chunk });
      ids.push(snapshot.id);
      ops[snapshot.id] = snapshot;
      if (ids.length < CHUNK) continue;
      close(chunk);
      chunk = this.newId();
    }
    if (ids.length > 0) close(chunk);
    return { id, arguments: block.arguments.map((argument) => this.value(argument)), order, chunks };
  }

  #attribute(attribute: Attribute): string {
    let text = this.#attributes.get(attribute);
    if (text === undefined) this.#attributes.set(attribute, (text = attributeText(attribute)));
    return text;
  }
}
