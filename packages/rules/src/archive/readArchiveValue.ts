import { formatNumber } from '../numbers/formatNumber.ts'
import { readNumber } from '../numbers/readNumber.ts'
import { isCellOf } from '../saving/cell.ts'
import { plain } from '../text/plain.ts'
import type { Cell, Decimal, Option } from '../types.ts'
import type { ArchivePlace } from './archivePlaces.ts'

/** A value as a cell, or what is wrong with it; `readings` where a number has two. */
export type ArchiveValue = { cell: Cell } | { fault: string; readings?: [Decimal, Decimal] }

/** Reads the text of a spreadsheet for one cell of a form. What has two readings is asked about, never guessed. */
export function readArchiveValue({ spec, steps }: Pick<ArchivePlace, 'spec' | 'steps'>, text: string): ArchiveValue {
  const value = text.trim()
  if (value === '') return { fault: 'Nilainya kosong.' }
  if (spec.type === 'number' || (spec.type === 'measure' && steps === null)) return numberOf(value)
  if (spec.type === 'measure') return optionOf(steps ?? [], value)
  if (spec.type === 'choice') return optionOf(spec.options, value)
  if (spec.type === 'boolean') return yesOrNo(value)
  return isCellOf(spec, value) ? { cell: value } : { fault: 'Nilai ini tidak sesuai dengan jenis isiannya.' }
}

function numberOf(text: string): ArchiveValue {
  const reading = readNumber(text, 'pasted')
  switch (reading.kind) {
    case 'number':
      return { cell: reading.value }
    case 'confirm': {
      const { value, other } = reading
      const fault = `Perlu dipastikan: ${formatNumber(value)} atau ${formatNumber(other)}?`
      return { fault, readings: [value, other] }
    }
    case 'state':
      return { fault: `“${text}” bukan angka. Baris yang tidak ada angkanya tidak perlu dibawa.` }
    default:
      return { fault: `“${text}” tidak terbaca sebagai angka.` }
  }
}

function optionOf(options: readonly Option[], text: string): ArchiveValue {
  const found = options.find(({ id, label }) => plain(id) === plain(text) || plain(label) === plain(text))
  const known = options.map(({ label }) => label).join(', ')
  return found ? { cell: found.id } : { fault: `“${text}” bukan salah satu pilihan: ${known}.` }
}

const answers: Record<string, boolean> = { ya: true, true: true, '1': true, tidak: false, false: false, '0': false }

const yesOrNo = (text: string): ArchiveValue => {
  const answer = answers[plain(text)]
  return answer === undefined ? { fault: `“${text}” bukan Ya atau Tidak.` } : { cell: answer }
}
