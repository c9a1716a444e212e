import { addEditionText, editionStream, noEvent, type Queryable, readEditionTexts, written } from '@sepakat/db'
import { asSeen, bookOf, canonicalJson, type EditionData } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { findEditionToWrite, requireStatus } from './findEdition.ts'
import { sectionView } from './sectionView.ts'

type Asked = Pick<Context<'PUT /editions/:id/sections/:section'>, 'params' | 'body' | 'actor' | 'now'>

/**
 * Adds the next state of a text. Where it was written since `base`, nothing is: the answer has the other text, and every state
 * that was ever saved is kept. @throws not-found, wrong-status
 */
export const saveText = async (tx: Queryable, { params, body, actor, now }: Asked, data: EditionData) => {
  const found = await findEditionToWrite(tx, params.id, actor)
  const { edition } = found
  const section = edition.outline.chapters.flatMap(({ sections }) => sections).find(({ id }) => id === params.section)
  if (!section) throw problem('not-found')
  requireStatus(edition, 'draft')
  const view = async () =>
    sectionView(found, { section, text: (await readEditionTexts(tx, edition.id)).get(section.id), data })
  const last = (await readEditionTexts(tx, edition.id)).get(section.id)
  const narrative = body.seen ? asSeen(body.narrative, bookOf(data)) : body.narrative
  const rev = last?.rev ?? 0
  if (last && !last.carried && canonicalJson(last.narrative) === canonicalJson(narrative))
    return noEvent({ result: 'unchanged' as const, section: await view() })
  if (body.base !== rev) return noEvent({ result: 'conflict' as const, section: await view() })
  const next = { section: section.id, rev: rev + 1, narrative, carried: false }
  const sha256 = await addEditionText(tx, edition.id, { ...next, by: actor.id, at: now })
  return written(
    { result: 'saved' as const, section: await view() },
    {
      stream: editionStream(edition.id),
      type: 'edition.written',
      data: { edition: edition.id, section: section.id, rev: next.rev, sha256 },
    },
  )
}
