import type { Description } from '../../attachments/attachments.ts'
import { descriptionDigest } from '../../attachments/descriptionDigest.ts'
import type { Queryable } from '../../database.ts'
import { lowestId } from '../../lowestId.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { instantText } from '../instantText.ts'
import { pages } from '../pages.ts'
import type { Tampering } from './tampering.ts'
import { type FileHash, verifyBytes } from './verifyBytes.ts'

interface StoredAttachment extends Description {
  id: string
  submissionId: string
  sha256: string
  at: string
  recorded: string | null
  /** Digest of what was said of it last; null where that was before history had one. */
  said: string | null
}

const verifyAttachments = statement(
  'verify-attachments',
  `SELECT a.id, a.submission_id AS "submissionId", a.anchor, a.title, a.number, a.date, a.page, a.sha256, ${instantText('a.at')} AS at,
         (SELECT e.data->>'sha256' FROM event e WHERE e.stream = 'submission/' || a.submission_id
          AND e.type IN ('attachment.added', 'attachment.replaced') AND e.data->>'attachment' = a.id::text LIMIT 1) AS recorded,
         (SELECT e.data->>'said' FROM event e WHERE e.stream = 'submission/' || a.submission_id
          AND e.type IN ('attachment.added', 'attachment.replaced', 'attachment.described')
          AND e.data->>'attachment' = a.id::text ORDER BY e.seq DESC LIMIT 1) AS said
       FROM attachment a WHERE a.id > $1 ORDER BY a.id LIMIT 500`,
  rowOf<StoredAttachment>({
    id: col.uuid,
    submissionId: col.uuid,
    anchor: col.text,
    title: col.text,
    number: col.text,
    date: col.date.orNull,
    page: col.text,
    sha256: col.text,
    at: col.text.notNull('of a NOT NULL column'),
    recorded: col.text.orNull,
    said: col.text.orNull,
  }),
)

/** Every attachment against the event of its attaching, and its bytes against its hash. */
export async function* readFiles(db: Queryable, fileHash: FileHash): AsyncGenerator<Tampering> {
  const all = pages<StoredAttachment>(
    [lowestId],
    after => db.query(verifyAttachments, after),
    row => [row.id],
  )
  for await (const page of all)
    for (const attachment of page) {
      const { at } = attachment
      const where = `lampiran ${attachment.id} "${attachment.title}" pada laporan ${attachment.submissionId}`
      if (attachment.recorded !== attachment.sha256)
        yield {
          code: 'attachment-changed',
          where,
          message: 'Sidik berkas tidak sama dengan yang dicatat saat dilampirkan.',
          at,
        }
      if (attachment.said !== null && attachment.said !== descriptionDigest(attachment))
        yield {
          code: 'attachment-changed',
          where,
          message: 'Keterangan berkas tidak sama dengan yang dicatat terakhir.',
          at,
        }
      yield* verifyBytes(fileHash, { sha256: attachment.sha256, where, at })
    }
}
