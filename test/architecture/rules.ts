// The rules that a source tree keeps, checked on its text: imports point down, no run-time import cycle, no file over
// 500 lines, Node's own modules only at the edges. A tree is data, so that the rules are tested on bad ones.
import { isBuiltin } from "node:module";
import { posix } from "node:path";

/** Source text by path from the root of the repository, with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

/** From the lowest: a layer imports from itself and from those before it. */
export const layers = ["ir", "dialects", "passes", "lowering", "tools"] as const;

const maximumLines = 500;

interface ImportStatement {
  readonly specifier: string;
  /** `static` is evaluated with the importing module, `lazy` is `import(...)`, `type` is erased. */
  readonly kind: "static" | "lazy" | "type";
}

const fromClause = /^[ \t]*(?:import|export)\s+(type\s+(?!from\b))?[\w$*{}\s,]+?\bfrom\s*["']([^"'\n]+)["']/gm;
const bareImport = /^[ \t]*import\s*["']([^"'\n]+)["']/gm;
const importCall = /\bimport\(\s*["']([^"'\n]+)["']/g;
const comment = /^[ \t]*\/\/.*$|^[ \t]*\/\*[\s\S]*?\*\//gm;

/** The imports and re-exports that a module's text states. */
export function importsOf(text: string): ImportStatement[] {
  const code = text.replace(comment, "");
  const imports: ImportStatement[] = [];
  for (const [, type, specifier = ""] of code.matchAll(fromClause)) {
    imports.push({ specifier, kind: type === undefined ? "static" : "type" });
  }
  for (const [, specifier = ""] of code.matchAll(bareImport)) imports.push({ specifier, kind: "static" });
  for (const [, specifier = ""] of code.matchAll(importCall)) imports.push({ specifier, kind: "lazy" });
  return imports;
}

/** Every broken rule, one line each, headed by the file. */
export function architectureViolations(tree: SourceTree): string[] {
  const violations: string[] = [];
  for (const [path, text] of tree) {
    if (!isGenerated(path)) violations.push(...lengthViolations(path, text));
    for (const statement of importsOf(text)) violations.push(...importViolations(path, statement));
  }
  return [...violations, ...importCycles(tree)];
}

function isGenerated(path: string): boolean {
  return path.includes("/generated/");
}

function lengthViolations(path: string, text: string): string[] {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return lines > maximumLines ? [`${path}: ${lines} lines, more than ${maximumLines}`] : [];
}

function importViolations(path: string, { specifier }: ImportStatement): string[] {
  if (isBuiltin(specifier)) {
    return mayUseNode(path) ? [] : [`${path}: imports "${specifier}" outside tools/, test/ and *.node.ts`];
  }
  if (!specifier.startsWith(".")) return [];
  const target = resolve(path, specifier);
  const from = layerOf(path);
  const to = layerOf(target);
  if (to === -1) return [`${path}: imports "${target}", which is in none of ${layers.join(", ")}`];
  return to > from ? [`${path}: imports "${target}", but ${layers[from]} is below ${layers[to]}`] : [];
}

function mayUseNode(path: string): boolean {
  return path.startsWith("tools/") || path.startsWith("test/") || path.endsWith(".node.ts");
}

function layerOf(path: string): number {
  return layers.findIndex((layer) => path.startsWith(`${layer}/`));
}

function resolve(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier);
}

/** One line for each group of modules that import each other while they are evaluated, as one cycle through it. */
function importCycles(tree: SourceTree): string[] {
  const successors = new Map<string, string[]>();
  for (const [path, text] of tree) {
    const evaluated = importsOf(text).filter(({ specifier, kind }) => kind === "static" && specifier.startsWith("."));
    successors.set(path, [...new Set(evaluated.map(({ specifier }) => resolve(path, specifier)))]);
  }
  const finished = new Set<string>();
  const path: string[] = [];
  const cycles: string[] = [];
  const visit = (module: string): void => {
    const start = path.indexOf(module);
    if (start !== -1) {
      cycles.push(`${module}: run-time import cycle: ${[...path.slice(start), module].join(" -> ")}`);
      return;
    }
    if (finished.has(module)) return;
    path.push(module);
    for (const successor of successors.get(module) ?? []) visit(successor);
    path.pop();
    finished.add(module);
  };
  for (const module of successors.keys()) visit(module);
  return cycles;
}
