// A document as data: it contains every text as it is; the template decides only how it looks.

/** Some letters of a line. A `mark` is a small label beside what it says something of. */
interface Run {
  text: string
  as?: 'quiet' | 'strong' | 'emphasis' | 'mark'
}
export type Words = Run[]

export interface Column {
  title: string
  /** Numbers are aligned right. */
  number: boolean
  /** Its part of the width, against those of the other columns. */
  share: number
}
/** A row of cells, of which one may span several; or what is below a row, as wide as the table. */
export type Line = { cells: { pieces: Piece[]; span: number }[] } | { below: Piece[] }
export type Answer = { name: Words; value: Piece[]; number: boolean; computed: boolean }

export type Piece =
  | { kind: 'heading'; level: number; words: Words }
  | { kind: 'text'; words: Words }
  | { kind: 'list'; ordered: boolean; items: Words[] }
  | { kind: 'answers'; rows: Answer[] }
  | { kind: 'grid'; columns: Column[]; lines: Line[] }

/** Who signs by hand; what is not known is left to be written. */
export interface Signer {
  title: string
  name: string | null
  nip: string | null
}

export interface Paper {
  /** Lines above the double rule, the most important last but for the address. */
  letterhead: { region: string; office: string; address: string }
  title: string
  standing: string
  pieces: Piece[]
  signing: { placeAndDay: string; signer: Signer }
  /** What this paper is: its receipt, when and by whom. */
  facts: { name: string; said: string }[]
  /** What proves it, in small beneath: hashes, seal, rules. */
  technical: { name: string; said: string }[]
  /** Repeated at the foot of every page. */
  foot: string
}
