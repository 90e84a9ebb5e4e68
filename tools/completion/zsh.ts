// The completion of `terrace` and `terrace-opt` as a script for zsh: source <(terrace completion zsh).
import type { CommandWords, FlagWords, ValueWords } from "./words.ts";

export function zshScript(commands: readonly CommandWords[]): string {
  return `#compdef terrace terrace-opt
# Completion of terrace for zsh. In ~/.zshrc: source <(terrace completion zsh)
${commands.map(commandFunction).join("\n")}
_terrace() {
  if [[ $service == terrace-opt ]]; then _terrace_opt; return; fi
  local -a commands=(
${commands.map(({ name, help }) => `    ${quoted(`${name}:${help}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  (( $+functions[_terrace_$command] )) && _terrace_$command
}
compdef _terrace terrace terrace-opt
`;
}

function commandFunction({ name, flags, operands }: CommandWords): string {
  const operand =
    operands === "files" ? ["'*:file:_files'"] : operands === "none" ? [] : [quoted(`1:what:(${operands.join(" ")})`)];
  const rows = [...operand, ...flags.map(flagSpec)].map((row) => `    ${row}`);
  return `_terrace_${name}() {\n  _arguments \\\n${rows.join(" \\\n")}\n}`;
}

/** \`--flag=-[help]:value:action\`: the value after \`=\`, or for one letter after a blank. */
function flagSpec({ name, help, value, bare }: FlagWords): string {
  const description = help.replace(/[[\]\\:]/g, "\\$&");
  if (value.kind === "none") return quoted(`*${name}[${description}]`);
  const glue = name.startsWith("--") ? "=" : "";
  return quoted(`*${name}${glue}[${description}]${bare ? "::" : ":"}value:${action(value)}`);
}

function action(value: ValueWords): string {
  switch (value.kind) {
    case "none":
    case "text":
      return " ";
    case "file":
      return "_files";
    case "words":
      return `(${value.words.join(" ")})`;
    case "words or file":
      return `{ compadd ${value.words.join(" ")}; _files }`;
    case "list":
      return `_sequence compadd - ${value.words.join(" ")}`;
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
