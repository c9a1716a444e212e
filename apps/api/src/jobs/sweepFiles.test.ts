import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { openDatabase } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from '#storage/diskStore.ts'
import { type Content, FileMissing, type FileStore, paperAddress } from '#storage/fileStore.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { beginPieces } from '#testing/pieces.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'
import { sweepFiles } from './sweepFiles.ts'

let api: TestApi
let team: Filing
let folder: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  folder = await mkdtemp(path.join(tmpdir(), 'sweep-'))
})
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

const sha = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

const keyOf = (content: Content) => ('path' in content ? content.path : '')

/** A store as an object store is one: objects by key, each with the time it was put. */
const objects = (uploads: FileStore['uploads']): FileStore & { age: (key: string, at: Date) => void } => {
  const all = new Map<string, { body: Buffer; at: Date }>()
  return {
    uploads,
    age: (key, at) => Object.assign(all.get(key) ?? {}, { at }),
    async receive(stream) {
      const body = await buffer(stream)
      const key = `incoming/${all.size}`
      all.set(key, { body, at: new Date() })
      return { content: { path: key }, head: body, bytes: body.length, sha256: sha(body) }
    },
    async keep({ content, sha256 }, address = sha256) {
      if (!all.has(address)) all.set(address, { body: all.get(keyOf(content))!.body, at: new Date() })
    },
    drop: async ({ content }) => void all.delete(keyOf(content)),
    async read(address) {
      const found = all.get(address)
      if (!found) throw new FileMissing(address)
      return Readable.from([found.body])
    },
    async sweep(before) {
      const old = [...all].filter(([key, { at }]) => key.startsWith('incoming/') && at < before)
      for (const [key] of old) all.delete(key)
      return old.length
    },
    async *kept(before) {
      for (const [key, { at }] of [...all]) if (!key.startsWith('incoming/') && at < before) yield key
    },
    remove: async address => void all.delete(address),
  }
}

const stores = {
  'a store on disk': async () => {
    const store = await diskStore(await mkdtemp(path.join(folder, 'disk-')))
    return store
  },
  'an object store': async () => objects((await diskStore(await mkdtemp(path.join(folder, 'objects-')))).uploads),
}

const is = (store: FileStore, address: string) =>
  store.read(address).then(
    stream => Boolean(stream.destroy()),
    () => false,
  )
const keep = async (store: FileStore, text: string, address?: string) => {
  const received = await store.receive(Readable.from([Buffer.from(text)]), 1000)
  await store.keep(received, address)
  await store.drop(received)
  return address ?? received.sha256
}

describe('the sweep', () => {
  for (const [name, open] of Object.entries(stores))
    it(`lets go of what no row names, after a day, in ${name}`, async () => {
      const store = await open()
      const id = await team.begin()
      const named = sha(pdf(name))
      await upload(team.operator, id, { file: { content: pdf(name) } })
      await keep(store, pdf(name).toString())
      const orphan = await keep(store, `${name}: tanpa baris`)
      const paper = await keep(store, 'naskah', paperAddress(sha('naskah')))
      const left = await store.receive(Readable.from([Buffer.alloc(300_000)]), 1e6)
      const in_ = async (days: number) => sweepFiles(api.db, store, new Date(Date.now() + days * 86_400_000))
      expect(await in_(0.9)).toBe(0)
      expect(await in_(1.1)).toBe(2)
      expect([await is(store, named), await is(store, orphan), await is(store, paper)]).toEqual([true, false, true])
      await expect(store.keep(left)).rejects.toThrow()
      expect(await in_(36)).toBe(1)
      expect([await is(store, named), await is(store, paper)]).toEqual([true, false])
    })

  it('keeps what a revision names, also where its row is gone', async () => {
    const store = await diskStore(api.config.filesDir)
    const id = await team.begin()
    const content = pdf('dibekukan')
    await upload(team.operator, id, { file: { content } })
    await team.through(id, ['operator', 'submit'])
    const superuser = openDatabase({ url: api.superuserUrl, max: 1 })
    await superuser.pool.query('DELETE FROM attachment WHERE submission_id = $1', [id])
    await superuser.close()
    await sweepFiles(api.db, store, new Date(Date.now() + 90 * 86_400_000))
    expect(await is(store, sha(content))).toBe(true)
  })

  it('forgets what was counted of an upload whose bytes are gone, and of no other', async () => {
    const store = await diskStore(api.config.filesDir)
    const id = await team.begin()
    await beginPieces(team.operator, id, crypto.randomUUID(), 10, Buffer.from('%PDF'))
    await beginPieces(team.operator, id, crypto.randomUUID(), 20, Buffer.from('%PDF'))
    const uploads = path.join(api.config.filesDir, 'uploads')
    const counted = async () =>
      (await api.db.pool.query<{ bytes: number }>('SELECT bytes FROM upload WHERE submission_id = $1', [id])).rows
    const [gone] = (await api.db.pool.query('SELECT name FROM upload WHERE submission_id = $1 AND bytes = 10', [id]))
      .rows
    for (const file of await readdir(uploads))
      if (file.startsWith(gone.name)) await utimes(path.join(uploads, file), daysAgo(36), daysAgo(36))
    await sweepFiles(api.db, store, new Date())
    expect(await counted()).toHaveLength(2)
    await sweepFiles(api.db, store, new Date(Date.now() + 1.1 * 86_400_000))
    expect(await counted()).toEqual([{ bytes: 20 }])
  })
})
