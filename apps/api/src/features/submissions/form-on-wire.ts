import { type LoadedSource, loadForm, type Queryable, type SubmissionRecord } from '@sepakat/db'
import { answersOf, type RowId } from '@sepakat/rules'

/** A source as a device takes it: which submission and revision it was goes along, so that it can be opened. */
const sourceOnWire = ({ picked, ...source }: LoadedSource) => ({
  ...source,
  ...(picked && { submission: picked.submission, n: picked.n }),
})

/**
 * All that a device builds the form of a submission from; null where there is no such version. `drafts`: of the office's other
 * forms, too. `handed`: the rows a contributor was handed, else null.
 */
export const formOnWire = async (
  tx: Queryable,
  { form, formVersion: version, officeId: office, period, number, plan }: SubmissionRecord,
  { drafts, handed }: { drafts: boolean; handed: RowId[] | null },
) => {
  const loaded = await loadForm(tx, { form, version, office, period, number, plan, drafts })
  if (loaded === null) return null
  const { sources, ...scope } = loaded.scope
  const sent = Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      sourceOnWire(handed === null ? source : { ...source, answers: answersOf(source.answers, handed) }),
    ]),
  )
  return {
    form,
    formVersion: version,
    sha256: loaded.sha256,
    ruleSet: { ...loaded.rules },
    settings: loaded.settings,
    scope: { ...scope, number, sources: sent },
  }
}
