// The completion of `terrace` and `terrace-opt` as a script for fish: terrace completion fish | source.
import type { CommandWords, FlagWords, ValueWords } from "./words.ts";

export function fishScript(commands: readonly CommandWords[]): string {
  const lines = [
    "# Completion of terrace for fish. In ~/.config/fish/config.fish: terrace completion fish | source",
    "complete -c terrace -f -n __fish_use_subcommand",
    ...commands.map(({ name, help }) => `complete -c terrace -n __fish_use_subcommand -a ${name} -d ${quoted(help)}`),
  ];
  for (const { name, flags, operands } of commands) {
    const inside = `complete -c terrace -n '__fish_seen_subcommand_from ${name}'`;
    if (operands === "files") lines.push(`${inside} -F`);
    else lines.push(`${inside} -f${operands === "none" ? "" : ` -a ${quoted(operands.join(" "))}`}`);
    lines.push(...flags.map((flag) => `${inside} ${flagText(flag)}`));
    if (name === "opt") lines.push(...flags.map((flag) => `complete -c terrace-opt ${flagText(flag)}`));
  }
  return `${lines.join("\n")}\n`;
}

function flagText({ name, help, value, bare }: FlagWords): string {
  const spelled = name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`;
  return `${spelled}${valueText(value, bare)} -d ${quoted(help)}`;
}

function valueText(value: ValueWords, bare: boolean): string {
  const needed = bare ? "" : " -r";
  switch (value.kind) {
    case "none":
      return "";
    case "text":
      return `${needed} -f`;
    case "file":
      return `${needed} -F`;
    case "words":
      return `${needed} -f -a ${quoted(value.words.join(" "))}`;
    case "words or file":
      return `${needed} -F -a ${quoted(value.words.join(" "))}`;
    case "list":
      return `${needed} -f -a ${quoted(`(__fish_append , ${value.words.join(" ")})`)}`;
  }
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
