import {
  type FrozenNames,
  figuresOfAll,
  type LoadedCounted,
  loadCounted,
  newestNames,
  type Queryable,
} from '@sepakat/db'
import {
  type FormId,
  hasNews,
  type LeaderReport,
  type LeaderSubject,
  leaderForms,
  type PeriodKey,
  periodYear,
  rowsOf,
  yearBefore,
} from '@sepakat/rules'

/** A form and period as rules speak of it; without `names` rows are called by their ids, for what names none. */
export function leaderReport(form: FormId, loaded: LoadedCounted, names?: FrozenNames): LeaderReport {
  const { catalogue, offices, period } = loaded
  const rows = rowsOf(catalogue, periodYear(period))
  const today = new Map([...catalogue.groups, ...rows].map(({ id, label }) => [id, label]))
  const owing = new Map([...offices.values()].flat().map(({ id, name, shortName }) => [id, { id, name, shortName }]))
  return {
    form,
    period,
    rules: loaded.rules,
    catalogue,
    owners: loaded.owners,
    counted: figuresOfAll(loaded.revisions),
    otherRules: loaded.otherRules.length > 0,
    nameOf: row => names?.rows.get(row) ?? today.get(row) ?? row,
    officeOf: id => owing.get(id) ?? { id, name: 'Perangkat daerah', shortName: 'Perangkat daerah' },
  }
}

/**
 * Of a subject the newest of these periods, the newest first, in which it says something, and the same one a year earlier; the first
 * with the names of its newest reports. Mostly it is the first of them, so the others are read only where it is not.
 */
export async function reportAndBefore(
  tx: Queryable,
  subject: LeaderSubject,
  periods: readonly PeriodKey[],
): Promise<{ now: LeaderReport | null; before: LeaderReport | null }> {
  const form = leaderForms[subject]
  for (const period of periods) {
    const loaded = await loadCounted(tx, { form, periods: [period, yearBefore(period)], provisional: true })
    const [now, before] = [period, yearBefore(period)].map(of => loaded.find(one => one.period === of))
    if (!now || now.revisions.length === 0) continue
    const report = leaderReport(form, now, await newestNames(tx, form, now.revisions))
    if (hasNews(subject, report))
      return { now: report, before: before && before.revisions.length > 0 ? leaderReport(form, before) : null }
  }
  return { now: null, before: null }
}
