import { newestVersion, publishedForm, reader } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { type Context, reply } from '#http/route.ts'
import { kindOf } from './kindOf.ts'
import { publishedFormView } from './view.ts'

/** The newest version of a form. @throws not-found */
export const readNewest = async ({ params, db }: Pick<Context<'GET /forms/:type/:form'>, 'params' | 'db'>) => {
  const { form } = kindOf(params)
  const version = await newestVersion(reader(db), form)
  const published = version === null ? null : await publishedForm(reader(db), form, version)
  if (published === null) throw problem('not-found')
  return reply(publishedFormView(published), { version: published.sha256 })
}
