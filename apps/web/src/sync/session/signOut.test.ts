import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lockedFor, rememberSignedIn, wasSignedIn } from './signedInHint.ts'
import { lockWhatWasLeft } from './signOut.ts'

const untouchedFor = (minutes: number) => localStorage.setItem('sepakat.touched', String(Date.now() - minutes * 60_000))

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('indexedDB', {})
  rememberSignedIn()
})
afterEach(() => vi.unstubAllGlobals())

it('restores a page that was closed instead of signed out for a quarter of an hour, then by the password alone', () => {
  untouchedFor(14)
  lockWhatWasLeft()
  expect(wasSignedIn()).toBe(true)
  untouchedFor(15)
  lockWhatWasLeft()
  expect([wasSignedIn(), lockedFor()]).toEqual([false, ''])
  expect(localStorage.getItem('sepakat.session-to-end')).toBe('locked')
})
it('locks no screen where nothing is stored', () => {
  vi.stubGlobal('isSecureContext', false)
  untouchedFor(60)
  lockWhatWasLeft()
  expect(wasSignedIn()).toBe(true)
})
