import { loadForm, officePathOf, type Queryable, reader, ruleSetById } from '@sepakat/db'
import {
  type Answers,
  answersSchema,
  type FormId,
  type Kind,
  kinds,
  may,
  type PeriodKey,
  type RuleSet,
  reportTypeOf,
  ruleSetOverridesSchema,
} from '@sepakat/rules'
import { z } from 'zod'
import { mergeRules } from '#http/mergeRules.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { parse } from '#http/validate.ts'
import { type Asker, isOwn, mayTo } from '#submissions/asker.ts'
import { fitsPeriod } from '#submissions/fitsPeriod.ts'

/** The kind of the form in the path. */
export const kindOf = ({ type, form }: { type: string; form: string }): Kind => {
  const kind = kinds[`${type}/${form}` as FormId]
  if (!kind) throw problem('not-found')
  return kind
}

/** Whether who asks may read the drafts of an office's forms: they are its own. @throws no-right, not-found for one out of reach */
export const mayReadDrafts = async (tx: Queryable, kind: Kind, office: string, asker: Asker): Promise<boolean> => {
  if (!may(asker.access, 'submission.read', { today: asker.today })) throw problem('no-right')
  const officePath = await officePathOf(tx, office)
  const reportType = reportTypeOf(kind.form)
  if (!officePath || !mayTo(asker, 'submission.read', { officePath, reportType })) throw problem('not-found')
  return isOwn(asker, { officePath, reportType })
}

type Asked = Pick<Context<'POST /forms/:type/:form/evaluate'>, 'params' | 'body' | 'actor' | 'db'>

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

/** Findings and figures of answers that are stored nowhere. @throws not-found, no-right, invalid, too-large */
export const evaluate = async ({ params, body, actor, db }: Asked) => {
  const kind = kindOf(params)
  const { office, period, answers, attached, previous } = body
  fitsPeriod(kind, period)
  const tx = reader(db)
  const drafts = await mayReadDrafts(tx, kind, office, actor)
  const judged = parse(z.object({ answers: answersSchema(kind) }), { answers }).answers
  const given = sourcesOf(kind, period, { ...(previous && { previous }), ...body.sources })
  const rules = await ruled(tx, body.ruleSet)
  const loaded = await loadForm(tx, { form: kind.form, office, period, given, drafts, rules })
  if (loaded === null) throw problem('not-found')
  const { findings, review, figures, progress } = loaded.form.evaluate(judged, attached)
  if (findings.length + review.length + figures.length > mostResults) throw problem('too-large', { detail: tooMuch })
  return { ruleSet: loaded.rules.id, findings, review, figures, progress }
}
