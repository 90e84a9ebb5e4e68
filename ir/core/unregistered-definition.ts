// What stands for the definition of an op that no dialect has: any operands, results and regions, one property slot.
import type { OpDefinition } from "./definition.ts";

/** The one property slot of an unregistered op holds what stands in `<...>`, mostly a dictionary. No attribute has this name. */
export const UNREGISTERED_PROPERTIES = "<properties>";

/** The definition of ops of this name. */
export function unregisteredDefinition(name: string): OpDefinition {
  const dot = name.indexOf(".");
  return {
    name,
    dialect: dot < 0 ? "builtin" : name.slice(0, dot),
    summary: "unregistered operation",
    description: "",
    registered: false,
    operands: [],
    results: [],
    properties: [
      {
        name: UNREGISTERED_PROPERTIES,
        description: "attribute",
        accepts: () => true,
        optional: true,
        defaultValue: undefined,
        print: undefined,
        parse: undefined,
        impliedType: undefined,
        decode: (attribute) => attribute,
        encode: () => {
          throw new Error("unregistered properties are given as attributes");
        },
      },
    ],
    propertySlots: new Map([[UNREGISTERED_PROPERTIES, 0]]),
    regions: [],
    successors: [],
    traits: new Set(),
    interfaces: new Map(),
    verify: undefined,
    verifySymbols: undefined,
    fold: undefined,
    inferResultTypes: undefined,
    print: undefined,
    parse: undefined,
    meaning: undefined,
  };
}
