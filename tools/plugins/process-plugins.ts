// The plugins that this process has loaded, for workers to load as well.
import type { NamedPlugin } from "./named-plugins.ts";

export const processPlugins: NamedPlugin[] = [];
