import {
  buildObligations,
  buildPeriods,
  buildWave,
  lppdAnswers,
  obligationId,
  officeId,
} from '@sepakat/db/builders/index.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const form = 'lppd/tahunan'
const key = '2026'
const index = '2.e.1 Indeks Kualitas Lingkungan Hidup (IKLH) kabupaten/kota'
const waste = '2.e.2 Terlaksananya pengelolaan sampah di wilayah kabupaten/kota'
const obeying = /^2\.e\.3 Ketaatan penanggung jawab usaha/

// one test assigns all rows to one office
test.use({ apart: 'a region whose indicators change hands' })

test('Dinas Lingkungan Hidup files its key indicators and a task carried out for others; returned, answered, approved', async ({
  product,
  signIn,
}) => {
  test.slow()
  const { db, url } = product
  const office = await officeId(db, 'dlh')
  await buildPeriods(db, [{ form, key }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['lppd'] })
  await buildObligations(db, 2026)
  const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const reviewer = await signIn({ posts: [{ role: 'verifier', reportTypes: ['lppd'] }] })
  const { page } = operator
  const review = reviewer.page
  const report = new FormPage(page)
  const filing = new Filing(page.request, url)
  const own = (row: string | RegExp) => page.getByRole('article', { name: row, exact: typeof row === 'string' })

  await test.step('each indicator asks what its formula needs, in the words of the catalogue', async () => {
    await report.open(/LPPD · Capaian IKK dan tugas pembantuan, Tahun 2026/)
    await expect(page.getByRole('navigation', { name: 'Bagian formulir' }).getByRole('button')).toHaveText([
      /^Lingkungan Hidup/,
      /^Akuntabilitas kinerja \(dari SAKIP\)/,
      /^Tugas pembantuan/,
    ])
    await expect(own(obeying).getByText(/^Rumus belum pasti: satu sumber memakai usaha yang MELANGGAR/)).toBeVisible()
    await expectFormWell(page, 'empty LPPD')
    await report.fillAll(
      {
        'Total volume sampah yang dapat ditangani': '40.848',
        'Total volume timbunan (timbulan) sampah kabupaten/kota': '50.430',
        'Sumber data': 'SIPSN 2026',
      },
      own(waste),
    )
    await expect(own(waste).getByText('81,00 %')).toBeVisible()
    await report.fillAll(
      {
        'Jumlah usaha dan/atau kegiatan yang taat': '9',
        'Jumlah usaha dan/atau kegiatan yang diawasi': '8',
        'Sumber data': 'Laporan pengawasan 2026',
      },
      own(obeying),
    )
    await expect(own(obeying).getByText(/\(9\) melebihi .*\(8\): 112,50 %\./)).toBeVisible()
    await report.fillAll({ 'Jumlah usaha dan/atau kegiatan yang taat': '7' }, own(obeying))
    await expect(own(obeying).getByText('87,50 %')).toBeVisible()
  })

  await test.step('where evidence is required, the explanation may not be missing', async () => {
    await report.fillAll({ 'Nilai IKLH (hasil hitung KLHK)': '78,45', 'Sumber data': 'KLHK 2026' }, own(index))
    await report.saved()
    const blocked = await report.startSubmit()
    await expect(blocked.getByText('Harus diselesaikan dahulu (1)')).toBeVisible()
    await blocked.getByRole('button', { name: /IKLH.*Keterangan/ }).click()
    await expect(report.field('Keterangan', own(index))).toBeFocused()
    await page.keyboard.type('Surat KLHK S.114/PPKL/2027 tanggal 9 Februari 2027.')
    await report.saved()
    await expectFormWell(page, 'LPPD filled in')
  })

  await test.step('a task carried out for others, and its problems', async () => {
    await report.section('Tugas pembantuan')
    await report.add('Tambah tugas pembantuan', 'Rehabilitasi mangrove Sebatik')
    await report.fillAll({
      'Pemberi tugas': 'Pemerintah Pusat',
      'Dasar hukum': 'Permen LHK 23/2021',
      Anggaran: '1.200.000.000',
      Realisasi: '1.150.000.000',
      'Permasalahan dan kendala': 'Bibit terlambat datang.',
    })
    await report.saved()
    await expectFormWell(page, 'a task carried out for others')
    await report.submit()
  })

  await test.step('the verifier asks about one row, the office answers, the verifier approves', async () => {
    await review.reload()
    await review.getByRole('link', { name: /^Periksa: LPPD · Capaian IKK/ }).click()
    await review.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
    await expectFormWell(review, 'LPPD under review')
    const verifier = new Filing(review.request, url)
    const { id } = report
    const note = crypto.randomUUID()
    const anchor = '/indicators/indeks-kualitas-lingkungan-hidup-iklh'
    await verifier.post(`submissions/${id}/notes`, { id: note, anchor, text: 'Lampirkan suratnya.' })
    await verifier.move(id, 'return', { dueAt: new Date(Date.now() + 604_800_000).toISOString() })
    await filing.post(`submissions/${id}/notes/${note}/answers`, { text: 'Sudah dilampirkan.' })
    await filing.attach(id, anchor, 'Surat KLHK')
    await report.open(/LPPD · Capaian IKK dan tugas pembantuan, Tahun 2026/)
    await report.submit()
    await review.goto(`/periksa/${id}`)
    await review.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
    await review
      .getByRole('region', { name: 'Tindakan' })
      .getByRole('button', { name: /^Setujui(?! semua)/ })
      .click()
    await review.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await expect(review.getByText('Disetujui').first()).toBeVisible()
  })

  await test.step('on paper, with its figures and what is not verified', async () => {
    await page.goto(`/laporan/${await obligationId(db, office, form, key)}/cetak`)
    await expect(page.getByRole('row', { name: /^Capaian 81,00 %/ })).toBeVisible()
    await expect(page.getByText('Rehabilitasi mangrove Sebatik').first()).toBeVisible()
    await expectFormWell(page, 'LPPD on paper')
  })
})

test('all 123 indicators assigned to one office, saved by the API, open; one is changed by hand, and all are submitted', async ({
  product,
  signIn,
}) => {
  const { db, url } = product
  const office = await officeId(db, 'setda')
  await db.prisma.rowAssignment.updateMany({ where: { form }, data: { officeId: office, reason: null } })
  await buildPeriods(db, [{ form, key: '2027' }])
  await buildWave(db, { fromPeriod: '2027-TW1', offices: [office], reportTypes: ['lppd'] })
  await buildObligations(db, 2027)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const report = new FormPage(page)
  const filing = new Filing(page.request, url)
  const { catalogue } = await (await filing.api.get(`/api/v1/forms/${form}/versions/1`)).json()
  const indicators = (catalogue.rows as { id: string; table: string }[])
    .filter(row => row.table === 'indicators')
    .map(row => row.id)
  expect(indicators).toHaveLength(123)
  await report.open(/LPPD · Capaian IKK dan tugas pembantuan, Tahun 2027/)
  await filing.save(report.id, lppdAnswers(catalogue, indicators, 2027) as Tables)
  await page.reload()
  await report.section('Fungsi Penunjang')
  const opinion = page.getByRole('article', { name: /^P\.1\.6 Opini Laporan Keuangan/ })
  await expect(opinion.getByRole('strong').getByText('Wajar Tanpa Pengecualian')).toBeVisible()
  await report.fill(report.field('Opini BPK', opinion), 'Wajar Dengan Pengecualian')
  await expect(opinion.getByRole('strong').getByText('Wajar Dengan Pengecualian')).toBeVisible()
  await report.saved()
  await report.submit()
  const { items } = await (
    await filing.api.get(`/api/v1/figures?form=${form}&period=2027&code=lppd.ikk&limit=200&provisional=true`)
  ).json()
  expect(items.filter((one: { figure: { value: string | null } }) => one.figure.value !== null)).toHaveLength(123)
})
