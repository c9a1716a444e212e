import { type Database, findSubmission, reader } from '@sepakat/db'
import { type Anchor, capacityOf, partOf } from '@sepakat/rules'
import { type Asker, mayRead, mayTo } from '#submissions/asker.ts'

/** What of a submission may be heard by who reads it. */
export interface Hearing {
  version: number
  /** Whether changes of answers are announced: only where the current answers may be read. */
  answers: boolean
  /** Those who fill it in are shown to each other, and to no other user. */
  fills: boolean
  /** Of a contributor: places outside it are not told. */
  part: Anchor[] | null
}

/** A program is not shown among those present. */
export const meetsOthers = ({ via }: Asker): boolean => via === 'session'

/** Null: there is nothing to hear for who asks. */
export const hearing = async (db: Database, id: string, asker: Asker): Promise<Hearing | null> => {
  const submission = await findSubmission(reader(db), id)
  if (submission === null) return null
  const part = partOf(asker, submission)
  if (part === null && !mayTo(asker, 'submission.read', submission)) return null
  return {
    version: submission.version,
    answers: part !== null || mayRead(asker, submission),
    fills: meetsOthers(asker) && capacityOf(asker, submission) !== null,
    part,
  }
}
