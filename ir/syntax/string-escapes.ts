// Strings of the text: bytes in MLIR, JavaScript strings here. Bytes that are no UTF-8 become lone surrogates U+DC80..U+DCFF, and go back.

/** The string between the offsets (quotes excluded), escapes decoded. */
export function unescapeString(text: string, start: number, end: number): string {
  let first = start;
  while (first < end && text.charCodeAt(first) !== 92) first++;
  if (first === end) return text.slice(start, end);
  let out = text.slice(start, first);
  const pieces: string[] = [];
  let bytes: number[] = [];
  for (let at = first; at < end; at++) {
    const c = text.charCodeAt(at);
    if (out.length >= PIECE) {
      pieces.push(flat(out));
      out = "";
    }
    if (c === 92) {
      const escaped = text.charAt(at + 1);
      const simple = simpleEscapes.get(escaped);
      if (simple === undefined) {
        bytes.push(parseInt(text.slice(at + 1, at + 3), 16));
        at += 2;
        continue;
      }
      out += decodeUtf8(bytes) + simple;
      at++;
    } else out += (bytes.length > 0 ? decodeUtf8(bytes) : "") + text.charAt(at);
    bytes = [];
  }
  out += decodeUtf8(bytes);
  return pieces.length === 0 ? out : pieces.join("") + out;
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["n", "\n"],
  ["t", "\t"],
]);

/** As MLIR prints it, without the quotes: everything but printable ASCII as `\XX`. */
export function escapeString(value: string): string {
  // Looked for by a character that is not plain: a repetition would keep a place to go back to for each.
  const first = value.search(/[^ !#-[\]-~]/);
  if (first < 0) return value;
  const pieces: string[] = [];
  let out = value.slice(0, first);
  for (let at = first; at < value.length; at++) {
    const code = value.codePointAt(at) ?? 0;
    if (code === 92) out += "\\\\";
    else if (code >= 32 && code < 127 && code !== 34) out += value.charAt(at);
    else for (const byte of encodeUtf8(code)) out += `\\${byte < 16 ? "0" : ""}${byte.toString(16).toUpperCase()}`;
    if (code > 0xffff) at++;
    if (out.length < PIECE) continue;
    pieces.push(flat(out));
    out = "";
  }
  return pieces.length === 0 ? out : pieces.join("") + out;
}

/** A text that grows by small pieces is kept as a tree of them: a long one is made of longer ones. */
const PIECE = 1 << 12;

/** The same text. Looking inside makes a tree flat. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** The bytes of a code point; a lone surrogate that stands for a byte is that byte. */
export function encodeUtf8(code: number): readonly number[] {
  if (code < 0x80) return [code];
  if (code >= 0xdc80 && code <= 0xdcff) return [code - 0xdc00];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

function decodeUtf8(bytes: readonly number[]): string {
  let out = "";
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : (lead & 0xf0) === 0xe0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    let code = length === 1 ? lead : lead & (0x7f >> length);
    let valid = length > 0;
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0;
      valid &&= (next & 0xc0) === 0x80;
      code = (code << 6) | (next & 63);
    }
    const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
    valid &&= code >= least && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    out += valid ? String.fromCodePoint(code) : String.fromCharCode(0xdc00 + lead);
    i += valid ? length : 1;
  }
  return out;
}

/** Whether a name can stand without quotes after `@` or as an attribute's name. */
export function isBareIdentifier(name: string): boolean {
  return /^[A-Za-z_][\w$.]*$/.test(name);
}

/** `@name`, quoted where it must be. */
export function symbolText(name: string): string {
  if (name === "") return "@<<INVALID EMPTY SYMBOL>>";
  return isBareIdentifier(name) ? `@${name}` : `@"${escapeString(name)}"`;
}

/** A bare word, or quoted. */
export function keywordOrString(name: string): string {
  return isBareIdentifier(name) ? name : `"${escapeString(name)}"`;
}
