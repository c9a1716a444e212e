import type { Kind, PeriodKey } from '@sepakat/rules'
import { formNames } from '@sepakat/rules/names/formNames.ts'
import type { DerivationNames } from '#submissions/Derivation.tsx'
import { type InputLink, revisionLink } from '#submissions/sourceLink.ts'
import { keyOf, type RecapData, type RecapItem } from './recapLines.ts'

/** The names in the derivation of one figure of a recap. */
export type RecapNames = (item: RecapItem) => DerivationNames

/** Labels for the derivations of a recap; where several offices share a row, with the office. */
export function recapNames(
  { items, reports, names: figures }: Pick<RecapData, 'items' | 'reports' | 'names'>,
  kind: Kind,
  period: PeriodKey,
): RecapNames {
  const rows = items.map(({ figure, rowLabel }) => ({
    table: '',
    id: figure.row,
    label: rowLabel,
    fields: {},
    blocks: [],
  }))
  const scope = { office: { id: '', name: '' }, period, rows: '*' as const, plan: { from: 0, to: 0 }, sources: {} }
  const sections = [{ id: '', title: '', blocks: [{ table: '', title: '', rows }] }]
  const names = formNames(sections, kind, scope, undefined, { figures, tables: {}, options: {} })
  const offices = new Map(items.flatMap(item => item.offices.map(({ id, shortName }) => [id, shortName])))
  const reportOf = new Map(reports.map(report => [report.office, report]))
  const byKey = new Map(items.map(item => [keyOf(item), item]))
  const linkOf = (office: string, at?: string): InputLink | null => {
    const report = reportOf.get(office)
    if (!report) return null
    const { submission, revision: n } = report
    return revisionLink({ submission, n }, { office: offices.get(office), at })
  }
  /** Of a figure that only one office owes, that office's report. */
  const linkOfItem = (item: RecapItem | undefined, at?: string): InputLink | null => {
    const [only, ...others] = item?.offices ?? []
    return only && others.length === 0 ? linkOf(only.id, at) : null
  }
  const input = (at: string): string => {
    const colon = at.indexOf(':')
    const office = offices.get(at.slice(0, colon))
    return office === undefined ? names.input(at) : `${names.input(at.slice(colon + 1))} · ${office}`
  }
  return item => ({
    rowById: names.rowById,
    why: names.why,
    input,
    linkTo(at) {
      if (at.startsWith('/')) return linkOfItem(item, at)
      const office = at.slice(0, at.indexOf(':'))
      if (offices.has(office)) return linkOf(office)
      const under = byKey.get(at)
      return under?.figure.row === '' ? null : linkOfItem(under)
    },
  })
}
