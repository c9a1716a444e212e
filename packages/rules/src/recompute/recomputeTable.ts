import { makeFigure } from '../figures/makeFigure.ts'
import { decimalText, exact } from '../numbers/decimal.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Figure, Input } from '../types/Figure.ts'
import type { Asked, Choices } from './format.ts'
import { formatOf } from './formats.ts'
import { atPrinted, type Bounds, judgePrinted, type Verdict } from './judgePrinted.ts'
import type { PrintedTable } from './readTables.ts'

export interface Options extends Choices {
  /** `rounded`: each input may be off by half of its last digit. */
  inputs: 'exact' | 'rounded'
}
export interface Recomputed {
  label: string
  value: Decimal | null
  why: Figure['why']
  /** The value at the printed decimals. */
  rounded: Decimal | null
  printed: string
  verdict: Verdict
}

/** Recomputes whatever a published table prints that follows from the rest of it, and judges it. Throws a RangeError on an unknown format. */
export function recomputeTable(table: PrintedTable, options: Options): Recomputed[] {
  const format = formatOf(table.columns)
  if (!format) throw new RangeError(`no known table has the columns ${table.columns.join(', ')}`)
  const done: Recomputed[] = []
  for (const row of table.rows) {
    const earlier = done.map(one => one.value)
    done.push(...(format.ask?.(row, options, earlier) ?? []).map(asked => judged(asked, options)))
  }
  return [...done, ...(format.atEnd?.(table.rows, options) ?? []).map(asked => judged(asked, options))]
}

function judged(asked: Asked, options: Options): Recomputed {
  const texts = asked.inputs.map(one => one.text)
  const { value, why } = compute(asked, options, texts)
  const bounds =
    options.inputs === 'rounded' && value !== null && asked.printed !== '' ? boundsOf(asked, options) : null
  const verdict = judgePrinted(value, asked.printed, bounds)
  const wrongBesides = value !== null && asked.besides?.(value) === false && verdict !== 'nothing-printed'
  return {
    label: asked.label,
    value,
    why,
    rounded: atPrinted(value, asked.printed),
    printed: asked.printed,
    verdict: wrongBesides ? 'does-not' : verdict,
  }
}

function compute(asked: Asked, { cap }: Choices, texts: string[]): Figure {
  const inputs = asked.inputs.map(({ name, group }, at) => ({
    ...inputOf(name, texts[at] ?? ''),
    ...(group !== undefined && { group }),
  }))
  return makeFigure(
    { code: 'recomputed', formula: asked.formula, inputs, params: asked.params, cap, unit: '' },
    'printed',
  )
}

function inputOf(name: string, text: string): Input {
  if (text === '') return { name, at: '', value: null, state: 'empty' }
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { name, at: '', value: null, state: 'unread' }
  return { name, at: '', value: decimalText(exact(text)) }
}

/** More inputs than this have sums and means alone, which rise with each: all their corners would be 2 to the power of it. */
const most = 10

/** Every formula here is monotonic in each of its inputs, so the extremes are where every input is at one of its own. */
function boundsOf(asked: Asked, options: Options): Bounds | null {
  const ends = asked.inputs.map(({ text }) => {
    const half = exact('0.5').times(exact('10').pow(-(text.split('.')[1]?.length ?? 0)))
    return [exact(text).minus(half).toFixed(), exact(text).plus(half).toFixed()]
  })
  const corners =
    ends.length > most
      ? [0, 1].map(side => ends.map(own => own[side] ?? ''))
      : ends.reduce<string[][]>((all, own) => all.flatMap(one => own.map(end => [...one, end])), [[]])
  const values = corners.flatMap(corner => compute(asked, options, corner).value ?? [])
  if (values.length < corners.length) return null
  const [first = '0', ...rest] = values
  const pick = (better: (a: Decimal, b: Decimal) => boolean) =>
    rest.reduce((best, one) => (better(one, best) ? one : best), first)
  return { least: pick((a, b) => exact(a).lt(exact(b))), most: pick((a, b) => exact(a).gt(exact(b))) }
}
