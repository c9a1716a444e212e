import { database, under } from '../vault/database.ts'
import { decryptJson } from '../vault/vault.ts'
import type { StoredChange } from './pending.ts'

/** Stored changes on this device, of one report or of all. */
export async function storedChangesOf(
  person: string,
  ...submission: [] | [string]
): Promise<(StoredChange & { submission: string })[]> {
  const found = await (await database()).getAllFromIndex('unsent', 'of', under(person, ...submission))
  const opened = found.map(async ({ changeId, submission: of, kept }) => {
    const one = await decryptJson<StoredChange>(person, changeId, kept)
    return one ? [{ ...one, submission: of }] : []
  })
  return (await Promise.all(opened)).flat()
}

/** Reports with unsent changes of a user on this device, with how many will be sent and how many are stuck. */
export async function unsentReports(person: string): Promise<Map<string, { waiting: number; stuck: number }>> {
  const reports = new Map<string, { waiting: number; stuck: number }>()
  for (const { submission, state } of await storedChangesOf(person)) {
    const report = reports.get(submission) ?? { waiting: 0, stuck: 0 }
    if (state === 'stuck') report.stuck += 1
    else report.waiting += 1
    reports.set(submission, report)
  }
  return reports
}
