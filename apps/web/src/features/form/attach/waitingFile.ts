/** What a person says of a file: what it proves, and what it is called. */
export interface FileDetails {
  anchor: string
  title: string
  number: string
  /** '' where none is said. */
  date: string
  page: string
}

/**
 * A file that is not attached yet, as it is kept on the device beside its bytes. It belongs to a person and a report: whoever else
 * signs in here neither sees nor sends it.
 */
export interface WaitingFile extends FileDetails {
  /** The id the attachment will have, and that of its upload. */
  id: string
  person: string
  /** The post it was chosen in. In another post it waits until its form is opened there. */
  post: string
  submission: string
  fileName: string
  bytes: number
  /** Undefined where the browser cannot compute one (plain http). */
  sha256: string | undefined
  /** Bytes of the photograph that this was made of; null where it is what was chosen. */
  photo: number | null
  /** The attachment whose place it takes. */
  replaces: string | undefined
  /** When it was chosen (ms): files go in this order. */
  order: number
  /** `waiting`: goes by itself · `stuck`: needs a person. */
  state: 'waiting' | 'stuck'
  /** Why it needs a person. */
  message: string
  /** The server may have some of its bytes. */
  begun: boolean
  /** The server has it; this has yet to be said of it. */
  unsaid?: Partial<FileDetails> | undefined
}

const detailNames = ['anchor', 'title', 'number', 'date', 'page'] as const

export const detailsOf = ({ anchor, title, number, date, page }: FileDetails): FileDetails => ({
  anchor,
  title,
  number,
  date,
  page,
})

/** What is said of a file now and was not said `before`; undefined where that is nothing. */
export function unsaidOf(now: Partial<FileDetails>, before: Partial<FileDetails>): Partial<FileDetails> | undefined {
  const names = detailNames.filter(name => now[name] !== undefined && now[name] !== before[name])
  return names.length === 0 ? undefined : Object.fromEntries(names.map(name => [name, now[name]]))
}

/** Where files wait until the server has them. Durable when a promise resolves; rejects where the device takes no more. */
export interface FileStore {
  list(person: string): Promise<WaitingFile[]>
  /** `content`: when it is kept first; undefined while only what is known of it changes. */
  put(file: WaitingFile, content?: Blob): Promise<void>
  /** Undefined where the bytes are not here (any more). */
  content(id: string): Promise<Blob | undefined>
  remove(id: string): Promise<void>
}
