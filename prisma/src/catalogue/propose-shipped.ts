import type { Catalogue, FormId } from '@sepakat/rules'
import { appendEvent } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { catalogueHash, lockCatalogue } from './publish-catalogue.ts'

interface Known {
  published: { version: number; sha256: string } | null
  shipped: { n: number; sha256: string } | null
}

/**
 * Takes note of the catalogue that this release brings for a form. One that was seen before is nothing new; one that is not what
 * is published waits as a proposal until an administrator publishes or declines it, in place of an older one that still waited.
 * A form without any version is left to the seed.
 */
export const proposeShipped = async (
  tx: Queryable,
  form: FormId,
  shipped: Catalogue,
): Promise<'known' | 'proposed'> => {
  await lockCatalogue(tx, form)
  const sha256 = catalogueHash(shipped)
  const [known] = await tx.query<Known>(
    'shipped-known',
    `SELECT (SELECT json_build_object('version', version, 'sha256', sha256) FROM form_version WHERE form = $1
             ORDER BY version DESC LIMIT 1) AS published,
            (SELECT json_build_object('n', n, 'sha256', sha256) FROM shipped_catalogue WHERE form = $1
             ORDER BY n DESC LIMIT 1) AS shipped`,
    [form],
  )
  if (!known?.published || known.shipped?.sha256 === sha256) return 'known'
  await tx.query(
    'shipped-supersede',
    `UPDATE shipped_catalogue SET status = 'superseded' WHERE form = $1 AND status = 'proposed'`,
    [form],
  )
  const n = (known.shipped?.n ?? 0) + 1
  const version = known.published.sha256 === sha256 ? known.published.version : null
  await tx.query(
    'shipped-arrive',
    `INSERT INTO shipped_catalogue (form, n, body, sha256, status, version, decided_at, decided_by)
     VALUES ($1, $2, $3, $4, CASE WHEN $5::int IS NULL THEN 'proposed' ELSE 'published' END, $5,
             CASE WHEN $5::int IS NULL THEN NULL ELSE now() END, CASE WHEN $5::int IS NULL THEN NULL ELSE 'system' END)`,
    [form, n, JSON.stringify(shipped), sha256, version],
  )
  if (version !== null) return 'known'
  await appendEvent(tx, { stream: 'rights', type: 'catalogue.proposed', actor: 'system', data: { form, n, sha256 } })
  return 'proposed'
}
