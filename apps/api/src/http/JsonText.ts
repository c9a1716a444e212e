import { hash } from 'node:crypto'

/** An answer that is JSON text already: made by the store, or once for several who ask the same. `T` is what it says. */
export class JsonText<T> {
  readonly bytes: Buffer
  readonly etag: string
  /** For the compiler alone. */
  declare readonly says: T

  /** @param text as the contract has it: nothing checks it any more */
  constructor(text: string | Buffer) {
    this.bytes = typeof text === 'string' ? Buffer.from(text) : text
    this.etag = `W/"${hash('sha1', this.bytes, 'base64url')}"`
  }
}
