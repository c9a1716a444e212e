/** Texts that the sentences about a report need: they are stored apart from history, where retention may erase them. */
export interface KnownOfReport {
  /** A note by its id: its subject, text and answers. */
  note: (id: string) => { anchor: string; text: string; answers: readonly { text: string }[] } | undefined
  attachment: (id: string) => { title: string } | undefined
  /** The value at a pointer in the newest submission. */
  answer: (at: string) => string | undefined
  /** The label of an anchor. */
  place: (anchor: string) => string
  instant: (at: string) => string
}

/** Names that the sentences about everything else need. */
export interface KnownNames {
  /** What people call this person, office, key or edition; undefined where it is no longer known. */
  name: (id: unknown) => string | undefined
}
export type KnownOfEvents = KnownOfReport & KnownNames

export type EventData = Readonly<Record<string, unknown>>
/** What was done, to be read after the name of who did it (`mengirim kiriman ke-2`), and the text of a person: a reason, a note. */
type Told = [did: string, quote?: string | undefined]
export type Tell<Known = KnownOfEvents> = (data: EventData, known: Known) => Told

export const textOfData = (value: unknown): string => (typeof value === 'string' ? value : '')
export const numberOfData = (value: unknown): number => (typeof value === 'number' ? value : 0)
