import type { Kind, PeriodKey } from '@sepakat/rules'
import { formNames } from '../../lib/formNames.ts'
import type { DerivationNames } from '../../ui/Derivation.tsx'
import type { RecapItem } from './recapLines.ts'

/** What people call what stands in the derivations of a recap; of several offices that share a row, whose it is. */
export function recapNames(items: readonly RecapItem[], kind: Kind, period: PeriodKey): DerivationNames {
  const rows = items.map(({ figure, rowLabel }) => ({
    table: '',
    id: figure.row,
    label: rowLabel,
    fields: {},
    blocks: [],
  }))
  const scope = { office: { id: '', name: '' }, period, rows: '*' as const, plan: { from: 0, to: 0 }, sources: {} }
  const names = formNames([{ id: '', title: '', blocks: [{ table: '', title: '', rows }] }], kind, scope)
  const offices = new Map(items.flatMap(item => item.offices.map(({ id, shortName }) => [id, shortName])))
  return {
    rowById: names.rowById,
    input(at) {
      const colon = at.indexOf(':')
      const office = offices.get(at.slice(0, colon))
      return office === undefined ? names.input(at) : `${names.input(at.slice(colon + 1))} · ${office}`
    },
  }
}
