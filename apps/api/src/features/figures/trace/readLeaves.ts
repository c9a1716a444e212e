import { type FrozenReport, frozenReportsOf, type Queryable } from '@sepakat/db'
import { type Figure, type FormId, type Kind, kinds, leavesOf, type Pointer } from '@sepakat/rules'
import { figureAddress } from '@sepakat/rules/figures/coverageOf.ts'
import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { type FrozenBody, namesOf } from './frozenBody.ts'

/** A report as it was frozen, with the kind of its form. */
interface Frozen {
  kind: Kind
  report: FrozenReport
}
/** Where one answer is that a figure is made of. */
export interface Leaf {
  /** From the report that was asked about: `measurement:agreement:/indicators/a/target`. */
  at: string
  label: string
  /** Null where it is closed to the asker, of a draft, or of no report. */
  of: (Frozen & { pointer: Pointer }) | null
}
interface Ask extends Frozen {
  figure: Pick<Figure, 'code' | 'row' | 'derivation'>
  figures: readonly Figure[]
  /** Whether what another report says, of this form, is closed to the asker. */
  isClosed: (report: FrozenReport, form: FormId) => boolean
}

/** So many reports lie one on another: LPPD, its measurement, the one of the quarter before, and the agreement. */
const deepest = 8

/**
 * The answers below a figure, through the figures that other reports told, in the order of the derivations. A told figure whose
 * report is closed to the asker, or told it without a revision, is one leaf itself.
 */
export const readLeaves = async (tx: Queryable, ask: Ask): Promise<Leaf[]> => {
  const known = new Map<string, FrozenReport | null>()
  const read = async (submission: string, n: number): Promise<FrozenReport | null> => {
    const key = `${submission} ${n}`
    if (!known.has(key)) known.set(key, (await frozenReportsOf(tx, [{ submission, n }]))[0] ?? null)
    return known.get(key) ?? null
  }
  const sourceOf = async ({ kind, report }: Frozen, name: string): Promise<Frozen | null> => {
    const { period, sources } = report.body as FrozenBody
    const form = kind.sources(period)[name]?.form
    const { submission, revision } = sources[name] ?? {}
    const own = form && kinds[form]
    if (!own || !submission || !revision) return null
    const found = await read(submission, revision)
    return found && !ask.isClosed(found, form) ? { kind: own, report: found } : null
  }
  const leaves = new Map<string, Leaf>()
  const add = (leaf: Leaf): void => {
    const place = leaf.of && `${leaf.of.report.submission} ${leaf.of.report.n} ${leaf.of.pointer}`
    const key = place ?? leaf.at
    if (!leaves.has(key)) leaves.set(key, leaf)
  }
  const walk = async (frozen: Frozen, of: Pick<Ask, 'figure' | 'figures'>, before: string, depth: number) => {
    const { kind, report } = frozen
    const body = report.body as FrozenBody
    const names = namesOf(kind, body)
    const where = before === '' ? '' : ` · ${kind.title}, ${periodTitle(body.period)}`
    for (const at of leavesOf(of.figure, of.figures, kind.figures)) {
      const label = names.input(at) + where
      if (at.startsWith('/')) {
        add({ at: before + at, label, of: { ...frozen, pointer: at as Pointer } })
        continue
      }
      const colon = at.indexOf(':')
      const [name, rest] = [at.slice(0, colon), at.slice(colon + 1)]
      const source = await sourceOf(frozen, name)
      const told = source && (source.report.body as FrozenBody).figures
      const figure = told?.find(one => figureAddress(one) === rest)
      if (source && rest.startsWith('/')) add({ at: before + at, label, of: { ...source, pointer: rest as Pointer } })
      else if (source && told && figure && depth < deepest)
        await walk(source, { figure, figures: told }, `${before}${name}:`, depth + 1)
      else add({ at: before + at, label, of: null })
    }
  }
  await walk(ask, ask, '', 0)
  return [...leaves.values()]
}
