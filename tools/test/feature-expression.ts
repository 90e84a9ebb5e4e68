// Boolean expressions over features, in REQUIRES, UNSUPPORTED and XFAIL: `a && !(b || c)`, with `*` and `true` for always.

/** Whether it holds; a text is what is wrong with it. */
export function holds(expression: string, features: ReadonlySet<string>): boolean | string {
  const tokens = expression.match(/&&|\|\||[!()]|[^\s!()&|]+|\S/g) ?? [];
  let at = 0;
  let problem: string | undefined;
  const primary = (): boolean => {
    const token = tokens[at++];
    if (token === "!") return !primary();
    if (token === "(") {
      const value = either();
      if (tokens[at++] !== ")") problem ??= "expected ')'";
      return value;
    }
    if (token === undefined || /^(?:&&|\|\||\)|&|\|)$/.test(token)) {
      problem ??= `expected a feature, found ${token === undefined ? "the end" : `'${token}'`}`;
      return false;
    }
    return token === "*" || token === "true" || (token !== "false" && features.has(token));
  };
  const both = (): boolean => {
    let value = primary();
    while (tokens[at] === "&&") {
      at++;
      const right = primary();
      value &&= right;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (tokens[at] === "||") {
      at++;
      const right = both();
      value ||= right;
    }
    return value;
  };
  const value = either();
  if (at < tokens.length) problem ??= `unexpected '${tokens[at] ?? ""}'`;
  return problem === undefined ? value : `${problem} in '${expression}'`;
}
