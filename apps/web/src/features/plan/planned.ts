import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import type { IconName } from '#ui/icons/Icon.tsx'
import type { TagTone } from '#ui/Tag.tsx'
import type { Planned } from './queries.ts'

export const plannedWords: Record<Planned['state'], { word: string; tone: TagTone; icon: IconName }> = {
  new: { word: 'Akan dibuat', tone: 'info', icon: 'plus' },
  exists: { word: 'Sudah ada', tone: 'good', icon: 'check-circle' },
  orphan: { word: 'Tidak diminta lagi', tone: 'warn', icon: 'alert' },
}

export interface OfficeGroup {
  office: Planned['office']
  items: Planned[]
}

/** Planned obligations that match the search and filters; an empty filter matches all. */
export function shownPlanned(
  items: readonly Planned[],
  { q, form, state }: { q: string; form: string; state: string },
) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter(
    item =>
      words.every(word => item.office.name.toLowerCase().includes(word)) &&
      (!form || item.form === form) &&
      (!state || item.state === state),
  )
}

/** By office in order of name; within one by form, then period. */
export const byOffice = (items: readonly Planned[]): OfficeGroup[] =>
  [...groupBy(items, item => item.office.id).values()]
    .flatMap(own => (own[0] ? [{ office: own[0].office, items: own }] : []))
    .map(group => ({
      ...group,
      items: group.items.sort((a, b) => a.form.localeCompare(b.form) || a.period.localeCompare(b.period)),
    }))
    .sort((a, b) => a.office.name.localeCompare(b.office.name, 'id'))

/** `8 akan dibuat, 2 sudah ada`. */
export const countsText = (items: readonly Planned[]): string =>
  (['new', 'exists', 'orphan'] as const)
    .map(state => ({ state, n: items.filter(item => item.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => `${n} ${plannedWords[state].word.toLowerCase()}`)
    .join(', ')
