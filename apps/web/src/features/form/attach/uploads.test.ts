import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../../lib/ProblemError.ts'
import { fileFault, titleOf } from './fileFault.ts'
import { hashOf } from './hashOf.ts'
import type { SendFile } from './sendFile.ts'
import { type Upload, uploadsOf } from './uploads.ts'

const file = (name: string, content = 'isi') => new File([content], name)
const refusal = (code: string) =>
  new ProblemError({
    type: '',
    title: 'Berkas tidak diterima',
    status: 422,
    code,
    detail: 'Simpan tanpa makro.',
    instance: 'r',
  })

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
})

describe('files on their way', () => {
  const start = async (send: SendFile) => {
    const done: Upload[] = []
    const uploads = uploadsOf(send, upload => done.push(upload))
    uploads.add('/counts/kunjungan', [file('a.pdf')])
    const [one] = uploads.all()
    uploads.describe(one!.id, { title: 'SK', number: '12', anchor: '/counts/kunjungan/state' })
    uploads.start(one!.id)
    await expect.poll(() => uploads.all()[0]?.state ?? 'done').not.toBe('sending')
    return { uploads, done }
  }

  it('arrive with what was said of them, and leave the list', async () => {
    const sent: Parameters<SendFile>[0][] = []
    const { uploads, done } = await start(async upload => void sent.push(upload))
    expect(sent[0]).toMatchObject({
      title: 'SK',
      number: '12',
      anchor: '/counts/kunjungan/state',
      sha256: expect.any(String),
    })
    expect(uploads.all()).toEqual([])
    expect(done).toHaveLength(1)
  })

  it('stay with the reason when they are refused', async () => {
    const { uploads, done } = await start(async () => {
      throw refusal('file-refused')
    })
    expect(uploads.all()[0]).toMatchObject({ state: 'refused', message: expect.stringContaining('Simpan tanpa makro') })
    expect(done).toEqual([])
  })

  it('are not sent twice when only the answer was lost', async () => {
    const { uploads, done } = await start(async () => {
      throw refusal('exists')
    })
    expect(uploads.all()).toEqual([])
    expect(done).toHaveLength(1)
  })

  it('that would be refused are never sent', () => {
    let sent = 0
    const uploads = uploadsOf(
      async () => void sent++,
      () => {},
    )
    uploads.add('/counts/kunjungan', [file('a.zip')])
    uploads.start(uploads.all()[0]!.id)
    expect(uploads.all()[0]?.state).toBe('refused')
    expect(sent).toBe(0)
  })
})
