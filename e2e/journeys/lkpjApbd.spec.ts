import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage, literal } from '../support/formPage.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

type Amounts = [before: string, after: string | null, realized: string]

/** In millions; every other line is 0. */
const amounts: Record<string, Record<string, Amounts>> = {
  'Pendapatan daerah': {
    'Pajak daerah': ['90.000', '95.000', '97.500'],
    'Retribusi daerah': ['10.000', null, '9.000'],
    'Transfer Pemerintah Pusat': ['1.400.000', '1.450.000', '1.430.000'],
  },
  'Belanja daerah': {
    'Belanja pegawai': ['600.000', null, '580.000'],
    'Belanja barang dan jasa': ['500.000', '550.000', '520.000'],
    'Belanja modal jalan, jaringan, dan irigasi': ['450.000', '475.000', '440.000'],
  },
  'Pembiayaan daerah': {
    'Sisa lebih perhitungan anggaran (SiLPA) tahun sebelumnya': ['60.000', '80.000', '80.000'],
    'Penyertaan modal daerah': ['10.000', null, '10.000'],
  },
}

test.use({ apart: 'lkpj-apbd' })

test('BPKAD reports the budget of the region: parts are added up, totals compared, the remainder computed', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const office = await officeId(db, 'bpkad')
  await buildPeriods(db, [{ form: 'lkpj/apbd', key: '2026' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['lkpj'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const form = new FormPage(page)
  const columns = ['Anggaran sebelum perubahan', 'Anggaran setelah perubahan', 'Realisasi'] as const
  const million = (text: string) => `${text}.000.000`

  await test.step('every line of the three parts of the budget', async () => {
    await form.open(/LKPJ · Pelaksanaan APBD/)
    await expectFormWell(page, 'empty APBD')
    for (const [section, lines] of Object.entries(amounts)) {
      await form.section(section)
      for (const column of [columns[0], columns[2]]) {
        const cells = page.getByRole('textbox', { name: new RegExp(`${column}$`) })
        for (const cell of await cells.all()) await cell.fill('0')
      }
      for (const [name, [before, after, realized]] of Object.entries(lines)) {
        const line = (column: string) => page.getByRole('textbox', { name: new RegExp(`${literal(name)} .*${column}`) })
        await line(columns[0]).first().fill(million(before))
        if (after) await line(columns[1]).first().fill(million(after))
        await line(columns[2]).last().fill(million(realized))
      }
      await form.saved()
    }
    await expectFormWell(page, 'financing of APBD')
  })

  await test.step('a total that is not the sum of its lines needs an explanation, and is then corrected', async () => {
    await form.section('Jumlah menurut laporan realisasi anggaran')
    const spent = form.field('Realisasi', form.row('Jumlah belanja'))
    await spent.fill(million('1.541.000'))
    await form.saved()
    await expect(
      page.getByText('Tertulis Rp 1.541.000.000.000, sedangkan rinciannya berjumlah Rp 1.540.000.000.000.', {
        exact: false,
      }),
    ).toBeVisible()
    await expectFormWell(page, 'total of APBD that differs')
    await spent.fill(million('1.540.000'))
    await form.saved()
    await expect(page.getByText('Tertulis Rp', { exact: false })).toHaveCount(0)
    await expectFormWell(page, 'totals of APBD')
    await form.submit()
  })

  await test.step('the verifier reads it as three parts of one budget and approves; it is printed', async () => {
    const { page: review } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['lkpj'] }] })
    await review.goto(`/periksa/${form.id}`)
    await review.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
    await review.getByRole('button', { name: /^Setujui(?! semua)/ }).waitFor()
    await expectFormWell(review, 'APBD under review')
    await review.getByRole('button', { name: /^Setujui(?! semua)/ }).click()
    await review.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await expect(review.getByText('Disetujui').first()).toBeVisible()
    await page.goto(`/laporan/${form.id}/cetak`)
    await expect(page.getByText('Rp 1.536.500.000.000').first()).toBeVisible()
    await expectFormWell(page, 'APBD on paper')
  })

  await test.step('the stored data', async () => {
    const { items } = await (await page.request.get('/api/v1/figures?form=lkpj/apbd&period=2026&limit=200')).json()
    const figure = (code: string, row: string) =>
      items.find((one: { figure: { code: string; row: string } }) => one.figure.code === code && one.figure.row === row)
        ?.figure.value
    expect(figure('lkpj.realized', 'jumlah-pendapatan')).toBe('1536500000000')
    expect(figure('lkpj.realized', 'silpa')).toBe('66500000000')
    expect(figure('lkpj.budget', 'silpa')).toBe('0')
  })
})
