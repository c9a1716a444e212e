import { expect, it } from 'vitest'
import { spellCode } from './spellCode.ts'

// the API's alphabet for codes
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

it('keeps the groups of a code', () =>
  expect(spellCode('k7-2M')).toEqual([
    [
      { at: 0, letter: 'K', word: 'Kendari' },
      { at: 1, letter: '7', word: 'tujuh' },
    ],
    [
      { at: 2, letter: '2', word: 'dua' },
      { at: 3, letter: 'M', word: 'Medan' },
    ],
  ]))

it('has a distinct word for every letter, starting with that letter', () => {
  const spelled = spellCode(alphabet).flat()
  expect(new Set(spelled.map(one => one.word)).size).toBe(alphabet.length)
  for (const { letter, word } of spelled) if (/[A-Z]/.test(letter)) expect(word[0]).toBe(letter)
})
