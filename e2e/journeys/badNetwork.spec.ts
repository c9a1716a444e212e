import { createHash, randomBytes } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { buildPerson } from '@sepakat/db/builders/index.ts'
import { cachedAddresses } from '../support/device.ts'
import { faultyProxy } from '../support/faultyProxy.ts'
import { pdf } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { PersistentBrowser } from '../support/persistentBrowser.ts'
import { freePort, startProduct } from '../support/product.ts'
import { signInIfAsked } from '../support/signInIfAsked.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const files = ['daftar-hadir', 'surat-tugas', 'foto-kegiatan'].map(name => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([pdf, randomBytes(300_000)]),
}))

/** The values of the form's fields, in order. */
const shown = (page: Page): Promise<string[]> =>
  page
    .getByRole('article')
    .locator('input[type=text], textarea, select')
    .evaluateAll(all => all.map(one => (one as HTMLInputElement).value))

test('a whole report created, filled in and submitted offline arrives once, through a network that resets and repeats', async ({
  launchOptions,
}) => {
  test.slow()
  const door = await freePort()
  const url = `http://127.0.0.1:${door}`
  const product = await startProduct({ env: { PUBLIC_URL: url } })
  const proxy = await faultyProxy(door, Number(new URL(product.url).port))
  const browser = new PersistentBrowser({ ...launchOptions, baseURL: url, serviceWorkers: 'allow' })
  try {
    const { db } = product
    const { office, obligation } = await oweSmallReport(db, '2026-TW3')
    const operator = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [office] }] })
    let context: BrowserContext
    const start = async (offline: boolean): Promise<Page> => {
      context = await browser.start()
      await context.setOffline(offline)
      return context.pages()[0] ?? context.newPage()
    }
    const signIn = (page: Page) => signInIfAsked(page, operator.username)
    const id = obligation
    let typed: string[] = []

    await test.step('it is created offline and filled in completely, with three files', async () => {
      const page = await start(false)
      await page.goto('/')
      // before signing in: the code of a form, which reads it, is fetched ahead at any time after
      await page.evaluate(() => localStorage.setItem('sepakat.panel', 'beside'))
      await signIn(page)
      await page.evaluate(() => navigator.serviceWorker.ready)
      await expect.poll(() => cachedAddresses(page)).toContain(`/api/v1/obligations/${id}/draft`)
      await context.setOffline(true)
      await page.getByRole('button', { name: /^Mulai: Laporan penerapan SPM/ }).click()
      await expect(page.getByRole('article').first()).toBeVisible()
      const report = new FormPage(page)
      const all = async (name: RegExp, value: string) => {
        for (const field of await page.getByRole('textbox', { name }).all()) await field.fill(value)
      }
      await all(/\(harus dilayani, target setahun\)$/, '140')
      await all(/\(terlayani s\.d\. Triwulan III\)$/, '105')
      await all(/ Jumlah yang harus dipenuhi$/, '20')
      await all(/ Terpenuhi s\.d\. Triwulan III$/, '15')
      const rows = {
        'alokasi anggaran dan realisasi': {
          'Sumber dana': 'DAK nonfisik',
          'Anggaran sebelum perubahan': '150.000.000',
          'Anggaran setelah perubahan': '160.000.000',
          'Realisasi s.d. Triwulan III': '106.500.000',
        },
        'dukungan personel': { 'Jenis tenaga': 'Polisi Pamong Praja', Jumlah: '24' },
        'permasalahan dan solusi': { Permasalahan: 'Jarak antarpulau.', Solusi: 'Pos bersama di Sebatik.' },
        'rencana aksi': {
          'Apa yang dilakukan': 'Menambah perahu patroli.',
          'Penanggung jawab': 'Kepala Bidang',
          Kapan: 'Triwulan IV 2026',
        },
      }
      for (const [row, fields] of Object.entries(rows)) {
        await page.getByRole('button', { name: `Tambah ${row}` }).click()
        await report.fillAll(fields)
      }
      await report.fillAll({
        'Pengumpulan data': 'Selesai',
        'Penghitungan kebutuhan pemenuhan pelayanan dasar': 'Selesai',
        'Penyusunan rencana pemenuhan pelayanan dasar': 'Selesai',
        'Pelaksanaan pemenuhan pelayanan dasar': 'Sebagian',
      })
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: /^Pilih berkas bukti/ }).click()
      await (await choosing).setFiles(files)
      await expect(page.getByText(/^Di perangkat ini/)).toHaveCount(files.length)
      typed = await shown(page)
      // all but the state, which a service that is served does not have
      expect(typed.filter(value => value === '')).toHaveLength(1)
    })

    await test.step('the browser is killed, restarted offline, and the report is submitted', async () => {
      await browser.kill()
      const page = await start(true)
      await page.goto('/')
      await signIn(page)
      await expect(page.getByText('dimulai di perangkat ini')).toBeVisible()
      await expectWell(page, 'a report created on this device')
      await page.getByRole('link', { name: /^Lanjutkan: Laporan penerapan SPM/ }).click()
      await expect(page.getByRole('article').first()).toBeVisible()
      expect(await shown(page)).toEqual(typed)
      const dialog = await new FormPage(page).startSubmit()
      await dialog.getByRole('button', { name: 'Kirim begitu ada jaringan' }).click()
      await expect(page.getByText(/menunggu jaringan untuk dikirim$/)).toBeVisible()
      expect(await db.prisma.submission.count({ where: { id } })).toBe(0)
    })

    await test.step('everything arrives through a network that resets each fifth request and repeats others', async () => {
      proxy.faulty = true
      await context.setOffline(false)
      const state = async () => (await db.prisma.submission.findUnique({ where: { id } }))?.status
      await expect.poll(state).toBe('submitted')
      await expect.poll(() => db.prisma.attachment.count({ where: { submissionId: id } })).toBe(3)
      expect(Math.min(proxy.resets.before, proxy.resets.after, proxy.twice)).toBeGreaterThan(0)
    })

    await test.step('once: each change, each file with its bytes, one submission', async () => {
      proxy.faulty = false
      const events = await db.prisma.event.findMany({ where: { stream: `submission/${id}` }, select: { type: true } })
      const count = (type: string) => events.filter(event => event.type === type).length
      expect(['submission.created', 'attachment.added', 'submission.submitted'].map(count)).toEqual([
        1,
        files.length,
        1,
      ])
      expect(await db.prisma.revision.count({ where: { submissionId: id } })).toBe(1)
      const changes = await db.prisma.answerChange.findMany({ where: { submissionId: id } })
      const places = changes.map(({ tableId, rowId, field, op }) => [tableId, rowId, field, op].join('/'))
      expect(new Set(places).size).toBe(places.length)
      const sent = changes.filter(({ op }) => op === 'set').map(({ to }) => String(to))
      const meant = typed
        .filter(value => value !== '')
        .map(value => (/^[\d.]+$/.test(value) ? value.replaceAll('.', '') : value))
      expect(sent.sort()).toEqual(meant.sort())
      const { request } = context
      const kept = `/api/v1/submissions/${id}/attachments`
      const { items } = await (await request.get(kept)).json()
      const hashes: string[] = []
      for (const { id: file } of items) hashes.push(sha256(await (await request.get(`${kept}/${file}/content`)).body()))
      expect(hashes.sort()).toEqual(files.map(({ buffer }) => sha256(buffer)).sort())
    })
  } finally {
    await Promise.allSettled([browser.close(), proxy.close(), product.close()])
  }
})
