// How generated programs have functions.
import { stringAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import { unknownLocation } from "../../ir/core/location.ts";
import { Operation } from "../../ir/core/operation.ts";
import { functionType } from "../../ir/core/type-constructors.ts";
import type { DialectGeneration } from "../../ir/check/generate/generation-site.ts";

export const funcGeneration: DialectGeneration = {
  functions: {
    make: (context, name, inputs, results, body, isPrivate) =>
      Operation.create(context, context.opDefinition("func.func"), unknownLocation, {
        properties: {
          sym_name: stringAttr(context, name),
          function_type: typeAttr(functionType(context, inputs, results)),
          sym_visibility: isPrivate ? stringAttr(context, "private") : undefined,
        },
        regions: [body],
      }),
    returns: "func.return",
  },
};
