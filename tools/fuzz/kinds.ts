// What `terrace fuzz` tests.

export const fuzzKinds = ["rules", "folders", "passes", "conversions", "pipelines", "targets", "round-trip"] as const;

export type FuzzKind = (typeof fuzzKinds)[number];

export const isFuzzKind = (word: string): word is FuzzKind => fuzzKinds.some((kind) => kind === word);
