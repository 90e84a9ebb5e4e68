// Names of definitions as TypeScript has them: `static_offsets` is `staticOffsets`.
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
