import { type AccessActor, type ActorId, may, mayReadAnswers, type Permission } from '@sepakat/rules'
import type { SubmissionRecord } from './submission.ts'

/** Who asks, on which day of the region: what the API knows of the acting post or key. */
export interface Asker {
  id: ActorId
  person: { id: string }
  via: 'session' | 'key'
  access: AccessActor
  today: string
}

type Of = Pick<SubmissionRecord, 'officePath' | 'reportType'>

/** Whether the post or key may do this to submissions of that office and report type. */
export const mayTo = (asker: Pick<Asker, 'access' | 'today'>, permission: Permission, of: Of): boolean =>
  may(asker.access, permission, { today: asker.today, reportType: of.reportType, office: of.officePath })

/** Its own to write: an operator of the office, or a key that writes for it. */
export const isOwn = (asker: Pick<Asker, 'access' | 'today'>, of: Of): boolean => mayTo(asker, 'submission.write', of)

/** Whether the answers as they stand may be read: while they are with the office, by its own alone. */
export const mayRead = (
  asker: Pick<Asker, 'access' | 'today'>,
  { officePath, reportType, status }: Of & Pick<SubmissionRecord, 'status'>,
): boolean => mayReadAnswers(asker.access, { today: asker.today, reportType, office: officePath, status })
