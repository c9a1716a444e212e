import { loadRows, reader, withinPart } from '@sepakat/db'
import { kinds } from '@sepakat/rules'
import { versionTag } from '#http/etag.ts'
import { problem } from '#http/problem.ts'
import { type Context, reply } from '#http/route.ts'
import { readableAnswers } from './readableAnswers.ts'
import { answersView } from './view.ts'

type Asked = Context<'GET /submissions/:id/answers'>

/** All answers of a submission as they are now, or of the part that was handed over. @throws not-found, no-right */
export const readAnswers = async (asked: Asked) => {
  const { query, db, request, deps } = asked
  const submission = await readableAnswers(asked)
  const { id, form, version, part } = submission
  const kind = kinds[form]
  if (!kind) throw problem('not-found')
  if (part !== null) {
    const { records } = await withinPart(reader(db), submission, part)
    return { version, ...answersView(records, kind, query) }
  }
  // Who has this version already is answered 304 whatever the body: it need not be put together.
  if (request.headers['if-none-match'] === versionTag(version, deps.era))
    return reply({ version, answers: {} }, { version })
  return reply({ version, ...answersView(await loadRows(reader(db), id), kind, query) }, { version })
}
