// A small SPM catalogue and builders of answers, for the tests of this kind.
import { makeFigure } from '../../figures/makeFigure.ts'
import { buildForm } from '../../form/buildForm.ts'
import { type Recap, type RecapOf, recapOf } from '../../form/recapOf.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import { mergeRuleSet, type RuleSetOverrides } from '../../rule-sets/mergeRuleSet.ts'
import type { Answers, Attached, Cell } from '../../types/Answers.ts'
import type { Catalogue, CatalogueRow } from '../../types/Catalogue.ts'
import type { CountedFigure, Figure, NotComputable } from '../../types/Figure.ts'
import type { Evaluation } from '../../types/Form.ts'
import type { Scope, Source } from '../../types/Scope.ts'
import { kind } from './kind.ts'

const row = (id: string, table: string, more: Partial<CatalogueRow>): CatalogueRow => ({
  id,
  table,
  code: id,
  codeOfficial: false,
  label: id,
  unit: 'orang',
  direction: 'higher',
  confidence: 'seen',
  from: 2021,
  to: null,
  ...more,
})
const service = (id: string, group: string) => row(id, 'recipients', { group })
const quality = (parent: string, name: string, component: string, measure: string, unit: string | null = 'unit') =>
  row(`${parent}.${name}`, 'quality', { parent, unit, attrs: { component, measure } })

export const spmCatalogue: Catalogue = {
  form: 'spm/triwulan',
  title: 'SPM',
  legal: 'Permendagri 59/2021',
  groups: [
    { id: 'kesehatan', label: 'Kesehatan' },
    { id: 'perumahan', label: 'Perumahan rakyat' },
    { id: 'trantibumlinmas', label: 'Trantibumlinmas' },
    { id: 'trantibumlinmas.trantibum', label: 'Trantibum', parent: 'trantibumlinmas' },
    { id: 'trantibumlinmas.bencana', label: 'Bencana', parent: 'trantibumlinmas' },
    { id: 'trantibumlinmas.kebakaran', label: 'Kebakaran', parent: 'trantibumlinmas' },
  ],
  rows: [
    service('ibu-hamil', 'kesehatan'),
    quality('ibu-hamil', 'vaksin', 'goods', 'flow'),
    quality('ibu-hamil', 'tablet', 'goods', 'flow'),
    quality('ibu-hamil', 'buku', 'goods', 'flow', null),
    quality('ibu-hamil', 'bidan', 'staff', 'stock'),
    quality('ibu-hamil', 'dokter', 'staff', 'stock'),
    service('rumah-korban-bencana', 'perumahan'),
    quality('rumah-korban-bencana', 'rumah', 'goods', 'flow'),
    service('rumah-relokasi', 'perumahan'),
    quality('rumah-relokasi', 'rumah', 'goods', 'flow'),
  ],
}

export const scopeOf = (more: Partial<Scope> = {}): Scope => ({
  office: { id: 'dinkes', name: 'Dinas Kesehatan' },
  period: '2026-TW2',
  rows: ['ibu-hamil'],
  plan: { from: 2025, to: 2029 },
  sources: {},
  ...more,
})

export const form = (more: Partial<Scope> = {}, rules: RuleSetOverrides = {}) =>
  buildForm(kind, spmCatalogue, mergeRuleSet(defaultRuleSet, rules), scopeOf(more))

/** The previous quarter, as a source of the next. */
export const previous = (answers: Answers, more: Partial<Scope> = {}): { previous: Source } => ({
  previous: { answers, rows: form(more).rows(answers), status: 'approved' },
})

export const evaluate = (
  answers: Answers,
  more: Partial<Scope> = {},
  rules: RuleSetOverrides = {},
  attached: Attached = {},
): Evaluation => form(more, rules).evaluate(answers, attached)

export function figureOf({ figures }: Pick<Evaluation, 'figures'>, code: string, at = ''): Figure {
  const figure = figures.find(one => one.code === code && one.row === at)
  if (!figure) throw new Error(`no figure ${code}/${at}`)
  return figure
}

/** A service with this index, or (null) declared nil. */
export const served = (id: string, group: string, value: string | null, why: NotComputable = 'nil') => ({
  row: service(id, group),
  index: makeFigure(
    {
      code: 'spm.index',
      row: id,
      formula: 'value.1',
      inputs: value === null ? [] : [{ name: 'index', at: 'given', value }],
      left: value === null ? [{ at: `/recipients/${id}/state`, why }] : [],
      unit: '',
    },
    defaultRuleSet.id,
  ),
})
interface ServedService {
  row: CatalogueRow
  index: Figure | null
}

export const regionOf = (spm: RuleSetOverrides['spm'], more: Partial<RecapOf>): Recap => {
  const given = { period: '2026-TW4', catalogue: spmCatalogue, owners: new Map(), counted: [] }
  return recapOf(kind, { ...given, rules: mergeRuleSet(defaultRuleSet, { spm }), ...more })
}

/** The recap of services of which each has one office. */
export const regionOfServices = (
  services: ServedService[],
  spm: RuleSetOverrides['spm'] = {},
  more: Partial<RecapOf> = {},
): Recap =>
  regionOf(spm, {
    catalogue: { ...spmCatalogue, rows: services.map(({ row: own }) => own) },
    owners: new Map(services.map(({ row: own }) => [own.id, ['dinas']])),
    counted: services.flatMap(({ index }) => (index ? countedOf('dinas', { figures: [index] }) : [])),
    ...more,
  })

export const countedOf = (office: string, { figures }: Pick<Evaluation, 'figures'>): CountedFigure[] =>
  figures.map(figure => ({ office, standing: 'final', figure }))

/** Example E1 of the domain notes: 94 % served, five quality rows, three of goods and two of staff. */
export const e1: Answers = {
  recipients: { 'ibu-hamil': { due: '4800', served: '4512' } },
  quality: {
    'ibu-hamil.vaksin': { required: '4800', met: '4800' },
    'ibu-hamil.tablet': { required: '4800', met: '4700' },
    'ibu-hamil.buku': { required: '4800', met: '4200' },
    'ibu-hamil.bidan': { required: '60', met: '60' },
    'ibu-hamil.dokter': { required: '50', met: '40' },
  },
}

export const withCells = (answers: Answers, table: string, id: string, cells: Record<string, Cell>): Answers => ({
  ...answers,
  [table]: { ...answers[table], [id]: { ...answers[table]?.[id], ...cells } },
})
