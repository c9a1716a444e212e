import { idbFileKeep } from '../attach/idbFileKeep.ts'
import { unsentReports } from '../outbox/unsentReports.ts'

/** Of one report: changes that will be sent, changes that need a person, files that are not attached yet. */
export interface Unsent {
  waiting: number
  stuck: number
  files: number
}

/** All that this device keeps unsent of a person, by report; nothing where it can keep nothing. */
export async function unsentOf(person: string): Promise<Map<string, Unsent>> {
  const changes = await unsentReports(person).catch(() => new Map())
  const files = await idbFileKeep.list(person).catch(() => [])
  const reports = new Map<string, Unsent>()
  for (const [id, report] of changes) reports.set(id, { ...report, files: 0 })
  for (const { submission } of files) {
    const report = reports.get(submission) ?? { waiting: 0, stuck: 0, files: 0 }
    reports.set(submission, { ...report, files: report.files + 1 })
  }
  return reports
}
