import { describe, expect, it } from 'vitest'
import { kinds } from '../kinds/index.ts'
import type { FormId } from '../reportTypes.ts'
import type { CatalogueRow } from '../types/Catalogue.ts'
import { catalogueWith, catalogueRow as row } from './catalogueRow.fixture.ts'
import { rowFaults } from './rowFaults.ts'

const catalogue = catalogueWith(
  row('ada', { table: 'indicators', group: 'a' }),
  row('lama', { table: 'indicators', group: 'a', to: 2023 }),
  row('penerima', { table: 'recipients', group: 'a' }),
)
const fields = (form: FormId, more: Partial<CatalogueRow>) =>
  rowFaults(kinds[form], catalogue, row('', { from: 2026, ...more })).map(({ field }) => field)

const ratio = { kind: 'ratio', inputs: { numerator: 'A', denominator: 'B' } } as const
const share = { kind: 'ratio', inputs: { due: 'A', served: 'B' } } as const

describe('a new row', () => {
  it.each<[string, FormId, Partial<CatalogueRow>, string[]]>([
    ['is complete', 'lppd/tahunan', { table: 'indicators', group: 'a', formula: ratio }, []],
    ['stands in a part with catalogue rows', 'lppd/tahunan', { table: 'assistance' }, ['table']],
    ['has the group its part has', 'lppd/tahunan', { table: 'indicators', formula: ratio }, ['group']],
    ['has a group that is there', 'lppd/tahunan', { table: 'indicators', group: 'z', formula: ratio }, ['group']],
    ['has a formula where its part computes', 'lppd/tahunan', { table: 'indicators', group: 'a' }, ['formula.kind']],
    ['has none where it does not', 'lppd/tahunan', { table: 'checks', parent: 'ada', formula: ratio }, ['formula']],
    [
      'names all inputs and no others',
      'lppd/tahunan',
      { table: 'indicators', group: 'a', formula: { kind: 'ratio', inputs: { numerator: 'A', luas: 'B' } } },
      ['formula.inputs.denominator', 'formula.inputs.luas'],
    ],
    [
      'may be composed of the fields of its parts',
      'lppd/tahunan',
      { table: 'indicators', group: 'a', formula: { kind: 'composite', inputs: { weight: 'Bobot' } } },
      [],
    ],
    [
      'names the scale of a category',
      'lppd/tahunan',
      { table: 'indicators', group: 'a', formula: { kind: 'category', inputs: { step: 'Opini' } } },
      ['formula.scale'],
    ],
    ['stands below a row', 'lppd/tahunan', { table: 'checks' }, ['parent']],
    ['that is there', 'lppd/tahunan', { table: 'checks', parent: 'tidak-ada' }, ['parent']],
    ['that is there in its first year', 'lppd/tahunan', { table: 'checks', parent: 'lama' }, ['parent']],
    ['of the right part', 'lppd/tahunan', { table: 'checks', parent: 'penerima' }, ['parent']],
    [
      'is below none where its part is not',
      'lppd/tahunan',
      { table: 'indicators', group: 'a', parent: 'ada', formula: ratio },
      ['parent'],
    ],
    ['is computed as its form does', 'spm/triwulan', { table: 'recipients', group: 'a', formula: share }, []],
    [
      'and in no other way',
      'spm/triwulan',
      { table: 'recipients', group: 'a', formula: { kind: 'direct', inputs: { due: 'A' } } },
      ['formula.kind'],
    ],
    [
      'says what its part asks',
      'spm/triwulan',
      { table: 'quality', parent: 'penerima' },
      ['attrs.component', 'attrs.measure'],
    ],
    [
      'as one of the choices, and nothing else',
      'spm/triwulan',
      { table: 'quality', parent: 'penerima', attrs: { component: 'barang', measure: 'flow', warna: 'biru' } },
      ['attrs.warna', 'attrs.component'],
    ],
    [
      'weighs a number or what is typed',
      'lppd/tahunan',
      { table: 'parts', parent: 'ada', attrs: { weight: 'input' } },
      [],
    ],
    ['and no words', 'lppd/tahunan', { table: 'parts', parent: 'ada', attrs: { weight: 'berat' } }, ['attrs.weight']],
    [
      'has bounds in order',
      'lppd/tahunan',
      { table: 'checks', parent: 'ada', bounds: { min: '5', max: '1' } },
      ['bounds'],
    ],
    [
      'and bounds that are numbers',
      'lppd/tahunan',
      { table: 'checks', parent: 'ada', bounds: { min: '1,x' } },
      ['bounds.min'],
    ],
    ['does not end before it begins', 'lppd/tahunan', { table: 'checks', parent: 'ada', to: 2025 }, ['to']],
  ])('%s', (_, form, more, expected) => expect(fields(form, more)).toEqual(expected))
})
