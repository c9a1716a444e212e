import { type FormId, kinds, type PeriodKey, periodYear } from '@sepakat/rules'
import { type Caller, must } from '../caller.ts'

export interface Owed {
  obligation: string
  form: FormId
  period: PeriodKey
  title: string
  periodTitle: string
}

/** What the product itself says the person's office owes for a year; a report comes after those it reads from. */
export const owedIn = async (ask: Caller, year: number): Promise<Owed[]> => {
  const all: Owed[] = []
  for (let cursor = ''; ; ) {
    const page = await must(ask<{ items: Owed[]; next: string | null }>('GET', `/obligations?limit=200${cursor}`))
    all.push(...page.items.filter(({ period }) => periodYear(period) === year))
    if (!page.next) return inOrder(all)
    cursor = `&cursor=${page.next}`
  }
}

function inOrder(all: Owed[]): Owed[] {
  const [first, ...rest] = all
    .filter(({ form, period }) => {
      const reads = Object.values(kinds[form]?.sources(period) ?? {})
      return !all.some(other => reads.some(source => source.form === other.form && source.period === other.period))
    })
    .sort((a, b) => a.period.localeCompare(b.period) || a.form.localeCompare(b.form))
  if (!first) return all
  return [first, ...rest, ...inOrder(all.filter(one => one !== first && !rest.includes(one)))]
}
