import {
  type EditionRow,
  lockEdition,
  type Queryable,
  readEdition,
  readEditionTexts,
  readFrozenEdition,
} from '@sepakat/db'
import {
  composeEdition,
  type EditionData,
  type EditionKind,
  editionKinds,
  type FrozenEdition,
  type Narrative,
} from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'

export interface FoundEdition {
  edition: EditionRow
  kind: EditionKind
}

const found = (edition: EditionRow | null, { reportTypes }: Pick<Acting, 'reportTypes'>): FoundEdition => {
  const kind = edition && editionKinds[edition.type]
  if (!edition || !kind || (reportTypes.length > 0 && !reportTypes.includes(kind.reportType)))
    throw problem('not-found')
  return { edition, kind }
}

/** @throws not-found also where it is of a report type that the post has not */
export const findEdition = async (tx: Queryable, id: string, actor: Pick<Acting, 'reportTypes'>) =>
  found(await readEdition(tx, id), actor)

/** The same, locked to the end of the transaction. */
export const findEditionToWrite = async (tx: Queryable, id: string, actor: Pick<Acting, 'reportTypes'>) =>
  found(await lockEdition(tx, id), actor)

/** @throws wrong-status unless it is in one of these */
export const requireStatus = ({ status }: EditionRow, ...wanted: EditionRow['status'][]): void => {
  if (!wanted.includes(status))
    throw problem('wrong-status', { detail: 'Muat ulang laporan kabupaten ini untuk melihat keadaannya sekarang.' })
}

const narratives = (texts: Awaited<ReturnType<typeof readEditionTexts>>): Map<string, Narrative> =>
  new Map([...texts].map(([section, { narrative }]) => [section, narrative]))

/** What an edition comes to with the texts as they were saved last and these data. */
export const draftOf = async (
  tx: Queryable,
  { edition, kind }: FoundEdition,
  data: EditionData,
): Promise<FrozenEdition> => {
  const { outline, version, statement, statementBy } = edition
  return composeEdition(kind, data, {
    outline,
    texts: narratives(await readEditionTexts(tx, edition.id)),
    version,
    statement: statement && {
      ...statement,
      by: statementBy ? [statementBy.name, statementBy.title].filter(part => part !== '').join(', ') : '',
    },
  })
}

/** As it was frozen; a draft as it is now. */
export const documentOf = async (
  tx: Queryable,
  found: FoundEdition,
  data: () => Promise<EditionData>,
): Promise<FrozenEdition> => (await readFrozenEdition(tx, found.edition.id)) ?? draftOf(tx, found, await data())
