import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { Filing } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, expectWell, test } from '../support/test.ts'

const form = 'lppd/makro'
const hdi = '1 Indeks Pembangunan Manusia'
const others = ['kemiskinan', 'pengangguran', 'pertumbuhan-ekonomi', 'pendapatan-per-kapita']
const published = { publication: 'Kabupaten Nunukan Dalam Angka', published: '2026-02-27', final: 'final' }

test('Bappeda files macro performance of two years: the second builds on the first, and a change of method has no rate', async ({
  product,
  signIn,
}) => {
  test.slow()
  const { db, url } = product
  const office = await officeId(db, 'bappeda')
  await buildPeriods(db, [
    { form, key: '2025' },
    { form, key: '2026' },
  ])
  await buildWave(db, { fromPeriod: '2025-TW1', offices: [office], reportTypes: ['lppd'] })
  for (const year of [2025, 2026]) await buildObligations(db, year)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const reviewer = await signIn({ posts: [{ role: 'verifier', reportTypes: ['lppd'] }] })
  const report = new FormPage(page)
  const filing = new Filing(page.request, url)
  const verifier = new Filing(reviewer.page.request, url)
  const rest = (current: string, gini: Record<string, string>, previous?: string) => ({
    macro: {
      ...Object.fromEntries(others.map(id => [id, { current, ...(previous && { previous }), ...published }])),
      gini: { ...gini, ...published },
    },
  })

  await test.step('the first year: both numbers are typed, with publication, date and status', async () => {
    await report.open(/LPPD · Kinerja makro, Tahun 2025/)
    await report.fillAll(
      {
        'Capaian 2025': '67,88',
        'Capaian 2024': '66,46',
        'Publikasi BPS (judul dan nomor)': 'BRS 65/11/2025',
        'Tanggal terbit': '15-11-2025',
        'Status angka': 'Tetap',
      },
      report.row(hdi),
    )
    await expect(report.row(hdi).getByText('(67,88 − 66,46) ÷ 66,46')).toBeVisible()
    await report.fill(report.field('Metode berubah (tidak sebanding)', report.row(hdi)), true)
    await expect(report.row(hdi).getByRole('button', { name: /^tidak berlaku/ })).toBeVisible()
    await report.saved()
    const blocked = await report.startSubmit()
    await blocked.getByRole('button', { name: /Ditandai metodenya berubah/ }).click()
    await expect(report.field('Keterangan', report.row(hdi))).toBeFocused()
    await page.keyboard.type('Angka 2025 memakai SP2020.')
    await report.saved()
    const gini = report.row('6 Ketimpangan pendapatan (rasio Gini) (makin rendah makin baik)')
    await report.fillAll({ 'Capaian 2025': '3,4' }, gini)
    await report.saved()
    await expect(gini.getByText('Paling besar 1. Periksa angkanya.')).toBeVisible()
    await report.fillAll({ 'Capaian 2025': '0,75' }, gini)
    await report.saved()
    await expect(gini.getByText(/^0,75 di luar yang biasa untuk baris ini \(paling besar 0,6\)/)).toBeVisible()
    await expectFormWell(page, 'macro performance with an odd value')
    await report.fillAll({ 'Capaian 2025': '0,305' }, gini)
    await report.saved()
    await filing.save(report.id, rest('6.24', { previous: '0.31' }, '6.36'))
    await page.reload()
    await expect(report.row(hdi)).toBeVisible()
    await expectFormWell(page, 'macro performance')
    await report.submit()
    await verifier.move(report.id, 'claim')
    await reviewer.page.goto(`/periksa/${report.id}`)
    await expect(reviewer.page.getByText('Angka 2025 memakai SP2020.')).toBeVisible()
    await expectFormWell(reviewer.page, 'macro performance under review')
    await verifier.move(report.id, 'approve')
  })

  await test.step('the second starts from the approved values', async () => {
    await report.open(/LPPD · Kinerja makro, Tahun 2026/)
    await report.fillAll({ 'Capaian 2026': '68,43' }, report.row(hdi))
    await expect(report.row(hdi).getByText('(68,43 − 67,88) ÷ 67,88')).toBeVisible()
    await report.fillAll({ 'Capaian 2025': '67,9' }, report.row(hdi))
    await report.saved()
    await expect(report.row(hdi).getByText(/berbeda dari laporan 2025 yang disetujui \(67,88\)/)).toBeVisible()
    await report.fillAll({ Penjelasan: 'Direvisi BPS pada Februari 2027.' }, report.row(hdi))
    await filing.save(report.id, rest('6.1', { current: '0.305' }))
    await filing.save(report.id, { macro: { ipm: published } })
    await page.reload()
    await report.submit()
    await page.goto(`/laporan/${report.id}/cetak`)
    await expect(page.getByRole('row', { name: /^Laju perubahan 0,78 %/ })).toBeVisible()
    await expectFormWell(page, 'macro performance on paper')
  })

  await test.step('after an audit two rows are reopened; both values are in history and on paper', async () => {
    const { id } = report
    for (const move of ['claim', 'approve']) await verifier.move(id, move)
    const { page: audit } = await signIn({ posts: [{ role: 'coordinator', reportTypes: ['lppd'] }] })
    await audit.goto(`/periksa/${id}`)
    await audit.getByRole('button', { name: /^Buka kembali/ }).click()
    const ask = audit.getByRole('dialog', { name: /^Buka kembali untuk/ })
    await ask.getByLabel('Alasan').fill('Temuan Inspektorat: masih angka sementara.')
    await ask.getByLabel('Hanya baris yang dipilih').check()
    for (const name of ['Indeks Pembangunan Manusia', 'kemiskinan']) {
      await ask.getByRole('combobox', { name: 'Baris yang dibuka' }).fill(name)
      await audit.keyboard.press('Enter')
    }
    await expect(ask.getByRole('button', { name: /^Lepas / })).toHaveCount(2)
    await expectWell(audit, 'two rows to be opened again')
    await ask.getByRole('button', { name: 'Buka kembali' }).click()
    await expect(audit.getByText('Dikembalikan').first()).toBeVisible()

    await page.goto(`/laporan/${id}`)
    await report.fillAll({ 'Capaian 2026': '68,4' }, report.row(hdi))
    await report.saved()
    await expect(page.getByRole('textbox', { name: 'Capaian 2026' })).toHaveCount(2)
    const { items } = await (await filing.api.get(`/api/v1/submissions/${id}/notes`)).json()
    await filing.post(`submissions/${id}/notes/${items[0].id}/answers`, { text: 'Diganti angka tetap.' })
    await filing.move(id, 'submit')
    for (const move of ['claim', 'approve']) await verifier.move(id, move)

    await audit.goto(`/laporan/${id}/riwayat`)
    await expect(audit.getByText('Koreksi atas pemeriksaan').first()).toBeVisible()
    await expect(audit.getByText('koreksi atas pemeriksaan kiriman ke-1')).toBeVisible()
    const changed = audit.getByRole('listitem').filter({ hasText: '68,43' })
    await expect(changed.getByText(/oleh .*20\d\d/).first()).toBeVisible()
    await expectWell(audit, 'history of a correction')
    await page.goto(`/laporan/${id}/cetak`)
    await expect(page.getByRole('row', { name: /Capaian 2026 68,43 68,4 / })).toBeVisible()
    await expectWell(page, 'a correction on paper')
  })
})
