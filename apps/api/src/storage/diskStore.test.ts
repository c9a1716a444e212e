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
const large = (text: string) => Readable.from([Buffer.alloc(300_000, 'x'), Buffer.from(text)])

const pathOf = async (stream: Readable): Promise<string> => {
  const { content } = await store.receive(stream, 1e6)
  return 'path' in content ? content.path : 'in memory'
}

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

  it('writes a small file when it is kept, and a large one as it comes', async () => {
    const small = await store.receive(Readable.from([Buffer.from('kecil')]), 100)
    expect([small.content, await arriving()]).toEqual([{ held: Buffer.from('kecil') }, []])
    const [received, other] = [await store.receive(large('besar'), 1e6), await store.receive(large('lain'), 1e6)]
    expect((await arriving()).length).toBe(2)
    await store.drop(small)
    for (const it of [received, other]) {
      await store.keep(it)
      await store.drop(it)
    }
    const kept = await buffer(await store.read(received.sha256))
    expect([kept.length, kept.toString('latin1', 299_999), sha(kept.toString())]).toEqual([
      300_005,
      'xbesar',
      received.sha256,
    ])
    expect(await arriving()).toEqual([])
  })

  it('holds small files only as far as there is room, until they are dropped', async () => {
    const some = () => store.receive(Readable.from([Buffer.alloc(200_000, 'y')]), 1e6)
    const all = await Promise.all(Array.from({ length: 90 }, some))
    const onDisk = (await arriving()).length
    expect([onDisk > 0, onDisk < 20]).toEqual([true, true])
    for (const one of all) {
      await store.drop(one)
      await store.drop(one)
    }
    expect(await arriving()).toEqual([])
    const again = await some()
    expect(again.content).toHaveProperty('held')
    await store.drop(again)
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
    const old = await pathOf(large('lama'))
    const fresh = await pathOf(large('baru'))
    await utimes(old, new Date(0), new Date(0))
    expect(await store.sweep(new Date(Date.now() - 3_600_000))).toBe(1)
    expect(await arriving()).toEqual([path.basename(fresh)])
  })
})
