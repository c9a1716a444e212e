import { expect, it } from 'vitest'
import { groupsAbove, linesUnder, recapTable, tablesBeside } from './recapLines.ts'
import { item, recap } from './testing/recap.ts'

it('puts below a figure its inputs and what was left out, but not its own parts', () => {
  const lines = linesUnder(recap.items.find(({ figure }) => figure.row === '')!, recap.items)
  expect(lines.map(({ item: { figure }, depth }) => [depth, figure.code, figure.row])).toEqual([
    [0, 'spm.urusanIndex', 'kesehatan'],
    [1, 'spm.index', 'ibu-hamil'],
    [1, 'spm.index', 'balita'],
    [0, 'spm.urusanIndex', 'sosial'],
    [1, 'spm.index', 'gepeng'],
  ])
})

it('has a column for each figure of the region, and a line for each row they share', () => {
  const under = (code: string, ...rows: string[]) => ({
    inputs: rows.map(row => ({ name: '', at: `figure:${code}/${row}`, value: '1' })),
  })
  const { columns, lines } = recapTable([
    item('spent', 'kesehatan', '4'),
    item('spent', 'sosial', '5'),
    item('share', 'sosial', '50'),
    item('spent', '', '9', under('spent', 'kesehatan', 'sosial')),
    item('share', '', '50', under('share', 'sosial')),
  ])
  expect(columns).toEqual(['spent', 'share'])
  expect(lines.map(({ row, cells }) => [row, ...cells.map(cell => cell?.figure.value)])).toEqual([
    ['kesehatan', '4', undefined],
    ['sosial', '5', '50'],
  ])
})

it('lists the rows themselves where no figure is above them', () => {
  const { columns, lines } = recapTable([item('ikk', 'kesehatan', '4'), item('ikk', 'sosial', null)])
  expect([columns, lines.map(({ row }) => row)]).toEqual([['ikk'], ['kesehatan', 'sosial']])
})

it('puts beside the figures of offices those by category, and nothing beside rows alone', () => {
  const offices = { inputs: [{ name: '', at: 'o:figure:sakip.office/', value: '80' }] }
  const own = [
    item('sakip.region', '', '80', offices),
    item('in', 'tinggi', '1', offices),
    item('in', 'rendah', '0', offices),
  ]
  expect(recapTable(own).lines).toEqual([])
  expect(tablesBeside(own).map(({ columns, lines }) => [columns, lines.map(({ row }) => row)])).toEqual([
    [['in'], ['tinggi', 'rendah']],
  ])
  expect(tablesBeside(recap.items)).toEqual([])
  expect(tablesBeside([item('ikk', 'kesehatan', '4'), item('completeness', '', '90')])).toEqual([])
})

it('groups the rows of a list under headings, where there are several groups', () => {
  const rows = ['a', 'b', 'c'].map((row, at) => ({ ...item('ikk', row, '1'), group: at < 2 ? 'Kesehatan' : 'Sosial' }))
  expect(groupsAbove(recapTable(rows).lines)).toEqual(['Kesehatan', null, 'Sosial'])
  expect(groupsAbove(recapTable(rows.slice(0, 2)).lines)).toEqual([null, null])
  expect(groupsAbove(recapTable(recap.items).lines).filter(Boolean)).toEqual([])
})
