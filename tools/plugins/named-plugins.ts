// Which plugins a command line and the user's package.json name. Read at every start, and so with nothing loaded that costs time.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode, errorMessage, failure, isFailure, type Failure } from "../command/failure.ts";

/** The flags that name a plugin: ours, and mlir-opt's two. */
export const pluginFlags = ["load-plugin", "load-dialect-plugin", "load-pass-plugin"] as const;

export interface NamedPlugin {
  /** A path, or the name of a package. */
  readonly specifier: string;
  /** The folder that it is looked for from. */
  readonly folder: string;
  /** What names it: a flag, or a file. */
  readonly namedBy: string;
}

export interface NamedPlugins {
  readonly plugins: readonly NamedPlugin[];
  /** The arguments without those flags. */
  readonly argv: readonly string[];
}

const flag = new RegExp(`^--?(${pluginFlags.join("|")})(?:=(.*))?$`, "s");

/** Those of the user's package.json come first. `folder` is the current one. */
export function namedPlugins(argv: readonly string[], folder: string): NamedPlugins | Failure {
  const ofPackage = packagePlugins(folder);
  if (isFailure(ofPackage)) return ofPackage;
  const flagged = flaggedPlugins(argv, folder);
  return isFailure(flagged) ? flagged : { ...flagged, plugins: [...ofPackage, ...flagged.plugins] };
}

/** Those that flags name, and the other arguments. */
export function flaggedPlugins(argv: readonly string[], folder: string): NamedPlugins | Failure {
  const plugins: NamedPlugin[] = [];
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? "";
    const found = flag.exec(word);
    if (found === null) {
      rest.push(word);
      continue;
    }
    const specifier = found[2] ?? argv[++i] ?? "";
    const namedBy = `--${found[1]}`;
    if (specifier === "" || (found[2] === undefined && specifier.startsWith("-")))
      return failure(`error: ${namedBy} wants the path of an ES module, or the name of a package`);
    plugins.push({ specifier, folder, namedBy });
  }
  return { plugins, argv: rest };
}

/** `"terrace": { "plugins": [...] }` of the nearest package.json. */
function packagePlugins(folder: string): NamedPlugin[] | Failure {
  const found = nearestPackage(folder);
  // Nearly every one says nothing of it: those are not read further.
  if (found === undefined || !found.text.includes('"terrace"')) return [];
  const { file, text } = found;
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    return failure(`error: cannot read '${file}', which may name plugins: ${errorMessage(error)}`);
  }
  const settings = property(manifest, "terrace");
  if (settings === undefined) return [];
  const named = property(settings, "plugins") ?? [];
  if (!Array.isArray(named) || !named.every((specifier) => typeof specifier === "string" && specifier !== ""))
    return failure(`${file}: error: "terrace" wants { "plugins": ["./plugin.js", "a-package"] }`);
  return named.map((specifier: string) => ({ specifier, folder: dirname(file), namedBy: file }));
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined; // prettier-ignore
}

function nearestPackage(folder: string): { readonly file: string; readonly text: string } | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, "package.json");
    try {
      return { file, text: readFileSync(file, "utf8") };
    } catch (error) {
      if (errorCode(error) !== "ENOENT" || dirname(at) === at) return undefined;
    }
  }
}
