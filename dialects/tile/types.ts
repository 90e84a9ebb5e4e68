// The one type of the tile dialect: what copy_async gives and wait takes.
import { defineType } from "../../ir/define/define-dialect.ts";

export const TokenType = defineType({ name: "tile.token", summary: "token of an asynchronous copy" });
