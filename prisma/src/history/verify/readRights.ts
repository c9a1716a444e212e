import type { Queryable } from '../../database.ts'
import { type BoundKindName, kindsOfRights } from '../bound/boundKinds.ts'
import { type BoundRow, readBound } from '../bound/readBound.ts'
import { type RecordedRows, recordBound, rightsEvents } from '../bound/recorded.ts'
import { pages } from '../pages.ts'
import type { Tampering } from './tampering.ts'
import { verifyGone, verifyRows } from './verifyBound.ts'
import { verifyStart } from './verifyStart.ts'
import { verifyStep } from './verifyStep.ts'

/** People, posts, keys and rule sets against what the events of the rights left of them. `since`: from when on all are bound. */
export async function* readRights(db: Queryable, since: string | null): AsyncGenerator<Tampering> {
  const recorded: RecordedRows = new Map()
  let [hasStarted, isOver] = [false, false]
  for await (const page of rightsEvents(db))
    for (const event of page) {
      if (event.type === 'history.bound') hasStarted = true
      else isOver ||= hasStarted
      yield* verifyStart(event, { since, recorded, isOver })
      yield* verifyStep(event, recorded)
      recordBound(recorded, event)
    }
  for (const kind of kindsOfRights)
    for await (const rows of all(db, kind)) yield* verifyRows(kind, rows, { recorded, since })
  yield* verifyGone(recorded, null)
}

const all = (db: Queryable, kind: BoundKindName): AsyncGenerator<BoundRow[]> =>
  pages<BoundRow>(
    [''],
    ([after]) => readBound(db, kind, { after: String(after), limit: 1000 }),
    ({ id }) => [id],
  )
