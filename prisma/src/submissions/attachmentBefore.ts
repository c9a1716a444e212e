import type { ActorId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { type ActorRow, actorRow } from './actorNames.ts'

const before = statement(
  'attachment-before',
  `SELECT EXISTS (SELECT 1 FROM attachment WHERE id = $1) AS taken, ${actorRow('$2')} AS sender`,
  { taken: col.bool.notNull('an EXISTS'), sender: col.json.as<ActorRow>().orNull },
)

/** Whether the id of a file is taken, in whichever submission, and who sends it, as people read it. Asked under the sender's lock. */
export const attachmentBefore = async (
  tx: Queryable,
  { id, by }: { id: string; by: ActorId },
): Promise<{ taken: boolean; sender: ActorRow }> => (await tx.query(before, [id, by]))[0]!
