import { expect, it } from 'vitest'
import { savedWords } from './LineState.tsx'

it.each([
  [{ waiting: 0, sending: 0, stuck: 0, onPage: 0 }, true, 'semua tersimpan'],
  [{ waiting: 3, sending: 0, stuck: 0, onPage: 1 }, true, '2 di perangkat ini · 1 hanya di halaman ini'],
  [
    { waiting: 5, sending: 2, stuck: 1, onPage: 0 },
    true,
    '3 di perangkat ini · 2 sedang dikirim · 1 perlu Anda tinjau',
  ],
  [{ waiting: 5, sending: 0, stuck: 0, onPage: 0 }, false, '5 menunggu'],
])('says of %o where it is', (state, kept, words) => {
  expect(savedWords(state, kept)).toBe(words)
})
