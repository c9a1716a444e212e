import type { Queryable } from '../../database.ts'
import { type FileHash, readFiles } from './read-files.ts'
import { readFormVersions } from './read-form-versions.ts'
import { readRevisions } from './read-revisions.ts'
import { readSeals } from './read-seals.ts'
import { readStreams } from './read-streams.ts'
import type { Tampering } from './tampering.ts'
import type { Anchor } from './verify-seals.ts'

/**
 * Everything that is not as it was written: streams of events, seals, revisions with their figures and changes, catalogues,
 * files. Run it in one snapshot (REPEATABLE READ), so that what is being written meanwhile is not taken for tampering.
 */
export async function* verifyHistory(
  db: Queryable,
  { fileHash, anchor }: { fileHash: FileHash; anchor: Anchor | null },
): AsyncGenerator<Tampering> {
  yield* readStreams(db)
  yield* readSeals(db, anchor)
  yield* readRevisions(db)
  yield* readFormVersions(db)
  yield* readFiles(db, fileHash)
}
