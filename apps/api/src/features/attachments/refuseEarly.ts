import { type Database, findSubmission, reader } from '@sepakat/db'
import { type Asker, requireCapacity } from '#submissions/asker.ts'

interface Asked {
  db: Database
  params: { id: string }
  actor: Asker
}

/** What can be known before the first byte of a large file is taken. @throws not-found, no-right */
export const refuseEarly = async ({ db, params, actor }: Asked): Promise<void> => {
  requireCapacity(actor, await findSubmission(reader(db), params.id))
}
