import { expect, it } from 'vitest'
import { type Kept, withDone } from './withDone.ts'

const lines = (...ids: string[]) => ids.map(id => ({ id }))
const kept = (id: string, at: number, sentence: string | null, open = false): Kept<{ id: string }> => ({
  line: { id },
  at,
  sentence,
  open,
})
const words = (shown: ReturnType<typeof withDone>) =>
  shown.map(({ line, sentence, gone }) => `${line.id}${gone ? ' gone' : ''}${sentence === null ? '' : `: ${sentence}`}`)

it('leaves what was done where it was once its list no longer has it', () => {
  const first = kept('b', 1, 'diperpanjang')
  expect(words(withDone(lines('a', 'c'), [first]))).toEqual(['a', 'b gone: diperpanjang', 'c'])
  expect(words(withDone(lines('a'), [first, kept('c', 2, 'juga')]))).toEqual([
    'a',
    'b gone: diperpanjang',
    'c gone: juga',
  ])
  expect(words(withDone([], [first]))).toEqual(['b gone: diperpanjang'])
})

it('says it in the line while the list has it still, or has it again', () => {
  const first = kept('b', 1, 'diperpanjang')
  expect(words(withDone(lines('a', 'b', 'c'), [first]))).toEqual(['a', 'b: diperpanjang', 'c'])
  expect(words(withDone(lines('b', 'a'), [first]))).toEqual(['b: diperpanjang', 'a'])
})

it('keeps a line whose panel is open where it was', () => {
  expect(words(withDone(lines('a', 'c'), [kept('b', 1, null, true)]))).toEqual(['a', 'b gone', 'c'])
})
