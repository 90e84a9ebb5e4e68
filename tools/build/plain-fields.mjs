// An esbuild plugin: private names become names of ordinary properties, and fields are assigned, not defined. The source says who may touch
// what, and tsc holds it to that. V8 takes longer for both until its optimising compiler has come to a function, and half of a run of a
// second is over by then: 5 % of the CPU time at 100k ops.
import { readFile } from "node:fs/promises";
import ts from "typescript";

export function plainFields() {
  const texts = new Map();
  return {
    name: "plain-fields",
    setup(build) {
      build.initialOptions.tsconfigRaw = {
        compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: false },
      };
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        let contents = texts.get(path);
        if (contents === undefined) texts.set(path, (contents = withPlainFields(await readFile(path, "utf8"), path)));
        return { contents, loader: "ts" };
      });
    },
  };
}

/** `#name` of a class is `Class$name`: a subclass may have one of the same name. */
export function withPlainFields(source, path) {
  if (!source.includes("#")) return source;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022);
  const parts = [];
  let end = 0;
  /** `classes` are those around, innermost first. */
  const visit = (at, classes) => {
    if (ts.isClassLike(at)) classes = [at, ...classes];
    if (ts.isPrivateIdentifier(at)) {
      parts.push(source.slice(end, at.getStart(file)), plainName(at, classes));
      end = at.end;
    }
    ts.forEachChild(at, (child) => visit(child, classes));
  };
  visit(file, []);
  return parts.join("") + source.slice(end);
}

function plainName({ text }, classes) {
  const owner = classes.find(({ members }) => members.some(({ name }) => name?.text === text));
  return `${owner.name?.text ?? ""}$${text.slice(1)}`;
}
