import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { LineState, savedWords } from './LineState.tsx'

afterEach(() => vi.unstubAllGlobals())

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

it.each([
  [false, 'Daring · semua tersimpanMode luring tidak tersedia'],
  [true, 'Daring · semua tersimpan'],
])('says on plain http that nothing works without a line (secure: %s)', (secure, words) => {
  vi.stubGlobal('isSecureContext', secure)
  vi.stubGlobal('indexedDB', {})
  render(<LineState />, { wrapper: MemoryRouter })
  expect(screen.getByRole('status').textContent).toBe(words)
})
