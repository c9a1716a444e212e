import { officePathOf, type Queryable } from '@sepakat/db'
import { type Kind, may, reportTypeOf } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Asker, isOwn, mayTo } from '#submissions/asker.ts'

/** Whether who asks may read the drafts of an office's forms: they are its own. @throws no-right, not-found for one out of reach */
export const mayReadDrafts = async (tx: Queryable, kind: Kind, office: string, asker: Asker): Promise<boolean> => {
  if (!may(asker.access, 'submission.read', { today: asker.today })) throw problem('no-right')
  const officePath = await officePathOf(tx, office)
  const reportType = reportTypeOf(kind.form)
  if (!officePath || !mayTo(asker, 'submission.read', { officePath, reportType })) throw problem('not-found')
  return isOwn(asker, { officePath, reportType })
}
