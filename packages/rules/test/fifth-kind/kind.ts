// An invented form: in a folder of src/kinds and with its lines in all.ts and allRules.ts, the product has it like any other.
import { type ContextOf, defineKind } from '@sepakat/rules/form/defineKind.ts'
import { decimalText } from '@sepakat/rules/numbers/decimal.ts'
import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'
import type { Table } from '@sepakat/rules/types/Kind.ts'
import type { RowId } from '@sepakat/rules/types/Pointer.ts'

const tables = {
  services: {
    title: 'Layanan dermaga',
    rows: { from: 'catalogue' },
    section: 'group',
    layout: 'card',
    counts: 'row',
    states: ['notApplicable'],
    fields: {
      target: { label: 'Rencana', type: 'number', min: '0', need: 'required' },
      reached: { label: 'Hasil', type: 'number', min: '0' },
    },
  },
  parts: {
    title: 'Bagian',
    rows: { from: 'catalogue', of: 'services' },
    layout: 'grid',
    counts: 'row',
    fields: { ready: { label: 'Siap', type: 'number', min: '0', decimals: 0 } },
  },
  pieces: {
    title: 'Perlengkapan',
    rows: { from: 'catalogue', of: 'parts' },
    layout: 'grid',
    counts: 'row',
    fields: { sound: { label: 'Dalam keadaan baik', type: 'number', min: '0', decimals: 0 } },
  },
  trips: {
    title: 'Pelayaran',
    rows: { from: 'items', of: 'services' },
    layout: 'list',
    counts: 'no',
    named: 'route',
    fields: { route: { label: 'Lintasan', type: 'text', max: 120, need: 'optional' } },
  },
  stops: {
    title: 'Persinggahan',
    rows: { from: 'items', of: 'trips' },
    layout: 'list',
    counts: 'no',
    named: 'place',
    fields: {
      place: { label: 'Tempat', type: 'text', max: 120, need: 'optional' },
      crates: { label: 'Peti diturunkan', type: 'number', min: '0', decimals: 0, need: 'optional' },
    },
  },
} satisfies Record<string, Table>

const findings = {
  'above-plan': {
    level: 'explain' as const,
    table: 'services',
    message: (v: Record<string, string>) =>
      `Hasil (${v.reached}) melebihi rencana (${v.target}). Jelaskan atau perbaiki.`,
  },
}
const figures = {
  'sakip.dockService': { label: 'Capaian layanan', unit: '%' },
  'sakip.dock': { label: 'Capaian dermaga', unit: '%' },
}

type Dock = ContextOf<typeof tables, typeof findings, typeof figures>

function check(c: Dock): void {
  for (const row of c.rows('services')) {
    const target = c.number(`/services/${row}/target`)
    const reached = c.number(`/services/${row}/reached`)
    if (!lowerIsBetter(c, row) && target && reached?.gt(target))
      c.find('above-plan', `/services/${row}/reached`, {
        reached: formatNumber(decimalText(reached)),
        target: formatNumber(decimalText(target)),
      })
  }
}

const lowerIsBetter = (c: Dock, row: RowId): boolean => c.catalogue(row)?.direction === 'lower'

function compute(c: Dock): void {
  const all = c.rows('services').map(row => {
    const [formula, reached, target] = lowerIsBetter(c, row)
      ? ['lower-2t-r.1', 'realization', 'target']
      : ['ratio.1', 'numerator', 'denominator']
    const inputs = [
      c.input(reached ?? '', `/services/${row}/reached`),
      c.input(target ?? '', `/services/${row}/target`),
    ]
    return c.figure({ code: 'sakip.dockService', row, formula: formula ?? '', inputs })
  })
  const known = all.filter(figure => figure.value !== null)
  const left = all.flatMap(({ value, code, row, why }) =>
    value === null ? [{ at: `figure:${code}/${row}`, why: why ?? ('empty' as const) }] : [],
  )
  const inputs = known
    .toSorted((a, b) => Number(a.value) - Number(b.value))
    .slice(0, c.rules.sakip.dock === 'lowest' ? 1 : undefined)
    .map(figure => c.of(figure.row, figure))
  c.figure({ code: 'sakip.dock', formula: 'mean.1', inputs, left })
}

export const kind = defineKind({
  form: 'sakip/uji-kelima',
  title: 'Uji dermaga',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({}),
  tables,
  findings,
  figures,
  check,
  compute,
})
