// Resources: bulk data that attributes refer to by name (`dense_resource<name>`), and the sections that a file keeps for other tools.
import type { Operation } from "./operation.ts";

/** Bytes and the alignment, a power of two, that they ask for. */
export interface ResourceBlob {
  readonly alignment: number;
  readonly data: Uint8Array;
}

/** What a file says under a name: bytes, a truth value or a string. */
export type ResourceValue = ResourceBlob | boolean | string;

/** A section of `external_resources`: the tool's name and its entries, in the order of the file. */
export interface ExternalResources {
  readonly owner: string;
  readonly entries: (readonly [string, ResourceValue])[];
}

export class ResourceTable {
  /** The bytes behind `dense_resource` handles. */
  readonly #blobs = new Map<string, ResourceBlob>();
  readonly #external = new WeakMap<Operation, readonly ExternalResources[]>();

  blob(handle: string): ResourceBlob | undefined {
    return this.#blobs.get(handle);
  }

  /** Whether the handle had no other contents. */
  define(handle: string, blob: ResourceBlob): boolean {
    const known = this.#blobs.get(handle);
    if (known !== undefined) return sameBlob(known, blob);
    this.#blobs.set(handle, blob);
    return true;
  }

  /** A later definition of the same file counts. */
  replace(handle: string, blob: ResourceBlob): void {
    this.#blobs.set(handle, blob);
  }

  /** What the module's file had for other tools; printed with it. */
  external(module: Operation): readonly ExternalResources[] {
    return this.#external.get(module) ?? [];
  }

  setExternal(module: Operation, sections: readonly ExternalResources[]): void {
    this.#external.set(module, sections);
  }
}

function sameBlob(a: ResourceBlob, b: ResourceBlob): boolean {
  if (a.alignment !== b.alignment || a.data.length !== b.data.length) return false;
  for (let i = 0; i < a.data.length; i++) if (a.data[i] !== b.data[i]) return false;
  return true;
}
