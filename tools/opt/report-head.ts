// The head of a report on standard error, as LLVM's tools print it.

export function reportHead(title: string): string {
  const rule = `===${"-".repeat(73)}===`;
  const words = `... ${title} ...`;
  return `${rule}\n${" ".repeat(Math.max(0, (80 - words.length) >> 1))}${words}\n${rule}\n`;
}
