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

/** How many changes of a report will be sent, and how many need the user; how many of both are of its evaluator. */
export interface UnsentChanges {
  waiting: number
  stuck: number
  evaluated: number
}

/** Reports with unsent changes of a user on this device. */
export async function unsentReports(person: string): Promise<Map<string, UnsentChanges>> {
  const reports = new Map<string, UnsentChanges>()
  for (const { submission, state, route } of await storedChangesOf(person)) {
    const report = reports.get(submission) ?? { waiting: 0, stuck: 0, evaluated: 0 }
    if (route === 'evaluation') report.evaluated += 1
    if (state === 'stuck') report.stuck += 1
    else report.waiting += 1
    reports.set(submission, report)
  }
  return reports
}
