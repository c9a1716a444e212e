import { createHash } from 'node:crypto'
import { type ActorId, canonicalJson, type Narrative } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { jsonOf } from '../jsonOf.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type ActorRow, actorRow, type Named, named } from '../submissions/actorNames.ts'

/** The text of a section as it was saved last. */
export interface EditionText {
  section: string
  rev: number
  narrative: Narrative
  /** Taken over from an earlier edition or a standing text, and never written since. */
  carried: boolean
  by: Named
  at: Date
}
type Read = Omit<EditionText, 'by'> & { by: ActorId; byRow: ActorRow }

// By SQL: the newest of each section.
const editionTexts = statement(
  'edition-texts',
  `SELECT DISTINCT ON (x.section) x.section, x.rev, x.narrative, x.carried, x.by, ${actorRow('x.by')} AS "byRow", x.at
   FROM edition_text x WHERE x.edition_id = $1 ORDER BY x.section, x.rev DESC`,
  rowOf<Read>({
    section: col.text,
    rev: col.int4,
    narrative: col.jsonb,
    carried: col.bool,
    by: col.text,
    byRow: col.json.orNull,
    at: col.timestamptz,
  }),
)

/** By section; one that was never written is not there. */
export const readEditionTexts = async (tx: Queryable, edition: string): Promise<Map<string, EditionText>> => {
  const rows = await tx.query(editionTexts, [edition])
  return new Map(rows.map(({ by, byRow, ...text }) => [text.section, { ...text, by: named(by, byRow) }]))
}

/** Adds the next state of a text; every earlier one stays. Under `lockEdition`, which makes `rev` the next. @returns its hash */
export const addEditionText = async (
  tx: Queryable,
  edition: string,
  text: Pick<EditionText, 'section' | 'rev' | 'narrative' | 'carried'> & { by: ActorId; at: Date },
): Promise<string> => {
  await tx.prisma.editionText.create({
    data: { ...text, editionId: edition, narrative: jsonOf(text.narrative) },
    select: { rev: true },
  })
  return createHash('sha256').update(canonicalJson(text.narrative)).digest('hex')
}

/** Begins the texts of an edition, by section: those of another one, or what the region always says there. */
export const beginEditionTexts = async (
  tx: Queryable,
  edition: string,
  texts: ReadonlyMap<string, Narrative>,
  { by, at }: { by: ActorId; at: Date },
): Promise<void> => {
  const data = [...texts].map(([section, narrative]) => ({
    editionId: edition,
    section,
    rev: 1,
    narrative: jsonOf(narrative),
    carried: true,
    by,
    at,
  }))
  await tx.prisma.editionText.createMany({ data })
}
