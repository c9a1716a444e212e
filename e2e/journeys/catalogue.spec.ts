import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { proposeShipped } from '@sepakat/db/seed/seedReference.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, expectWell, test } from '../support/test.ts'

type Catalogue = Parameters<typeof proposeShipped>[2]
// Prisma knows of a JSON column only that it is JSON
const catalogueIn = ({ body }: { body: unknown }) => body as Catalogue

const form = 'lppd/tahunan'
const label = 'Persentase dermaga rakyat yang laik'
const shippedLabel = 'Indeks kepuasan penumpang angkutan'

// this journey adds and ends rows
test.use({ apart: 'a region whose catalogue is kept' })

test('An admin adds a row, assigns it to an office that then sees it, ends another, carries it over, and publishes a release’s rows', async ({
  product,
  signIn,
}) => {
  test.slow()
  const { db } = product
  const office = await officeId(db, 'dishub')
  const year = new Date().getFullYear()
  await buildPeriods(db, [{ form, key: String(year) }])
  await buildWave(db, { fromPeriod: `${year}-TW1`, offices: [office], reportTypes: ['lppd'] })
  await buildObligations(db, year)
  const { page } = await signIn({ name: 'Rahmawati, S.Kom.', posts: [{ role: 'admin' }] })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const dialog = page.getByRole('dialog')
  const publish = async () => {
    await button(/^Periksa .*(terbitkan|akhiri)$/).click()
    await dialog.getByRole('button', { name: 'Terbitkan' }).click()
  }

  await test.step('the new row: errors are shown at their fields, then what it changes', async () => {
    await page.goto(`/pengelolaan/katalog/${form}`)
    await page.getByRole('link', { name: 'Tambah baris' }).click()
    await page.getByLabel('Bagian', { exact: true }).selectOption({ label: 'Indikator kinerja kunci (IKK)' })
    await button('Periksa dan terbitkan').click()
    await expect(page.getByRole('combobox', { name: 'Kelompok' })).toBeFocused()
    await expect(page.getByText('Tulis bunyi barisnya.')).toBeVisible()
    await expectFormWell(page, 'new row with errors')
    await page.getByRole('combobox', { name: 'Kelompok' }).fill('perhubungan')
    await page.getByRole('option', { name: /Perhubungan$/ }).click()
    await page.getByLabel('Bunyi', { exact: true }).fill(label)
    await page.getByRole('textbox', { name: /^Satuan/ }).fill('%')
    await page.getByLabel('Cara menghitung').selectOption({ label: 'Rasio (persen): pembilang ÷ penyebut × faktor' })
    await page.getByLabel(/^Pembilang/).fill('Dermaga rakyat yang laik')
    await page.getByLabel(/^Penyebut/).fill('Dermaga rakyat seluruhnya')
    await page.getByLabel('Alasan').fill('Permendagri baru')
    await button('Periksa dan terbitkan').click()
    await expect(dialog.getByText(/^1 baris baru/)).toBeVisible()
    await expectFormWell(page, 'new row to be published')
    await dialog.getByRole('button', { name: 'Terbitkan' }).click()
    await expect(
      page.getByText(`Baris baru terbit sebagai versi 2, berlaku mulai tahun ${year}.`).first(),
    ).toBeVisible()
  })

  await test.step('it has no owner, as the page says; the assignment gives it one', async () => {
    await page.getByRole('link', { name: 'Pilih pengampunya' }).click()
    await button(`Ubah pengampu ${label}`).click()
    await dialog.getByRole('combobox', { name: 'Perangkat daerah' }).fill('perhubungan')
    await dialog
      .getByRole('option', { name: /^Dinas Perhubungan/ })
      .first()
      .click()
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await expect(page.getByText(/diampu Dinas Perhubungan/).first()).toBeVisible()
  })

  await test.step('the office sees it in its form', async () => {
    const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
    await new FormPage(operator.page).open(/LPPD/)
    const row = operator.page.getByRole('article', { name: label })
    await expect(row.getByRole('textbox', { name: /^Dermaga rakyat yang laik/ })).toBeVisible()
  })

  await test.step('a row ends, and is carried over into the next year', async () => {
    await page.goto(`/pengelolaan/katalog/${form}/teruskan`)
    await expect(page.getByText(`Tidak ada baris yang berakhir dengan tahun ${year}`)).toBeVisible()
    await expectFormWell(page, 'nothing to hold on')
    await page.goto(`/pengelolaan/katalog/${form}/persentase-dermaga-rakyat-laik`)
    await page.getByRole('link', { name: 'Akhiri baris ini' }).click()
    await page.getByLabel('Tahun terakhir').fill(String(year - 1))
    await page.getByLabel('Alasan').fill('Diganti')
    await button('Periksa dan akhiri').click()
    await expect(page.getByText(`Baris ini tidak berlaku pada tahun ${year - 1}.`, { exact: false })).toBeVisible()
    await expectFormWell(page, 'row that cannot end so early')
    await page.getByLabel('Tahun terakhir').fill(String(year))
    await publish()
    await expect(page.getByText(`1 baris berakhir dengan tahun ${year}. Terbit sebagai versi 3.`).first()).toBeVisible()
    await page.goto(`/pengelolaan/katalog/${form}/teruskan`)
    await page.getByLabel('Alasan').fill('Masih diminta')
    await publish()
    await expect(page.getByText(`1 baris diteruskan ke tahun ${year + 1}.`, { exact: false }).first()).toBeVisible()
  })

  await test.step('rows whose wording was not yet compared are listed form by form, found by their code, and lead to their page', async () => {
    await page.goto('/pengelolaan/katalog/belum-dicocokkan')
    await expect(page.getByRole('heading', { name: /^Capaian IKK dan tugas pembantuan/ })).toBeVisible()
    await expectWell(page, 'rows not yet compared')
    await page.getByLabel('Cari kode atau bunyi').fill('2.q.1-K1')
    await page.getByRole('link', { name: /^2\.q\.1-K1 / }).click()
    await expect(page.getByText('tidak disebut di katalog')).toBeVisible()
  })

  await test.step('a release has a new row and another wording of one that the region corrected', async () => {
    const seeded = catalogueIn(await db.prisma.formVersion.findFirstOrThrow({ where: { form, version: 1 } }))
    const [first, ...others] = seeded.rows
    const shipped = { ...first!, label: 'Bunyi dari rilis' }
    const brought = { ...first!, id: 'kepuasan-penumpang', code: '', label: shippedLabel }
    const origin = { headers: { origin: product.url } }
    const corrected = await page.request.post(`/api/v1/catalogues/${form}/corrections`, {
      ...origin,
      data: { row: first!.id, fromYear: year, reason: 'Perda', basedOn: 4, change: { label: 'Bunyi punya daerah' } },
    })
    expect(corrected.ok()).toBe(true)
    await proposeShipped(db, form, { ...seeded, rows: [shipped, brought, ...others] })
    await page.goto('/pengelolaan/katalog')
    await expect(page.getByText('Ada usulan dari rilis baru')).toBeVisible()
    await page.goto(`/pengelolaan/katalog/${form}`)
    await page.getByRole('link', { name: 'Tinjau usulan' }).click()
    await expect(page.getByText('1 baris baru:')).toBeVisible()
    await page.getByLabel('Alasan').fill('Rilis baru')
    await button(/^Terbitkan versi 6$/).click()
    await expect(page.getByText('Pilih yang dipakai.').first()).toBeVisible()
    await expectFormWell(page, 'proposal of a release with a conflict')
    await page.getByRole('radio', { name: 'Pertahankan punya daerah' }).check()
    await button(/^Terbitkan versi 6$/).click()
    await expect(page.getByText('Usulan terbit sebagai versi 6', { exact: false }).first()).toBeVisible()
    const newest = await db.prisma.formVersion.findFirstOrThrow({ where: { form }, orderBy: { version: 'desc' } })
    const labels = catalogueIn(newest).rows.map(row => row.label)
    expect(labels).toEqual(expect.arrayContaining([label, shippedLabel, 'Bunyi punya daerah']))
    expect(labels).not.toContain('Bunyi dari rilis')
  })
})
