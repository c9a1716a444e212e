import {
  buildForm,
  defaultRuleSet,
  type FormId,
  type KnownRows,
  kinds,
  knownRowsOf,
  type PeriodKey,
  type RowId,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { defaultSettings } from '../settings/defaultSettings.ts'
import { rowsInScope } from './formBasis.ts'
import { loadSources } from './loadForm.ts'
import { memory } from './memory.ts'
import { wantedSources } from './pickSources.ts'
import { publishedForm } from './publishedForm.ts'

const known = memory<KnownRows>(400)

/**
 * The rows a form has beside those people add, for `judgeChange`. They follow from catalogue, assignment and the forms that give
 * rows, not from rule set or names, so that a save needs no more than this. Undefined where the form has no such version.
 */
export const formRows = async (
  tx: Queryable,
  { form, formVersion, officeId, period }: { form: FormId; formVersion: number; officeId: string; period: PeriodKey },
  assigned: RowId[],
): Promise<KnownRows | undefined> => {
  const kind = kinds[form]
  if (!kind) return undefined
  const giving = wantedSources(kind, period, 'rows').length > 0
  const { sources, identity } = giving
    ? await loadSources(tx, kind, { office: officeId, period, drafts: true }, 'rows')
    : { sources: {}, identity: [] }
  // which rows of another form are taken may depend on the office
  const key = identity && [form, formVersion, period, giving ? officeId : '', ...assigned, '/', ...identity].join(' ')
  const kept = key === null ? undefined : known.get(key)
  if (kept) return kept
  const published = await publishedForm(tx, form, formVersion)
  if (!published) return undefined
  const { plan } = defaultSettings
  const scope = { office: { id: officeId, name: '' }, period, rows: rowsInScope(assigned), plan, sources }
  const rows = knownRowsOf(buildForm(kind, published.catalogue, defaultRuleSet, scope).sections)
  return key === null ? rows : known.set(key, rows)
}
