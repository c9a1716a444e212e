import { type FrozenReport, frozenReportsOf, type Queryable } from '@sepakat/db'
import type { Figure, FormId, Kind } from '@sepakat/rules'
import { parsePlace } from '@sepakat/rules/figures/placeOf.ts'
import type { FrozenBody } from './frozenBody.ts'

/** Where a figure of an office is found. */
interface FigurePlace {
  office: string
  form: string
  period: string
  code: string
  row: string
}

/** Where the figures are found that other reports told a figure, by their addresses in its derivation; those closed to the asker are not there. */
export const toldPlaces = async (
  tx: Queryable,
  { kind, report, figure: { derivation } }: { kind: Kind; report: FrozenReport; figure: Figure },
  isClosed: (report: FrozenReport, form: FormId) => boolean,
): Promise<Record<string, FigurePlace>> => {
  const { sources } = report.body as FrozenBody
  const told = [...derivation.inputs, ...derivation.left].flatMap(({ at }) => {
    const { office: name = '', code = '', row = '' } = parsePlace(at) ?? {}
    const { submission, revision: n } = sources[name] ?? {}
    return kind.sources(report.period)[name] && submission && n ? [{ at, code, row, submission, n }] : []
  })
  const found = told.length === 0 ? [] : await frozenReportsOf(tx, told)
  return Object.fromEntries(
    told.flatMap(({ at, code, row, submission }) => {
      const of = found.find(one => one.submission === submission)
      if (!of || isClosed(of, of.form)) return []
      return [[at, { office: of.officeId, form: of.form, period: of.period, code, row }] as const]
    }),
  )
}
