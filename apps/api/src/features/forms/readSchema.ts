import { loadForm, reader } from '@sepakat/db'
import { answersSchema, schemaOf } from '@sepakat/rules'
import { z } from 'zod'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { fitsPeriod } from '#submissions/fitsPeriod.ts'
import { kindOf } from './kindOf.ts'
import { mayReadDrafts } from './mayReadDrafts.ts'

type Asked = Pick<Context<'GET /forms/:type/:form/schema'>, 'params' | 'query' | 'actor' | 'db'>

const jsonSchema = (schema: z.ZodType, title: string): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { io: 'input' }),
  title,
})

/** The JSON Schema of the answers of a form: of its kind, or of one office and period with their rows. @throws not-found, no-right, invalid */
export const readSchema = async ({ params, query: { office, period }, actor, db }: Asked) => {
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
