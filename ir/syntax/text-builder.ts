// A long text, character by character: strings that grow by small pieces are kept as trees of millions of parts.

/** Characters that become text at once. */
const PIECE = 4096;

export class TextBuilder {
  readonly #pieces: string[] = [];
  readonly #codes: number[] = [];

  /** A UTF-16 unit. */
  code(code: number): void {
    if (this.#codes.push(code) === PIECE) this.#take();
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.code(text.charCodeAt(i));
  }

  #take(): void {
    this.#pieces.push(String.fromCharCode(...this.#codes));
    this.#codes.length = 0;
  }

  finish(): string {
    this.#take();
    return this.#pieces.length === 1 ? (this.#pieces[0] ?? "") : this.#pieces.join("");
  }
}
