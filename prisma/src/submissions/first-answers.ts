import {
  type Answers,
  carriedAnswers,
  carrySources,
  judgeChanges,
  type Kind,
  memoryView,
  type Result,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { formRows } from '../forms/known-rows.ts'
import { loadForm } from '../forms/load-form.ts'
import { pickSources, wantedSources } from '../forms/pick-sources.ts'
import { changesOf, copied } from './answer-changes.ts'
import type { Asker } from './asker.ts'
import type { Owed } from './find-owed.ts'
import type { ChangesToWrite } from './write-changes.ts'

/** What a new submission begins with. */
export type Begun = Pick<ChangesToWrite, 'records' | 'writes' | 'version'>

export interface RefusedAnswer {
  pointer: string
  result: Result
}

/** What a new form starts with: what carries over, and over it what was sent along. */
export const firstAnswers = async (
  tx: Queryable,
  kind: Kind,
  found: Owed & { formVersion: number },
  { answers, asker, now }: { answers?: Answers; asker: Asker; now: Date },
): Promise<Begun | { refused: RefusedAnswer[] }> => {
  const signed = { by: asker.id, at: now.toISOString() }
  const carried = changesOf(kind, await carriedOver(tx, kind, found))
  const { records, writes } = copied(carried, { ...signed, rev: 1 })
  const view = memoryView(writes.map(({ row, fields }) => ({ ...row, fields })))
  const kept = records.map(record => ({ ...record, via: 'carry' as const }))
  if (!answers) return { records: kept, writes: rowsOf(view), version: kept.length }

  const known = await formRows(tx, found, found.rows)
  const sent = changesOf(kind, answers, known)
  const judged = judgeChanges(view, sent, {
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
    const refused = judged.results.flatMap((result, at) =>
      result.result === 'applied' || result.result === 'already' ? [] : [{ pointer: sent[at]!.pointer, result }],
    )
    return { refused }
  }
  for (const write of judged.writes) view.write(write)
  const added = judged.records.map(record => ({ ...record, via: 'api' as const }))
  return { records: [...kept, ...added], writes: rowsOf(view), version: judged.version }
}

const rowsOf = (view: ReturnType<typeof memoryView>): Begun['writes'] =>
  view.records().map(({ table, row, fields }) => ({ row: { table, row }, fields }))

/** The form is put together only where there is something that it takes over. */
const carriedOver = async (
  tx: Queryable,
  kind: Kind,
  { officeId, form, period, formVersion }: Owed & { formVersion: number },
) => {
  const names = carrySources(kind)
  const wanted = wantedSources(kind, period).filter(({ name }) => names.includes(name))
  if ((await pickSources(tx, officeId, wanted, true)).length === 0) return {}
  const loaded = await loadForm(tx, { form, office: officeId, period, version: formVersion, drafts: true })
  return loaded ? carriedAnswers(loaded.form, loaded.scope) : {}
}
