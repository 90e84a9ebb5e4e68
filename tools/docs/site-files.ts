// The files of the documentation: pages as Markdown, as a static site, or both.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileFailure, type Failure } from "../command/failure.ts";
import type { DocsFormat } from "./formats.ts";
import { htmlFile, pageHtml, searchScript, siteScript, siteStyle } from "./html.ts";
import { markdownFile, pageMarkdown } from "./markdown.ts";
import { anchorOf, type Page, type Place } from "./page.ts";
import type { DocsSource } from "./source.ts";
import type { Files } from "./written-files.ts";

export function siteFiles(pages: readonly Page[], format: DocsFormat, { site }: DocsSource): Files | Failure {
  const files = new Map<string, string>();
  if (format !== "html") for (const page of pages) files.set(markdownFile(page.path), pageMarkdown(page));
  if (format === "md") return files;
  const places = operationPlaces(pages);
  for (const page of pages)
    files.set(
      htmlFile(page.path),
      pageHtml(page, pages, (name) => places.get(name)),
    );
  for (const name of [siteStyle, siteScript]) {
    const file = join(site, name);
    try {
      const text = readFileSync(file, "utf8");
      files.set(name, name === siteScript ? searchScript(pages, text) : text);
    } catch (error) {
      return fileFailure(file, "read", error);
    }
  }
  return files;
}

function operationPlaces(pages: readonly Page[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { path, blocks } of pages)
    for (const block of blocks)
      if (block.kind === "heading" && block.entry?.kind === "operation")
        places.set(block.entry.name, { page: path, anchor: anchorOf(block.text) });
  return places;
}
