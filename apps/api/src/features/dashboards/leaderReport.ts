import {
  type FrozenNames,
  figuresOfAll,
  type LoadedCounted,
  loadCounted,
  newestNames,
  type Queryable,
} from '@sepakat/db'
import { type FormId, type LeaderReport, type PeriodKey, periodYear, rowsOf } from '@sepakat/rules'

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

/** A form in a period and in the same one a year earlier; the first with the names of its newest reports. */
export async function reportAndBefore(
  tx: Queryable,
  form: FormId,
  periods: { now: PeriodKey; before: PeriodKey } | null,
): Promise<{ now: LeaderReport | null; before: LeaderReport | null }> {
  if (periods === null) return { now: null, before: null }
  const loaded = await loadCounted(tx, { form, periods: [periods.now, periods.before], provisional: true })
  const [now, before] = [periods.now, periods.before].map(period => loaded.find(one => one.period === period))
  return {
    now: now ? leaderReport(form, now, await newestNames(tx, form, now.revisions)) : null,
    before: before && before.revisions.length > 0 ? leaderReport(form, before) : null,
  }
}
