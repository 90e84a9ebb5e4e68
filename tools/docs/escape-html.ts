// Text as it stands in HTML.

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapedHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
