import type { Result } from '../types/Change.ts'
import type { SentChange } from './change.ts'
import { judgeChange } from './judgeChange.ts'
import type { Accepted, ChangeRecord, JudgeContext } from './judgement.ts'
import { memoryView, type View, type Write } from './stored.ts'

/** `version` is the submission's after the accepted changes. `whole`: every change was applied or there already. */
export interface Judgements {
  results: Result[]
  writes: Write[]
  records: ChangeRecord[]
  version: number
  whole: boolean
}

/**
 * Judges the changes of one request in order, each on top of those before it; `rev` of the context is that of the first.
 * `writes` holds one entry per row with its new cells. Under `If-Match` the caller keeps them only when `whole`.
 */
export function judgeChanges(view: View, changes: SentChange[], context: JudgeContext): Judgements {
  const now = overlay(view)
  const accepted = new Map(context.accepted)
  const before = new Set<string>()
  const results: Result[] = []
  const records: ChangeRecord[] = []
  let { rev, room } = context
  for (const change of changes) {
    const judgement = judgeChange(now, change, { ...context, rev, room, accepted, before, seenFrom: context.rev })
    before.add(change.pointer)
    results.push(judgement.result)
    if (!judgement.writes || !judgement.record) continue
    const { table, row } = judgement.record
    if (room !== undefined && !now.row(table, row)) room -= 1
    now.write(judgement.writes)
    records.push(judgement.record)
    accepted.set(change.changeId, { ...judgement.record, here: true } satisfies Accepted)
    rev += 1
  }
  const whole = results.every(({ result }) => result === 'applied' || result === 'already')
  return { results, writes: now.writes(), records, version: rev - 1, whole }
}

/** The view with what was written since in front of it. */
function overlay(under: View) {
  const written = memoryView()
  const row: View['row'] = (table, id) => {
    const [old, fresh] = [under.row(table, id), written.row(table, id)]
    return old && fresh ? { ...old, ...fresh } : (fresh ?? old)
  }
  const rows: View['rows'] = table => {
    const ids = new Set([...under.rows(table), ...written.rows(table)].map(([id]) => id))
    return [...ids].map(id => [id, row(table, id) ?? {}] as const)
  }
  const writes = (): Write[] => written.records().map(({ table, row, fields }) => ({ row: { table, row }, fields }))
  return { row, rows, write: written.write, writes }
}
