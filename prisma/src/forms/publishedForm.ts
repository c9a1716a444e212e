import type { Catalogue, FormId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { memory } from './memory.ts'

/** One version of a catalogue. It never changes once published, so a process keeps what it has read. */
export interface PublishedForm {
  form: FormId
  version: number
  sha256: string
  publishedAt: Date
  catalogue: Catalogue
}
export type FormHead = Omit<PublishedForm, 'catalogue'> & { title: string; legal: string }

const published = memory<PublishedForm>(40)
const columns = `form, version, sha256, published_at AS "publishedAt"`

const formVersion = statement(
  'form-version',
  `SELECT ${columns}, body AS catalogue FROM form_version WHERE form = $1 AND version = $2`,
  rowOf<PublishedForm>({
    form: col.text,
    version: col.int4,
    sha256: col.text,
    publishedAt: col.timestamptz,
    catalogue: col.jsonb,
  }),
)

/** Null where this version was never published. */
export const publishedForm = async (tx: Queryable, form: string, version: number): Promise<PublishedForm | null> => {
  const key = `${form}@${version}`
  const known = published.get(key)
  if (known) return known
  const [found] = await tx.query(formVersion, [form, version])
  return found ? published.set(key, found) : null
}

const formNewest = statement('form-newest', `SELECT max(version) AS version FROM form_version WHERE form = $1`, {
  version: col.int4.orNull,
})

export const newestVersion = async (tx: Queryable, form: string): Promise<number | null> =>
  (await tx.query(formNewest, [form]))[0]?.version ?? null

const formHeadsSql = statement(
  'form-heads',
  `SELECT DISTINCT ON (form) ${columns}, body->>'title' AS title, body->>'legal' AS legal
   FROM form_version ORDER BY form, version DESC`,
  rowOf<FormHead>({
    form: col.text,
    version: col.int4,
    sha256: col.text,
    publishedAt: col.timestamptz,
    title: col.text.notNull('every catalogue has it'),
    legal: col.text.notNull('every catalogue has it'),
  }),
)

/** The newest version of every form, without its rows. */
export const formHeads = (tx: Queryable): Promise<FormHead[]> => tx.query(formHeadsSql)
