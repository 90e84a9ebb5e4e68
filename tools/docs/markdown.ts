// Pages as Markdown.
import { anchorOf, relativePath, type Block, type Inline, type Line, type Page, type Place } from "./page.ts";

/** The file of a page: that of the root is what GitHub shows of a folder. */
export const markdownFile = (path: string): string => (path === "index" ? "README.md" : `${path}.md`);

// An underline inside a word is none.
const escaped = (text: string): string =>
  text.replace(/[\\`*[\]<>|]/g, "\\$&").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_");

/** A code span may hold backquotes when longer rows of them are around it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

export interface MarkdownOptions {
  /** Default true; without them it reads well in a terminal. */
  readonly links?: boolean;
}

export function pageMarkdown({ path, title, blocks }: Page, { links = true }: MarkdownOptions = {}): string {
  const address = ({ page, anchor }: Place): string =>
    `${page === path ? "" : relativePath(markdownFile(path), markdownFile(page))}${anchor === undefined ? "" : `#${anchor}`}`;
  const inline = (part: Inline): string => {
    if (typeof part === "string") return escaped(part);
    const shown = "code" in part ? codeSpan(part.code) : escaped(part.text);
    return part.to === undefined || !links ? shown : `[${shown}](${address(part.to)})`;
  };
  const line = (parts: Line): string => parts.map(inline).join("");
  // Inside a table a bar ends the cell even in code.
  const cell = (parts: Line): string =>
    parts.map((part) => (typeof part === "string" ? inline(part) : inline(part).replaceAll("|", "\\|"))).join("");
  const block = (b: Block): string => {
    switch (b.kind) {
      case "heading":
        return `${"#".repeat(b.level)} ${escaped(b.text)}`;
      case "paragraph":
        return line(b.line);
      case "list":
        return b.items.map((item) => `* ${line(item)}`).join("\n");
      case "table": {
        const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
        return [row(b.head), row(b.head.map(() => "---")), ...b.rows.map((cells) => row(cells.map(cell)))].join("\n");
      }
      case "code":
        return `\`\`\`${b.language}\n${b.text.replace(/\n$/, "")}\n\`\`\``;
    }
  };
  return `# ${escaped(title)}\n\n${blocks.map(block).join("\n\n")}\n`;
}

/** The anchors of a page's headings. */
export const anchorsOf = ({ blocks }: Page): string[] =>
  blocks.flatMap((block) => (block.kind === "heading" ? [anchorOf(block.text)] : []));
