import type { Page } from '@playwright/test'
import { expect, expectWell, password, test, widths } from '../support/test.ts'

const said = (page: Page, text: RegExp) => expect(page.getByText(text).first()).toBeVisible()

// The missing assignments of the region are part of the journey.
test.use({ apart: 'a region without any year' })

test('an admin sets up the year 2027 and a new operator, who signs in with a code and sees what is owed', async ({
  signIn,
  product,
  browser,
}) => {
  test.slow()
  const { page } = await signIn({ name: 'Rahmawati, S.Kom.', posts: [{ role: 'admin' }] })
  const link = (name: string | RegExp) => page.getByRole('link', { name })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const dialog = page.getByRole('dialog')
  let code = ''

  await test.step('one row lost its owner at the end of 2026, and the home page says what 2027 lacks', async () => {
    const { items } = await (await page.request.get('/api/v1/assignments?year=2026&form=spm/triwulan&limit=50')).json()
    const row = items.find((one: { row: string }) => one.row === 'terduga-tb')
    const ended = await page.request.post(`/api/v1/assignments/${row.id}/end`, {
      data: { toYear: 2026 },
      headers: { origin: product.url },
    })
    expect(ended.ok()).toBe(true)
    await page.reload()
    await said(page, /^1 baris katalog belum ada pengampunya$/)
    await said(page, /^Periode lapor tahun 2027 belum dibuat$/)
    await expectWell(page, 'home of an admin')
  })

  await test.step('periods: a wrong deadline is shown at its field, then all are saved', async () => {
    await link('Pengelolaan').first().click()
    await link(/Tahun pelaporan/)
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tahun pelaporan 2026' })).toBeVisible()
    await expectWell(page, 'landing of the year')
    await page.getByLabel('Tahun', { exact: true }).selectOption('2027')
    await link(/1\. Periode/).click()
    await said(page, /^Belum ada periode untuk tahun 2027$/)
    await expectWell(page, 'no periods yet')
    await button('Buat periode tahun 2027').click()
    const quarter = page.getByRole('group', { name: /Triwulan I 2027.*Laporan penerapan SPM/ })
    const due = quarter.getByLabel('Tenggat')
    await due.fill('31-12-2026')
    await button(/^Simpan \d+ periode$/).click()
    await expect(due).toBeFocused()
    await expect(due).toHaveAttribute('aria-invalid', 'true')
    await expect(quarter.getByText('Tenggat tidak boleh sebelum tanggal dibuka.')).toBeVisible()
    await expectWell(page, 'periods with an error')
    await due.fill('15 April 2027')
    await button(/^Simpan \d+ periode$/).click()
    await said(page, /^\d+ periode disimpan\.$/)
    await expect(page.getByRole('row', { name: /Triwulan I 2027.*15 Apr 2027/ })).toBeVisible()
    await expectWell(page, 'periods')
  })

  await test.step('a practice period of SPM that is open now', async () => {
    await button('Tambah periode latihan').click()
    await dialog.getByLabel('Formulir').selectOption({ label: 'Laporan penerapan SPM' })
    await dialog.getByLabel('Periode').selectOption({ label: 'Triwulan I 2027' })
    await dialog.getByLabel('Ditutup').fill('kapan saja')
    await dialog.getByRole('button', { name: 'Simpan periode latihan' }).click()
    await expect(dialog.getByText('Tulis tanggal seperti 31-03-2026.')).toBeVisible()
    await expectWell(page, 'practice period with an error')
    await dialog.getByLabel('Ditutup').fill('31-12-2026')
    await dialog.getByRole('button', { name: 'Simpan periode latihan' }).click()
    await said(page, /Kewajiban latihannya dibuat di langkah Kewajiban/)
  })

  await test.step('assignments: the row gets an owner, another row moves', async () => {
    await link(/Langkah berikutnya: Penugasan/).click()
    await page.getByLabel('Keadaan').selectOption({ label: 'Tanpa pengampu' })
    await expect(page.getByRole('row')).toHaveCount(2)
    await expectWell(page, 'rows without an owner')
    await button(/^Ubah pengampu .*tuberkulosis/i).click()
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await expect(dialog.getByRole('combobox', { name: 'Perangkat daerah' })).toHaveAttribute('aria-invalid', 'true')
    await expectWell(page, 'assignment with an error')
    await dialog.getByRole('combobox', { name: 'Perangkat daerah' }).fill('dinas kesehatan')
    await dialog
      .getByRole('option', { name: /^Dinas Kesehatan/ })
      .first()
      .click()
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await said(page, /diampu Dinas Kesehatan.*sejak 2027/)
    await said(page, /Baik: tidak ada baris dengan keadaan itu/)
    await expectWell(page, 'every row has an owner')

    await button(/Hapus.*saringan/)
      .first()
      .click()
    // Filters that are chosen before the address has changed are lost
    await expect(page.getByLabel('Keadaan')).toHaveValue('')
    await page.getByLabel('Formulir').selectOption({ label: 'Laporan penerapan SPM' })
    await page.getByLabel('Cari kode, baris, atau pengampu').fill('evakuasi korban bencana')
    await expect(page.getByRole('row')).toHaveCount(2)
    await button(/^Ubah pengampu .*evakuasi korban bencana/i).click()
    await dialog.getByRole('combobox', { name: 'Perangkat daerah' }).fill('pemadam')
    await dialog
      .getByRole('option', { name: /Pemadam/ })
      .first()
      .click()
    await expect(dialog.getByRole('checkbox', { name: /^Bersama/ })).not.toBeChecked()
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await said(page, /diampu .*Pemadam.*sejak 2027/)
  })

  await test.step('a wave from the first quarter of 2027', async () => {
    await link(/Langkah berikutnya: Gelombang/).click()
    await said(page, /^Belum ada gelombang$/)
    await expectWell(page, 'no waves yet')
    await link('Tambah gelombang').click()
    await button('Simpan gelombang').click()
    await expect(page.getByLabel('Nama gelombang')).toBeFocused()
    await said(page, /Pilih sedikitnya satu perangkat daerah/)
    await expectWell(page, 'wave with errors')
    await page.getByLabel('Nama gelombang').fill('Gelombang 1: percontohan')
    await page.getByLabel('Mulai periode').selectOption({ label: 'Triwulan I 2027' })
    await page.getByRole('checkbox', { name: 'LPPD' }).uncheck()
    await page.getByRole('checkbox', { name: 'LKPJ' }).uncheck()
    for (const [typed, name] of [
      ['dinas kesehatan', /^Dinas Kesehatan/],
      ['pemadam', /Pemadam/],
    ] as const) {
      await page.getByRole('combobox', { name: 'Perangkat daerah' }).fill(typed)
      await page.getByRole('option', { name }).first().click()
    }
    await page.getByLabel('Nama gelombang').click()
    await expectWell(page, 'wave filled in')
    await button('Simpan gelombang').click()
    await said(page, /^Gelombang 1: percontohan disimpan\./)
    await expectWell(page, 'waves')
  })

  await test.step('obligations: first the preview, then they are created', async () => {
    await link(/Langkah berikutnya: Kewajiban/).click()
    await said(page, /\d+ kewajiban lapor belum dibuat/)
    await expect(
      page.getByRole('row', { name: /Laporan penerapan SPM.*Triwulan I 2027.*15 Apr 2027.*12.*Akan dibuat/ }),
    ).toBeVisible()
    await expectWell(page, 'preview of obligations')
    expect(await product.db.prisma.obligation.count()).toBe(0)
    await button(/^Buat \d+ kewajiban$/).click()
    await expectWell(page, 'obligations to be made')
    await dialog.getByRole('button', { name: 'Buat kewajiban' }).click()
    await said(page, /kewajiban lapor tahun 2027 dibuat/)
    await said(page, /^\d+ kewajiban lapor dari gelombang yang ada sudah dibuat$/)
    await expectWell(page, 'obligations made')
  })

  await test.step('an obligation without a report is removed, and comes back while the plan asks for it', async () => {
    await button(/^Hapus kewajiban Laporan penerapan SPM Triwulan IV 2027, Dinas Kesehatan/).click()
    await expectWell(page, 'obligation to be removed')
    await dialog.getByRole('button', { name: 'Hapus kewajiban' }).click()
    await said(page, /^Kewajiban Laporan penerapan SPM, Triwulan IV 2027, Dinas Kesehatan.* dihapus\.$/)
    await button(/^Buat 1 kewajiban$/).click()
    await dialog.getByRole('button', { name: 'Buat kewajiban' }).click()
    await said(page, /^\d+ kewajiban lapor dari gelombang yang ada sudah dibuat$/)
  })

  await test.step('a period with obligations stays', async () => {
    await link(/^1\. Periode/).click()
    await button(/^Hapus Triwulan IV 2027, Laporan penerapan SPM$/).click()
    await dialog.getByRole('button', { name: 'Hapus periode' }).click()
    await said(page, /^Periode ini sudah berkewajiban lapor\./)
    await expectWell(page, 'period that cannot be removed')
    await dialog.getByRole('button', { name: 'Batal' }).click()
  })

  await test.step('the years of the next plan are set', async () => {
    await link('Pengelolaan').first().click()
    await link(/^Pengaturan/)
      .first()
      .click()
    await page.getByLabel('Tahun pertama').fill('2030')
    await button('Simpan masa rencana').click()
    await said(page, /^Renstra mencakup lima tahun, atau enam dengan tahun transisinya; ini 1 tahun\.$/)
    await expectWell(page, 'settings with an error')
    await page.getByLabel(/^Tahun terakhir/).fill('2034')
    await button('Simpan masa rencana').click()
    await said(page, /^Masa rencana 2030 sampai 2034 disimpan\.$/)
    await page.getByRole('checkbox', { name: 'LKPJ', exact: true }).check()
    await button('Simpan reviu laporan').click()
    await said(page, /^Reviu laporan kabupaten disimpan\.$/)
  })

  await test.step('a new operator gets a code', async () => {
    await link('Pengelolaan').first().click()
    await link(/^Orang/)
      .first()
      .click()
    await link('Tambah orang').click()
    await page.getByLabel('Nama lengkap').fill('Yohanes Paru, A.Md.')
    await page.getByLabel('NIP').fill('19850303 201001')
    await button('Tambah orang').click()
    await said(page, /^NIP terdiri atas 18 angka; yang ditulis ada 14\.$/)
    await expect(page.getByLabel('NIP')).toBeFocused()
    await expectWell(page, 'new person with errors')
    await page.getByLabel('NIP').fill('19850303 201001 1 003')
    await page.getByRole('combobox', { name: 'Perangkat daerah' }).fill('pemadam')
    await page
      .getByRole('option', { name: /Pemadam/ })
      .first()
      .click()
    await button('Tambah orang').click()
    await said(page, /Yohanes Paru, A\.Md\. sudah ditambahkan/)
    await expectWell(page, 'person')
    await button('Terbitkan kode masuk').click()
    await expect(page.getByRole('heading', { name: 'Kode untuk Yohanes Paru, A.Md.' })).toBeFocused()
    await expectWell(page, 'code issued')
    const letters = await page.getByRole('list', { name: 'Kode dieja' }).locator('b').allTextContents()
    code = letters.join('')
  })

  await test.step('the operator signs in with it on a phone, chooses a password, and sees what is owed', async () => {
    const context = await browser.newContext({ baseURL: product.url, viewport: widths.phone, reducedMotion: 'reduce' })
    const phone = await context.newPage()
    await phone.goto('/')
    await phone.getByRole('link', { name: 'Pakai kode dari pengelola' }).click()
    // the other form has a field of this name too
    await phone.getByLabel('Kode masuk').fill('SALAH-KODE')
    await phone.getByLabel('NIP atau nama pengguna').fill('198503032010011003')
    await phone.getByLabel('Sandi baru', { exact: true }).fill('pendek')
    await phone.getByRole('button', { name: 'Simpan sandi dan masuk' }).click()
    await said(phone, /^Sandi paling sedikit 10 huruf; yang ini 6\.$/)
    await phone.getByLabel('Sandi baru', { exact: true }).fill(password)
    await phone.getByLabel('Ulangi sandi baru').fill(password)
    await phone.getByRole('button', { name: 'Simpan sandi dan masuk' }).click()
    await expect(phone.getByLabel('Kode masuk')).toHaveAttribute('aria-invalid', 'true')
    await expectWell(phone, 'sign-in with a wrong code')
    await phone.getByLabel('Kode masuk').fill(code.toLowerCase())
    await phone.getByRole('button', { name: 'Simpan sandi dan masuk' }).click()
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('Pemadam')
    const later = phone.getByRole('region', { name: 'Belum dibuka' })
    await expect(later.getByText(/Laporan penerapan SPM.*Triwulan I 2027/).first()).toBeVisible()
    await expect(
      phone
        .getByRole('region', { name: 'Latihan' })
        .getByText(/Triwulan I 2027/)
        .first(),
    ).toBeVisible()
    await expectWell(phone, 'home of the new operator')
    await context.close()
  })

  await test.step('the stored data', async () => {
    const { prisma } = product.db
    expect((await prisma.setting.findUniqueOrThrow({ where: { key: 'plan' } })).value).toEqual({ from: 2030, to: 2034 })
    const wave = await prisma.wave.findFirstOrThrow()
    expect(wave).toMatchObject({ fromPeriod: '2027-TW1', reportTypes: ['spm', 'sakip'] })
    const owners = await prisma.rowAssignment.findMany({
      where: { form: 'spm/triwulan', row: { in: ['terduga-tb', 'evakuasi-bencana'] }, toYear: null },
      select: { row: true, fromYear: true, office: { select: { code: true } } },
      orderBy: { row: 'asc' },
    })
    expect(owners).toEqual([
      { row: 'evakuasi-bencana', fromYear: 2027, office: { code: 'disdamkar' } },
      { row: 'terduga-tb', fromYear: 2027, office: { code: 'dinkes' } },
    ])
    const owed = await prisma.obligation.findMany({
      where: { office: { code: 'disdamkar' } },
      select: { form: true, period: true },
      orderBy: [{ form: 'asc' }, { period: 'asc' }],
    })
    expect(owed.map(one => `${one.form} ${one.period}`)).toEqual([
      'sakip/evaluasi 2027',
      'sakip/indikator 2027',
      'sakip/lkjip 2027',
      'sakip/pengukuran-triwulan 2027-TW1',
      'sakip/pengukuran-triwulan 2027-TW2',
      'sakip/pengukuran-triwulan 2027-TW3',
      'sakip/pengukuran-triwulan 2027-TW4',
      'sakip/perjanjian-kinerja 2027',
      'spm/triwulan 2027-TW1',
      'spm/triwulan 2027-TW1-latihan',
      'spm/triwulan 2027-TW2',
      'spm/triwulan 2027-TW3',
      'spm/triwulan 2027-TW4',
    ])
  })
})
