// What a shrinking step is: a list of small edits of a module, any group of which may be done together.
import type { Operation } from "../../core/operation.ts";

/**
 * Changes the module in place. Gives false where what it was made for is gone or cannot be changed. It need not leave a valid module:
 * what does not verify is undone.
 */
export type Edit = () => boolean;

export interface Step {
  /** What it makes smaller: "drop operations". */
  readonly name: string;
  /** What one edit does, in a sentence without its full stop. */
  readonly summary: string;
  /** All edits of the module as it is now, in the order of the text. The module is not changed by this. */
  readonly edits: (module: Operation) => readonly Edit[];
  /** The edits exclude each other, so that groups of them are not tried. */
  readonly alone?: boolean;
}
