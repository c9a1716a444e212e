import { fieldTypeOf, isNumeric } from '../fields/fieldTypeOf.ts'
import { limitFaults, unreadMessage } from '../form/cellFindings.ts'
import { decimalText, exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { readNumber } from '../numbers/readNumber.ts'
import { countedIn, isPercentUnit } from '../numbers/wholeUnits.ts'
import { isCellOf } from '../saving/cell.ts'
import { plain } from '../text/plain.ts'
import type { Cell } from '../types/Answers.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Field } from '../types/Kind.ts'
import type { Option } from '../types/Option.ts'
import { unitOf } from '../words/unitOf.ts'
import type { ArchivePlace } from './archivePlaces.ts'

/** A value as a cell, with a note on a reading that is not plain; or the error, with `readings` where a number has two. */
export type ArchiveValue = { cell: Cell; note?: string } | { fault: string; readings?: [Decimal, Decimal] }

/** The target of a spreadsheet value. `row`: the unit of its numbers. */
export type ValuePlace = Pick<ArchivePlace, 'spec' | 'steps'> & { row: Pick<ArchivePlace['row'], 'unit'> }

/** Reads a spreadsheet text for one cell of a form. Two readings are asked about, never guessed. */
export function readArchiveValue({ spec, steps, row }: ValuePlace, text: string): ArchiveValue {
  const value = text.trim()
  if (value === '') return { fault: 'Nilainya kosong.' }
  if (spec.type === 'boolean') return yesOrNo(value)
  const { steps: inSteps, options } = fieldTypeOf(spec).chosenFrom(spec)
  const choices = inSteps ? steps : options
  if (choices) return optionOf(choices, value)
  if (isNumeric(spec)) return numberOf(spec, row.unit, value)
  return isCellOf(spec, value) ? { cell: value } : { fault: 'Nilai ini tidak sesuai dengan jenis isiannya.' }
}

function numberOf(spec: Field, own: string | null | undefined, text: string): ArchiveValue {
  const unit = unitOf(spec, own, undefined)
  const counted = countedIn(spec, unit)
  const reading = readNumber(text, 'pasted', counted)
  switch (reading.kind) {
    case 'number':
      return text.endsWith('%') ? percentOf(spec, unit, reading.value) : within(spec, reading.value)
    case 'confirm':
      return text.endsWith('%')
        ? percentsOf(text, unit, [reading.value, reading.other])
        : twoReadings(reading.value, reading.other)
    case 'state':
      return { fault: `“${text}” bukan angka. Baris yang tidak ada angkanya tidak perlu dibawa.` }
    case 'share':
      return { fault: unreadMessage(spec, text, counted) }
    default:
      return { fault: `“${text}” tidak terbaca sebagai angka.` }
  }
}

const twoReadings = (value: Decimal, other: Decimal): ArchiveValue => ({
  fault: `Perlu dipastikan: ${formatNumber(value)} atau ${formatNumber(other)}?`,
  readings: [value, other],
})

const storedOf = (percent: Decimal): Decimal => decimalText(exact(percent).times(exact('0.01')))

/** A percentage with two readings. */
function percentsOf(text: string, unit: string, [one, other]: [Decimal, Decimal]): ArchiveValue {
  if (unit === '') return { fault: `“${text}” dapat dibaca lebih dari dua cara. Tulis tanpa tanda persen.` }
  return isPercentUnit(unit) ? twoReadings(one, other) : twoReadings(storedOf(one), storedOf(other))
}

/**
 * A percentage from a cell formatted so (design §3): itself in a row of percent, a hundredth of it in a row that counts nothing
 * (an index), which is the number the spreadsheet stores. Without a unit it is ambiguous.
 */
function percentOf(spec: Field, unit: string, percent: Decimal): ArchiveValue {
  const stored = storedOf(percent)
  if (unit === '') return twoReadings(stored, percent)
  const value = isPercentUnit(unit) ? percent : stored
  const note = `Sel persen ${formatNumber(percent)} % dibaca ${formatNumber(value)}`
  const read = within(spec, value)
  return 'cell' in read ? { ...read, note: `${note}.` } : { fault: `${note}. ${read.fault}` }
}

/** A value its field does not accept is not imported: it would never be asked about again. */
function within(spec: Field, cell: Decimal): ArchiveValue {
  const [wrong] = limitFaults(spec, cell)
  return wrong ? { fault: wrong.message } : { cell }
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
