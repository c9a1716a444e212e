import type { EditionTable, FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { parsePeriod } from '@sepakat/rules/periods/period.ts'
import { editionTables } from './editionTables.ts'

/** A table of an edition by itself, under a name that stays from year to year. */
export interface OpenDataset {
  /** `lppd-ikk`, of a quarter `spm-capaian-tw1`. */
  id: string
  year: number
  table: EditionTable
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Of the chapters; what annexes list (what is missing, sources) is about the edition and no data of the region. */
export function openDatasets(edition: FrozenEdition): OpenDataset[] {
  const { year, quarter } = parsePeriod(edition.period)
  const chapters = { ...edition, annexes: [], missing: [], leftOut: [], sources: [] }
  const made = new Map<string, OpenDataset>()
  for (const { table } of editionTables(chapters)) {
    const own = slug(table.id)
    const named = own.startsWith(`${edition.type}-`) ? own : `${edition.type}-${own}`
    const id = quarter ? `${named}-tw${quarter}` : named
    if (!made.has(id)) made.set(id, { id, year, table })
  }
  return [...made.values()]
}
