// The traits that generic code asks for, and what each says of an op. Names are MLIR's.

export const traits = {
  Pure: "No memory effects and no undefined behaviour: may be removed, duplicated, moved.",
  NoMemoryEffect:
    "No memory effects, but perhaps undefined behaviour (integer division): may be removed and duplicated, not moved up.",
  RecursivelySpeculatable: "May run where it would not have run when all ops inside may.",
  Commutative: "Operands may change places.",
  Idempotent: "Applied to its own result, or to one value twice, it gives that again.",
  Elementwise: "Applies to scalars, and element by element to vectors and tensors.",
  ConstantLike: "Makes a constant.",
  Terminator: "Ends a block.",
  ReturnLike: "Hands its operands to the op whose region it ends.",
  IsolatedFromAbove: "Ops inside use no values from outside.",
  Symbol: "Has a name, by which other ops refer to it.",
  SymbolTable: "Ops inside may be referred to by name.",
  SingleBlock: "Its regions have one block.",
  NoTerminator: "Blocks of this op's regions need no terminator.",
  GraphRegion: "Order in a block does not matter; uses may come before definitions.",
  RecursiveMemoryEffects: "Effects are those of the ops inside.",
  AutomaticAllocationScope: "Allocas inside are freed when a region of this op ends.",
  SameVariadicOperandSize: "All variadic groups of operands are of one size, so that no segment sizes are kept.",
  SameVariadicResultSize: "The same of results.",
} as const satisfies Readonly<Record<string, string>>;

export type Trait = keyof typeof traits;
