// Takes a file apart at its `// -----` lines. Lines and columns of each part stay those of the whole file.

const marker = "// -----";

/** The parts between marker lines. */
export function splitInput(text: string): string[] {
  const parts: string[] = [];
  let lines: string[] = [];
  let before = 0;
  const all = text.split("\n");
  all.forEach((line, i) => {
    if (line.trimEnd() !== marker) {
      lines.push(line);
      return;
    }
    parts.push("\n".repeat(before) + lines.join("\n"));
    lines = [];
    before = i + 1;
  });
  parts.push("\n".repeat(before) + lines.join("\n"));
  return parts;
}

export const splitSeparator = `${marker}\n`;
