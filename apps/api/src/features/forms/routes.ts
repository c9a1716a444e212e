import { formHeads, loadForm, newestVersion, publishedForm, reader } from '@sepakat/db'
import { answersSchema, byOrderOfWork, kinds, schemaOf } from '@sepakat/rules'
import { z } from 'zod'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers, reply } from '#http/route.ts'
import { fitsPeriod } from '#submissions/fitsPeriod.ts'
import { evaluate, kindOf, mayReadDrafts } from './evaluate.ts'
import { formHeadView, publishedFormView } from './view.ts'

/** The published forms, in the order of the work. Those whose kind is still to come are not offered. */
const listForms = async ({ db }: Context<'GET /forms'>) => {
  const offered = (await formHeads(reader(db))).filter(({ form }) => kinds[form] !== undefined)
  const inOrder = offered.sort((a, b) => byOrderOfWork(kinds[a.form] ?? a, kinds[b.form] ?? b))
  return { items: inOrder.map(formHeadView) }
}

/** The newest version of a form. @throws not-found */
const readNewest = async ({ params, db }: Context<'GET /forms/:type/:form'>) => {
  const { form } = kindOf(params)
  const version = await newestVersion(reader(db), form)
  const published = version === null ? null : await publishedForm(reader(db), form, version)
  if (published === null) throw problem('not-found')
  return reply(publishedFormView(published), { version: published.sha256 })
}

/** One version of a form, which never changes. @throws not-found */
const readVersion = async ({ params, db }: Context<'GET /forms/:type/:form/versions/:n'>) => {
  const published = await publishedForm(reader(db), kindOf(params).form, params.n)
  if (published === null) throw problem('not-found')
  return reply(publishedFormView(published), { version: published.sha256, immutable: true })
}

const jsonSchema = (schema: z.ZodType, title: string): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { io: 'input' }),
  title,
})

/** The JSON Schema of the answers of a form: of its kind, or of one office and period with their rows. @throws not-found, no-right, invalid */
const readSchema = async ({
  params,
  query: { office, period },
  actor,
  db,
}: Context<'GET /forms/:type/:form/schema'>) => {
  const kind = kindOf(params)
  if ((office === undefined) !== (period === undefined))
    throw invalid(office === undefined ? '/office' : '/period', 'Sebutkan perangkat daerah dan periode bersama-sama.')
  if (office === undefined || period === undefined) return jsonSchema(answersSchema(kind), kind.title)
  fitsPeriod(kind, period)
  const tx = reader(db)
  const drafts = await mayReadDrafts(tx, kind, office, actor)
  const loaded = await loadForm(tx, { form: kind.form, office, period, drafts })
  if (loaded === null) throw problem('not-found')
  return jsonSchema(schemaOf(loaded.form), `${kind.title}: ${loaded.scope.office.name}, ${period}`)
}

export const formHandlers = handlers({
  'GET /forms': listForms,
  'GET /forms/:type/:form': readNewest,
  'GET /forms/:type/:form/versions/:n': readVersion,
  'GET /forms/:type/:form/schema': readSchema,
  'POST /forms/:type/:form/evaluate': evaluate,
})
