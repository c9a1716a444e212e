import { editionKinds } from '@sepakat/rules'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printRevision } from '#jobs/printRevision.ts'
import { diskStore } from '#storage/diskStore.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let admin: SignedIn
let coordinator: SignedIn
beforeAll(async () => {
  api = await testApi()
  admin = await api.as({ role: 'admin' })
  coordinator = await api.as({ role: 'coordinator' })
})
afterAll(() => api.close())

const path = '/edition-outlines/rlppd'
const shipped = editionKinds.rlppd.outline.chapters[0]!.sections.map(({ id }) => ({ id }))
const outline = {
  chapters: [
    {
      id: 'ringkasan',
      sections: [
        ...shipped.slice(1),
        { ...shipped[0]!, title: 'Keadaan daerah' },
        { id: 'own-penghargaan', own: true, title: 'Penghargaan', text: 'Diterima {daerah} pada {tahun}.' },
      ],
    },
  ],
}
const post = (version: number, wished: object | null) => admin.call('POST', path, { version, outline: wished })
const open = async (period: string) => {
  const { id } = (await coordinator.call('POST', '/editions', { type: 'rlppd', period })).json()
  return (await coordinator.call('GET', `/editions/${id}`)).json()
}

describe('POST /edition-outlines/:type', () => {
  it('refuses at its place what the regulation does not allow, and knows no other reports', async () => {
    const sections = shipped.map(one => (one.id === 'makro' ? { ...one, hidden: true } : one))
    const refused = await post(0, { chapters: [{ id: 'ringkasan', sections }] })
    expect([refused.statusCode, refused.json().errors]).toEqual([
      422,
      [
        {
          pointer: '/outline/chapters/0/sections/0/hidden',
          code: 'custom',
          message: 'Bagian "Capaian kinerja makro" wajib dimuat.',
        },
      ],
    ])
    expect((await admin.call('GET', '/edition-outlines/lain')).statusCode).toBe(404)
  })

  it('keeps each version, begins the next edition with it, and goes back to the shipped one', async () => {
    expect((await post(0, outline)).json()).toMatchObject({ type: 'rlppd', version: 1, own: true })
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'setting.changed',
      data: { key: 'edition-outline', value: { type: 'rlppd', version: 1, own: true } },
    })
    expect((await post(0, null)).statusCode).toBe(412)
    const [{ sections }] = (await open('2026')).chapters
    expect(sections.map(({ number, title }: { number: string; title: string }) => `${number} ${title}`)).toEqual([
      '1 Capaian kinerja urusan pelayanan dasar',
      '2 Hasil EPPD dan opini BPK tahun sebelumnya',
      '3 Ringkasan realisasi APBD',
      '4 Inovasi daerah',
      '5 Keadaan daerah',
      '6 Penghargaan',
    ])
    expect(sections.at(-1)).toMatchObject({ carried: true, words: 5 })
    expect((await post(1, null)).json()).toMatchObject({ version: 2, own: false })
    const now = (await admin.call('GET', path)).json()
    expect([now.outline, now.versions.map(({ version }: { version: number }) => version)]).toEqual([null, [2, 1]])
    expect((await open('2028')).chapters[0].sections).toHaveLength(shipped.length)
  })

  it('begins the edition of the next year with the outline of then and the texts of the last', async () => {
    await post(2, outline)
    const { id, chapters } = await open('2027')
    expect(chapters[0].sections.at(-1).carried).toBe(true)
    const { narrative } = (await coordinator.call('GET', `/editions/${id}/sections/own-penghargaan`)).json()
    expect(JSON.stringify(narrative)).toContain(`pada 2027.`)
  })
})

describe('POST /edition-outlines/:type/preview', () => {
  it('shows what is not saved yet, without a number', async () => {
    const ask = () => admin.call('POST', `${path}/preview`, { outline })
    expect((await ask()).statusCode).toBe(202)
    const [job] = (
      await api.db.pool.query(`SELECT data FROM pgboss.job WHERE name = 'print' ORDER BY created_on DESC LIMIT 1`)
    ).rows
    const storage = await diskStore(api.config.filesDir)
    await printRevision({ db: api.db, storage, config: api.config }, job.data)
    const pdf = new Uint8Array((await ask()).rawPayload)
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
    const said = text.replaceAll(/[\s\u00ad]/g, '')
    for (const part of ['6Penghargaan', 'DiterimaKabupatenNunukanpada2026.', 'DRAF']) expect(said).toContain(part)
  })
})
