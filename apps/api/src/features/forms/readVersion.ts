import { publishedForm, reader } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { type Context, reply } from '#http/route.ts'
import { kindOf } from './kindOf.ts'
import { publishedFormView } from './view.ts'

/** One version of a form, which never changes. @throws not-found */
export const readVersion = async ({
  params,
  db,
}: Pick<Context<'GET /forms/:type/:form/versions/:n'>, 'params' | 'db'>) => {
  const published = await publishedForm(reader(db), kindOf(params).form, params.n)
  if (published === null) throw problem('not-found')
  return reply(publishedFormView(published), { version: published.sha256, immutable: true })
}
