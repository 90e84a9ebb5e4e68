// What the fuzz tests of the registry cannot reach, by name, with the reason. A test compares: an entry that is not true any more fails.

/** Rules that apply to no generated program, nor to one of `test/dialects` (canonicalize.mlir, left-sides.mlir). */
export const rulesThatNeverFire: Readonly<Record<string, string>> = {};

/** Ops that may fold and of which no generated program has one that does. */
export const foldersThatNeverFire: Readonly<Record<string, string>> = {};

/** Dialects of which no program can be generated and read back. */
export const dialectsWithoutPrograms: Readonly<Record<string, string>> = {
  builtin: "its ops are modules and casts, which stand in the programs of all others",
};

/** Passes that need what no generated program has. */
export const passesWithoutPrograms: Readonly<Record<string, string>> = {};
