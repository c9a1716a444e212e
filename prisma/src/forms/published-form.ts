import type { Catalogue, FormId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
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

/** Null where this version was never published. */
export const publishedForm = async (tx: Queryable, form: string, version: number): Promise<PublishedForm | null> => {
  const key = `${form}@${version}`
  const known = published.get(key)
  if (known) return known
  const [found] = await tx.query<PublishedForm>(
    'form-version',
    `SELECT ${columns}, body AS catalogue FROM form_version WHERE form = $1 AND version = $2`,
    [form, version],
  )
  return found ? published.set(key, found) : null
}

export const newestVersion = async (tx: Queryable, form: string): Promise<number | null> =>
  (
    await tx.query<{ version: number | null }>(
      'form-newest',
      `SELECT max(version) AS version FROM form_version WHERE form = $1`,
      [form],
    )
  )[0]?.version ?? null

/** The newest version of every form, without its rows. */
export const formHeads = (tx: Queryable): Promise<FormHead[]> =>
  tx.query<FormHead>(
    'form-heads',
    `SELECT DISTINCT ON (form) ${columns}, body->>'title' AS title, body->>'legal' AS legal
     FROM form_version ORDER BY form, version DESC`,
  )
