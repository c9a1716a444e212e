import { expect, it } from 'vitest'
import { declaredWords } from './textOf.ts'

it.each([
  [{}, ''],
  [{ state: 'nil', reason: 'Tidak ada sasaran.' }, '(alasan: Tidak ada sasaran)'],
  [
    { reason: 'Belum terbit. Ditanyakan.', publisher: 'BPS', expected: 'Maret 2027' },
    '(alasan: Belum terbit. Ditanyakan; penerbit data: BPS; perkiraan terbit: Maret 2027)',
  ],
  [{ reason: { asTyped: 'x' }, publisher: ' ' }, '(alasan: x)'],
])('says why and until when: %j', (values, words) => {
  expect(declaredWords(values)).toBe(words)
})
