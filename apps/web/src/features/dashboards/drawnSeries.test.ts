import { expect, it } from 'vitest'
import { saidCoverage } from './drawnSeries.ts'

const said = (owed: number, reported: number, approved: number) =>
  saidCoverage({ covers: 'layanan' }, { value: '1', coverage: { owed, reported, approved }, to: null })

it('says how much of what is owed a value covers, and of one report whether it is provisional', () => {
  expect(said(29, 27, 20)).toBe('27 dari 29 layanan')
  expect(said(29, 29, 20)).toBe('29 layanan')
  expect(said(1, 1, 0)).toBe('sementara')
  expect(said(1, 1, 1)).toBe('')
  expect(said(1, 0, 0)).toBe('0 dari 1 layanan')
})
