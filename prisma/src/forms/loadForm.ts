import {
  type Answers,
  assemble,
  buildForm,
  type Form,
  type FormId,
  type Kind,
  kinds,
  type PeriodKey,
  type RowId,
  type RuleSet,
  type Scope,
  type Source,
  type ToldFigure,
} from '@sepakat/rules'
import { loadRows } from '../answers/answerRows.ts'
import type { Queryable } from '../database.ts'
import { type FormBasis, loadBasis } from './formBasis.ts'
import { memory } from './memory.ts'
import { handedOn, type PickedSource, pickSources, type WantedSource, wantedSources } from './pickSources.ts'
import { newestVersion, publishedForm } from './publishedForm.ts'
import { submittedSource } from './submittedSource.ts'

export interface FormAsk {
  form: FormId
  office: string
  period: PeriodKey
  /** Which of a numbered form: from 2 on it changes the one before. */
  number?: number
  /** The version of the catalogue; the newest unless said. */
  version?: number
  /** The plan it was created under; the one that is set unless said. */
  plan?: FormBasis['plan'] | null
  /** The root rows it has; those assigned to its office unless said. */
  rows?: RowId[] | '*'
  /** Whether drafts of the office's other forms may be read: they are its own. */
  drafts: boolean
  /** Answers to be taken instead of stored ones, by name of the source. */
  given?: Record<string, Answers>
  /** To be tried instead of the year's own. */
  rules?: (base: RuleSet) => RuleSet
}

/** What a form reads from another, and which submission (and revision) that was. */
export interface LoadedSource extends Source {
  /** Absent where the answers were given. */
  picked?: PickedSource
}

export interface LoadedForm {
  kind: Kind
  version: number
  sha256: string
  rules: RuleSet
  settings: FormBasis['settings']
  scope: Scope & { sources: Record<string, LoadedSource> }
  form: Form
}

const built = memory<Form>(60)

/** The same form again as long as `key` names the same things; null builds it each time. */
const formOf = (key: string | null, make: () => Form): Form =>
  key === null ? make() : (built.get(key) ?? built.set(key, make()))

/**
 * All that a form is built from, and the form: kind, catalogue, the year's rule set, assigned rows and sources, as `buildForm`
 * on a device gets them. Null where there is no such kind or version.
 */
export const loadForm = async (tx: Queryable, ask: FormAsk): Promise<LoadedForm | null> => {
  const kind = kinds[ask.form]
  const version = ask.version ?? (await newestVersion(tx, ask.form))
  const published = version === null ? null : await publishedForm(tx, ask.form, version)
  if (!kind || !published) return null
  const [{ rules: base, settings, ...assigned }, { sources, identity }] = await Promise.all([
    loadBasis(tx, ask),
    loadSources(tx, kind, ask),
  ])
  const basis = { ...assigned, rows: ask.rows ?? assigned.rows }
  const rules = ask.rules?.(base) ?? base
  const scope = { ...basis, period: ask.period, number: ask.number, sources }
  const { catalogue, sha256 } = published
  // Trials and given answers are built each time.
  const key =
    identity && !ask.rules
      ? JSON.stringify([ask.form, sha256, rules.id, basis, ask.period, ask.number ?? 1, identity])
      : null
  const form = formOf(key, () => buildForm(kind, catalogue, rules, scope))
  return { kind, version: published.version, sha256, rules, settings, scope, form }
}

interface Sources {
  sources: Record<string, LoadedSource>
  /** Names what the sources are to the last change; null where some were given. */
  identity: string[] | null
}

/** The sources of a form with their answers and rows; `rows`: only those from which it takes rows. */
export const loadSources = async (
  tx: Queryable,
  kind: Kind,
  { office, period, drafts, given = {} }: Pick<FormAsk, 'office' | 'period' | 'drafts' | 'given'>,
  which: 'all' | 'rows' = 'all',
): Promise<Sources> => {
  const wanted = wantedSources(kind, period, which)
  const asked = wanted.filter(({ name }) => given[name] === undefined)
  const stored = new Map((await pickSources(tx, office, asked, drafts)).map(picked => [picked.name, picked]))
  const sources: Record<string, LoadedSource> = {}
  const identity: (string | null)[] = []
  for (const source of wanted) {
    const picked = stored.get(source.name)
    const own = given[source.name]
    const known = picked && (await submittedSource(tx, picked, source.figures))
    if (known && picked) {
      const { status, plan, sha256 } = picked
      sources[source.name] = { ...known, status, revision: sha256 ?? undefined, plan: plan ?? undefined, picked }
      // an approved revision is the one that was submitted, but no longer says that it is not approved
      identity.push(`${source.name} ${picked.sha256} ${status}`)
    } else if (picked || own) {
      const answers = own ?? assemble(await loadRows(tx, picked!.submission), kinds[source.form]!)
      const ask: FormAsk = {
        form: source.form,
        office: picked?.officeId ?? office,
        period: source.period,
        version: picked?.formVersion,
        plan: picked?.plan,
        drafts,
        given: handedOn(source, wanted, given),
      }
      const outline = await loadOutline(tx, ask)
      const rows = outline?.form.rows(answers) ?? {}
      const figures = await computedFigures(tx, ask, answers, source.figures)
      const taken = picked && { picked, plan: picked.plan ?? undefined }
      sources[source.name] = { answers, rows, status: picked?.status ?? 'given', ...taken, ...figures }
      const key = picked && !figures && outline?.key
      identity.push(key ? `${source.name} ${picked.submission} ${picked.version} ${key}` : null)
    }
  }
  return { sources, identity: identity.includes(null) ? null : identity.map(String) }
}

/** What a form that was never submitted comes to by all that it reads itself. */
const computedFigures = async (
  tx: Queryable,
  ask: FormAsk,
  answers: Answers,
  codes: WantedSource['figures'],
): Promise<{ figures: ToldFigure[] } | undefined> => {
  if (!codes) return undefined
  const whole = await loadForm(tx, ask)
  const all = whole?.form.evaluate(answers).figures.filter(({ code }) => codes.includes(code)) ?? []
  return { figures: all.map(({ code, row, value, why, unit, band }) => ({ code, row, value, why, unit, band })) }
}

/** A form as far as its rows go: only the sources that give rows are read, so that no chain of earlier periods is followed. */
const loadOutline = async (tx: Queryable, ask: FormAsk): Promise<{ form: Form; key: string | null } | null> => {
  const kind = kinds[ask.form]
  const version = ask.version ?? (await newestVersion(tx, ask.form))
  const published = version === null ? null : await publishedForm(tx, ask.form, version)
  if (!kind || !published) return null
  const [{ rules, settings: _, ...basis }, { sources, identity }] = await Promise.all([
    loadBasis(tx, ask),
    loadSources(tx, kind, ask, 'rows'),
  ])
  const key = identity && JSON.stringify(['rows', ask.form, published.sha256, rules.id, basis, ask.period, identity])
  const scope = { ...basis, period: ask.period, sources }
  return { form: formOf(key, () => buildForm(kind, published.catalogue, rules, scope)), key }
}
