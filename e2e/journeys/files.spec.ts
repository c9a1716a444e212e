import { createHash, randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { buildPerson } from '@sepakat/db/builders/index.ts'
import { cuttingProxy } from '../support/cuttingProxy.ts'
import { pdf } from '../support/fileSpm.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { PersistentBrowser } from '../support/persistentBrowser.ts'
import { freePort, startProduct } from '../support/product.ts'
import { signInIfAsked } from '../support/signInIfAsked.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const documents = ['daftar-penerima', 'surat-keputusan'].map(name => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([pdf, randomBytes(400_000)]),
}))

/** An A4 page with letters of 8 points, as a phone photographs it: 300 dots per inch, with grain. */
const photograph = async (page: Page) => {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2480, height: 3508 })
    const context = canvas.getContext('2d')!
    context.fillStyle = '#f4f1ea'
    context.fillRect(0, 0, 2480, 3508)
    const grain = context.createImageData(2480, 500)
    for (let at = 0; at < grain.data.length; at++) grain.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
    context.putImageData(grain, 0, 0)
    context.fillStyle = '#222'
    context.font = `${(8 / 72) * 300}px serif`
    for (let line = 0; line < 60; line++)
      context.fillText(
        `${line + 1}. Nomor 188.45/${1000 + line}: bantuan diterima 1.2${line}8.560,75 oleh keluarga di Sebatik`,
        150,
        700 + line * 45,
      )
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]!
  })
  return { name: 'foto-kegiatan.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

test('uploads continue over a connection cut at random bytes, after the browser was killed, and arrive once', async ({
  launchOptions,
}) => {
  test.slow()
  const door = await freePort()
  const url = `http://127.0.0.1:${door}`
  const product = await startProduct({ env: { PUBLIC_URL: url } })
  const line = await cuttingProxy(door, Number(new URL(product.url).port))
  const browser = new PersistentBrowser({ ...launchOptions, baseURL: url })
  try {
    const { db } = product
    const { office, obligation: id } = await oweSmallReport(db, '2026-TW4')
    const operator = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [office] }] })
    const signIn = async (page: Page) => {
      await page.goto('/')
      await signInIfAsked(page, operator.username)
    }
    /** What the server has, asked past the cutting proxy. */
    const kept = `${product.url}/api/v1/submissions/${id}/attachments`
    const attached = async (page: Page) => (await (await page.request.get(kept)).json()).items

    let [page] = (await browser.start()).pages() as [Page]
    const photo = await photograph(page)
    const files = [photo, ...documents]
    await test.step('three files are chosen and sent by themselves, one after another, with their progress', async () => {
      await signIn(page)
      await page.request.post('/api/v1/submissions', { data: { obligation: id }, headers: { origin: url } })
      await page.evaluate(() => localStorage.setItem('sepakat.panel', 'beside'))
      await page.goto(`/laporan/${id}`)
      await page.getByRole('article').first().getByRole('textbox').first().click()
      // slow enough that the first is still being sent when the connection gets slower still
      line.rate = 300_000
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: /^Pilih berkas bukti/ }).click()
      await (await choosing).setFiles(files)
      const made = page.getByRole('form', { name: 'Berkas foto-kegiatan.jpg' })
      await expect(page.getByRole('button', { name: 'Kirim foto asli' })).toBeVisible()
      line.rate = 50_000
      await expect(page.getByText('Semua tersimpan', { exact: true })).toBeHidden()
      await made.getByLabel('Judul berkas').fill('Kegiatan di Sebatik')
      await made.getByLabel('Nomor dokumen').fill('400/12')
      await made.getByLabel('Nomor dokumen').press('Enter')
      line.cutWithin = 300_000
      const bar = page.getByRole('progressbar', { name: `Mengirim ${files[0]!.name}` })
      // how soon depends on where the connection happens to be cut
      const stored = expect.poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      await stored.toBeGreaterThan(5)
      await expect(page.getByText(/^Di perangkat ini, menunggu giliran$/)).toHaveCount(2)
      await expectWell(page, 'upload in progress')
    })

    await test.step('killed halfway and restarted: they continue without the form being opened', async () => {
      await browser.kill()
      line.rate = 1_500_000
      ;[page] = (await browser.start()).pages() as [Page]
      await signIn(page)
      // each cut costs a pause of some seconds, and their number is random
      await expect.poll(() => attached(page)).toHaveLength(files.length)
    })

    await test.step('each arrived once, with the bytes that were chosen', async () => {
      expect(line.cuts).toBeGreaterThan(2)
      const all: { sha256: string; id: string; media: string; bytes: number; title: string; number: string }[] =
        await attached(page)
      const hashes = all.filter(({ media }) => media === 'application/pdf').map(file => file.sha256)
      expect(new Set(hashes)).toEqual(new Set(documents.map(({ buffer }) => sha256(buffer))))
      for (const file of all) {
        const content = await page.request.get(`${kept}/${file.id}/content`)
        expect(sha256(await content.body())).toBe(file.sha256)
      }
      const said = all.map(({ title, number }) => `${title} ${number}`.trim()).sort()
      expect(said).toEqual(['Kegiatan di Sebatik 400/12', 'daftar-penerima', 'surat-keputusan'])
      const smaller = all.find(({ media }) => media === 'image/jpeg')
      expect(smaller?.bytes).toBeLessThan(photo.buffer.length * 0.8)
      const size = await page.evaluate(async address => {
        const { width, height } = await createImageBitmap(await (await fetch(address)).blob())
        return { width, height }
      }, `/api/v1/submissions/${id}/attachments/${smaller?.id}/content`)
      expect(size).toEqual({ width: 1697, height: 2400 })
      const added = await db.prisma.event.count({ where: { stream: `submission/${id}`, type: 'attachment.added' } })
      expect(added).toBe(files.length)
      await expect(page.getByRole('banner').getByRole('status')).toContainText('semua tersimpan')
    })
  } finally {
    // if one fails, the others still end
    await Promise.allSettled([browser.close(), line.close(), product.close()])
  }
})
