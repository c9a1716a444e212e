import { clipboardText, pastedBlock, pastedLines } from '@sepakat/documents/spreadsheet/pastedBlock.ts'
import type { Block, Cell, Row } from '@sepakat/rules'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { describe, expect, it } from 'vitest'
import { idOf, inventedCatalogue, inventedKind, inventedScope } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { partOf } from '#testing/partOf.ts'
import { filledColumns } from '../rows/grid/useFilledTable.tsx'
import { pastedWords, pasteInto } from './pasteInto.ts'

describe('a spreadsheet block on the clipboard', () => {
  it.each([
    [
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\r\n2\r\n3', [['1'], ['2'], ['3']]],
    ['a\t\tb', [['a', '', 'b']]],
    ['"dua\nbaris"\t"kata ""dikutip"""\n', [['dua\nbaris', 'kata "dikutip"']]],
    ['\t5', [['', '5']]],
  ])('%j', (text, rows) => {
    expect(pastedBlock(text)).toEqual(rows)
  })

  it('is written and read back unchanged', () => {
    const rows = [
      ['a', 'dua\nbaris', ''],
      ['"kata"', 'tab\tdi dalam', '12 "inci"'],
    ]
    expect(pastedLines(clipboardText(rows))).toEqual(rows)
  })

  it('is no block when it is one cell', () => {
    expect(pastedBlock('1.234')).toBeNull()
    expect(pastedBlock('12 "inci" panjang')).toBeNull()
    expect(pastedBlock('5\n')).toBeNull()
  })
})

function into(block: (blocks: ReturnType<ReturnType<typeof openInvented>['store']['sections']>) => Block | undefined) {
  const { store } = openInvented()
  const found = block(store.sections())!
  const columns = filledColumns(inventedKind, inventedScope(), found, null)
  const paste = (row: string, field: string, text: string) => {
    const pasted = pasteInto({
      store,
      lines: found.rows,
      list: found,
      columns,
      scales: { scope: inventedScope(), rules: defaultRuleSet, catalogue: inventedCatalogue },
      from: { table: found.table, row, field },
      cells: pastedBlock(text) ?? [[text]],
    })
    if (!pasted) throw new Error('no cell of the table')
    return pasted
  }
  return { store, paste }
}
const parts = () => into(sections => sections[0]?.blocks[0]?.rows[0]?.blocks[0])
const costs = () => into(sections => sections.find(({ id }) => id === 'works')?.blocks[0]?.rows[0]?.blocks[0])

describe('pasting a block', () => {
  it('fills rows down and columns to the right, each value read as pasted', () => {
    const { store, paste } = parts()
    const result = paste('kematian.desa', 'required', '1.500,5\t(3)\n1.234\tabc\n')
    expect(store.cells.answers().parts).toEqual({
      'kematian.desa': { required: '1500.5', met: '-3' },
      'kematian.kota': { required: { asTyped: '1.234' }, met: { asTyped: 'abc' } },
    })
    expect(result).toEqual({
      cells: 4,
      rows: 0,
      unsure: ['/parts/kematian.kota/required', '/parts/kematian.kota/met'],
      left: 0,
    })
    expect(pastedWords(result)).toBe('4 isian ditempel, 2 perlu dipastikan.')
  })

  it('has no ambiguous whole numbers and amounts of money, however they were written', () => {
    const { store, paste } = costs()
    expect(paste(idOf(5), 'what', 'Pasir\t2.000\nBatu\t3,000\n').unsure).toEqual([])
    expect(Object.values(store.cells.answers().costs ?? {}).map(({ price }) => price)).toEqual(['2000', '3000'])
  })

  it('reads a number by its unit, also where that is to the right of it', () => {
    const cells = new Map<string, Cell | null>()
    const fields = { required: 'Perlu', met: 'Ada', unit: 'Satuan' }
    const line = partOf<Row>({ table: 'quality', id: 'q1', fields })
    const pasted = pasteInto({
      store: partOf<FormStore>({
        history: partOf<FormStore['history']>({ group: <T>(work: () => T) => work() }),
        isWritable: () => true,
        cell: at => cells.get(at) ?? undefined,
        set: (at, cell) => cells.set(at, cell),
      }),
      lines: [line],
      list: null,
      columns: Object.keys(fields).map(field => ({
        field,
        spec: field === 'unit' ? { type: 'text', label: '', max: 60 } : { type: 'number', label: '' },
      })),
      scales: { scope: inventedScope(), rules: defaultRuleSet, catalogue: inventedCatalogue },
      from: { table: 'quality', row: 'q1', field: 'required' },
      cells: [['50 %', '1.250', 'orang']],
    })
    expect(Object.fromEntries(cells)).toEqual({
      '/quality/q1/required': { asTyped: '50 %' },
      '/quality/q1/met': '1250',
      '/quality/q1/unit': 'orang',
    })
    expect(pasted?.unsure).toEqual(['/quality/q1/required'])
  })

  it('is undone as one step', () => {
    const { store, paste } = parts()
    const before = store.cells.answers()
    paste('kematian.desa', 'required', '1\t2\n3\t4')
    store.undo()
    expect(store.cells.answers()).toEqual(before)
  })

  it('reports what had no place, and leaves empty cells alone', () => {
    const { store, paste } = parts()
    store.set('/parts/kematian.desa/met', '9')
    const result = paste('kematian.kota', 'met', '\t7\n8')
    expect(store.cells.answers().parts).toEqual({ 'kematian.desa': { met: '9' } })
    expect(result).toMatchObject({ cells: 0, left: 2 })
  })

  it('adds rows to a list that users fill', () => {
    const { store, paste } = costs()
    const result = paste(idOf(5), 'what', 'Pasir\t2000\nBatu\t3.000.000\n')
    const own = Object.values(store.cells.answers().costs ?? {})
    expect(result).toMatchObject({ rows: 1, cells: 4, unsure: [] })
    expect(own.map(({ what, price }) => [what, price])).toEqual([
      ['Pasir', '2000'],
      ['Batu', '3000000'],
    ])
  })

  it('writes nothing where the form is read-only', () => {
    const { store, paste } = parts()
    store.setAccess({ open: false, anchors: null })
    expect(paste('kematian.desa', 'required', '1\t2')).toMatchObject({ cells: 0, left: 2 })
    expect(store.cells.answers().parts).toBeUndefined()
  })
})
