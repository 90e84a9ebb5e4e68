// What `terrace new` makes.
export const newKinds = ["dialect", "pass", "machine"] as const;

export type NewKind = (typeof newKinds)[number];

export const isNewKind = (word: string): word is NewKind => newKinds.some((kind) => kind === word);
