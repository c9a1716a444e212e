import { createHash } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { Queryable } from '../../database.ts'
import { col, rowOf, statement } from '../../statement.ts'
import type { Tampering } from './tampering.ts'
import { bodyHash } from './verifyRevision.ts'

interface StoredEdition {
  name: string
  opened: boolean
  status: string
  body: unknown
  sha256: string | null
  recorded: string | null
}

const verifyEditions = statement(
  'verify-editions',
  `SELECT e.type || ' ' || e.period || ' versi ' || e.version AS name, e.status, f.body, f.sha256,
          EXISTS (SELECT 1 FROM event v WHERE v.stream = 'edition/' || e.id AND v.type = 'edition.opened') AS opened,
          (SELECT v.data->>'sha256' FROM event v WHERE v.stream = 'edition/' || e.id AND v.type = 'edition.approved'
           ORDER BY v.seq DESC LIMIT 1) AS recorded
   FROM edition e LEFT JOIN edition_frozen f ON f.edition_id = e.id ORDER BY e.id`,
  rowOf<StoredEdition>({
    name: col.text.notNull('of NOT NULL columns'),
    status: col.text,
    body: col.jsonb.orNull,
    sha256: col.text.orNull,
    opened: col.bool.notNull('a test of existence'),
    recorded: col.text.orNull,
  }),
)

interface StoredText {
  where: string
  narrative: unknown
  recorded: string | null
}
const verifyTexts = statement(
  'verify-edition-texts',
  `SELECT 'laporan kabupaten ' || t.edition_id || ', bagian ' || t.section || ', simpanan ke-' || t.rev AS where, t.narrative,
          (SELECT v.data->>'sha256' FROM event v WHERE v.stream = 'edition/' || t.edition_id AND v.type = 'edition.written'
             AND v.data->>'section' = t.section AND v.data->>'rev' = t.rev::text) AS recorded
   FROM edition_text t WHERE NOT t.carried ORDER BY t.edition_id, t.section, t.rev`,
  rowOf<StoredText>({
    where: col.text.notNull('of NOT NULL columns'),
    narrative: col.jsonb,
    recorded: col.text.orNull,
  }),
)

const textHash = (narrative: unknown): string => createHash('sha256').update(canonicalJson(narrative)).digest('hex')

/** Every edition against the event that opened it and the one that approved it, and every text against the event of its saving. */
export async function* readEditions(db: Queryable): AsyncGenerator<Tampering> {
  for (const { name, opened, status, body, sha256, recorded } of await db.query(verifyEditions)) {
    const where = `laporan kabupaten ${name}`
    if (!opened) yield { code: 'edition-added', where, message: 'Tidak ada peristiwa yang membukanya.', at: null }
    const isFrozen = status === 'frozen'
    if (isFrozen !== (recorded !== null))
      yield { code: 'edition-changed', where, message: 'Keadaannya bukan yang dicatat pengesahannya.', at: null }
    if (recorded !== null && (body === null || sha256 !== recorded || bodyHash(body) !== recorded))
      yield { code: 'edition-changed', where, message: 'Isinya bukan yang disahkan.', at: null }
  }
  for (const { where, narrative, recorded } of await db.query(verifyTexts))
    if (recorded !== textHash(narrative))
      yield { code: 'edition-changed', where, message: 'Naskahnya bukan yang disimpan.', at: null }
}
