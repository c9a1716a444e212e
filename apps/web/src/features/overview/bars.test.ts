import { expect, it } from 'vitest'
import { barWidths } from './barWidths.ts'
import { placed } from './StackedBar.tsx'
import { piecesOf } from './Totals.tsx'

it('draws percentages against a hundred and other numbers against the largest', () => {
  expect(barWidths(['93.5', '50', null])).toEqual([93.5, 50, 0])
  expect(barWidths(['5', '10'])).toEqual([50, 100])
  expect(barWidths(['200', '100', '-5'])).toEqual([100, 50, 0])
  expect(barWidths([null, '0'])).toEqual([0, 0])
})

it('splits a total into pieces that add up to it', () => {
  const pieces = piecesOf({ reportType: 'spm', all: 20, begun: 11, submitted: 9, approved: 4, late: 1 })
  expect(pieces.map(piece => [piece.id, piece.size])).toEqual([
    ['approved', 4],
    ['submitted', 5],
    ['begun', 2],
    ['rest', 9],
  ])
  const bars = placed(pieces, 20)
  expect(bars.at(-1)).toMatchObject({ x: 55, width: 45 })
  expect(placed(pieces, 0)).toEqual([])
})
