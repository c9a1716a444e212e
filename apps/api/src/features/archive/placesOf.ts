import { defaultSettings, newestVersion, publishedForm, type Queryable, rulesOfYear } from '@sepakat/db'
import {
  archivePlaces,
  buildForm,
  type FormId,
  kinds,
  type PeriodKey,
  type PlaceFinder,
  periodYear,
  placeFinder,
} from '@sepakat/rules'

/** What finds the cells of a form by its catalogue in the year of a period; null where it was never published. */
export const placesOf = async (tx: Queryable, form: FormId, period: PeriodKey): Promise<PlaceFinder | null> => {
  const kind = kinds[form]
  const version = await newestVersion(tx, form)
  const published = version === null ? null : await publishedForm(tx, form, version)
  if (!kind || !published) return null
  const { plan } = defaultSettings
  const scope = { office: { id: '', name: '' }, period, rows: '*', plan, sources: {} } as const
  const rules = await rulesOfYear(tx, periodYear(period))
  return placeFinder(archivePlaces(buildForm(kind, published.catalogue, rules, scope)))
}
