import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ReportLine } from '#sync/apiTypes.ts'
import { setCacheReader, writeOwnCached } from '#sync/cache/deviceCache.ts'
import { closeVault, keyOf, openVault } from '#sync/vault/vault.ts'
import { offlineNote } from './readyOffline.ts'

beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true)
  openVault({ person: 'siti', keys: [await keyOf(new Uint8Array(32))] })
  setCacheReader('siti/p1')
})
afterEach(() => {
  setCacheReader(null)
  closeVault()
  vi.unstubAllGlobals()
})

const line = (title: string, more: Partial<ReportLine>) =>
  ({ form: 'spm/triwulan', title, periodTitle: 'Triwulan I 2026', number: 1, ...more }) as ReportLine
const draft = line('SPM A', { status: 'draft', submission: 's1', obligation: 's1' })
const notCreated = line('SPM B', { status: 'not-begun', submission: null, obligation: 'o2' })
const head = { form: 'spm/triwulan', formVersion: 1 }
const keep = async (...addresses: [string, unknown][]) => {
  for (const [address, data] of addresses) await writeOwnCached(`/api/v1${address}`, data)
}

it('says which reports can be worked on offline, and which are not on this device', async () => {
  expect(await offlineNote([])).toBe('')
  expect(await offlineNote([draft, notCreated])).toBe(
    'Belum ada di perangkat ini, sambungkan dahulu ke jaringan: SPM A, Triwulan I 2026; SPM B, Triwulan I 2026.',
  )
  await keep(['/submissions/s1', head], ['/submissions/s1/form', {}], ['/submissions/s1/answers?revs=true', {}])
  // without the form's version it does not open
  expect(await offlineNote([draft])).toContain('Belum ada')
  await keep(['/forms/spm/triwulan/versions/1', {}])
  expect(await offlineNote([draft, notCreated])).toBe(
    'Dapat dikerjakan tanpa jaringan di perangkat ini: SPM A, Triwulan I 2026. Belum ada di perangkat ini, sambungkan dahulu ke jaringan: SPM B, Triwulan I 2026.',
  )
  await keep(['/obligations/o2/draft', { submission: head }])
  expect(await offlineNote([draft, notCreated])).toBe(
    'Semua laporan yang dapat dikerjakan sekarang ada di perangkat ini dan dapat dikerjakan tanpa jaringan.',
  )
})
