import { isNumeric } from '../fields/fieldTypeOf.ts'
import { exact, isDecimal } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { readingsOf, readNumber } from '../numbers/readNumber.ts'
import { type Counted, countedIn } from '../numbers/wholeUnits.ts'
import type { Cell } from '../types/Answers.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Field } from '../types/Kind.ts'
import type { Anchor } from '../types/Pointer.ts'
import type { CoreFinding, Found } from './judged.ts'
import { isUnread } from './reader.ts'

/** Errors and missing values of one cell, looking at it alone; `need`: that of its row, `unit`: the unit of its number. */
export function cellFindings(at: Anchor, field: Field, cell: Cell | undefined, unit: () => string, found: Found): void {
  if (isUnread(cell)) found('unread', 'wrong', at, unreadMessage(field, cell.asTyped, countedIn(field, unit())))
  else if (cell === undefined) {
    if (field.need !== 'optional') found('empty', 'empty', at, emptyMessage(field), field.need === 'required')
  } else if (field.type === 'number' && typeof cell === 'string' && isDecimal(cell))
    for (const { code, message } of limitFaults(field, cell)) found(code, 'wrong', at, message)
}

const emptyMessage = ({ writer }: Field): string =>
  writer === 'evaluator' ? 'Belum dinilai.' : 'Belum diisi. Isi, atau nyatakan keadaannya bila memang tidak ada.'

/** Why a field refuses a number: too small, too large, too precise. A measure, and any other field, accepts all. */
export function limitFaults(field: Field, text: Decimal): { code: CoreFinding; message: string }[] {
  if (field.type !== 'number') return []
  const value = exact(text)
  const { min, max, decimals } = field
  const faults: { code: CoreFinding; message: string }[] = []
  if (min !== undefined && value.lt(exact(min)))
    faults.push({ code: 'too-small', message: `Paling kecil ${formatNumber(min)}. Periksa angkanya.` })
  if (max !== undefined && value.gt(exact(max)))
    faults.push({ code: 'too-large', message: `Paling besar ${formatNumber(max)}. Periksa angkanya.` })
  if (decimals !== undefined && (text.split('.')[1]?.length ?? 0) > decimals) {
    const most = `Paling banyak ${decimals} angka di belakang koma.`
    const whole = 'Tulis bilangan bulat, tanpa angka di belakang koma.'
    faults.push({ code: 'too-precise', message: decimals === 0 ? whole : most })
  }
  return faults
}

/** What to do with a text that was kept as typed. */
export function unreadMessage(field: Pick<Field, 'type'>, text: string, counted: Counted = {}): string {
  if (!isNumeric(field)) return `“${text}” belum terbaca. Perbaiki isiannya.`
  const [value, other] = readingsOf(text, counted)
  if (value !== undefined && other !== undefined)
    return `“${text}” perlu dipastikan: ${formatNumber(value)} atau ${formatNumber(other)}? Pilih salah satu.`
  if (value !== undefined)
    return `“${text}” perlu dipastikan: ${formatNumber(value)}? Pilih angkanya, atau tulis ulang.`
  const { kind } = readNumber(text, 'pasted', counted)
  if (kind === 'share') return `“${text}” adalah persen. Tulis jumlahnya dalam ${counted.unit}, misalnya 1.234.`
  if (kind === 'state')
    return `“${text}” bukan angka. Nyatakan keadaannya (nihil, tidak berlaku, belum tersedia) bila itu maksudnya.`
  return `“${text}” belum terbaca sebagai angka. Tulis seperti 1.234,56.`
}
