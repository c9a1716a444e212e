import { makeFigure } from '../figures/makeFigure.ts'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { LeaderReport } from './LeaderData.ts'

const row = (id: string, group: string, direction: CatalogueRow['direction']): CatalogueRow => ({
  id,
  table: 'indicators',
  code: id,
  codeOfficial: false,
  label: id,
  unit: '%',
  direction,
  group,
  formula: { kind: 'direct', inputs: {} },
  confidence: 'seen',
  from: 2021,
  to: null,
})
const catalogue: Catalogue = {
  form: 'lppd/tahunan',
  title: 'LPPD',
  legal: 'PP 13/2019',
  groups: [
    { id: 'kesehatan', label: 'Kesehatan' },
    { id: 'sosial', label: 'Sosial' },
  ],
  rows: [
    row('harapan', 'kesehatan', 'higher'),
    row('kematian', 'kesehatan', 'lower'),
    row('miskin', 'sosial', 'lower'),
  ],
}
/** The LPPD of one office, of which these indicators are in. */
export const report = (period: string, values: Record<string, Decimal>): LeaderReport => ({
  form: 'lppd/tahunan',
  period,
  rules: defaultRuleSet,
  catalogue,
  owners: new Map(catalogue.rows.map(({ id }) => [id, ['dinkes']])),
  counted: Object.entries(values).map(([id, value]) => ({
    office: 'dinkes',
    standing: 'final',
    figure: makeFigure(
      { code: 'lppd.ikk', row: id, formula: 'value.1', inputs: [{ name: 'value', at: 'x', value }], unit: '%' },
      defaultRuleSet.id,
    ),
  })),
  otherRules: false,
  nameOf: id => [...catalogue.groups, ...catalogue.rows].find(one => one.id === id)?.label ?? id,
  officeOf: id => ({ id, name: id, shortName: id }),
})
