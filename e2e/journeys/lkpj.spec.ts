import type { Locator } from '@playwright/test'
import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage } from '../support/formPage.ts'
import { widths } from '../support/pageFaults.ts'
import { expect, expectFormWell, expectWell, test } from '../support/test.ts'

const program = '2.11.03 Pengendalian pencemaran dan kerusakan lingkungan hidup'
const activity = '2.11.03.2.01 Pencegahan pencemaran dan kerusakan lingkungan hidup'
const prevention = '2.11.03.2.01.0001 Pelaksanaan pencegahan pencemaran'
const laboratory = '2.11.03.2.01.0003 Pengelolaan laboratorium lingkungan hidup'
const nameOf = (row: string) => row.slice(row.indexOf(' ') + 1)
const codeOf = (row: string) => row.slice(0, row.indexOf(' '))

test.use({ apart: 'lkpj' })

test('Dinas Lingkungan Hidup reports its programmes: money typed below, summed above; returned, corrected, approved', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const office = await officeId(db, 'dlh')
  await buildPeriods(db, [{ form: 'lkpj/tahunan', key: '2026' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['lkpj'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const { page: review } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['lkpj'] }] })
  const form = new FormPage(page)
  const indicator = async (row: string, name: string, cells: Record<string, string>) => {
    await form.more(row)
    await form.add('Tambah indikator', name, form.row(row))
    for (const [column, value] of Object.entries(cells)) await form.fill(form.cell(name, column), value)
  }

  await test.step('the tree, from the programme down; a code without a name says so', async () => {
    await form.open(/LKPJ · Program, kegiatan, dan sub kegiatan/)
    await expectFormWell(page, 'empty LKPJ')
    await form.add('Tambah program', codeOf(program))
    const nameless = form.row(`${codeOf(program)} nama belum ada`)
    await expect(nameless).toBeVisible()
    await form.fillAll({ 'Nama program': nameOf(program) }, nameless)
    await indicator(program, 'Indeks kualitas air', { Satuan: 'indeks', Target: '58,2', Realisasi: '57,4' })
    await form.more(program)
    await form.add('Tambah kegiatan', codeOf(activity), form.row(program))
    await form.fillAll({ 'Nama kegiatan': nameOf(activity) }, form.row(`${codeOf(activity)} nama belum ada`))
    await indicator(activity, 'Jumlah sungai yang dipantau', { Satuan: 'sungai', Target: '6', Realisasi: '6' })
    const leaf = async (row: string, cells: Record<string, string>) => {
      await form.more(activity)
      await form.add('Tambah sub kegiatan', codeOf(row), form.row(activity))
      await form.fillAll({ 'Nama sub kegiatan': nameOf(row) }, form.row(`${codeOf(row)} nama belum ada`))
      for (const [name, value] of Object.entries(cells))
        await form.fill(form.field(name, form.row(row)).or(form.cell(row, name)), value)
    }
    await leaf(prevention, {
      'Sumber dana': 'PAD',
      'Anggaran sebelum perubahan': '250.000.000',
      'Anggaran setelah perubahan': '300.000.000',
      'Realisasi anggaran': '285.000.000',
    })
    await indicator(prevention, 'Jumlah dokumen pemantauan', { Satuan: 'dokumen', Target: '12', Realisasi: '9' })
    await leaf(laboratory, {
      'Sumber dana': 'DAK fisik',
      'Anggaran sebelum perubahan': '150.000.000',
      'Realisasi anggaran': '165.000.000',
    })
    await indicator(laboratory, 'Jumlah sampel yang diuji', { Satuan: 'sampel', Target: '200', Realisasi: '200' })
    await form.saved()
    await expect(
      page.getByText('Realisasi Rp 165.000.000 melebihi anggaran Rp 150.000.000.', { exact: false }),
    ).toBeVisible()
    await expectFormWell(page, 'LKPJ with findings')
  })

  await test.step('overspending is corrected; sums and means are updated up the tree', async () => {
    await form.fill(form.cell(laboratory, 'Realisasi anggaran'), '135.000.000')
    await form.fillAll(
      { Permasalahan: 'Kapal pemantau rusak tiga bulan.', 'Upaya penyelesaian': 'Menyewa kapal pada triwulan IV.' },
      form.row(prevention),
    )
    await form.saved()
    const figure = (row: string, name: string, value: string) =>
      expect(
        form
          .row(row)
          .getByRole('button', { name: new RegExp(`^${value}`) })
          .first(),
        `${name} of ${row}`,
      ).toBeVisible()
    await figure(program, 'Serapan anggaran', '93,33 %')
    await figure(program, 'Capaian fisik', '87,50 %')
    await figure(program, 'Realisasi anggaran', 'Rp 420.000.000')
    await form.section('Tugas pembantuan')
    await page.getByRole('checkbox', { name: /^Tidak ada \(nihil\)/ }).check()
    await form.saved()
    await form.section('Program')
    const boxOf = async (what: Locator) => (await what.boundingBox()) ?? { y: 0, height: 0 }
    const edge = await boxOf(page.getByRole('button', { name: /kolom lagi/ }))
    const head = await boxOf(page.getByRole('columnheader', { name: 'Uraian' }))
    expect(edge.height, 'the way to the columns beyond the edge has a place of its own').toBeGreaterThan(0)
    expect(edge.y + edge.height).toBeLessThanOrEqual(head.y)
    await expectFormWell(page, 'LKPJ filled in')
    const seen = page.viewportSize()
    await page.setViewportSize(widths.phone)
    await page.getByRole('button', { name: program, exact: true }).click()
    const folded = form.row(program)
    await expect(folded.getByRole('definition').filter({ hasText: 'Rp 420.000.000' })).toHaveText(/2\/2/)
    await expect(folded.getByRole('definition').filter({ hasText: '93,33 %' })).toBeVisible()
    await expectFormWell(page, 'LKPJ folded on a phone')
    await page.getByRole('button', { name: program, exact: true }).click()
    if (seen) await page.setViewportSize(seen)
    await form.submit()
    await expectFormWell(page, 'receipt of LKPJ')
  })

  const id = form.id
  await test.step('the verifier asks about one row and returns it; the office answers', async () => {
    await review.reload()
    await review.getByRole('link', { name: /^Periksa: LKPJ · Program, kegiatan/ }).click()
    await review.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
    // the unit has a column
    await expect(review.getByRole('cell', { name: 'sungai', exact: true })).toBeVisible()
    await expect(review.getByRole('cell', { name: '57,4', exact: true })).toBeVisible()
    await expectFormWell(review, 'LKPJ under review')
    const size = review.viewportSize()
    await review.setViewportSize(widths.phone)
    await expect(review.getByText('Σ 2/2').first()).toBeVisible()
    await expect(
      review.getByRole('button', { name: /kolom lagi/ }),
      'below each other there are no columns',
    ).toBeHidden()
    if (size) await review.setViewportSize(size)
    await review.getByRole('button', { name: `Catatan: ${prevention}`, exact: true }).click()
    await review.getByLabel('Catatan', { exact: true }).fill('Sebutkan biaya sewa kapalnya.')
    await review.getByRole('button', { name: 'Simpan catatan' }).click()
    await expect(review.getByText('Sebutkan biaya sewa kapalnya.').first()).toBeVisible()
    await review
      .getByRole('region', { name: 'Tindakan' })
      .getByRole('button', { name: /^Kembalikan/ })
      .click()
    const dialog = review.getByRole('dialog')
    await dialog.getByLabel('Jawaban ditunggu sampai').fill('15-12-2026')
    await dialog.getByRole('button', { name: 'Kembalikan' }).click()
    await expect(review.getByText('Dikembalikan').first()).toBeVisible()

    await form.open(/LKPJ · Program, kegiatan, dan sub kegiatan/)
    await form.openNotes()
    await page
      .getByRole('main')
      .getByRole('button', { name: /Sebutkan biaya sewa kapalnya/ })
      .first()
      .click()
    await form.more(prevention)
    await form.fillAll({ 'Upaya penyelesaian': 'Menyewa kapal pada triwulan IV, Rp 24 juta.' }, form.row(prevention))
    await page.getByLabel('Jawaban Anda').first().fill('Sudah ditulis.')
    await page.getByRole('button', { name: 'Jawab', exact: true }).first().click()
    await form.saved()
    await form.submit()
  })

  await test.step('the verifier approves; the figures are final, and on paper', async () => {
    await review.goto(`/periksa/${id}`)
    await review.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
    await review.getByRole('button', { name: `1 catatan: ${prevention}`, exact: true }).click()
    await review.getByRole('button', { name: /^Nyatakan selesai: Sebutkan biaya/ }).click()
    const { request } = review.context()
    const headers = { origin: product.url }
    const tick = { anchor: '/assistance/all', ticked: true }
    expect((await request.put(`/api/v1/submissions/${id}/ticks`, { data: tick, headers })).status()).toBeLessThan(300)
    expect((await request.post(`/api/v1/submissions/${id}/approve`, { data: {}, headers })).status()).toBeLessThan(300)
    const { items } = await (await request.get('/api/v1/figures?form=lkpj/tahunan&period=2026&limit=200')).json()
    const whole = Object.fromEntries(
      items.flatMap(({ figure, standing }: { figure: Record<string, string>; standing: string }) =>
        figure.row === '' && standing === 'final' ? [[figure.code, Number(figure.value)]] : [],
      ),
    )
    expect(whole).toMatchObject({
      'lkpj.before': 400_000_000,
      'lkpj.budget': 450_000_000,
      'lkpj.spent': 420_000_000,
      'lkpj.physical': 87.5,
    })
    expect(whole['lkpj.absorption']).toBeCloseTo((420 / 450) * 100, 10)
    await page.goto(`/laporan/${id}/cetak`)
    await expect(page.getByRole('heading', { name: activity })).toBeVisible()
    await expectFormWell(page, 'LKPJ on paper')
  })
})

test('Dinas Perhubungan imports 300 sub-activities from its budget document, edits and submits', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const office = await officeId(db, 'dishub')
  await buildPeriods(db, [{ form: 'lkpj/tahunan', key: '2026' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['lkpj'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const form = new FormPage(page)

  await test.step('the admin imports the region’s list of codes', async () => {
    const { page: admin } = await signIn({ posts: [{ role: 'admin' }] })
    await admin.goto('/pengelolaan/nomenklatur')
    const list = ['kode\tnama\tindikator\tsatuan', '2.15.07\tPROGRAM PENGELOLAAN PERKERETAAPIAN\t\t']
    const file = { name: 'daftar.tsv', mimeType: 'text/plain', buffer: Buffer.from(list.join('\n')) }
    await admin.locator('input[type=file]').setInputFiles(file)
    await expect(admin.getByText('Terbaca 1 program.')).toBeVisible()
    await expectWell(admin, 'codes before they are saved')
    await admin.getByLabel('Mulai tahun').selectOption('2026')
    await admin.getByRole('button', { name: 'Simpan ke daftar tahun 2026' }).click()
    await expect(admin.getByText('1 kode disimpan dalam daftar tahun 2026.').first()).toBeVisible()
  })

  await test.step('pasted lines are previewed with warnings, and added as one step', async () => {
    await form.open(/LKPJ · Program, kegiatan, dan sub kegiatan/)
    await page.getByRole('button', { name: 'Tempel baris DPA' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tempel baris DPA' })
    await expectFormWell(page, 'lines to be pasted')
    await dialog.getByLabel('Baris dari Excel').fill(budgetDocument)
    await expect(dialog.getByText('666 baris baru.')).toBeVisible()
    await expect(dialog.getByText('Baris 2 tidak berkode; dilewati.')).toBeVisible()
    await expect(dialog.getByText(/^Nama belum ada \(5\): 2\.15\.02, .*2\.15\.06\.$/)).toBeVisible()
    const asked = dialog.getByRole('group', { name: 'Kolom “Realisasi” berisi apa?' })
    await expect(dialog.getByText('Jawab dahulu pertanyaan di bawah baris yang ditempel.')).toBeVisible()
    await asked.getByLabel(/^Fisik/).check()
    await expect(dialog.getByText(/Indikator: Jumlah laporan · .*Realisasi: 3 laporan/).first()).toBeVisible()
    await expectFormWell(page, 'lines before they are added')
    await dialog.getByRole('button', { name: 'Masukkan' }).click()
    await expect(page.getByRole('button', { name: '2.15.02 nama belum ada', exact: true })).toBeVisible()
    await expect(
      page.getByRole('button', { name: '2.15.07 PROGRAM PENGELOLAAN PERKERETAAPIAN', exact: true }),
    ).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /^Semua tersimpan$/ })).toBeVisible()
  })

  await test.step('the form opens again with all of them, and edits count at once', async () => {
    await page.reload()
    await page.getByRole('button', { name: '2.15.02 nama belum ada', exact: true }).click()
    const activity = form.row('2.15.02.2.01 Kegiatan 2.15.02.2.01')
    await activity.getByRole('button', { name: '2.15.02.2.01 Kegiatan 2.15.02.2.01', exact: true }).click()
    const leaf = form.row('2.15.02.2.01.0001 Sub kegiatan 2.15.02.2.01.0001')
    await form.fill(form.cell('2.15.02.2.01.0001 Sub kegiatan 2.15.02.2.01.0001', 'Realisasi anggaran'), '40.000.000')
    await form.saved()
    await expect(leaf.getByRole('button', { name: /^40,00 %/ })).toBeVisible()
    await expectFormWell(page, 'LKPJ of 300 sub-activities')
    await form.section('Tugas pembantuan')
    await page.getByRole('checkbox', { name: /^Tidak ada \(nihil\)/ }).check()
    await form.saved()
  })

  await test.step('it is submitted; the changes say that they came from a spreadsheet', async () => {
    const id = form.id
    await form.submit()
    const { items } = await (await page.request.get(`/api/v1/submissions/${id}/changes?limit=500`)).json()
    expect(new Set(items.map((one: { via: string }) => one.via))).toEqual(new Set(['import']))
    const { body } = await (await page.request.get(`/api/v1/submissions/${id}/revisions/1`)).json()
    const whole = (code: string) =>
      body.figures.find((one: { code: string; row: string }) => one.code === code && one.row === '').value
    expect(whole('lkpj.budget')).toBe(String(300 * 100_000_000))
    expect(whole('lkpj.physical')).toBe('75')
  })
})

/** Six programmes without a name, ten activities each, five sub-activities each, in a spreadsheet's clipboard format. */
const budgetDocument = [
  'Kode\tUraian\tPagu\tSumber Dana\tIndikator\tTarget\tSatuan\tRealisasi',
  '\tBELANJA DAERAH\t30.000.000.000',
  ...[2, 3, 4, 5, 6, 7].flatMap(program =>
    Array.from({ length: 10 }, (_, at) => `2.15.0${program}.2.${String(at + 1).padStart(2, '0')}`).flatMap(kegiatan => [
      `${kegiatan}\tKegiatan ${kegiatan}\t500.000.000`,
      ...[1, 2, 3, 4, 5].map(n => {
        const code = `${kegiatan}.000${n}`
        return `${code}\tSub kegiatan ${code}\t100.000.000\tDAU\tJumlah laporan\t4\tlaporan\t3`
      }),
    ]),
  ),
].join('\n')
