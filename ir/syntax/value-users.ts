// The comments of --mlir-print-value-users: who uses an op's results, and each block argument.
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import type { ValueNames } from "./value-names.ts";

/** ` // users: %a, %b`, ` // unused`, or the number of an op without results. */
export function opUsersText(op: Operation, names: ValueNames): string {
  const { results } = op;
  if (results.length === 0) return op.operandCount === 0 ? "" : ` // id: ${names.operation(op)}`;
  const users = new Set(results.flatMap((result) => result.users()));
  if (users.size === 0) return " // unused";
  let resultsOfUsers = 0;
  for (const user of users) resultsOfUsers += user.resultCount;
  const word = results.length === 1 && users.size === 1 && resultsOfUsers <= 1 ? "user" : "users";
  const lists = results.map((result) => usersOf(result, names));
  return ` // ${word}: ${results.length > 1 ? lists.map((list) => `(${list})`).join(", ") : lists.join("")}`;
}

/** `// %arg0 is used by %a`. */
export function argumentUsersText(argument: Value, names: ValueNames): string {
  const users = argument.hasUses ? ` used by ${usersOf(argument, names)}` : " unused";
  return `// ${names.text(argument)} is${users}`;
}

function usersOf(value: Value, names: ValueNames): string {
  if (!value.hasUses) return "unused";
  return [...new Set(value.users())]
    .map((user) =>
      user.resultCount === 0 ? names.operation(user) : user.results.map((result) => names.text(result)).join(", "),
    )
    .join(", ");
}
