import { expect, it } from 'vitest'
import { partOf } from '#testing/partOf.ts'
import { emptyWords } from './emptyWords.ts'
import type { EditionSectionLine } from './queries.ts'

const section = (n: number, more: Partial<EditionSectionLine> = {}) =>
  partOf<EditionSectionLine>({
    ...{ id: `s${n}`, number: `1.${n}`, title: `Bagian ${n}`, hidden: false, optional: false, words: 0, has: [] },
    ...more,
  })
const said = (...sections: EditionSectionLine[]) =>
  emptyWords(partOf<Parameters<typeof emptyWords>[0]>({ chapters: [{ sections }] }))

it('names the sections that are empty and should not be', () => {
  expect(said(section(1, { words: 3 }), section(2, { optional: true }), section(3, { hidden: true }))).toBeNull()
  expect(said(section(1), section(2, { words: 9 }), section(3))).toBe('Masih kosong: 1.1 Bagian 1; 1.3 Bagian 3.')
})

it('counts those beyond the fifth', () => {
  expect(said(...Array.from({ length: 8 }, (_, n) => section(n + 1)))).toMatch(/; 1\.5 Bagian 5; dan 3 lainnya\.$/)
})
