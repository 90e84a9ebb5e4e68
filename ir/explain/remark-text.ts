// Remarks as text: the message of a diagnostic as MLIR writes it, and LLVM's YAML of optimization remarks.
import { filePosition } from "../core/location.ts";
import type { RemarkKind } from "../core/remark.ts";
import type { SaidRemark } from "./remarks.ts";

const titles: Readonly<Record<RemarkKind, string>> = {
  passed: "Passed",
  missed: "Missed",
  failure: "Failure",
  analysis: "Analysis",
};

/** `[Missed] inline | Category:inline | Function=f | Reason="the callee is recursive"` */
export function remarkMessage(remark: SaidRemark): string {
  const args = Object.entries(remark.args)
    .map(([name, value]) => `${name}="${value}"`)
    .sort();
  return [
    `[${titles[remark.kind]}] ${remark.name}`,
    `Category:${remark.category}`,
    ...(remark.function === undefined ? [] : [`Function=${remark.function}`]),
    ...(args.length === 0 ? [] : [args.join(", ")]),
  ].join(" | ");
}

/** A document of its own. */
export function remarkYaml(remark: SaidRemark): string {
  const position = filePosition(remark.location);
  const line = (name: string, value: string): string => `${`${name}:`.padEnd(17)}${value}\n`;
  const args = Object.entries(remark.args).map(([name, value]) => `  - ${line(name, scalar(value))}`);
  return [
    `--- !${titles[remark.kind]}\n`,
    line("Pass", scalar(remark.category)),
    line("Name", scalar(remark.name)),
    position === undefined
      ? ""
      : line("DebugLoc", `{ File: ${scalar(position.file)}, Line: ${position.line}, Column: ${position.column} }`),
    line("Function", scalar(remark.function ?? "<unknown function>")),
    args.length === 0 ? "" : `Args:\n${args.join("")}`,
    "...\n",
  ].join("");
}

const isNumber = /^[-+]?(0x[\da-f]+|0o[0-7]+|(\d+\.?\d*|\.\d+)(e[-+]?\d+)?|\.(inf|nan))$/i;
const isWord = /^(true|false|null|~)$/i;

/** Quoted where LLVM quotes: what is not letters, digits and a few marks, or could be read as something else. */
function scalar(text: string): string {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\uffff]/u.test(text)) return JSON.stringify(text);
  const isPlain =
    /^[\w^.][\w^., \t-]*$/.test(text) && !/^\s|\s$/.test(text) && !isNumber.test(text) && !isWord.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
