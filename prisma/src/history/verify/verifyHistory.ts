import { openDatabase, type Queryable } from '../../database.ts'
import { snapshot } from '../../transaction.ts'
import { type BoundKindName, kindsOfRights } from '../bound/boundKinds.ts'
import { type BoundRow, readBound } from '../bound/readBound.ts'
import { boundSince, type RecordedRows, recordBound, rightsEvents } from '../bound/recorded.ts'
import { pages } from '../pages.ts'
import { readAnswers } from './readAnswers.ts'
import { readEditionFiles } from './readEditionFiles.ts'
import { readEditions } from './readEditions.ts'
import { readFiles } from './readFiles.ts'
import { readFormVersions } from './readFormVersions.ts'
import { readGuards } from './readGuards.ts'
import { readReports } from './readReports.ts'
import { readRevisions } from './readRevisions.ts'
import { type Anchor, readSeals } from './readSeals.ts'
import { readStreams } from './readStreams.ts'
import type { Tampering } from './tampering.ts'
import { verifyGone, verifyRows } from './verifyBound.ts'
import type { FileHash } from './verifyBytes.ts'
import { verifyStart } from './verifyStart.ts'
import { verifyStep } from './verifyStep.ts'

/** People, posts, keys and rule sets against what the events of the rights left of them. `since`: from when on all are bound. */
async function* readRights(db: Queryable, since: string | null): AsyncGenerator<Tampering> {
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

/** Runs reads that all see one moment, on a connection of their own, and can write nothing. */
export const withSnapshot = async <T>(url: string, run: (db: Queryable) => Promise<T>): Promise<T> => {
  const db = openDatabase({ url, max: 1 })
  try {
    return await snapshot(db, run)
  } finally {
    await db.close()
  }
}

/**
 * Everything that is not as it was written: the guards of history and the rights of the application's `account`, streams of events,
 * seals, what is stored against what events left of it, revisions with their figures and changes, catalogues, editions with their texts, files. Run it in one snapshot (REPEATABLE READ), so that what is being written meanwhile is not taken for tampering.
 */
export async function* verifyHistory(
  db: Queryable,
  { fileHash, anchor, account }: { fileHash: FileHash; anchor: Anchor | null; account: string },
): AsyncGenerator<Tampering> {
  yield* await readGuards(db, account)
  const since = await boundSince(db)
  const parts = {
    'aliran peristiwa': readStreams(db),
    segel: readSeals(db, anchor),
    hak: readRights(db, since),
    laporan: readReports(db, since),
    isian: readAnswers(db),
    kiriman: readRevisions(db),
    katalog: readFormVersions(db),
    'laporan kabupaten': readEditions(db),
    berkas: readFiles(db, fileHash),
    'berkas laporan kabupaten': readEditionFiles(db, fileHash),
  }
  for (const [where, part] of Object.entries(parts)) yield* readable(where, part)
}

/** What was changed so that it cannot be read is named, and does not keep the other parts from being read. */
async function* readable(where: string, part: AsyncGenerator<Tampering>): AsyncGenerator<Tampering> {
  try {
    yield* part
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    yield {
      code: 'unreadable',
      where,
      message: 'Sebagian bukan lagi yang ditulis SEPAKAT dan tidak terbaca.',
      at: null,
    }
  }
}
