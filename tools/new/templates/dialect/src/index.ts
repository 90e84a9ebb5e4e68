// The plugin: what `terrace` loads where it is named, and what other packages import.
import { definePlugin } from "terrace";
import { toyDialect } from "./dialect.js";
import { convertToyToArith } from "./lowering.js";

export * from "./ops.js";
export { convertToyToArith, toyDialect };

export default definePlugin({
  name: "terrace-toy",
  terrace: "^VERSION",
  dialects: [toyDialect],
  conversions: [convertToyToArith],
});
