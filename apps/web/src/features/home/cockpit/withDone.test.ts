import { expect, it } from 'vitest'
import { withDone } from './withDone.ts'

const lines = (...ids: string[]) => ids.map(id => ({ id }))
const words = (shown: ReturnType<typeof withDone>) => shown.map(({ line, sentence }) => sentence ?? line.id)

it('leaves what was done where it was, whether the list was read again or not', () => {
  const first = { line: { id: 'b' }, sentence: 'diperpanjang', at: 1 }
  expect(words(withDone(lines('a', 'b', 'c'), [first]))).toEqual(['a', 'diperpanjang', 'c'])
  expect(words(withDone(lines('a', 'c'), [first]))).toEqual(['a', 'diperpanjang', 'c'])
  const second = { line: { id: 'c' }, sentence: 'juga', at: 2 }
  expect(words(withDone(lines('a'), [first, second]))).toEqual(['a', 'diperpanjang', 'juga'])
  expect(words(withDone([], [first]))).toEqual(['diperpanjang'])
})
