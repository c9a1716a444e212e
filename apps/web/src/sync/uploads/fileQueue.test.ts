import type { ProblemCode } from '@sepakat/contract'
import { partOf } from '#testing/partOf.ts'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { uploadWords } from '#features/form/attach/uploadWords.ts'
import { NoAnswerError, ProblemError } from '../problems/ProblemError.ts'
import { openTestVault } from '../vault/openTestVault.ts'
import { fileFault, titleOf } from './fileFault.ts'
import type { Upload } from './fileListOf.ts'
import { type FileQueue, fileQueueOf } from './fileQueue.ts'
import { fileRoom } from './fileRoom.ts'
import { hashOf } from './hashOf.ts'
import { idbFileStore } from './idbFileStore.ts'
import type { Attachment, SayOfFile, SendFile } from './sendFile.ts'
import { uploadsOf } from './uploads.ts'
import type { FileStore, WaitingFile } from './waitingFile.ts'

/** jsdom decodes no images: a file named as a photograph is one. */
const shrink = async (chosen: File) => (chosen.name === 'foto.png' ? new File(['kecil'], 'foto.jpg') : null)

const file = (name: string, content = 'isi') => new File([content], name)
const problem = (code: ProblemCode, status = 422) =>
  new ProblemError({
    type: '',
    title: 'Berkas tidak diterima',
    status,
    code,
    detail: 'Simpan tanpa makro.',
    instance: 'r',
  })

const queues: FileQueue[] = []
// jsdom's own cannot be cloned, and so not stored
const { Blob: cloned } = await vi.importActual<{ Blob: typeof Blob }>('node:buffer')
beforeEach(async () => {
  vi.stubGlobal('Blob', cloned)
  await openTestVault('siti')
})
afterEach(async () => {
  for (const queue of queues.splice(0)) queue.stop()
  vi.unstubAllGlobals()
  for (const person of ['siti', 'budi']) {
    await openTestVault(person)
    for (const { id } of await idbFileStore.list(person)) await idbFileStore.remove(id)
  }
})

/** A `send` for tests that ignore the response. */
type Send = (...of: Parameters<SendFile>) => Promise<unknown>
const open = (
  send: Send,
  {
    say = (async () => partOf<Attachment>({})) as SayOfFile,
    person = 'siti',
    post = 'p1',
    device = idbFileStore as FileStore | null,
    submission = 's1',
  } = {},
) => {
  const recalled: string[] = []
  const recall = async ({ title }: WaitingFile) => recalled.push(title)
  const room = fileRoom(device)
  const queue = fileQueueOf({
    ...{ person, post, room, send: send as SendFile, say },
    ...{ alone: work => work(), recall, onKept: () => {} },
  })
  queues.push(queue)
  const uploads = uploadsOf(queue, { person, post, submission }, shrink)
  return { queue, uploads, recalled, states: () => uploads.all().map(({ state }) => state) }
}
const choose = async ({ uploads }: ReturnType<typeof open>, ...files: File[]) => {
  const before = uploads.all().length
  // uploads start at once: recorded as each file is chosen
  const seen = new Map<string, Upload>()
  const off = uploads.on('uploads', () => {
    for (const one of uploads.all().slice(before)) if (!seen.has(one.id)) seen.set(one.id, one)
  })
  await uploads.add('/counts/kunjungan', files)
  off()
  for (const one of uploads.all().slice(before)) if (!seen.has(one.id)) seen.set(one.id, one)
  return [...seen.values()]
}
const never: Send = () => new Promise(() => {})

describe('a file before it is sent', () => {
  it.each([
    ['laporan.pdf', 3, null],
    ['foto.JPG', 3, null],
    ['data.xls', 3, /XLSX/],
    ['makro.xlsm', 3, /makro/],
    ['arsip.zip', 3, /satu per satu/],
    ['tanpa', 3, /tidak diterima/],
    ['kosong.pdf', 0, /kosong/],
    ['besar.pdf', 30_000_000, /Berkas ini 30,0 MB, paling besar 25 MB/],
  ])('%s', (name, size, fault) => {
    const said = fileFault({ name, size })
    if (fault) expect(said).toMatch(fault)
    else expect(said).toBeNull()
  })

  it('has its file name without extension as title until the user enters one', () => {
    expect(titleOf('SK Kepala Dinas 2026.pdf')).toBe('SK Kepala Dinas 2026')
    expect(titleOf('daftar_hadir%20%20rapat_.pdf')).toBe('daftar hadir rapat')
    expect(titleOf('.pdf')).toBe('.pdf')
  })

  it('has its SHA-256', async () => {
    expect(await hashOf(file('a.pdf', 'abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is shown with the reason and never sent where no server would accept it', async () => {
    const send = vi.fn(never)
    const page = open(send)
    const [one] = await choose(page, file('a.zip'))
    expect(one).toMatchObject({ state: 'stuck', message: expect.stringContaining('satu per satu') })
    page.uploads.start(one!.id)
    page.uploads.drop(one!.id)
    expect(page.uploads.all()).toEqual([])
    expect(send).not.toHaveBeenCalled()
  })
})

describe('a photograph', () => {
  it('is sent smaller by default; the original replaces it on request, before or after', async () => {
    const sent: unknown[] = []
    const ids: string[] = []
    let go = () => {}
    const first = new Promise<void>(resolve => {
      go = resolve
    })
    const page = open(async ({ id, fileName, bytes, replaces, title }, content) => {
      if (ids.push(id) === 1) await first
      sent.push([fileName, bytes, await content.text(), replaces && ids.indexOf(replaces), title])
    })
    const [a, b] = await choose(page, file('foto.png', 'sangat besar'), file('foto.png', 'sangat besar'))
    expect(a).toMatchObject({ fileName: 'foto.jpg', bytes: 5, photo: 12, title: 'foto', state: 'waiting' })
    const details = { anchor: a!.anchor, title: 'Rapat', number: '', date: '', page: '' }
    await page.uploads.sendOriginal(a!.id, details)
    expect(page.uploads.hasOriginal(a!.id)).toBe(false)
    go()
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
    await page.uploads.sendOriginal(b!.id, details)
    await vi.waitFor(() => expect(sent).toHaveLength(4))
    expect(sent).toEqual([
      ['foto.jpg', 5, 'kecil', undefined, 'foto'],
      ['foto.jpg', 5, 'kecil', undefined, 'foto'],
      ['foto.png', 12, 'sangat besar', 0, 'Rapat'],
      ['foto.png', 12, 'sangat besar', 1, 'Rapat'],
    ])
  })

  it('is attached as the original where the smaller one it was to replace is cancelled', async () => {
    const page = open(never)
    const [small] = await choose(page, file('foto.png', 'sangat besar'))
    await page.uploads.sendOriginal(small!.id, { ...small! })
    page.uploads.drop(small!.id)
    await vi.waitFor(() => expect(page.uploads.all()).toMatchObject([{ bytes: 12, replaces: undefined }]))
  })

  it('is sent where the smaller one is cancelled and the device is slow to store that', async () => {
    const sent: unknown[] = []
    const slow: FileStore['put'] = async (one, content) => {
      if (!content) await new Promise(resolve => setTimeout(resolve, 30))
      await idbFileStore.put(one, content)
    }
    const page = open(
      ({ bytes, replaces }, _, { signal }) =>
        bytes === 12
          ? Promise.resolve(sent.push(replaces))
          : new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      { device: { ...idbFileStore, put: slow } },
    )
    const [small] = await choose(page, file('foto.png', 'sangat besar'))
    await vi.waitFor(() => expect(page.uploads.all()[0]?.sending).toBe(true))
    await page.uploads.sendOriginal(small!.id, { ...small! })
    page.uploads.drop(small!.id)
    await vi.waitFor(() => expect(sent).toEqual([undefined]))
  })

  it('replaces nothing where the smaller one was refused, before or after the request', async () => {
    const sent: unknown[] = []
    const page = open(async ({ bytes, replaces }) => {
      if (bytes !== 12) throw problem('file-refused')
      sent.push(replaces)
    })
    const [early] = await choose(page, file('foto.png', 'sangat besar'))
    await page.uploads.sendOriginal(early!.id, { ...early! })
    await vi.waitFor(() => expect(sent).toEqual([undefined]))
    const [late] = await choose(page, file('foto.png', 'sangat besar'))
    await vi.waitFor(() => expect(page.states()).toEqual(['stuck', 'stuck']))
    await page.uploads.sendOriginal(late!.id, { ...late! })
    await vi.waitFor(() => expect(sent).toEqual([undefined, undefined]))
  })

  it('reports that it can no longer be read', async () => {
    const gone = Object.assign(file('a.pdf'), {
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
    })
    const [one] = await choose(open(never), gone)
    expect(one).toMatchObject({ state: 'stuck', message: expect.stringContaining('tidak dapat dibaca') })
  })
})

describe('queued files', () => {
  it('are sent at once, one after another, with the descriptions entered meanwhile, and leave the list', async () => {
    const sent: string[] = []
    let going = 0
    let say = () => {}
    const saying = new Promise<void>(resolve => {
      say = resolve
    })
    const page = open(async ({ sha256, begun }, content, { onStored, said }) => {
      expect(++going).toBe(1)
      expect([sha256, begun]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), false])
      onStored(2)
      expect(page.uploads.all()[0]).toMatchObject({ sending: true, stored: 2 })
      await saying
      sent.push(`${said().title}: ${await content.text()}`)
      going--
    })
    const arrived: string[] = []
    page.uploads.onArrived(({ upload }) => arrived.push(upload.title))
    const [a] = await choose(page, file('a.pdf', 'satu'), file('b.pdf', 'dua'))
    await vi.waitFor(() => expect(going).toBe(1))
    page.uploads.describe(a!.id, { title: 'SK' })
    say()
    await vi.waitFor(() => expect(arrived).toEqual(['SK', 'b']))
    expect(sent).toEqual(['SK: satu', 'b: dua'])
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
    await vi.waitFor(async () => expect(await idbFileStore.list('siti')).toEqual([]))
  })

  it('are stored on the device before any byte is sent', async () => {
    const order: string[] = []
    const put: FileStore['put'] = async (one, content) => {
      await new Promise(resolve => setTimeout(resolve, 30))
      await idbFileStore.put(one, content)
      order.push(content ? 'kept' : 'changed')
    }
    const page = open(async () => order.push('sent'), { device: { ...idbFileStore, put } })
    await choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(order).toContain('sent'))
    expect(order[0]).toBe('kept')
  })

  it('survive a lost connection and resume by themselves, asking for the received offset', async () => {
    const resumed: boolean[] = []
    const page = open(async (upload, _, { onStored }) => {
      resumed.push(upload.begun)
      if (resumed.length > 1) return
      onStored(1)
      throw new NoAnswerError('cut')
    })
    await choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(resumed).toHaveLength(1))
    await vi.waitFor(() => expect(page.uploads.all()[0]).toMatchObject({ state: 'waiting', sending: false, stored: 1 }))
    expect(uploadWords(page.uploads.all()[0]!, false)).toBe(
      'Di perangkat ini, 33 % sudah sampai, dilanjutkan begitu ada sambungan',
    )
    dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
    expect(resumed).toEqual([false, true])
  })

  it('stay with the reason when they are refused, and can be retried', async () => {
    let refused = true
    const page = open(async () => {
      if (refused) throw problem('file-refused')
    })
    await choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(page.states()).toEqual(['stuck']))
    expect(page.uploads.all()[0]?.message).toContain('Simpan tanpa makro')
    refused = false
    page.uploads.start(page.uploads.all()[0]!.id)
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
  })

  it('stay with the next step when the quota is reached, also after a reload, and are sent when it is raised', async () => {
    let full = true
    const send = async () => {
      if (full) throw problem('quota-reached', 413)
    }
    const page = open(send)
    for (const name of ['a.pdf', 'b.pdf']) await choose(page, file(name))
    await vi.waitFor(() => expect(page.states()).toEqual(['stuck', 'stuck']))
    full = false
    const later = open(send)
    await later.queue.resume()
    expect(later.uploads.all().map(({ message }) => message)).toEqual(
      Array(2).fill('Berkas tidak diterima. Simpan tanpa makro.'),
    )
    for (const { id } of later.uploads.all()) later.uploads.start(id)
    await vi.waitFor(() => expect(later.uploads.all()).toEqual([]))
  })

  it('are not sent twice when only the response was lost, and restart where the server lost their bytes', async () => {
    const said = ['upload-gone', 'hash-differs', 'exists']
    const page = open(async () => {
      throw problem(said.shift() as ProblemCode)
    })
    const arrived = vi.fn()
    page.uploads.onArrived(arrived)
    await choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
    // once as a file; then only its description, since that response was lost too
    expect(said).toEqual([])
    expect(arrived.mock.calls.map(([{ described }]) => described)).toEqual([false, true])
  })

  it('stop at once when they are cancelled', async () => {
    const page = open(
      (_, __, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    const [one, two] = await choose(page, file('a.pdf'), file('b.pdf'))
    await vi.waitFor(() => expect(page.uploads.all()[0]?.sending).toBe(true))
    page.uploads.drop(one!.id)
    await vi.waitFor(() => expect(page.uploads.all()).toMatchObject([{ id: two!.id, sending: true }]))
    expect(await idbFileStore.list('siti')).toMatchObject([{ id: two!.id }])
    // the server may have some of it, but nothing of one that was never sent
    expect(page.recalled).toEqual(['a'])
  })
})

describe('stored files', () => {
  it('are stored in their last state, though storing their bytes takes longer than the state change', async () => {
    const slowly: FileStore['put'] = async (one, content) => {
      if (content) await new Promise(resolve => setTimeout(resolve, 60))
      await idbFileStore.put(one, content)
    }
    const page = open(never, { device: { ...idbFileStore, put: slowly } })
    void choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(page.uploads.all()).toHaveLength(1), { interval: 1 })
    // after a crash now the file would be gone: it is not reported as stored
    expect(uploadWords(page.uploads.all()[0]!, false)).toBe('Menyimpan di perangkat ini…')
    await vi.waitFor(async () => expect(await idbFileStore.list('siti')).toMatchObject([{ state: 'waiting' }]))
    await vi.waitFor(() => expect(uploadWords(page.uploads.all()[0]!, false)).toMatch(/^Di perangkat ini/))
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(await idbFileStore.list('siti')).toMatchObject([{ state: 'waiting' }])
  })

  it('are restored after a restart with their descriptions, and resume by themselves', async () => {
    const before = open(never)
    const [one] = await choose(before, file('a.pdf', 'bukti'))
    before.uploads.describe(one!.id, { title: 'SK', page: '4' })
    await vi.waitFor(async () =>
      expect(await idbFileStore.list('siti')).toMatchObject([{ state: 'waiting', begun: true }]),
    )
    before.queue.stop()
    const sent: unknown[] = []
    const after = open(async (upload, content) => void sent.push({ ...upload, text: await content.text() }))
    await after.queue.resume()
    expect(sent).toMatchObject([{ id: one!.id, title: 'SK', page: '4', begun: true, text: 'bukti' }])
    expect(await idbFileStore.list('siti')).toEqual([])
  })

  it('are neither shown to another user nor sent by one; in another post they wait for their form', async () => {
    const send = vi.fn<Send>(async () => {})
    const siti = open(never)
    await choose(siti, file('a.pdf'))
    siti.queue.stop()
    await vi.waitFor(async () => expect(await idbFileStore.list('siti')).toMatchObject([{ state: 'waiting' }]))
    await openTestVault('budi')
    const budi = open(send, { person: 'budi' })
    await budi.queue.resume()
    expect(budi.uploads.all()).toEqual([])
    await openTestVault('siti')
    const acting = open(send, { post: 'p2' })
    await acting.queue.resume()
    expect(acting.states()).toEqual(['waiting'])
    expect(send).not.toHaveBeenCalled()
    acting.uploads.open()
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce())
  })

  it('that do not fit are sent all the same, and the user is told to keep the page open', async () => {
    const estimate = async () => ({ quota: 100, usage: 99 })
    vi.stubGlobal('navigator', Object.create(navigator, { storage: { value: { estimate } } }))
    let go = () => {}
    const page = open(() => new Promise<void>(resolve => (go = resolve)))
    await choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(page.uploads.all()[0]?.onPage).toMatch(/penuh.*Biarkan halaman ini terbuka/))
    expect([await idbFileStore.list('siti'), page.uploads.isOnPageOnly()]).toEqual([[], true])
    expect(uploadWords(page.uploads.all()[0]!, false)).toBe('Di halaman ini saja, dikirim begitu ada sambungan')
    await vi.waitFor(() => expect(page.uploads.all()[0]?.sending).toBe(true))
    await new Promise(resolve => setTimeout(resolve, 20))
    go()
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
    expect(page.uploads.isOnPageOnly()).toBe(false)
  })

  it('are sent where the device refuses to store any', async () => {
    const refusing: FileStore = {
      ...idbFileStore,
      put: async () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    }
    const told: string[] = []
    const page = open(async upload => void told.push((upload as Upload).onPage), { device: refusing })
    await choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
    expect(told).toEqual([expect.stringMatching(/penuh/)])
  })

  it('need their user where their bytes are gone', async () => {
    const page = open(async () => {}, { device: { ...idbFileStore, content: async () => undefined } })
    await choose(page, file('a.pdf'))
    await vi.waitFor(() =>
      expect(page.uploads.all()[0]).toMatchObject({ state: 'stuck', message: /tidak ada lagi/ as never }),
    )
  })
})

describe('the description of a file', () => {
  const details = { anchor: '/counts/kunjungan', title: 'a', number: '', date: '', page: '' }
  const saying = () => {
    const said: unknown[] = []
    const say: SayOfFile = async ({ id }, unsaid) => {
      said.push([id, unsaid])
      return partOf<Attachment>({})
    }
    return { said, say }
  }

  it('is sent after the file if entered while it is being attached', async () => {
    const { said, say } = saying()
    const asked = Promise.withResolvers<() => void>()
    const page = open(
      async (_, __, options) => {
        options.said()
        await new Promise<void>(resolve => asked.resolve(resolve))
      },
      { say },
    )
    const [one] = await choose(page, file('a.pdf'))
    const answer = await asked.promise
    page.uploads.describe(one!.id, { number: '12' })
    await new Promise(resolve => setTimeout(resolve, 20))
    answer()
    await vi.waitFor(() => expect(page.uploads.all()).toEqual([]))
    expect(said).toEqual([[one!.id, { number: '12' }]])
  })

  it('of an attached one survives a lost connection and a restart, the later value over the earlier', async () => {
    const attached = partOf<Attachment>({ ...details, id: 'f1', date: null, fileName: 'a.pdf', bytes: 3 })
    const cut = (async () => {
      throw new NoAnswerError('cut')
    }) as SayOfFile
    const before = open(async () => {}, { say: cut })
    before.uploads.describe('f1', { title: 'SK', page: '1' }, attached)
    before.uploads.describe('f1', { page: '2', date: '2026-03-31' }, attached)
    const kept = { id: 'f1', unsaid: { title: 'SK', page: '2', date: '2026-03-31' }, title: 'SK' }
    await vi.waitFor(async () => expect(await idbFileStore.list('siti')).toMatchObject([kept]))
    expect(uploadWords(before.uploads.all()[0]!, false)).toBe(
      'Keterangan di perangkat ini, dikirim begitu ada sambungan',
    )
    before.queue.stop()
    const { said, say } = saying()
    const after = open(async () => {}, { say })
    await after.queue.resume()
    expect(said).toEqual([['f1', kept.unsaid]])
    expect(await idbFileStore.list('siti')).toEqual([])
  })

  it('of an attached one is taken over by its replacement', async () => {
    const attached = partOf<Attachment>({ ...details, id: 'f1', date: null, fileName: 'a.pdf', bytes: 3 })
    const page = open(never, { say: () => new Promise(() => {}) })
    page.uploads.describe('f1', { title: 'SK', number: '12', anchor: '/counts/kunjungan/value' }, attached)
    await page.uploads.replace(attached, file('b.pdf'))
    expect(page.uploads.all().find(({ replaces }) => replaces === 'f1')).toMatchObject({
      ...{ title: 'SK', number: '12', anchor: '/counts/kunjungan/value' },
    })
  })

  it('of an attached one, once refused, does not move its replacement', async () => {
    const attached = partOf<Attachment>({ ...details, id: 'f1', date: null, fileName: 'a.pdf', bytes: 3 })
    const say = async () => {
      throw problem('wrong-status', 409)
    }
    const page = open(never, { say })
    page.uploads.describe('f1', { title: 'SK', anchor: '/counts/kunjungan/value' }, attached)
    await vi.waitFor(() => expect(page.states()).toEqual(['stuck']))
    await page.uploads.replace(attached, file('b.pdf'))
    const replacement = page.uploads.all().find(({ replaces }) => replaces === 'f1')
    expect(replacement).toMatchObject({ title: 'SK', anchor: details.anchor })
  })

  it('is sent after the file where the response to attaching was lost, and dropped for a removed file', async () => {
    const { said, say } = saying()
    const page = open(
      async () => {
        throw problem('exists', 409)
      },
      { say },
    )
    const [one] = await choose(page, file('a.pdf'))
    await vi.waitFor(() => expect(said).toEqual([[one!.id, details]]))
    const gone = open(async () => {}, {
      say: async () => {
        throw problem('not-found', 404)
      },
    })
    gone.uploads.describe('f1', { page: '2' }, partOf<Attachment>({ ...details, id: 'f1', date: null }))
    await vi.waitFor(() => expect(gone.uploads.all()).toEqual([]))
  })

  it('needs its user when it is refused, who may give it up; the file stays', async () => {
    const page = open(async () => {}, {
      say: async () => {
        throw problem('wrong-status', 409)
      },
    })
    page.uploads.describe('f1', { page: '2' }, partOf<Attachment>({ ...details, id: 'f1', date: null }))
    await vi.waitFor(() => expect(page.states()).toEqual(['stuck']))
    page.uploads.drop('f1')
    await vi.waitFor(async () => expect(await idbFileStore.list('siti')).toEqual([]))
    expect(page.recalled).toEqual([])
  })
})
