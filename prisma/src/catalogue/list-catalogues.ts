import type { Queryable } from '../database.ts'

export interface CatalogueHead {
  form: string
  title: string
  version: number
  publishedAt: Date
  rows: number
  /** Rows whose wording was not compared with a source. */
  unverified: number
}

/** The newest catalogue of each form, also of forms whose kind is still to come. */
export const listCatalogues = (tx: Queryable): Promise<CatalogueHead[]> =>
  tx.query<CatalogueHead>(
    'catalogues-list',
    `SELECT form, body->>'title' AS title, version, published_at AS "publishedAt", jsonb_array_length(body->'rows') AS rows,
            jsonb_array_length(jsonb_path_query_array(body, '$.rows[*] ? (@.confidence != "verified" && @.confidence != "seen")')) AS unverified
     FROM (SELECT DISTINCT ON (form) * FROM form_version ORDER BY form, version DESC) newest ORDER BY form`,
  )
