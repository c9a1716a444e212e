import type { Queryable } from '../../database.ts'
import { boundSince } from '../bound/recorded.ts'
import { readAnswers } from './read-answers.ts'
import { type FileHash, readFiles } from './read-files.ts'
import { readFormVersions } from './read-form-versions.ts'
import { readGuards } from './read-guards.ts'
import { readReports } from './read-reports.ts'
import { readRevisions } from './read-revisions.ts'
import { readRights } from './read-rights.ts'
import { readSeals } from './read-seals.ts'
import { readStreams } from './read-streams.ts'
import type { Tampering } from './tampering.ts'
import type { Anchor } from './verify-seals.ts'

/**
 * Everything that is not as it was written: the guards of history and the rights of the application's `account`, streams of events,
 * seals, what is stored against what events left of it, revisions with their figures and changes, catalogues, files. Run it in one snapshot (REPEATABLE READ), so that what is being written meanwhile is not taken for tampering.
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
    berkas: readFiles(db, fileHash),
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
