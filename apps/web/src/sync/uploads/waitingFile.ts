/** The description of a file: the answer it proves, and its title. */
export interface FileDetails {
  anchor: string
  title: string
  number: string
  /** '' for none. */
  date: string
  page: string
}

/**
 * A file that is not attached yet, stored on the device beside its bytes. It belongs to a user and a report: another user who
 * signs in here neither sees nor sends it.
 */
export interface WaitingFile extends FileDetails {
  /** The id of the attachment and of its upload. */
  id: string
  person: string
  /** The post it was chosen in. In another post it waits until its form is opened there. */
  post: string
  submission: string
  fileName: string
  bytes: number
  /** Undefined where the browser cannot compute one (plain http). */
  sha256: string | undefined
  /** Size of the original photograph; null where this is the original. */
  photo: number | null
  /** The attachment it replaces. */
  replaces: string | undefined
  /** When it was chosen (ms): files are sent in this order. */
  order: number
  /** `waiting`: sent by itself · `stuck`: needs the user. */
  state: 'waiting' | 'stuck'
  /** Why it needs the user. */
  message: string
  /** The server may have some of its bytes. */
  begun: boolean
  /** The server has the file; this description is not saved yet. */
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

/** The differences of a description from `before`; undefined for none. */
export function unsaidOf(now: Partial<FileDetails>, before: Partial<FileDetails>): Partial<FileDetails> | undefined {
  const names = detailNames.filter(name => now[name] !== undefined && now[name] !== before[name])
  return names.length === 0 ? undefined : Object.fromEntries(names.map(name => [name, now[name]]))
}

/** Where files are stored until the server has them. Durable when a promise resolves; rejects where the device refuses. */
export interface FileStore {
  list(person: string): Promise<WaitingFile[]>
  /** `content`: given when it is first stored; undefined for changes of the description. */
  put(file: WaitingFile, content?: Blob): Promise<void>
  /** Undefined where the bytes are not here (any more). */
  content(id: string): Promise<Blob | undefined>
  remove(id: string): Promise<void>
}
