import { buildObligations, buildPeriods, buildWave, obligationId, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const form = 'lppd/tahunan'
const key = '2026'
const contracts = /^P\.2\.1 Persentase jumlah total proyek konstruksi/
const competitive = /^P\.2\.2 Persentase jumlah pengadaan/
const spending = /^P\.2\.3 Rasio nilai belanja/
const unit = 'Bagian Pengadaan Barang dan Jasa'
const whole = 'Jumlah (nilai) seluruh pengadaan'
const part = 'Jumlah (nilai) pengadaan yang dilakukan dengan metode kompetitif'
/** A week from now, as it is typed. */
const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('-')

test.use({ apart: 'a report in several hands' })

test('Sekretariat Daerah assigns two rows to Bagian PBJ, which fills them in, corrects them, and sees nothing else', async ({
  product,
  signIn,
}) => {
  test.slow()
  const { db } = product
  const [office, below] = [await officeId(db, 'setda'), await officeId(db, 'bag-pbj')]
  await buildPeriods(db, [{ form, key }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['lppd'] })
  await buildObligations(db, 2026)
  const id = await obligationId(db, office, form, key)
  const { page } = await signIn({ name: 'Rina Setda', posts: [{ role: 'operator', offices: [office] }] })
  const { page: theirs } = await signIn({ name: 'Joko Pengadaan', posts: [{ role: 'operator', offices: [below] }] })
  const [report, own] = [new FormPage(page), new FormPage(theirs)]
  const row = (on: typeof page, name: RegExp) => on.getByRole('article', { name })

  await test.step('the office assigns two rows, and they are read-only for it', async () => {
    await report.open(/LPPD · Capaian IKK dan tugas pembantuan, Tahun 2026/)
    await page.getByRole('button', { name: 'Serahkan bagian' }).click()
    const dialog = page.getByRole('dialog', { name: 'Serahkan bagian laporan' })
    const parts = dialog.getByRole('combobox', { name: 'Bagian yang diserahkan' })
    for (const typed of ['P.2.1', 'P.2.2']) {
      await parts.fill(typed)
      await parts.press('Enter')
    }
    await dialog.getByRole('combobox', { name: 'Diisi oleh' }).fill('pengadaan barang')
    await dialog.getByRole('option', { name: unit, exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Batas waktu' }).fill(day)
    await dialog.getByRole('textbox', { name: 'Catatan' }).fill('Data LPSE sampai 31 Desember.')
    await expectFormWell(page, 'a part to be handed over')
    await dialog.getByRole('button', { name: 'Serahkan', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(row(page, competitive).getByText(`diisi ${unit}`)).toBeVisible()
    await expect(report.field(whole, row(page, competitive))).toHaveCount(0)
    await expect(report.field('Total belanja APBD (Rp)', row(page, spending))).toBeVisible()
    await expectFormWell(page, 'parts in other hands')
  })

  await test.step('the unit finds them at home, and sees only its rows', async () => {
    await theirs.goto('/')
    const line = theirs.getByRole('list', { name: 'Sumbangan data' }).getByRole('listitem')
    await expect(line).toContainText('Sumbangan data untuk LPPD · Capaian IKK dan tugas pembantuan, Tahun 2026')
    await expect(line).toContainText('Sekretariat Daerah')
    await expectFormWell(theirs, 'home of a contributor')
    await line.getByRole('link', { name: /^Isi:/ }).click()
    await expect(row(theirs, contracts)).toBeVisible()
    await expect(row(theirs, spending)).toHaveCount(0)
    await expect(theirs.getByText('Catatan: Data LPSE sampai 31 Desember.')).toBeVisible()
    await expect(theirs.getByRole('navigation', { name: 'Bagian formulir' }).getByRole('button')).toHaveCount(1)
    await report.fill(own.field(part, row(theirs, competitive)), '412')
    await report.fill(own.field(whole, row(theirs, competitive)), '500')
    await own.saved()
    await expect(row(theirs, competitive).getByText('82,40 %')).toBeVisible()
    await expectFormWell(theirs, 'a part to be filled in')
  })

  await test.step('nothing can be submitted before they are done', async () => {
    const dialog = await report.startSubmit()
    await expect(dialog.getByText(`Bagian ini masih diisi ${unit}.`, { exact: false })).toBeVisible()
    await dialog.getByRole('button', { name: 'Tutup' }).click()
    await theirs.getByRole('button', { name: 'Nyatakan selesai' }).click()
    await expect(theirs.getByText('sudah diisi', { exact: true })).toBeVisible()
    await expect(own.field(whole, row(theirs, competitive))).toHaveCount(0)
  })

  await test.step('the office asks for a correction; the unit reads why, corrects it and marks it done', async () => {
    await page.reload()
    await page.getByText(`Bagian yang diserahkan: ${unit} · 1 selesai`).click()
    await page.getByRole('button', { name: `Minta perbaikan kepada ${unit}` }).click()
    const dialog = page.getByRole('dialog', { name: `Minta perbaikan kepada ${unit}` })
    await dialog.getByRole('textbox', { name: 'Yang perlu diperbaiki' }).fill('Katalog elektronik belum terhitung.')
    await expectFormWell(page, 'a part to be mended')
    await dialog.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
    await expect(dialog).toBeHidden()
    await theirs.reload()
    await expect(theirs.getByText('Catatan: Katalog elektronik belum terhitung.')).toBeVisible()
    await own.field(part, row(theirs, competitive)).fill('450')
    await own.saved()
    await theirs.getByRole('button', { name: 'Nyatakan selesai' }).click()
    await expect(theirs.getByText('sudah diisi', { exact: true })).toBeVisible()
  })

  await test.step('the office takes them back with all answers, and can edit them again', async () => {
    await page.reload()
    await expect(row(page, competitive).getByText('90,00 %')).toBeVisible()
    await page.getByText(`Bagian yang diserahkan: ${unit}`).click()
    await page.getByRole('button', { name: `Tarik kembali dari ${unit}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tarik kembali' }).click()
    await expect(page.getByText(/^Bagian yang diserahkan/)).toBeHidden()
    await expect(report.field(whole, row(page, competitive))).toBeVisible()
    await theirs.goto('/')
    await expect(theirs.getByRole('heading', { name: 'Sumbangan data' })).toHaveCount(0)
    const events = await db.prisma.event.findMany({
      where: { stream: `submission/${id}`, type: { startsWith: 'contribution.' } },
      orderBy: { seq: 'asc' },
      select: { type: true },
    })
    expect(events.map(({ type }) => type.split('.')[1])).toEqual(['given', 'done', 'given', 'done', 'taken-back'])
  })
})
