import { draw, pick } from '@sepakat/db/demo-year/draw.ts'
import { type Cell, type Decimal, type Field, type FieldId, formatNumber, parsePeriod, type Row } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import type { Paper } from './paper.ts'

export interface Place {
  row: Row
  field: FieldId
  spec: Field
  seed: number
}

const units = ['dokumen', 'orang', 'paket', 'laporan', 'kegiatan']

/** One in so many numbers is odd on purpose, so that the report asks for its reason. */
const oddOneIn = 11

/** What is written beside a field as an example of it. */
const exampleIn = (help = ''): string | undefined =>
  /misalnya (\S+?)[.,]?(?:\s|$)/i.exec(help)?.[1] ?? /: ([^:]*;[^:]*)\.$/.exec(help)?.[1]

/** A field that says when to leave it empty is left so in every other row. */
export const isLeft = ({ alias }: Paper, { spec, row, field, seed }: Place): boolean =>
  spec.need === 'optional' &&
  /kosongkan|hanya bila/i.test(spec.help ?? '') &&
  draw(seed, alias(row.id), field, 'left') % 2 === 0

const numbersOf = ({ kind }: Paper, { table, fields }: Row): FieldId[] =>
  Object.keys(fields).filter(field => kind.tables[table]?.fields[field]?.type === 'number')

/**
 * A number near the others of its row, the same in each quarter but for what grows from quarter to quarter.
 * @param rising whether the later of a row's numbers are the larger ones
 */
function plausibleNumber(paper: Paper, { row, field, spec, seed }: Place, rising: boolean): Decimal {
  const { quarter } = parsePeriod(paper.scope.period)
  const typedUnit = paper.answers[row.table]?.[row.id]?.unit
  const unit = unitOf(spec, row.unit, typedUnit)
  const name = paper.alias(row.id)
  const base = 240 + (draw(seed, name) % 4600)
  const nth = spec.type === 'number' ? numbersOf(paper, row).indexOf(field) : 0
  const step = Math.ceil(base / 60) * (rising ? -1 : 5 - (quarter ?? 4))
  const odd = spec.type === 'number' && draw(seed, name, field, paper.scope.period) % oddOneIn === 0
  const whole = (base - nth * step) * (odd ? 2 : 1)
  if (unit === 'Rp') return `${whole}000000`
  if (unit === '%') return String(60 + (base % 35) - (odd ? 30 : 0))
  const halves = spec.type === 'number' && (spec.decimals ?? 2) > 0 && whole % 3 === 0
  return halves ? `${whole}.5` : String(whole)
}

/** What a civil servant might answer there, as it is stored. */
export function plausible(paper: Paper, place: Place, rising: boolean): Cell {
  const { row, field, spec, seed } = place
  const options = paper.options(row, field)
  const name = paper.alias(row.id)
  const { year } = parsePeriod(paper.scope.period)
  if (options && spec.type !== 'boolean') return pick(options, seed, name, field).id
  switch (spec.type) {
    case 'boolean':
      return spec.need === 'optional' || draw(seed, name, field) % 9 !== 0
    case 'number':
    case 'measure':
      return plausibleNumber(paper, place, rising)
    case 'date':
      return `${year}-0${1 + (draw(seed, name, field) % 9)}-15`
    case 'text':
    case 'prose':
      return plausibleText(place, name, year, spec.max ?? 400)
    case 'choice':
    case 'ref':
    case 'office':
      return plausibleText(place, name, year, 400)
  }
}

function plausibleText({ row, field, spec, seed }: Place, name: string, year: number, most: number): string {
  const example = exampleIn(spec.help)
  if (example !== undefined && example.length <= most) return example
  if (most <= 60) return pick(units, seed, name, field)
  const mark = (draw(seed, name, field) % 900) + 100
  return `${row.fields[field]}, catatan bidang nomor ${mark} tahun ${year}`.slice(0, most).trim()
}

/** A cell as it is typed: a number with its thousands grouped, a day as 15-03-2025. */
export function typedAs(spec: Field, cell: Cell): string {
  if (isNumeric(spec)) return formatNumber(String(cell))
  return spec.type === 'date' ? String(cell).split('-').reverse().join('-') : String(cell)
}
