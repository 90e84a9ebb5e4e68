// The builtin dialect: modules and conversion casts. Builtin types and attributes are part of the core.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { ModuleOp, UnrealizedConversionCastOp } from "./ops.ts";

export { ModuleOp, UnrealizedConversionCastOp };

export const builtinDialect = defineDialect({
  name: "builtin",
  summary: "Modules and conversion casts.",
  ops: [ModuleOp, UnrealizedConversionCastOp],
});
