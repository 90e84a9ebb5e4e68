// Pages as HTML: one static site, which needs no server and nothing from elsewhere.
import { escapedHtml } from "./escape-html.ts";
import { highlighted } from "./highlight.ts";
import { anchorOf, relativePath, type Block, type Inline, type Line, type Page, type Place } from "./page.ts";

/** What is in a site besides its pages. */
export const siteStyle = "style.css";
export const siteScript = "search.js";

export const htmlFile = (path: string): string => `${path}.html`;

/** Where the operation of a name has its entry. */
export type FindOperation = (name: string) => Place | undefined;

export function pageHtml(page: Page, pages: readonly Page[], operation: FindOperation): string {
  const address = (place: Place): string => addressFrom(page.path, place);
  const inline = (part: Inline): string => {
    if (typeof part === "string") return escapedHtml(part);
    const shown = "code" in part ? `<code>${escapedHtml(part.code)}</code>` : escapedHtml(part.text);
    return part.to === undefined ? shown : `<a href="${escapedHtml(address(part.to))}">${shown}</a>`;
  };
  const line = (parts: Line): string => parts.map(inline).join("");
  const block = (b: Block): string => {
    switch (b.kind) {
      case "heading": {
        const anchor = anchorOf(b.text);
        return `<h${b.level} id="${anchor}">${escapedHtml(b.text)} <a class="here" href="#${anchor}" aria-label="Link to ${escapedHtml(b.text)}">#</a></h${b.level}>`;
      }
      case "paragraph":
        return `<p>${line(b.line)}</p>`;
      case "list":
        return `<ul>\n${b.items.map((item) => `<li>${line(item)}</li>`).join("\n")}\n</ul>`;
      case "table": {
        const head = b.head.map((cell) => `<th scope="col">${escapedHtml(cell)}</th>`).join("");
        const rows = b.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${line(cell)}</td>`).join("")}</tr>`);
        return `<div class="wide"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table></div>`;
      }
      case "code":
        return `<pre><code>${b.language === "mlir" ? highlighted(b.text, (name) => hrefOf(operation(name), page.path)) : escapedHtml(b.text)}</code></pre>`;
    }
  };
  const root = page.path.split("/").slice(1).map(() => "../").join(""); // prettier-ignore
  const isHome = page.path === "index";
  const title = isHome ? page.title : `${page.title} - Terrace`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
<link rel="stylesheet" href="${root}${siteStyle}">
<script src="${root}${siteScript}" defer></script>
</head>
<body data-root="${root}">
<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="home" href="${root}index.html">Terrace</a>
<div class="search" role="search">
<input type="search" id="search" placeholder="Search ( / )" aria-label="Search operations, passes, types" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list">
<ul id="found" role="listbox" aria-label="Results" hidden></ul>
</div>
</header>
<div class="columns">
<nav aria-label="Pages">
<ul>
${pages.map((other) => `<li><a href="${addressFrom(page.path, { page: other.path })}"${other === page ? ' aria-current="page"' : ""}>${escapedHtml(shortTitle(other))}</a></li>`).join("\n")}
</ul>
</nav>
<main id="content">
<h1>${escapedHtml(page.title)}</h1>
${page.blocks.map(block).join("\n")}
</main>
</div>
</body>
</html>
`;
}

const shortTitle = ({ path, title }: Page): string => (path === "index" ? "Overview" : title.replace(/^Dialect /, ""));

function addressFrom(path: string, { page, anchor }: Place): string {
  const file = page === path && anchor !== undefined ? "" : relativePath(htmlFile(path), htmlFile(page));
  return `${file}${anchor === undefined ? "" : `#${anchor}`}`;
}

const hrefOf = (place: Place | undefined, from: string): string | undefined =>
  place === undefined ? undefined : addressFrom(from, place);

/** The script of the search, with what it finds: `[name, kind, summary, address]`. */
export function searchScript(pages: readonly Page[], script: string): string {
  const entries = pages.flatMap((page) => [
    ...(page.path.startsWith("dialects/") ? [[shortTitle(page), "dialect", "", htmlFile(page.path)]] : []),
    ...page.blocks.flatMap((block) => {
      if (block.kind !== "heading" || block.entry === undefined) return [];
      const { name, kind, summary } = block.entry;
      return [[name, kind, summary, `${htmlFile(page.path)}#${anchorOf(block.text)}`]];
    }),
  ]);
  return `const entries = [\n${entries.map((entry) => `${JSON.stringify(entry)},\n`).join("")}];\n${script}`;
}
