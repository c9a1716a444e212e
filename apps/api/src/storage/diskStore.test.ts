import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from './diskStore.ts'
import { FileMissing, type FileStore, FileTooLarge } from './fileStore.ts'

let folder: string
let store: FileStore
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'store-'))
  store = await diskStore(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const arriving = () => readdir(path.join(folder, 'incoming'))

describe('a store on disk', () => {
  it('measures and hashes what arrives, and gives it back by its hash', async () => {
    const received = await store.receive(Readable.from([Buffer.from('bukti '), Buffer.from('dukung')]), 100)
    expect(received).toMatchObject({ bytes: 12, sha256: sha('bukti dukung') })
    await store.keep(received)
    await store.keep(received)
    await store.drop(received)
    expect((await buffer(await store.read(received.sha256))).toString()).toBe('bukti dukung')
    expect(await arriving()).toEqual([])
  })

  it('keeps equal bytes once and does not touch those that are there', async () => {
    for (const _ of [1, 2]) {
      const received = await store.receive(Readable.from([Buffer.from('sama')]), 100)
      await store.keep(received)
      await store.drop(received)
    }
    const hash = sha('sama')
    expect(await readdir(path.join(folder, hash.slice(0, 2)))).toEqual([hash])
    expect(await readFile(path.join(folder, hash.slice(0, 2), hash), 'utf8')).toBe('sama')
    expect(await arriving()).toEqual([])
  })

  it('stops at the limit and leaves nothing behind', async () => {
    const stream = Readable.from([Buffer.alloc(60), Buffer.alloc(60)])
    await expect(store.receive(stream, 100)).rejects.toBeInstanceOf(FileTooLarge)
    expect(await arriving()).toEqual([])
  })

  it('leaves nothing behind when the sender goes away', async () => {
    const broken = new Readable({ read() {} })
    broken.push(Buffer.alloc(10))
    const receiving = store.receive(broken, 100)
    broken.destroy(new Error('gone'))
    await expect(receiving).rejects.toThrow('gone')
    expect(await arriving()).toEqual([])
  })

  it('says at once that bytes are missing', async () => {
    await expect(store.read('0'.repeat(64))).rejects.toBeInstanceOf(FileMissing)
  })

  it('forgets what was received and not kept', async () => {
    await store.drop(await store.receive(Readable.from([Buffer.from('batal')]), 100))
    const old = await store.receive(Readable.from([Buffer.from('lama')]), 100)
    const fresh = await store.receive(Readable.from([Buffer.from('baru')]), 100)
    await utimes(old.path, new Date(0), new Date(0))
    expect(await store.sweep(new Date(Date.now() - 3_600_000))).toBe(1)
    expect(await arriving()).toEqual([path.basename(fresh.path)])
    await store.drop(fresh)
  })
})
