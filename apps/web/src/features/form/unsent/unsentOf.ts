import { readQueue } from '#sync/outbox/queuedSubmits.ts'
import { type UnsentChanges, unsentReports } from '#sync/outbox/unsentReports.ts'
import { idbFileStore } from '#sync/uploads/idbFileStore.ts'

/**
 * Of one report: changes that will be sent, changes that need the user, files that are not attached yet, attached ones whose
 * description is not saved, a queued submission.
 */
export interface Unsent extends UnsentChanges {
  files: number
  descriptions: number
  queued: boolean
}

const nothing: Unsent = { waiting: 0, stuck: 0, evaluated: 0, files: 0, descriptions: 0, queued: false }

/** Everything unsent of a user on this device, by report; nothing where nothing can be stored. */
export async function unsentOf(person: string): Promise<Map<string, Unsent>> {
  const changes = await unsentReports(person).catch(() => new Map())
  const files = await idbFileStore.list(person).catch(() => [])
  const queue = await readQueue(person).catch(() => [])
  const reports = new Map<string, Unsent>()
  const of = (id: string) => reports.get(id) ?? nothing
  for (const [id, report] of changes) reports.set(id, { ...nothing, ...report })
  for (const { submission: id, unsaid } of files) {
    const count = unsaid ? 'descriptions' : 'files'
    reports.set(id, { ...of(id), [count]: of(id)[count] + 1 })
  }
  for (const { submission: id, state } of queue) if (state === 'waiting') reports.set(id, { ...of(id), queued: true })
  return reports
}
