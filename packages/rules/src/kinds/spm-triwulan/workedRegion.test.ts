// The index of a region of three urusan, worked by hand under every choice of the rule set: E1 (one service of health), E4 (relocation
// beside no disaster) and E5 (Trantibumlinmas) of the domain notes on SPM together.
import { expect, it } from 'vitest'
import { roundShown } from '../../numbers/formatNumber.ts'
import type { RuleSetOverrides } from '../../rule-sets/mergeRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import { countedOf, e1, evaluate, figureOf, regionOf, served, spmCatalogue } from './spm.fixture.ts'

const e4: Answers = {
  recipients: {
    'rumah-korban-bencana': { state: 'nil', reason: 'Tidak ada bencana' },
    'rumah-relokasi': { due: '100', served: '94' },
  },
  quality: { 'rumah-relokasi.rumah': { required: '94', met: '94' } },
}
const e5 = [
  served('trantibum', 'trantibumlinmas.trantibum', '100'),
  served('informasi', 'trantibumlinmas.bencana', '82'),
  served('kesiapsiagaan', 'trantibumlinmas.bencana', '76'),
  served('evakuasi-bencana', 'trantibumlinmas.bencana', '90'),
  served('evakuasi-kebakaran', 'trantibumlinmas.kebakaran', '95'),
]
const houses = ['rumah-korban-bencana', 'rumah-relokasi']

function region(spm: RuleSetOverrides['spm'], health: Answers = e1) {
  const recap = regionOf(spm, {
    catalogue: { ...spmCatalogue, rows: [...spmCatalogue.rows, ...e5.map(({ row }) => row)] },
    owners: new Map<string, readonly string[]>([
      ['ibu-hamil', ['dinkes']],
      ...houses.map((row): [string, string[]] => [row, ['perkim']]),
      ...e5.map(({ row }): [string, string[]] => [row.id, ['satpol']]),
    ]),
    counted: [
      ...countedOf('dinkes', evaluate(health, {}, { spm })),
      ...countedOf('perkim', evaluate(e4, { rows: houses }, { spm })),
      ...countedOf('satpol', { figures: e5.map(({ index }) => index) }),
    ],
  })
  const figure = figureOf(recap, 'spm.regionIndex')
  return [roundShown(figure.value ?? '', 4), figure.band?.label]
}

// By default (93,8167 + 95,2 + 88,6) ÷ 3. Health is 94,2214 pooled and 93,7139 by groups; housing 97,6 and 47,6 where nil counts;
// Trantibumlinmas 92,5556 by sub-urusan.
it.each([
  ['mean', 'exclude', 'services', '92.5389', 'Tuntas Utama'],
  ['mean', 'exclude', 'subgroups', '93.8574', 'Tuntas Utama'],
  ['mean', 'hundred', 'services', '93.3389', 'Tuntas Utama'],
  ['mean', 'hundred', 'subgroups', '94.6574', 'Tuntas Utama'],
  ['mean', 'zero', 'services', '76.6722', 'Tuntas Pratama'],
  ['mean', 'zero', 'subgroups', '77.9907', 'Tuntas Pratama'],
  ['pooled', 'exclude', 'services', '92.6738', 'Tuntas Utama'],
  ['pooled', 'exclude', 'subgroups', '93.9923', 'Tuntas Utama'],
  ['pooled', 'hundred', 'services', '93.4738', 'Tuntas Utama'],
  ['pooled', 'hundred', 'subgroups', '94.7923', 'Tuntas Utama'],
  ['pooled', 'zero', 'services', '76.8071', 'Tuntas Pratama'],
  ['pooled', 'zero', 'subgroups', '78.1256', 'Tuntas Pratama'],
  ['group-mean', 'exclude', 'services', '92.5046', 'Tuntas Utama'],
  ['group-mean', 'exclude', 'subgroups', '93.8231', 'Tuntas Utama'],
  ['group-mean', 'hundred', 'services', '93.3046', 'Tuntas Utama'],
  ['group-mean', 'hundred', 'subgroups', '94.6231', 'Tuntas Utama'],
  ['group-mean', 'zero', 'services', '76.638', 'Tuntas Pratama'],
  ['group-mean', 'zero', 'subgroups', '77.9565', 'Tuntas Pratama'],
] as const)('quality by %s, nil %s, urusan by %s: the region is %s, %s', (quality, nil, urusan, expected, band) => {
  expect(region({ quality, nil, urusan })).toEqual([expected, band])
})

it('weights 50 and 50 make it (93,5417 + 97 + 88,6) ÷ 3', () => {
  expect(region({ weights: { recipients: '50', quality: '50' } })).toEqual(['93.0472', 'Tuntas Utama'])
})

it('E2 in place of E1 is 100 with its cap and 105 without: (100 or 105 + 95,2 + 88,6) ÷ 3', () => {
  const more = Object.fromEntries(Object.keys(e1.quality ?? {}).map(id => [id, { required: '5', met: '5' }]))
  const e2: Answers = { recipients: { 'ibu-hamil': { due: '4800', served: '5100' } }, quality: more }
  expect(region({}, e2)).toEqual(['94.6', 'Tuntas Utama'])
  expect(region({ caps: { recipients: null } }, e2)).toEqual(['96.2667', 'Tuntas Utama'])
})

it('caps of quality: 150 of 100 in one row of five, and 90 in the others', () => {
  const rows = Object.keys(e1.quality ?? {})
  const quality = Object.fromEntries(rows.map((id, at) => [id, { required: '100', met: at === 0 ? '150' : '90' }]))
  const answers: Answers = { recipients: { 'ibu-hamil': { due: '100', served: '100' } }, quality }
  // M is (100 + 4 × 90) ÷ 5 = 92, without a cap of rows (150 + 360) ÷ 5 = 102 capped at 100, and without any 102
  expect(region({}, answers)[0]).toBe('94.0667')
  expect(region({ caps: { qualityRow: null } }, answers)[0]).toBe('94.6')
  expect(region({ caps: { qualityRow: null, quality: null } }, answers)[0]).toBe('94.7333')
})
