import { type Database, findSubmission, reader } from '@sepakat/db'
import { type Anchor, capacityOf, partOf } from '@sepakat/rules'
import { type Asker, mayRead, mayTo } from '../../http/asker.ts'

/** What of a submission may be heard by who reads it. */
export interface Hearing {
  version: number
  /** Answers that may not be read as they stand are not rung for. */
  answers: boolean
  /** Who fills it in is shown to the others who do, and they to him or her; nobody else is shown anybody. */
  fills: boolean
  /** Of a contributor: places outside it are not told. */
  part: Anchor[] | null
}

/** A program is nobody whom one meets. */
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
