// The check of what a plugin's module exports, by zod. Loaded only for plugins from outside.
import * as z from "zod";
import type { Plugin } from "./define-plugin.ts";

const named = z.looseObject({ name: z.string().min(1) });
const qualifiedName = z.string().regex(/^[^.]+\../, "no qualified name of an operation");
const functionValue = z.custom((f) => typeof f === "function");
const deferred = z.looseObject({ name: z.string().min(1), load: functionValue });
const passes = z.array(
  z.union([deferred, z.looseObject({ name: z.string().min(1), summary: z.string(), run: functionValue })]),
);
const pluginSchema = z.looseObject({
  name: z.string().min(1),
  terrace: z.string().min(1),
  copy: z.looseObject({}),
  dialects: z.array(
    z.union([
      deferred,
      z.looseObject({
        name: z.string().min(1),
        ops: z.array(named),
        types: z.array(named),
        attributes: z.array(named),
      }),
    ]),
  ),
  passes,
  conversions: passes,
  machines: z.record(z.string(), z.unknown()),
  pipelines: z.array(z.looseObject({ name: z.string().min(1), expand: functionValue })),
  attachments: z.array(
    z.union([
      z.looseObject({ op: qualifiedName, interface: z.string(), implementation: z.unknown() }),
      z.looseObject({ op: qualifiedName, folder: functionValue }),
      z.looseObject({ op: qualifiedName, pattern: z.looseObject({ name: z.string().min(1), rewrite: functionValue }) }),
    ]),
  ),
});

export type PluginCheck =
  { readonly ok: true; readonly plugin: Plugin } | { readonly ok: false; readonly message: string };

function isPlugin(_value: unknown, check: { readonly success: boolean }): _value is Plugin {
  return check.success;
}

/** Checks a module's default export. What is wrong is said with its path. */
export function checkPlugin(value: unknown): PluginCheck {
  const check = pluginSchema.safeParse(value);
  if (isPlugin(value, check)) return { ok: true, plugin: value };
  const issues = (check.error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".") || "the plugin"}: ${message}`,
  );
  return { ok: false, message: `not a plugin made by definePlugin: ${issues.join("; ")}` };
}
