import type { Queryable } from '../../database.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { instantText } from '../instantText.ts'
import type { Tampering } from './tampering.ts'
import { bodyHash } from './verifyRevision.ts'

interface StoredVersion {
  form: string
  version: number
  body: unknown
  sha256: string
  at: string
}

const verifyNamedVersions = statement(
  'verify-named-versions',
  `SELECT DISTINCT data->>'form' || ' versi ' || (data->>'formVersion') AS name, data->>'catalogue' AS sha256
   FROM event WHERE type IN ('submission.submitted', 'submission.approved')
   UNION SELECT DISTINCT data->>'form' || ' versi ' || (data->>'version'), data->>'sha256'
   FROM event WHERE type = 'catalogue.published'`,
  {
    name: col.text.notNull('these events name both'),
    sha256: col.text.notNull('a condition of the statement'),
  },
)
const verifyFormVersions = statement(
  'verify-form-versions',
  `SELECT form, version, body, sha256, ${instantText('published_at')} AS at FROM form_version ORDER BY form, version`,
  rowOf<StoredVersion>({
    form: col.text,
    version: col.int4,
    body: col.jsonb,
    sha256: col.text,
    at: col.text.notNull('of NOT NULL columns'),
  }),
)

/** Every catalogue against its own hash, and against the hash that events of publishing and submission name. */
export async function* readFormVersions(db: Queryable): AsyncGenerator<Tampering> {
  const named = new Map<string, Set<string>>()
  const events = await db.query(verifyNamedVersions)
  for (const { name, sha256 } of events) if (name && sha256) named.set(name, (named.get(name) ?? new Set()).add(sha256))
  const versions = await db.query(verifyFormVersions)
  for (const { form, version, body, sha256, at } of versions) {
    const where = `${form} versi ${version}`
    // the first of a form comes with the product
    if (version > 1 && !named.has(where))
      yield { code: 'form-version-added', where, message: 'Tidak ada peristiwa yang menerbitkannya.', at }
    const recorded = named.get(where) ?? new Set([sha256])
    named.delete(where)
    if (bodyHash(body) !== sha256 || recorded.size > 1 || !recorded.has(sha256))
      yield { code: 'form-version-changed', where, message: 'Katalog yang sudah terbit diubah.', at }
  }
  for (const where of named.keys())
    yield { code: 'form-version-missing', where, message: 'Katalog yang pernah dipakai tidak ada lagi.', at: null }
}
