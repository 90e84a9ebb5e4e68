// Strings of the text: bytes in MLIR, JavaScript strings here. Bytes that are no UTF-8 become lone surrogates U+DC80..U+DCFF, and go back.
import { TextBuilder } from "./text-builder.ts";

/** The string between the offsets (quotes excluded), escapes decoded. */
export function unescapeString(text: string, start: number, end: number): string {
  let first = start;
  while (first < end && text.charCodeAt(first) !== 92) first++;
  if (first === end) return text.slice(start, end);
  const out = new TextBuilder();
  out.text(text.slice(start, first));
  const bytes: number[] = [];
  const takeBytes = (): void => {
    if (bytes.length === 0) return;
    out.text(decodeUtf8(bytes));
    bytes.length = 0;
  };
  for (let at = first; at < end; at++) {
    const c = text.charCodeAt(at);
    const simple = c === 92 ? simpleEscapes.get(text.charAt(at + 1)) : undefined;
    if (c === 92 && simple === undefined) {
      const byte = parseInt(text.slice(at + 1, at + 3), 16);
      // What begins a character ends the one before.
      if ((byte & 0xc0) !== 0x80) takeBytes();
      bytes.push(byte);
      at += 2;
      continue;
    }
    takeBytes();
    if (simple === undefined) out.code(c);
    else {
      out.text(simple);
      at++;
    }
  }
  takeBytes();
  return out.finish();
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
  const out = new TextBuilder();
  out.text(value.slice(0, first));
  for (let at = first; at < value.length; at++) {
    const code = value.codePointAt(at) ?? 0;
    if (code === 92) out.text("\\\\");
    else if (code >= 32 && code < 127 && code !== 34) out.code(code);
    else for (const byte of encodeUtf8(code)) out.text(`\\${byte < 16 ? "0" : ""}${byte.toString(16).toUpperCase()}`);
    if (code > 0xffff) at++;
  }
  return out.finish();
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
