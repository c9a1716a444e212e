import {
  buildObligations,
  buildPeriods,
  buildWave,
  obligationId,
  officeId,
  subdistrictAnswers,
} from '@sepakat/db/builders/index.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const form = 'lkpj/tahunan'
const activity = '7.01.03.2.02 Pemberdayaan kelurahan'
const work = '7.01.03.2.02.0002 Pembangunan sarana dan prasarana kelurahan'
const ward = 'Kelurahan Nunukan Timur'
const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('-')

test('a kelurahan fills its lines in the LKPJ of its kecamatan, and the region counts them once', async ({
  product,
  signIn,
}) => {
  const { db, url } = product
  const [office, below] = [await officeId(db, 'kec-nunukan'), await officeId(db, 'kel-nunukan-timur')]
  await buildPeriods(db, [{ form, key: '2027' }])
  await buildWave(db, { fromPeriod: '2027-TW1', offices: [office], reportTypes: ['lkpj'] })
  await buildObligations(db, 2027)
  const id = await obligationId(db, office, form, '2027')
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const { page: theirs } = await signIn({ posts: [{ role: 'operator', offices: [below] }] })
  const filing = new Filing(page.request, url)
  await filing.post('submissions', { obligation: id, answers: subdistrictAnswers() as Tables })
  const [report, own] = [new FormPage(page), new FormPage(theirs)]

  await test.step('the kecamatan assigns the lines', async () => {
    await page.goto(`/laporan/${id}`)
    await page.getByRole('button', { name: 'Serahkan bagian' }).click()
    const dialog = page.getByRole('dialog', { name: 'Serahkan bagian laporan' })
    const parts = dialog.getByRole('combobox', { name: 'Bagian yang diserahkan' })
    await parts.fill('7.01.03.2.02')
    await dialog.getByRole('option', { name: new RegExp(`${activity}$`) }).click()
    await dialog.getByRole('combobox', { name: 'Diisi oleh' }).fill(ward)
    await dialog.getByRole('option', { name: ward, exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Batas waktu' }).fill(day)
    await dialog.getByRole('button', { name: 'Serahkan', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(report.row(activity).getByText(`diisi ${ward}`).first()).toBeVisible()
    await expectFormWell(page, 'lines in the hands of a kelurahan')
  })

  await test.step('the kelurahan fills them in and marks them done', async () => {
    await theirs.reload()
    await theirs.getByRole('link', { name: /^Isi:/ }).click()
    await expect(own.row('7.01.03.2.01 Koordinasi pemberdayaan desa')).toHaveCount(0)
    const money = { 'Anggaran sebelum perubahan': '300.000.000', 'Realisasi anggaran': '270.000.000' }
    await own.more(work)
    await own.fillAll({ 'Sumber dana': 'DAU' }, own.row(work))
    for (const [column, value] of Object.entries(money)) await own.fill(own.cell(work, column), value)
    await own.saved()
    await expectFormWell(theirs, 'lines of a kelurahan')
    await theirs.getByRole('button', { name: 'Nyatakan selesai' }).click()
    await expect(theirs.getByText('sudah diisi', { exact: true })).toBeVisible()
  })

  await test.step('the kecamatan submits; the leader reads the lines in the region once', async () => {
    await page.reload()
    await report.submit()
    const { page: leading } = await signIn({ posts: [{ role: 'leader' }] })
    await leading.goto(`/ringkasan?tahun=2027&formulir=${form}`)
    const recap = leading.getByRole('region', { name: /^Rekapitulasi Kabupaten/ })
    await expect(recap.getByText(/^1 dari \d+ perangkat daerah sudah masuk/).first()).toBeVisible()
    await expect(recap.getByRole('row', { name: /^Kecamatan/ })).toContainText(/Rp\s500\.000\.000.*75,00\s%/)
    await expect(recap.getByRole('button', { name: /perhitungan Realisasi anggaran$/ })).toContainText('Rp 450.000.000')
    await recap.getByRole('button', { name: /perhitungan Kecamatan dan Kelurahan, Realisasi anggaran$/ }).click()
    await expect(
      recap.getByRole('cell', { name: /^Kecamatan dan Kelurahan · Realisasi anggaran · Kecamatan Nunukan/ }),
    ).toBeVisible()
    await expectFormWell(leading, 'LKPJ of the region')
  })
})
