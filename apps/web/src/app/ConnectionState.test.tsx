import { act, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { setSaveState } from '#sync/saveState.ts'
import { waitForTurn } from '#sync/transport/serverBusy.ts'
import { ConnectionState, unsentWords } from './ConnectionState.tsx'

afterEach(() => vi.unstubAllGlobals())

it.each([
  [{ waiting: 3, sending: 0, stuck: 0, onPage: 1 }, true, '2 di perangkat ini · 1 hanya di halaman ini'],
  [
    { waiting: 5, sending: 2, stuck: 1, onPage: 0 },
    true,
    '3 di perangkat ini · 2 sedang dikirim · 1 perlu Anda tinjau',
  ],
  [{ waiting: 5, sending: 0, stuck: 0, onPage: 0 }, false, '5 menunggu'],
])('says of %o where it is', (state, kept, words) => {
  expect(unsentWords(state, kept)).toBe(words)
})

const nothingLeft = () => {
  setSaveState('other reports', {})
  setSaveState('files', {})
}
const head = () => screen.getByRole('status').textContent

it('says that all is saved only after what an earlier visit left on this device was counted', () => {
  render(<ConnectionState />, { wrapper: MemoryRouter })
  expect(head()).toMatch(/^Daring *(Mode|$)/)
  act(() => setSaveState('open forms', { waiting: 1 }))
  expect(head()).toContain('Daring · 1 ')
  act(() => setSaveState('open forms', {}))
  act(() => setSaveState('other reports', {}))
  expect(head()).not.toContain('tersimpan')
  act(() => setSaveState('files', {}))
  expect(head()).toContain('Daring · semua tersimpan')
  act(() => setSaveState('other reports', null))
  expect(head()).not.toContain('tersimpan')
})

it.each([
  [false, 'Daring · semua tersimpanMode luring tidak tersedia'],
  [true, 'Daring · semua tersimpan'],
])('says on plain http that nothing works offline (secure: %s)', (secure, words) => {
  vi.stubGlobal('isSecureContext', secure)
  vi.stubGlobal('indexedDB', {})
  nothingLeft()
  render(<ConnectionState />, { wrapper: MemoryRouter })
  expect(head()).toBe(words)
})

it('says that something waits for a server that has no room, until it has', async () => {
  vi.useFakeTimers()
  render(<ConnectionState />, { wrapper: MemoryRouter })
  const turn = waitForTurn(4)
  await act(() => vi.advanceTimersByTimeAsync(3900))
  expect(head()).toMatch(/^Sistem sibuk, menunggu giliran/)
  await act(() => vi.advanceTimersByTimeAsync(200))
  await turn
  expect(head()).toMatch(/^Daring/)
  vi.useRealTimers()
})
