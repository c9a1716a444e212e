import { type Asker, isOwn, loadForm, mayTo, officePathOf, type Queryable, reader, ruleSetById } from '@sepakat/db'
import {
  type Answers,
  answersSchema,
  type Kind,
  kinds,
  may,
  type PeriodKey,
  type RuleSet,
  reportTypeOf,
  ruleSetOverridesSchema,
  schemaOf,
} from '@sepakat/rules'
import { z } from 'zod'
import { fitsPeriod } from '../../http/fits-period.ts'
import { mergeRules } from '../../http/merge-rules.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { parse } from '../../http/validate.ts'
import { kindOf } from './kind-of.ts'

/** Far above what a whole form comes to; an answer of so many is some 6 MB. */
const mostResults = 20_000
const tooMuch = 'Hasilnya lebih dari 20.000 temuan dan angka. Kirim lebih sedikit baris.'

type Given = string | Record<string, unknown> | undefined

/** The year's own, another by its id, or the year's with choices tried out. */
const ruled = async (tx: Queryable, given: Given): Promise<((base: RuleSet) => RuleSet) | undefined> => {
  if (given === undefined) return undefined
  if (typeof given === 'string') {
    const found = await ruleSetById(tx, given)
    if (!found) throw invalid('/ruleSet', 'Aturan penghitungan ini tidak ada. Tulis seperti 2026.1.')
    return () => found
  }
  const { ruleSet } = parse(z.object({ ruleSet: ruleSetOverridesSchema }), { ruleSet: given })
  return base => mergeRules(base, ruleSet, 'ruleSet')
}

/** Answers of other forms, each checked by the kind it belongs to. */
const sourcesOf = (kind: Kind, period: PeriodKey, given: Record<string, Answers>): Record<string, Answers> => {
  const wanted = kind.sources(period)
  return Object.fromEntries(
    Object.entries(given).map(([name, answers]) => {
      const source = Object.hasOwn(wanted, name) ? kinds[wanted[name]!.form] : undefined
      if (!source) throw invalid(`/sources/${name.slice(0, 60)}`, 'Formulir ini tidak membaca sumber dengan nama itu.')
      parse(z.object({ sources: z.object({ [name]: answersSchema(source) }) }), { sources: { [name]: answers } })
      return [name, answers]
    }),
  )
}

/** The path of an office whose reports who asks may read. */
const reachedOffice = async (tx: Queryable, kind: Kind, office: string, asker: Asker): Promise<string[]> => {
  if (!may(asker.access, 'submission.read', { today: asker.today })) throw problem('no-right')
  const officePath = await officePathOf(tx, office)
  if (!officePath || !mayTo(asker, 'submission.read', { officePath, reportType: reportTypeOf(kind.form) }))
    throw problem('not-found')
  return officePath
}

export const evaluateHandlers = handlers({
  'GET /forms/:type/:form/schema': async ({ params, query, actor, db, today }) => {
    const kind = kindOf(params)
    const { office, period } = query
    if ((office === undefined) !== (period === undefined))
      throw invalid(office === undefined ? '/office' : '/period', 'Sebutkan perangkat daerah dan periode bersama-sama.')
    if (office === undefined || period === undefined) return jsonSchema(answersSchema(kind), kind.title)
    fitsPeriod(kind, period)
    const asker = { ...actor, today }
    const officePath = await reachedOffice(reader(db), kind, office, asker)
    const drafts = isOwn(asker, { officePath, reportType: reportTypeOf(kind.form) })
    const loaded = await loadForm(reader(db), { form: kind.form, office, period, drafts })
    if (loaded === null) throw problem('not-found')
    return jsonSchema(schemaOf(loaded.form), `${kind.title}: ${loaded.scope.office.name}, ${period}`)
  },

  'POST /forms/:type/:form/evaluate': async ({ params, body, actor, db, today }) => {
    const kind = kindOf(params)
    const { office, period, answers, attached, previous } = body
    fitsPeriod(kind, period)
    const tx = reader(db)
    const asker = { ...actor, today }
    const officePath = await reachedOffice(tx, kind, office, asker)
    const judged = parse(z.object({ answers: answersSchema(kind) }), { answers }).answers
    const given = sourcesOf(kind, period, { ...(previous && { previous }), ...body.sources })
    const loaded = await loadForm(tx, {
      form: kind.form,
      office,
      period,
      given,
      drafts: isOwn(asker, { officePath, reportType: reportTypeOf(kind.form) }),
      rules: await ruled(tx, body.ruleSet),
    })
    if (loaded === null) throw problem('not-found')
    const { findings, review, figures, progress } = loaded.form.evaluate(judged, attached)
    if (findings.length + review.length + figures.length > mostResults) throw problem('too-large', { detail: tooMuch })
    return { ruleSet: loaded.rules.id, findings, review, figures, progress }
  },
})

const jsonSchema = (schema: z.ZodType, title: string): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { io: 'input' }),
  title,
})
