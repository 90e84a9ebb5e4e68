// What `terrace list` lists.

export const listNames = ["machines", "passes", "dialects"] as const;

export type ListName = (typeof listNames)[number];
