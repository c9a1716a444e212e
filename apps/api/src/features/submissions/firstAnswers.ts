import {
  type ChangesToWrite,
  formRows,
  loadForm,
  type Owed,
  pickSources,
  type Queryable,
  wantedSources,
} from '@sepakat/db'
import {
  type Answers,
  carriedAnswers,
  carrySources,
  changesOf,
  copyChanges,
  judgeChanges,
  type Kind,
  memoryView,
  mergedByRow,
} from '@sepakat/rules'
import { v7 } from 'uuid'
import { problem } from '#http/problem.ts'
import type { Asker } from '#submissions/asker.ts'
import { changeRefusal } from '#submissions/changeRefusal.ts'

/** The form and version that is created for what is owed. */
type Started = Owed & { formVersion: number }

/** What a new form starts with: what carries over, and over it what was sent along. @throws invalid where some of that is refused */
export const firstAnswers = async (
  tx: Queryable,
  kind: Kind,
  started: Started,
  { answers, asker, now }: { answers?: Answers; asker: Asker; now: Date },
): Promise<Pick<ChangesToWrite, 'records' | 'writes' | 'version'>> => {
  const signed = { by: asker.id, at: now.toISOString() }
  const carried = changesOf(kind, await carriedOver(tx, kind, started), v7)
  const { records, writes } = copyChanges(carried, { ...signed, rev: 1 })
  const kept = records.map(record => ({ ...record, via: 'carry' as const }))
  if (!answers) return { records: kept, writes: mergedByRow(writes), version: kept.length }

  const known = await formRows(tx, started, started.rows)
  const sent = changesOf(kind, answers, v7, known)
  const judged = judgeChanges(memoryView(writes.map(({ row, fields }) => ({ ...row, fields }))), sent, {
    kind,
    lock: {
      status: 'draft',
      since: signed.at,
      by: asker.id,
      openAnchors: null,
      closedAt: null,
      capacity: { as: 'office' },
    },
    ...signed,
    rev: kept.length + 1,
    knownRows: known,
    ifMatch: true,
  })
  if (!judged.whole) {
    const errors = judged.results.flatMap((result, at) =>
      result.result === 'applied' || result.result === 'already'
        ? []
        : [{ ...changeRefusal(result), pointer: `/answers${sent[at]!.pointer}` }],
    )
    throw problem('invalid', { errors: errors.slice(0, 50) })
  }
  const added = judged.records.map(record => ({ ...record, via: 'api' as const }))
  return {
    records: [...kept, ...added],
    writes: mergedByRow([...writes, ...judged.writes]),
    version: judged.version,
  }
}

/** The form is put together only where there is something that it takes over. */
const carriedOver = async (
  tx: Queryable,
  kind: Kind,
  { officeId, form, period, formVersion }: Started,
): Promise<Answers> => {
  const names = carrySources(kind)
  const wanted = wantedSources(kind, period).filter(({ name }) => names.includes(name))
  if ((await pickSources(tx, officeId, wanted, true)).length === 0) return {}
  const loaded = await loadForm(tx, { form, office: officeId, period, version: formVersion, drafts: true })
  return loaded ? carriedAnswers(loaded.form, loaded.scope) : {}
}
