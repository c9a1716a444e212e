// Numbers that were typed by hand and equal no figure: where a report's sentence and its data part ways. Years, days of a date and
// numbers that name something (a regulation, a chapter, a table) are none.
import { decimalText, divide, exact } from '../numbers/decimal.ts'
import { roundShown } from '../numbers/formatNumber.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { FigureBook } from './figureBook.ts'
import type { Narrative } from './Narrative.ts'
import { scales } from './sayFigure.ts'
import { type PiecePlace, piecesOf } from './sayText.ts'

/** Letters of the piece's text, from and up to. */
export interface NumberMark extends PiecePlace {
  from: number
  to: number
  text: string
}

const numbers = /(?<=^|Rp ?|[^\p{L}\d.,])-?\d+(?:\.\d{3})*(?:,\d+)?(?![\p{L}\d])/gu
const names =
  /(?:nomor|no\.?|pasal|ayat|angka|huruf|bab|bagian|tabel|gambar|lampiran|butir|triwulan|semester|tahun|ke|halaman|poin)[\s-]*\(?$/iu
const months = /^\s*(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b/iu
const scaleAfter = /^\s*(ribu|juta|miliar|milyar|triliun|trilyun)\b/iu
const spellings: Record<string, keyof typeof scales> = {
  ribu: 'thousand',
  juta: 'million',
  miliar: 'billion',
  milyar: 'billion',
  triliun: 'trillion',
  trilyun: 'trillion',
}
const year = /^(?:19|20|21)\d\d$/

/** So many letters around a number tell what it is. */
const around = 40

const isName = (text: string, at: number, number: string): boolean => {
  const start = Math.max(0, at - around)
  const [before, after] = [text.slice(start, at), text.slice(at + number.length, at + number.length + around)]
  if (names.test(before) || months.test(after)) return true
  // a list's own numbering, and what is part of a code: 1.02.03, 18/2020
  const isFirst = /\n\s*$/.test(before) || (start === 0 && before.trim() === '')
  if (isFirst && /^[.)]\s/.test(after)) return true
  return /[/]$/.test(before) || /^[/]/.test(after) || /^\.\d/.test(after) || /\d\.$/.test(before)
}

/** More decimals than a figure is ever said with. */
const mostDecimals = 9

type Equals = (value: Decimal, decimals: number, by: Decimal) => boolean

/** Whether some figure says this number when it is rounded to as many decimals and divided by as much. */
function equalsOne({ all }: FigureBook): Equals {
  const known = new Map<string, Set<Decimal>>()
  const values = new Set(
    all.flatMap(({ figure: { value, numerator, denominator } }) =>
      [value, numerator, denominator].filter(one => one !== null),
    ),
  )
  return (value, decimals, by) => {
    if (decimals > mostDecimals) return false
    const key = `${decimals} ${by}`
    let said = known.get(key)
    if (!said) {
      const divisor = exact(by)
      said = new Set(
        [...values].map(one => roundShown(by === '1' ? one : decimalText(divide(exact(one), divisor)), decimals)),
      )
      known.set(key, said)
    }
    return said.has(value)
  }
}

/** Of a book once: an edition has many texts. */
const known = new WeakMap<FigureBook, Equals>()
const equalsIn = (book: FigureBook): Equals => {
  const kept = known.get(book) ?? equalsOne(book)
  known.set(book, kept)
  return kept
}

/** The numbers typed in a narrative that equal no figure of the book. */
export function numberMarks(narrative: Narrative, book: FigureBook): NumberMark[] {
  const isKnown = equalsIn(book)
  return piecesOf(narrative).flatMap(({ at, piece }) => {
    if (piece.piece !== 'text') return []
    return [...piece.text.matchAll(numbers)].flatMap(found => {
      const [number] = found
      const { index } = found
      if (year.test(number) || isName(piece.text, index, number)) return []
      const decimals = number.split(',')[1]?.length ?? 0
      const value = decimalText(exact(number.replaceAll('.', '').replace(',', '.')))
      const word = scaleAfter
        .exec(piece.text.slice(index + number.length, index + number.length + around))?.[1]
        ?.toLowerCase()
      const scale = word === undefined ? undefined : spellings[word]
      if (isKnown(value, decimals, scale === undefined ? '1' : scales[scale].by)) return []
      return [{ ...at, from: index, to: index + number.length, text: number }]
    })
  })
}
