import { type Database, findSubmission, reader } from '@sepakat/db'
import { type Asker, requireCapacity } from '#shared/asker.ts'

interface Asked {
  db: Database
  params: { id: string }
  actor: Omit<Asker, 'today'>
  today: string
}

/** What can be known before the first byte of a large file is taken. @throws not-found, no-right */
export const refuseEarly = async ({ db, params, actor, today }: Asked): Promise<void> => {
  requireCapacity({ ...actor, today }, await findSubmission(reader(db), params.id))
}
