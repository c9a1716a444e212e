import { earlierPeriods } from '../periods/earlierPeriods.ts'
import { parsePeriod, quartersBefore, quarterTitle } from '../periods/period.ts'
import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { PeriodKey } from '../types/Pointer.ts'

/** The context of a figure: its form and period, and all figures computed there, since one may be an input of others. */
export interface FigurePlace {
  kind: Pick<Kind, 'form' | 'sources'>
  period: PeriodKey
  figures: readonly Figure[]
}

/**
 * `menurut Triwulan I`, of a figure that used an earlier quarter of the same form and year, because this one has nothing yet;
 * `sebagian menurut Triwulan I` where only some of its inputs did. Null where it is of this quarter, or has no value. A sum
 * of quarters up to this one is of this one.
 */
export function accordingTo(figure: Figure, { kind, period, figures }: FigurePlace): string | null {
  if (figure.value === null || parsePeriod(period).quarter === null) return null
  const earlier = earlierQuarters(kind, period)
  if (earlier.length === 0) return null
  const found = newestQuarters(
    figure,
    earlier.map(({ name }) => name),
    figures,
  )
  const titles = earlier.filter(({ name }) => found.has(name)).map(({ title }) => title)
  if (titles.length === 0) return null
  return `${found.has(now) ? 'sebagian ' : ''}menurut ${titles.join(' dan ')}`
}

const now = ''

/** The names under which a form reads itself as it was in the quarters before, oldest first. */
function earlierQuarters(kind: FigurePlace['kind'], period: PeriodKey): { name: string; title: string }[] {
  const quarters = quartersBefore(period)
  return earlierPeriods(kind, period)
    .filter(one => quarters.includes(one.period))
    .map(one => ({ name: one.name, title: quarterTitle(one.period) ?? one.period }))
    .reverse()
}

/** The latest quarter of the figure's own inputs, and those of each figure among them. */
function newestQuarters(figure: Figure, earlier: readonly string[], figures: readonly Figure[]): Set<string> {
  const found = new Set<string>()
  const own: string[] = []
  for (const { at } of figure.derivation.inputs) {
    const of = at.startsWith('figure:') && figures.find(({ code, row }) => at === `figure:${code}/${row}`)
    if (of) for (const name of newestQuarters(of, earlier, figures)) found.add(name)
    else own.push(quarterOf(at, earlier))
  }
  if (own.length > 0) found.add(own.includes(now) ? now : earlier.findLast(name => own.includes(name))!)
  return found
}

/** A cell of an earlier quarter, or another form's plan for that quarter in a field of its name. */
function quarterOf(at: string, earlier: readonly string[]): string {
  const source = at.startsWith('/') ? '' : at.slice(0, at.indexOf(':'))
  return earlier.find(name => name === source || (source !== '' && at.endsWith(`/${name}`))) ?? now
}
