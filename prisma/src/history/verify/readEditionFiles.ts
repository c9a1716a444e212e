import type { Queryable } from '../../database.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { instantText } from '../instantText.ts'
import type { Tampering } from './tampering.ts'
import { type FileHash, verifyBytes } from './verifyBytes.ts'

interface StoredFile {
  where: string
  /** Null: it is gone. */
  stored: string | null
  /** Null: no event says that it was signed, or attached. */
  recorded: string | null
  at: string | null
}

const verifySignedFiles = statement(
  'verify-signed-files',
  `SELECT 'PDF bertanda tangan ' || coalesce(f.id::text, v.data->>'file') AS where, f.address AS stored,
          v.data->>'sha256' AS recorded, ${instantText('v.at')} AS at
   FROM (SELECT stream, data, at FROM event WHERE type = 'edition.signed') v
   FULL JOIN (SELECT id, edition_id, address FROM edition_file WHERE signs IS NOT NULL) f
     ON v.stream = 'edition/' || f.edition_id AND v.data->>'file' = f.id::text
   ORDER BY 1`,
  rowOf<StoredFile>({
    where: col.text.notNull('one of both sides is there'),
    stored: col.text.orNull,
    recorded: col.text.orNull,
    at: col.text.orNull,
  }),
)

const verifyReceipts = statement(
  'verify-receipts',
  `SELECT 'tanda terima ' || s.edition_id || ' dari ' || s.addressee AS where, s.sha256 AS stored,
          v.data->>'sha256' AS recorded, ${instantText('v.at')} AS at
   FROM edition_sending s LEFT JOIN LATERAL (
     SELECT data, at FROM event WHERE stream = 'edition/' || s.edition_id AND type = 'edition.receipt-attached'
       AND data->>'addressee' = s.addressee ORDER BY seq DESC LIMIT 1) v ON true
   WHERE s.sha256 IS NOT NULL ORDER BY 1`,
  rowOf<StoredFile>({
    where: col.text.notNull('of NOT NULL columns'),
    stored: col.text.orNull,
    recorded: col.text.orNull,
    at: col.text.orNull,
  }),
)

/** Every signed PDF and every receipt of an edition against the event of its coming, and its bytes against the hash in it. */
export async function* readEditionFiles(db: Queryable, fileHash: FileHash): AsyncGenerator<Tampering> {
  const [signed, receipts] = await Promise.all([db.query(verifySignedFiles), db.query(verifyReceipts)])
  for (const { where, stored, recorded, at } of [...signed, ...receipts]) {
    if (recorded === null) yield { code: 'edition-added', where, message: 'Tidak ada peristiwa yang mencatatnya.', at }
    else if (stored !== recorded)
      yield { code: 'edition-changed', where, message: 'Bukan lagi berkas yang dicatat.', at }
    if (recorded !== null) yield* verifyBytes(fileHash, { sha256: recorded, where, at })
  }
}
