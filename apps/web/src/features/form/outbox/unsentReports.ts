import { database, under } from '../../../lib/device/database.ts'
import type { Kept } from './pending.ts'

/** As this device keeps them, for a file. */
export const keptOf = async (person: string, submission: string): Promise<Kept[]> =>
  (await (await database()).getAllFromIndex('unsent', 'of', [person, submission])).map(({ kept }) => kept as Kept)

/** Reports of which this device keeps something unsent of a person, with how many changes will be sent and how many are stuck. */
export async function unsentReports(person: string): Promise<Map<string, { waiting: number; stuck: number }>> {
  const found = await (await database()).getAllFromIndex('unsent', 'of', under(person))
  const reports = new Map<string, { waiting: number; stuck: number }>()
  for (const { submission, kept } of found) {
    const report = reports.get(submission) ?? { waiting: 0, stuck: 0 }
    if ((kept as Kept).state === 'stuck') report.stuck += 1
    else report.waiting += 1
    reports.set(submission, report)
  }
  return reports
}
