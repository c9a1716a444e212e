import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface CatalogueHead {
  form: string
  title: string
  version: number
  publishedAt: Date
  rows: number
  /** Rows whose wording was not compared with a source. */
  unverified: number
  /** What the newest release would change, while it is not published. */
  proposal: { n: number; status: 'proposed' | 'declined'; arrivedAt: string } | null
}

// By SQL: the newest version of each form, whose rows are counted within the JSON.
const cataloguesList = statement(
  'catalogues-list',
  `SELECT form, body->>'title' AS title, version, published_at AS "publishedAt", jsonb_array_length(body->'rows') AS rows,
          jsonb_array_length(jsonb_path_query_array(body, '$.rows[*] ? (@.confidence != "verified" && @.confidence != "seen")')) AS unverified,
          (SELECT json_build_object('n', s.n, 'status', s.status, 'arrivedAt', s.arrived_at) FROM shipped_catalogue s
           WHERE s.form = newest.form AND s.status IN ('proposed', 'declined')
             AND NOT EXISTS (SELECT 1 FROM shipped_catalogue later WHERE later.form = s.form AND later.n > s.n)) AS proposal
   FROM (SELECT DISTINCT ON (form) * FROM form_version ORDER BY form, version DESC) newest ORDER BY form`,
  rowOf<CatalogueHead>({
    form: col.text,
    title: col.text.notNull('every catalogue has it'),
    version: col.int4,
    publishedAt: col.timestamptz,
    rows: col.int4.notNull('every catalogue has it'),
    unverified: col.int4.notNull('of NOT NULL columns'),
    proposal: col.json.orNull,
  }),
)

/** The newest catalogue of each form, also of forms whose kind is still to come. */
export const listCatalogues = (tx: Queryable): Promise<CatalogueHead[]> => tx.query(cataloguesList)
