import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const green = 'Tambah ruang terbuka hijau di ibu kota kabupaten.'
const staff = 'Lengkapi tenaga kesehatan di puskesmas pulau.'
const paperless = 'Layanan pemerintahan tanpa kertas.'

test.use({ apart: 'lkpj-rekomendasi' })

test('a recommendation of the council, from its entry by the operator of Setda to the answer of the office addressed', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const [setda, dinsos] = [await officeId(db, 'setda'), await officeId(db, 'dsp3a')]
  await buildPeriods(db, [
    { form: 'lkpj/rekomendasi', key: '2026' },
    { form: 'lkpj/tahunan', key: '2026' },
  ])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [setda, dinsos], reportTypes: ['lkpj'] })
  await buildObligations(db, 2026)
  const setdaOperator = await signIn({ posts: [{ role: 'operator', offices: [setda] }] })
  const { page } = setdaOperator
  const form = new FormPage(page)

  await test.step('Setda enters what the council decided and to whom it is addressed', async () => {
    await form.open(/LKPJ · Rekomendasi DPRD dan kebijakan strategis/)
    const entry = async (add: string, year: string, cells: Record<string, string>, offices: string[]) => {
      await form.add(add, cells[year] ?? '')
      const row = page.getByRole('article').last()
      await form.fillAll(cells, row)
      // a finding moves what is below it
      await form.saved()
      for (const [at, office] of offices.entries()) {
        await row.getByRole('button', { name: 'Tambah perangkat daerah yang dituju' }).click()
        await row.getByRole('combobox').nth(at).selectOption({ label: office })
      }
    }
    const recommended = (number: number, text: string) => ({
      'Atas LKPJ tahun': '2025',
      Nomor: `170/12/DPRD/2026 no. ${number}`,
      'Isi rekomendasi': text,
    })
    await entry('Tambah rekomendasi DPRD', 'Atas LKPJ tahun', recommended(1, green), ['Dinas Lingkungan Hidup'])
    await entry('Tambah rekomendasi DPRD', 'Atas LKPJ tahun', recommended(2, staff), [])
    await form.section('Kebijakan strategis')
    await entry(
      'Tambah kebijakan strategis',
      'Tahun penetapan',
      {
        'Tahun penetapan': '2026',
        Nomor: 'Perbup 4/2026',
        Kebijakan: paperless,
        'Tujuan atau masalah yang diselesaikan': 'Surat menyurat terlambat.',
      },
      ['Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak'],
    )
    await form.saved()
    await form.section('Rekomendasi DPRD')
    await expect(page.getByText('Belum ada perangkat daerah yang dituju', { exact: false })).toBeVisible()
    await expectFormWell(page, 'a recommendation without an addressee')
    const second = form.row(`170/12/DPRD/2026 no. 2 ${staff}`)
    await second.getByRole('button', { name: 'Tambah perangkat daerah yang dituju' }).click()
    await second
      .getByRole('combobox')
      .first()
      .selectOption({ label: 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak' })
    await form.saved()
    await expectFormWell(page, 'recommendations entered')
    await form.submit()
  })

  await test.step('the verifier sees the offices by name, and approves', async () => {
    const { page: review } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['lkpj'] }] })
    await review.goto(`/periksa/${form.id}`)
    await review.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
    await expect(review.getByText('Dinas Lingkungan Hidup').first()).toBeVisible()
    await expectFormWell(review, 'recommendations under review')
    await review.getByRole('button', { name: /^Setujui(?! semua)/ }).click()
    await review.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await expect(review.getByText('Disetujui').first()).toBeVisible()
  })

  await test.step('the office addressed finds its own among its LKPJ, and answers', async () => {
    const { page: office } = await signIn({ posts: [{ role: 'operator', offices: [dinsos] }] })
    const lkpj = new FormPage(office)
    await lkpj.open(/LKPJ · Program, kegiatan, dan sub kegiatan/)
    await lkpj.section('Tindak lanjut rekomendasi DPRD')
    await expect(office.getByText(green, { exact: false })).toHaveCount(0)
    const asked = lkpj.row(`170/12/DPRD/2026 no. 2 ${staff}`)
    await lkpj.fillAll(
      { 'Tindak lanjut': 'Dua belas tenaga ditempatkan sejak Juli.', Keadaan: 'Sedang ditindaklanjuti' },
      asked,
    )
    await lkpj.section('Pelaksanaan kebijakan strategis')
    await lkpj.fillAll({
      Pelaksanaan: 'Persuratan dinas dilakukan lewat aplikasi.',
      'Program, kegiatan, dan sub kegiatan': '1.06.01.2.06',
    })
    await lkpj.saved()
    await expectFormWell(office, 'strategic policy answered')
    await lkpj.section('Tindak lanjut rekomendasi DPRD')
    await expectFormWell(office, 'recommendation answered')
  })
})
