import { exact, isDecimal } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { readNumber } from '../numbers/readNumber.ts'
import type { Anchor, Cell, Field } from '../types.ts'
import type { Found } from './judged.ts'
import { isUnread } from './reader.ts'

/** What is wrong with or missing from one cell, looking at it alone; `need`: that of its row. */
export function cellFindings(at: Anchor, field: Field, cell: Cell | undefined, found: Found): void {
  if (isUnread(cell)) found('unread', 'wrong', at, unreadMessage(field.type, cell.asTyped))
  else if (cell === undefined) {
    if (field.need !== 'optional') found('empty', 'empty', at, emptyMessage(field), field.need === 'required')
  } else if (field.type === 'number' && typeof cell === 'string' && isDecimal(cell)) limits(at, field, cell, found)
}

const emptyMessage = ({ writer }: Field): string =>
  writer === 'evaluator' ? 'Belum dinilai.' : 'Belum diisi. Isi, atau nyatakan keadaannya bila memang tidak ada.'

function limits(at: Anchor, field: Field & { type: 'number' }, text: string, found: Found): void {
  const value = exact(text)
  const { min, max, decimals } = field
  if (min !== undefined && value.lt(exact(min))) {
    found('too-small', 'wrong', at, `Paling kecil ${formatNumber(min)}. Periksa angkanya.`)
  }
  if (max !== undefined && value.gt(exact(max))) {
    found('too-large', 'wrong', at, `Paling besar ${formatNumber(max)}. Periksa angkanya.`)
  }
  if (decimals !== undefined && (text.split('.')[1]?.length ?? 0) > decimals) {
    const most = `Paling banyak ${decimals} angka di belakang koma.`
    found('too-precise', 'wrong', at, decimals === 0 ? 'Tulis bilangan bulat, tanpa angka di belakang koma.' : most)
  }
}

/** Says what to do with a text that was kept as typed. */
export function unreadMessage(type: Field['type'], text: string): string {
  if (type !== 'number' && type !== 'measure') return `“${text}” belum terbaca. Perbaiki isiannya.`
  const reading = readNumber(text, 'pasted')
  if (reading.kind === 'confirm') {
    return `“${text}” perlu dipastikan: ${formatNumber(reading.value)} atau ${formatNumber(reading.other)}? Pilih salah satu.`
  }
  if (reading.kind === 'state') {
    return `“${text}” bukan angka. Nyatakan keadaannya (nihil, tidak berlaku, belum tersedia) bila itu maksudnya.`
  }
  return `“${text}” belum terbaca sebagai angka. Tulis seperti 1.234,56.`
}
