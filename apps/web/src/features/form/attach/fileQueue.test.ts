import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestVault } from '../../../lib/device/openTestVault.ts'
import { NoAnswerError, ProblemError } from '../../../lib/ProblemError.ts'
import { fileFault, titleOf } from './fileFault.ts'
import { type FileQueue, fileQueueOf } from './fileQueue.ts'
import { fileRoom } from './fileRoom.ts'
import { hashOf } from './hashOf.ts'
import { idbFileKeep } from './idbFileKeep.ts'
import type { SendFile } from './sendFile.ts'
import { uploadsOf } from './uploads.ts'
import { uploadWords } from './uploadWords.ts'
import type { FileKeep, WaitingFile } from './waitingFile.ts'

/** No browser decodes here: a photograph is what is called one. */
const shrink = async (chosen: File) => (chosen.name === 'foto.png' ? new File(['kecil'], 'foto.jpg') : null)

const file = (name: string, content = 'isi') => new File([content], name)
const problem = (code: string, status = 422) =>
  new ProblemError({
    type: '',
    title: 'Berkas tidak diterima',
    status,
    code,
    detail: 'Simpan tanpa makro.',
    instance: 'r',
  })

const queues: FileQueue[] = []
// that of jsdom cannot be cloned, and so not be kept
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
    for (const { id } of await idbFileKeep.list(person)) await idbFileKeep.remove(id)
  }
})

const open = (
  send: SendFile,
  { person = 'siti', post = 'p1', device = idbFileKeep as FileKeep | null, submission = 's1' } = {},
) => {
  const recalled: string[] = []
  const recall = async ({ title }: WaitingFile) => recalled.push(title)
  const room = fileRoom(device)
  const queue = fileQueueOf({ person, post, room, send, alone: work => work(), recall, onKept: () => {} })
  queues.push(queue)
  const uploads = uploadsOf(queue, { person, post, submission }, shrink)
  return { queue, uploads, recalled, states: () => uploads.all().map(({ state }) => state) }
}
const choose = async ({ uploads }: ReturnType<typeof open>, ...files: File[]) => {
  const before = uploads.all().length
  void uploads.add('/counts/kunjungan', files)
  await vi.waitFor(() => expect(uploads.all()).toHaveLength(before + files.length))
  return uploads.all().slice(before)
}
const never: SendFile = () => new Promise(() => {})

describe('a file before it is sent', () => {
  it.each([
    ['laporan.pdf', 3, null],
    ['foto.JPG', 3, null],
    ['data.xls', 3, /XLSX/],
    ['makro.xlsm', 3, /makro/],
    ['arsip.zip', 3, /satu per satu/],
    ['tanpa', 3, /tidak diterima/],
    ['kosong.pdf', 0, /kosong/],
    ['besar.pdf', 30 * 1024 * 1024, /30 MB, paling besar 25 MB/],
  ])('%s', (name, size, fault) => {
    const said = fileFault({ name, size })
    if (fault) expect(said).toMatch(fault)
    else expect(said).toBeNull()
  })

  it('is called by its name without the ending until a person says better', () => {
    expect(titleOf('SK Kepala Dinas 2026.pdf')).toBe('SK Kepala Dinas 2026')
    expect(titleOf('.pdf')).toBe('.pdf')
  })

  it('has its SHA-256', async () => {
    expect(await hashOf(file('a.pdf', 'abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is shown with the reason and never sent where no server would take it', async () => {
    const send = vi.fn(never)
    const desk = open(send)
    const [one] = await choose(desk, file('a.zip'))
    expect(one).toMatchObject({ state: 'stuck', message: expect.stringContaining('satu per satu') })
    desk.uploads.start(one!.id)
    desk.uploads.drop(one!.id)
    expect(desk.uploads.all()).toEqual([])
    expect(send).not.toHaveBeenCalled()
  })
})

describe('a photograph', () => {
  const sending = () => {
    const sent: unknown[] = []
    const desk = open(async ({ fileName, bytes, sha256 }, content) => {
      const text = await content.text()
      expect(sha256).toBe(await hashOf(new File([text], '')))
      sent.push([fileName, bytes, text])
    })
    return { sent, desk }
  }

  it('goes smaller, or as the camera made it where its person says so', async () => {
    const { sent, desk } = sending()
    const [a, b] = await choose(desk, file('foto.png', 'sangat besar'), file('foto.png', 'sangat besar'))
    expect(a).toMatchObject({ fileName: 'foto.jpg', bytes: 5, photo: 12, title: 'foto' })
    desk.uploads.choose(b!.id, 'original')
    await vi.waitFor(() => expect(desk.uploads.all()[1]).toMatchObject({ bytes: 12, photo: null }))
    for (const { id } of [a!, b!]) desk.uploads.start(id)
    await vi.waitFor(() => expect(desk.uploads.all()).toEqual([]))
    expect(sent).toEqual([
      ['foto.jpg', 5, 'kecil'],
      ['foto.png', 12, 'sangat besar'],
    ])
  })

  it('stays smaller where the device has no room for the original', async () => {
    let full = false
    const put: FileKeep['put'] = (one, content) =>
      full && content ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : idbFileKeep.put(one, content)
    const desk = open(never, { device: { ...idbFileKeep, put } })
    const [one] = await choose(desk, file('foto.png', 'sangat besar'))
    await vi.waitFor(async () => expect(await idbFileKeep.list('siti')).toHaveLength(1))
    full = true
    desk.uploads.choose(one!.id, 'original')
    await vi.waitFor(() => expect(desk.uploads.all()[0]?.message).toMatch(/penuh/))
    expect(desk.uploads.all()[0]).toMatchObject({ bytes: 5, photo: 12, state: 'ready' })
  })

  it('that cannot be read any more says so', async () => {
    const gone = Object.assign(file('a.pdf'), {
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
    })
    const [one] = await choose(open(never), gone)
    expect(one).toMatchObject({ state: 'stuck', message: expect.stringContaining('tidak dapat dibaca') })
  })
})

describe('files on their way', () => {
  it('go one after another with what was said of them, tell how much arrived, and leave the list', async () => {
    const sent: string[] = []
    let going = 0
    const desk = open(async ({ title, sha256, begun }, content, { onStored }) => {
      expect(++going).toBe(1)
      expect([sha256, begun]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), false])
      onStored(2)
      expect(desk.uploads.all()[0]).toMatchObject({ sending: true, stored: 2 })
      await new Promise(resolve => setTimeout(resolve, 5))
      sent.push(`${title}: ${await content.text()}`)
      going--
    })
    const arrived: string[] = []
    desk.uploads.onArrived(({ title }) => arrived.push(title))
    const [a, b] = await choose(desk, file('a.pdf', 'satu'), file('b.pdf', 'dua'))
    desk.uploads.describe(a!.id, { title: 'SK' })
    for (const { id } of [a!, b!]) desk.uploads.start(id)
    await vi.waitFor(() => expect(arrived).toEqual(['SK', 'b']))
    expect(sent).toEqual(['SK: satu', 'b: dua'])
    expect(desk.uploads.all()).toEqual([])
    expect(await idbFileKeep.list('siti')).toEqual([])
  })

  it('wait through a cut line and go on by themselves, asking then what the server has', async () => {
    const begun: boolean[] = []
    const desk = open(async (upload, _, { onStored }) => {
      begun.push(upload.begun)
      if (begun.length > 1) return
      onStored(1)
      throw new NoAnswerError('cut')
    })
    const [one] = await choose(desk, file('a.pdf'))
    desk.uploads.start(one!.id)
    await vi.waitFor(() => expect(begun).toHaveLength(1))
    await vi.waitFor(() => expect(desk.uploads.all()[0]).toMatchObject({ state: 'waiting', sending: false, stored: 1 }))
    expect(uploadWords(desk.uploads.all()[0]!, false)).toBe(
      'Di perangkat ini, 33 % sudah sampai, dilanjutkan begitu ada sambungan',
    )
    dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(desk.uploads.all()).toEqual([]))
    expect(begun).toEqual([false, true])
  })

  it('stay with the reason when they are refused, and may be tried again', async () => {
    let refused = true
    const desk = open(async () => {
      if (refused) throw problem('file-refused')
    })
    const [one] = await choose(desk, file('a.pdf'))
    desk.uploads.start(one!.id)
    await vi.waitFor(() => expect(desk.states()).toEqual(['stuck']))
    expect(desk.uploads.all()[0]?.message).toContain('Simpan tanpa makro')
    refused = false
    desk.uploads.start(one!.id)
    await vi.waitFor(() => expect(desk.uploads.all()).toEqual([]))
  })

  it('are not sent twice when only the answer was lost, and begin anew where their bytes are gone', async () => {
    const said = ['upload-gone', 'hash-differs', 'exists']
    const desk = open(async () => {
      throw problem(said.shift()!)
    })
    const arrived = vi.fn()
    desk.uploads.onArrived(arrived)
    const [one] = await choose(desk, file('a.pdf'))
    desk.uploads.start(one!.id)
    await vi.waitFor(() => expect(desk.uploads.all()).toEqual([]))
    expect([said, arrived.mock.calls.length]).toEqual([[], 1])
  })

  it('stop at once when they are taken back', async () => {
    const desk = open(
      (_, __, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    const [one, two] = await choose(desk, file('a.pdf'), file('b.pdf'))
    for (const { id } of [one!, two!]) desk.uploads.start(id)
    await vi.waitFor(() => expect(desk.uploads.all()[0]?.sending).toBe(true))
    desk.uploads.drop(one!.id)
    await vi.waitFor(() => expect(desk.uploads.all()).toMatchObject([{ id: two!.id, sending: true }]))
    expect(await idbFileKeep.list('siti')).toMatchObject([{ id: two!.id }])
    // the server may have some of it; of what was never sent it has nothing
    expect(desk.recalled).toEqual(['a'])
  })
})

describe('files on the device', () => {
  it('are kept as they were last, though keeping their bytes takes longer than saying that they may go', async () => {
    const slowly: FileKeep['put'] = async (one, content) => {
      if (content) await new Promise(resolve => setTimeout(resolve, 60))
      await idbFileKeep.put(one, content)
    }
    const desk = open(never, { device: { ...idbFileKeep, put: slowly } })
    const [one] = await choose(desk, file('a.pdf'))
    desk.uploads.start(one!.id)
    // closed now, the browser would know of no file: it is not said to be on the device
    expect(uploadWords(desk.uploads.all()[0]!, false)).toBe('Menyimpan di perangkat ini…')
    await vi.waitFor(async () => expect(await idbFileKeep.list('siti')).toMatchObject([{ state: 'waiting' }]))
    await vi.waitFor(() => expect(uploadWords(desk.uploads.all()[0]!, false)).toMatch(/^Di perangkat ini/))
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(await idbFileKeep.list('siti')).toMatchObject([{ state: 'waiting' }])
  })

  it('are there after a restart, with what was said of them, and go on without anybody asking', async () => {
    const before = open(never)
    const [one] = await choose(before, file('a.pdf', 'bukti'))
    before.uploads.describe(one!.id, { title: 'SK', page: '4' })
    before.uploads.start(one!.id)
    await vi.waitFor(async () =>
      expect(await idbFileKeep.list('siti')).toMatchObject([{ state: 'waiting', begun: true }]),
    )
    before.queue.stop()
    const sent: unknown[] = []
    const after = open(async (upload, content) => void sent.push({ ...upload, text: await content.text() }))
    await after.queue.resume()
    expect(sent).toMatchObject([{ id: one!.id, title: 'SK', page: '4', begun: true, text: 'bukti' }])
    expect(await idbFileKeep.list('siti')).toEqual([])
  })

  it('are neither shown to another person nor sent by one; in another post they wait for their form', async () => {
    const send = vi.fn<SendFile>(async () => {})
    const siti = open(never)
    const [one] = await choose(siti, file('a.pdf'))
    siti.uploads.start(one!.id)
    siti.queue.stop()
    await vi.waitFor(async () => expect(await idbFileKeep.list('siti')).toMatchObject([{ state: 'waiting' }]))
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

  it('that do not fit are sent all the same, and the person is told to keep the page open', async () => {
    const estimate = async () => ({ quota: 100, usage: 99 })
    vi.stubGlobal('navigator', Object.create(navigator, { storage: { value: { estimate } } }))
    const desk = open(async () => {})
    const [one] = await choose(desk, file('a.pdf'))
    await vi.waitFor(() => expect(desk.uploads.all()[0]?.onPage).toMatch(/penuh.*Biarkan halaman ini terbuka/))
    expect([await idbFileKeep.list('siti'), desk.uploads.isOnPageOnly()]).toEqual([[], true])
    expect(uploadWords(desk.uploads.all()[0]!, false)).toBe('Di halaman ini saja, dikirim begitu ada sambungan')
    desk.uploads.start(one!.id)
    await vi.waitFor(() => expect(desk.uploads.all()).toEqual([]))
    expect(desk.uploads.isOnPageOnly()).toBe(false)
  })

  it('are sent where the device refuses to keep any', async () => {
    const refusing: FileKeep = {
      ...idbFileKeep,
      put: async () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    }
    const desk = open(async () => {}, { device: refusing })
    const [one] = await choose(desk, file('a.pdf'))
    await vi.waitFor(() => expect(desk.uploads.all()[0]?.onPage).toMatch(/penuh/))
    desk.uploads.start(one!.id)
    await vi.waitFor(() => expect(desk.uploads.all()).toEqual([]))
  })

  it('whose bytes are gone need their person', async () => {
    const desk = open(async () => {}, { device: { ...idbFileKeep, content: async () => undefined } })
    const [one] = await choose(desk, file('a.pdf'))
    desk.uploads.start(one!.id)
    await vi.waitFor(() =>
      expect(desk.uploads.all()[0]).toMatchObject({ state: 'stuck', message: /tidak ada lagi/ as never }),
    )
  })
})
