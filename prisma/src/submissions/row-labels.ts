import { type FormId, kinds, type PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { loadOutline } from '../forms/load-form.ts'
import { memory } from '../forms/memory.ts'
import { sourceAnswers } from '../forms/pick-sources.ts'
import { publishedForm } from '../forms/published-form.ts'

export interface LabelAsk {
  submission: string
  n: number
  sha256: string
  officeId: string
  form: FormId
  period: PeriodKey
  formVersion: number
}

const known = memory<Map<string, string>>(200)

/**
 * What the rows of a revision are called: rows and groups of its catalogue, and rows people added or took from another form.
 * Kept by the hash of the revision, which never changes.
 */
export const rowLabels = async (tx: Queryable, ask: LabelAsk): Promise<Map<string, string>> => {
  const kept = known.get(ask.sha256)
  if (kept) return kept
  const { submission, n, sha256, officeId, form, period } = ask
  const frozen = await sourceAnswers(tx, { ...ask, name: '', status: 'approved', version: 0, submission, n, sha256 })
  const catalogue = (await publishedForm(tx, form, frozen.formVersion))?.catalogue
  const outline =
    kinds[form] === undefined
      ? null
      : await loadOutline(tx, { form, office: officeId, period, version: frozen.formVersion, drafts: true })
  const named = Object.values(outline?.form.rows(frozen.answers) ?? {}).flat()
  return known.set(sha256, new Map([...(catalogue?.groups ?? []), ...named].map(({ id, label }) => [id, label])))
}
