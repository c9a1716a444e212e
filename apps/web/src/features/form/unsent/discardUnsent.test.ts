import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { enter, keyOf } from '#sheet/answers/liveStores.ts'
import { newId } from '#sync/newId.ts'
import { idbOutboxStore } from '#sync/outbox/idbOutboxStore.ts'
import type { StoredChange } from '#sync/outbox/pending.ts'
import { putQueuedSubmit, type QueuedSubmit, readQueue } from '#sync/outbox/queuedSubmits.ts'
import { idbFileStore } from '#sync/uploads/idbFileStore.ts'
import { readDraftText, writeDraftText } from '#sync/vault/draftTexts.ts'
import { openTestVault } from '#sync/vault/openTestVault.ts'
import { discardUnsent } from './discardUnsent.ts'
import { unsentOf } from './unsentOf.ts'

beforeEach(() => vi.stubGlobal('isSecureContext', true))

const change = (): StoredChange => ({
  changeId: newId(),
  pointer: '/counts/kunjungan/reached',
  op: 'set',
  value: '4600',
  base: 0,
  at: '2026-07-10T02:00:00.000Z',
  order: 1,
  state: 'waiting',
})
const queuedSubmit = (person: string, state: QueuedSubmit['state'] = 'waiting'): QueuedSubmit => ({
  person,
  submission: newId(),
  post: '',
  title: 'Formulir karangan',
  at: '2026-07-10T02:00:00.000Z',
  key: newId(),
  state,
  said: '',
})
const file = (person: string) => ({
  id: newId(),
  person,
  post: '',
  submission: newId(),
  anchor: '',
  title: 'Daftar hadir',
  number: '',
  date: '',
  page: '',
  fileName: 'daftar.pdf',
  bytes: 3,
  sha256: undefined,
  photo: null,
  replaces: undefined,
  order: 1,
  state: 'waiting' as const,
  message: '',
  begun: false,
})
/** An edit, a queued submission and a file, each of a report of its own; and a draft of a note. */
async function fill(person: string): Promise<void> {
  await openTestVault(person)
  await idbOutboxStore(person, newId()).write([change()], [])
  await putQueuedSubmit(queuedSubmit(person))
  await idbFileStore.put(file(person), new Blob(['abc']))
  await writeDraftText(person, 'r1 note', 'Lengkapi.')
}

it('removes edits, queued submissions, files and draft texts of this user from the device, and nothing of another', async () => {
  const [mine, other] = [newId(), newId()]
  await fill(other)
  await fill(mine)
  const done = queuedSubmit(mine, 'sent')
  await putQueuedSubmit(done)
  expect((await unsentOf(mine)).size).toBe(3)
  await discardUnsent(mine, '')
  expect(await unsentOf(mine)).toEqual(new Map())
  expect(await readDraftText(mine, 'r1 note')).toBeUndefined()
  // the server's message is still to be read
  expect(await readQueue(mine)).toEqual([done])
  await openTestVault(other)
  expect((await unsentOf(other)).size).toBe(3)
  expect(await readDraftText(other, 'r1 note')).toBe('Lengkapi.')
})

it('counts an attached file whose description is not saved apart from files that are not attached', async () => {
  const person = newId()
  await openTestVault(person)
  const waiting = file(person)
  const said = { ...file(person), submission: waiting.submission, unsaid: { page: '2' } }
  await idbFileStore.put(waiting, new Blob(['abc']))
  await idbFileStore.put(said)
  expect([...(await unsentOf(person)).values()]).toMatchObject([{ files: 1, descriptions: 1 }])
})

it('discards it in an open form too, which then shows the server’s values', async () => {
  const [person, submission] = [newId(), newId()]
  await openTestVault(person)
  const { store } = openInvented({
    disk: idbOutboxStore(person, submission),
    line: () => Promise.reject(new Error('no line')),
  })
  await enter(keyOf(person, submission), store)
  const at = '/counts/kunjungan/reached'
  const before = store.cell(at)
  store.set(at, '4600')
  store.outbox.flush()
  await vi.waitFor(() => expect(store.outbox.state().failure).not.toBeNull())
  await discardUnsent(person, '')
  expect(store.cell(at)).toBe(before)
  expect(store.outbox.state().waiting).toBe(0)
  await store.outbox.saved()
  expect(await unsentOf(person)).toEqual(new Map())
})
