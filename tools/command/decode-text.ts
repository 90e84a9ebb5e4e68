// Bytes of a file to the text that the reader reads. Bytes that are no UTF-8 are kept, as lone surrogates (ir/syntax/string-escapes.ts).
import { isUtf8 } from "node:buffer";

/** The text without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) units[count++] = 0xdc00 + (bytes[at++] ?? 0);
    else {
      const code = codePoint(bytes, at, length);
      if (code > 0xffff) units[count++] = 0xd7c0 + (code >> 10);
      units[count++] = code > 0xffff ? 0xdc00 + (code & 0x3ff) : code;
      at += length;
    }
  }
  // Not by a TextDecoder, which replaces lone surrogates.
  const pieces: string[] = [];
  for (let at = 0; at < count; at += 8192)
    pieces.push(String.fromCharCode(...units.subarray(at, Math.min(at + 8192, count))));
  return pieces.join("");
}

/** How many bytes the character at `at` has; 0 where none begins. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 0;
  if (length < 3) return length;
  const code = codePoint(bytes, at, length);
  const isShortest = code >= (length === 3 ? 0x800 : 0x10000);
  return isShortest && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? length : 0;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  let code = (bytes[at] ?? 0) & (length === 1 ? 0x7f : 0x7f >> length);
  for (let k = 1; k < length; k++) code = (code << 6) | ((bytes[at + k] ?? 0) & 63);
  return code;
}
