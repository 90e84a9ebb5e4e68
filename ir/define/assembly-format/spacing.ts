// Where the printer puts spaces between elements. MLIR decides this from the format alone, not from what was printed: the state
// runs through optional groups as if they were there, and so do these functions, once, when the format is compiled.

export class Spacing {
  #space = true;
  #afterPunctuation = false;

  /** `text` with a space before it where one belongs. */
  literal(text: string): string {
    const spaced = this.#space && this.#spaceBefore(text) ? ` ${text}` : text;
    this.#space = text.length !== 1 || !"<({[".includes(text);
    this.#afterPunctuation = !/^[A-Za-z_]/.test(text);
    return spaced;
  }

  #spaceBefore(text: string): boolean {
    if (text.length !== 1 && text !== "->") return true;
    return !(this.#afterPunctuation ? ">)}]," : "<>(){}[],").includes(text.charAt(0));
  }

  /** The literal `` ` ` `` (a space) or `` `` `` (none). */
  whitespace(text: "" | " "): void {
    this.#afterPunctuation = text === "";
    this.#space = false;
  }

  /** A dictionary, which writes its own leading space. */
  dictionary(): void {
    this.#afterPunctuation = false;
  }

  /** Anything else: whether a space comes before it. */
  element(): boolean {
    const space = this.#space || !this.#afterPunctuation;
    this.#space = true;
    this.#afterPunctuation = false;
    return space;
  }
}
