import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import { periodKey, periodTitle, type Quarter } from '@sepakat/rules/periods/period.ts'
import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import type { Office } from '#administration/officeChoices.ts'
import { kindLabel } from '#administration/officeWords.ts'
import type { Choice } from '#ui/SelectField.tsx'
import type { Wave } from './queries.ts'

export interface WaveDraft {
  name: string
  fromPeriod: string
  offices: string[]
  reportTypes: ReportType[]
}

/** Quarters around a year in which a wave can start, including its current one. */
export function firstPeriods(year: number, standing: string): Choice[] {
  const keys = [year - 1, year, year + 1].flatMap(one =>
    ([1, 2, 3, 4] as Quarter[]).map(quarter => periodKey({ year: one, quarter, practice: false })),
  )
  const all = keys.includes(standing) || standing === '' ? keys : [standing, ...keys]
  return all.map(value => ({ value, label: periodTitle(value) }))
}

export interface QuickPick {
  label: string
  offices: string[]
}

/** Bulk picks of offices: those of another wave (the pilots), those in no wave yet, all of a kind. */
export function quickPicks(offices: readonly Office[], waves: readonly Wave[], self: string): QuickPick[] {
  const running = offices.filter(office => !office.ended)
  const others = waves.filter(wave => wave.id !== self)
  const covered = new Set(others.flatMap(wave => wave.offices.map(office => office.id)))
  const uncovered = running.filter(office => !covered.has(office.id))
  return [
    ...others.map(wave => ({ label: `Seperti ${wave.name}`, offices: wave.offices.map(office => office.id) })),
    ...(covered.size > 0
      ? [{ label: 'Yang belum ada di gelombang lain', offices: uncovered.map(office => office.id) }]
      : []),
    ...[...groupBy(running, office => office.kind)]
      .filter(([, own]) => own.length > 1)
      .map(([kind, own]) => ({
        label: `Semua ${kindLabel(kind).toLowerCase()}`,
        offices: own.map(office => office.id),
      })),
  ].filter(pick => pick.offices.length > 0)
}
