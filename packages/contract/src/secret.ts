const placeholder = "[secret]";

/** A credential that cannot be printed, logged or serialised by accident; `open()` is called where it is sent, and nowhere else. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  open(): string {
    return this.#value;
  }

  toString(): string {
    return placeholder;
  }

  toJSON(): string {
    return placeholder;
  }

  get [Symbol.toStringTag](): string {
    return placeholder;
  }
}
