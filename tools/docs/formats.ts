// What `terrace docs` writes.

export const docsFormats = ["md", "html", "both"] as const;

export type DocsFormat = (typeof docsFormats)[number];
