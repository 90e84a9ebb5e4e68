// The completion of `terrace` and `terrace-opt` as a script for bash: eval "$(terrace completion bash)".
import type { CommandWords, FlagWords } from "./words.ts";

export function bashScript(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# Completion of terrace for bash. In ~/.bashrc: eval "$(terrace completion bash)"
_terrace_from() { # words that begin with $2, after the text $1
  local word
  for word in $3; do [[ $word == "$2"* ]] && COMPREPLY+=("$1$word"); done
}
_terrace_files() {
  local file
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$1")
  compopt -o filenames 2>/dev/null
}
_terrace_value() { # the value of flag $2 of command $1, typed so far: $3
  case "$1 $2" in
${commands.flatMap(({ name, flags }) => flags.flatMap((flag) => valueCase(name, flag))).join("\n")}
  *) return 1 ;;
  esac
  return 0
}
_terrace_flags() {
  case "$1" in
${commands.map(({ name, flags }) => `  ${name}) printf '%s ' ${flags.map(spelling).join(" ")} ;;`).join("\n")}
  esac
}
_terrace() {
  local line=\${COMP_LINE:0:COMP_POINT} command=\${COMP_WORDS[1]} word before dashes flag
  word=\${line##*[[:space:]]}
  before=\${line%"$word"}
  before=\${before%"\${before##*[![:space:]]}"}
  before=\${before##*[[:space:]]}
  COMPREPLY=()
  if [[ \${COMP_WORDS[0]##*/} == terrace-opt ]]; then command=opt
  elif ((COMP_CWORD == 1)); then _terrace_from "" "$word" "${names}"; return; fi
  if [[ $word == -*=* ]]; then
    flag=\${word%%=*}
    _terrace_value "$command" "--\${flag##*(-)}" "\${word#*=}"
    return
  fi
  if [[ $word == -* ]]; then
    dashes=--
    [[ $word == --* ]] || dashes=-
    for flag in $(_terrace_flags "$command"); do
      [[ $flag == --* ]] && flag=$dashes\${flag#--}
      [[ $flag == "$word"* ]] && COMPREPLY+=("$flag")
    done
    [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return
  fi
  [[ $before == -* && $before != *=* ]] && _terrace_value "$command" "$before" "$word" && return
  case "$command" in
${commands.map(operandCase).join("\n")}
  esac
}
shopt -s extglob
complete -F _terrace terrace terrace-opt
`;
}

/** With \`=\` where a value must follow in the same word. */
const spelling = ({ name, value, bare }: FlagWords): string =>
  value.kind !== "none" && !bare && name.startsWith("--") ? `${name}=` : name;

function valueCase(command: string, { name, value }: FlagWords): string[] {
  const pattern = `  "${command} ${name}")`;
  switch (value.kind) {
    case "none":
    case "text":
      return [];
    case "file":
      return [`${pattern} _terrace_files "$3" ;;`];
    case "words":
      return [`${pattern} _terrace_from "" "$3" "${value.words.join(" ")}" ;;`];
    case "words or file":
      return [`${pattern} _terrace_from "" "$3" "${value.words.join(" ")}"; _terrace_files "$3" ;;`];
    case "list":
      return [`${pattern} _terrace_from "\${3%"\${3##*,}"}" "\${3##*,}" "${value.words.join(" ")}" ;;`];
  }
}

function operandCase({ name, operands }: CommandWords): string {
  if (operands === "none") return `  ${name}) ;;`;
  const action = operands === "files" ? '_terrace_files "$word"' : `_terrace_from "" "$word" "${operands.join(" ")}"`;
  return `  ${name}) ${action} ;;`;
}
