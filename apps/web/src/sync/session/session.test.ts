import { partOf } from '#testing/partOf.ts'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Me } from '../apiTypes.ts'
import { idbOutboxStore } from '../outbox/idbOutboxStore.ts'
import type { StoredChange } from '../outbox/pending.ts'
import { idbFileStore } from '../uploads/idbFileStore.ts'
import type { WaitingFile } from '../uploads/waitingFile.ts'
import { database } from '../vault/database.ts'
import { VaultClosedError, vault } from '../vault/vault.ts'
import { closeDevice, openDevice, openOffline } from './session.ts'

const sentinel = 'penerima bantuan di Sebatik'
const keys = ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']
const me = (id: string, deviceKey = keys[0] ?? '') =>
  partOf<Me>({
    person: { id, name: `Nama ${id}`, username: `${id}.nunukan`, nip: null },
    post: { id: 'p1' },
    now: '2026-11-27T01:00:00.000Z',
    deviceKey,
  })
const change: StoredChange = {
  changeId: 'c1',
  pointer: '/rows/1/remark',
  op: 'set',
  value: sentinel,
  base: 0,
  at: '2026-11-27T01:00:00.000Z',
  order: 1,
  state: 'waiting',
} as StoredChange
const file = { id: 'f1', person: 'siti', fileName: `${sentinel}.pdf`, title: '' } as WaitingFile
const inTime = () => false
const opens = (name: string, password: string) => openOffline(name, password, inTime).then(found => found?.person.id)
/** A password is stretched for a while, on a busy machine for seconds. */
const withinSeconds = { timeout: 10_000 }
const locked = () =>
  vi.waitFor(async () => expect(await (await database()).count('locks')).toBeGreaterThan(0), withinSeconds)

beforeEach(() => vi.stubGlobal('isSecureContext', true))
afterEach(async () => {
  closeDevice()
  for (const store of ['unsent', 'copies', 'locks'] as const) await (await database()).clear(store)
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('data on the device', () => {
  it('is encrypted: no text, name or file of the user can be read in it', async () => {
    await openDevice(me('siti'), 'sandi siti')
    await locked()
    await idbOutboxStore('siti', 's1').write([change], [], [
      { pointer: '/x', op: 'set', value: sentinel, rev: 2 },
    ] as never)
    await idbFileStore.put(file, new Blob([sentinel], { type: 'text/plain' }))
    const db = await database()
    const rows = await Promise.all([...db.objectStoreNames].map(name => db.getAll(name)))
    const text = rows.flat().map(textOf).join(' ')
    expect(rows.flat().length).toBeGreaterThan(3)
    for (const clear of [sentinel, 'Nama siti', 'siti.nunukan']) expect(text).not.toContain(clear)
    expect(text).toContain('s1 /x 2')
    expect(await idbOutboxStore('siti', 's1').load()).toMatchObject([{ value: sentinel }])
    expect(await idbOutboxStore('siti', 's1').recall(1)).toMatchObject([{ value: sentinel }])
    expect(await idbFileStore.list('siti')).toMatchObject([{ fileName: file.fileName }])
  })
  it('is neither read nor written while another user is signed in here', async () => {
    await openDevice(me('siti'))
    await idbOutboxStore('siti', 's1').write([change], [])
    await openDevice(me('budi', keys[1]))
    await expect(idbOutboxStore('siti', 's1').load()).rejects.toBeInstanceOf(VaultClosedError)
    await expect(idbOutboxStore('siti', 's1').write([change], [])).rejects.toBeInstanceOf(VaultClosedError)
    await openDevice(me('siti'))
    expect(await idbOutboxStore('siti', 's1').load()).toMatchObject([{ value: sentinel }])
  })
})

describe('an offline start', () => {
  it('is possible as soon as the user is signed in, however soon he or she goes on', async () => {
    await openDevice(me('siti'), 'sandi siti')
    closeDevice()
    expect(await (await database()).count('locks')).toBe(1)
  })
  it('unlocks by name and password, with the clock moved on; a wrong one unlocks and deletes nothing', async () => {
    await openDevice(me('siti'), 'sandi siti')
    await locked()
    await idbOutboxStore('siti', 's1').write([change], [])
    closeDevice()
    for (const [name, password] of [
      ['siti.nunukan', 'sandi budi'],
      ['budi.nunukan', 'sandi siti'],
      ['', ''],
    ] as const)
      expect(await opens(name, password)).toBeUndefined()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 86_400_000)
    const found = await openOffline(' Siti.Nunukan', 'sandi siti', inTime)
    expect([found?.person.id, found?.now.slice(0, 13), found?.deviceKey]).toEqual(['siti', '2026-11-28T01', null])
    expect(await idbOutboxStore('siti', 's1').load()).toMatchObject([{ value: sentinel }])
  })
  it('distinguishes several users', async () => {
    await openDevice(me('siti'), 'sandi siti')
    await openDevice(me('budi', keys[1]), 'sandi budi')
    await vi.waitFor(async () => expect(await (await database()).count('locks')).toBe(2), withinSeconds)
    closeDevice()
    expect(await opens('siti.nunukan', 'sandi siti')).toBe('siti')
    expect(await opens('budi.nunukan', 'sandi budi')).toBe('budi')
  })
  it('unlocks nothing by a password once the server has confirmed a session', async () => {
    await openDevice(me('siti'), 'sandi siti')
    await locked()
    closeDevice()
    let late = false
    const opening = openOffline('siti.nunukan', 'sandi siti', () => late)
    await openDevice(me('budi', keys[1]))
    late = true
    expect(await opening).toBeNull()
    expect(vault()?.person).toBe('budi')
  })
  it('unlocks what was encrypted with a key that the server has lost, online and offline', async () => {
    await openDevice(me('siti'), 'sandi siti')
    await locked()
    await idbOutboxStore('siti', 's1').write([change], [])
    closeDevice()
    const unsent = [expect.objectContaining({ value: sentinel })]
    // as on a phone that takes longer than a user is kept waiting
    const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
    vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation(async (...of) => {
      await new Promise(go => setTimeout(go, 3000))
      return derive(...of)
    })
    await openDevice(me('siti', keys[1]), 'sandi siti')
    expect(await idbOutboxStore('siti', 's1').load()).toEqual(unsent)
    vi.restoreAllMocks()
    closeDevice()
    expect(await opens('siti.nunukan', 'sandi siti')).toBe('siti')
    expect(await idbOutboxStore('siti', 's1').load()).toEqual(unsent)
    // the connection is back: what was open stays open before any password is judged
    await openDevice(me('siti', keys[1]))
    expect(await idbOutboxStore('siti', 's1').load()).toEqual(unsent)
  })
  it('unlocks by the new password after a change, no longer by the old one, with everything unsent', async () => {
    await openDevice(me('siti'), 'sandi lama')
    await locked()
    await idbOutboxStore('siti', 's1').write([change], [])
    const before = await (await database()).getAllKeys('locks')
    await openDevice(me('siti'), 'sandi baru')
    await vi.waitFor(
      async () => expect(await (await database()).getAllKeys('locks')).not.toEqual(before),
      withinSeconds,
    )
    closeDevice()
    expect(await opens('siti.nunukan', 'sandi lama')).toBeUndefined()
    expect(await opens('siti.nunukan', 'sandi baru')).toBe('siti')
    expect(await idbOutboxStore('siti', 's1').load()).toMatchObject([{ value: sentinel }])
  })
})

/** Everything stored, with its bytes read as text. */
function textOf(value: unknown): string {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value as ArrayBuffer)
  if (value !== null && typeof value === 'object') return Object.values(value).map(textOf).join(' ')
  return String(value)
}
