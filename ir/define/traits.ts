// The traits that generic code asks for. Names are MLIR's.

export type Trait =
  /** No memory effects and no undefined behaviour: may be removed, duplicated, moved. */
  | "Pure"
  /** No memory effects, but perhaps undefined behaviour (integer division): may be removed and duplicated, not moved up. */
  | "NoMemoryEffect"
  /** May run where it would not have run when all ops inside may. */
  | "RecursivelySpeculatable"
  | "Commutative"
  | "Idempotent"
  /** Applies to scalars, and element by element to vectors and tensors. */
  | "Elementwise"
  | "ConstantLike"
  | "Terminator"
  | "ReturnLike"
  | "IsolatedFromAbove"
  | "Symbol"
  | "SymbolTable"
  | "SingleBlock"
  /** Blocks of this op's regions need no terminator. */
  | "NoTerminator"
  /** Order in a block does not matter; uses may come before definitions. */
  | "GraphRegion"
  /** Effects are those of the ops inside. */
  | "RecursiveMemoryEffects"
  /** Allocas inside are freed when a region of this op ends. */
  | "AutomaticAllocationScope"
  /** All variadic operand groups are of one size, so that no segment sizes are kept; results likewise. */
  | "SameVariadicOperandSize"
  | "SameVariadicResultSize";
