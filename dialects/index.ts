// The built-in dialects, all loaded; dialects/deferred.ts lists them.
import type { DialectDefinition } from "../ir/core/definition.ts";
import { deferredDialects } from "./deferred.ts";

export const builtinDialects: readonly DialectDefinition[] = deferredDialects.map(({ load }) => load());
