import { type Queryable, readSettings } from '@sepakat/db'
import { type EditionPaper, editionPaper } from '@sepakat/documents'
import {
  composeEdition,
  type EditionType,
  editionKinds,
  type Narrative,
  type OwnOutline,
  standingTexts,
  withOwnOutline,
} from '@sepakat/rules'
import { emblemOnPaper } from '#submissions/emblemOnPaper.ts'

/**
 * An edition of nothing by an outline: its headings, tables without lines, its standing texts, and what belongs in a section where it
 * has none. An administrator reads no answers of offices, so there are no numbers in it. It carries the mark of a draft.
 */
export async function exampleEdition(tx: Queryable, type: EditionType, own: OwnOutline): Promise<EditionPaper> {
  const kind = editionKinds[type]
  const { region } = await readSettings(tx)
  const period = kind.period === 'year' ? '2026' : '2026-TW4'
  const outline = withOwnOutline(kind.outline, own)
  const standing = standingTexts(own, { region: region.name, period })
  const guides = outline.chapters.flatMap(({ sections }) =>
    sections.map(({ id, guide }): [string, Narrative] => [
      id,
      [{ block: 'quote', text: [{ piece: 'text', text: guide }] }],
    ]),
  )
  const edition = composeEdition(
    kind,
    { region: region.name, zone: region.zone, period, forms: [], before: [] },
    { outline, texts: new Map([...guides, ...standing]), version: 1, statement: null },
  )
  return editionPaper(edition, { emblem: await emblemOnPaper(tx) })
}
