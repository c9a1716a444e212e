import { oweSmallReport } from '../support/oweSmallReport.ts'
import { expect, expectWell, test } from '../support/test.ts'

test.use({ apart: 'a deadline that moves' })

test('a coordinator who moves a deadline into the past sees which reports become late and gives a reason, which their history shows', async ({
  signIn,
  product,
}) => {
  const { office, obligation } = await oweSmallReport(product.db, '2026-TW3')
  const { page: operator } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const created = await operator.request.post('/api/v1/submissions', {
    data: { obligation },
    headers: { origin: product.url },
  })
  expect(created.ok()).toBe(true)
  const { page } = await signIn({ name: 'Koordinator SPM', posts: [{ role: 'coordinator', reportTypes: ['spm'] }] })
  const quarter = page.getByRole('group', { name: /Triwulan III 2026/ })
  const dialog = page.getByRole('dialog')

  await test.step('the change is confirmed before it is saved', async () => {
    await page.goto('/pengelolaan/tahun/2026/periode')
    await page.getByRole('button', { name: 'Ubah tanggal' }).click()
    await quarter.getByLabel('Dibuka').fill('01-10-2026')
    await quarter.getByLabel('Tenggat').fill('05-10-2026')
    await page.getByRole('button', { name: /^Simpan/ }).click()
    await expect(dialog.getByRole('heading', { name: 'Menjadi terlambat (1 laporan)' })).toBeVisible()
    await expect(dialog.getByText(/Triwulan III 2026; tenggat/)).toBeVisible()
    await expectWell(page, 'reports that become late')
  })

  await test.step('without a reason nothing is saved', async () => {
    await dialog.getByRole('button', { name: 'Simpan tanggal' }).click()
    await expect(dialog.getByLabel('Alasan')).toBeFocused()
    await expect(dialog.getByText('Tulis alasan tenggat ini diubah.')).toBeVisible()
    await dialog.getByLabel('Alasan').fill('Jadwal dari Kementerian dimajukan.')
    await dialog.getByRole('button', { name: 'Simpan tanggal' }).click()
    await expect(page.getByText(/^\d+ periode disimpan\.$/)).toBeVisible()
  })

  await test.step('the history of the report shows it', async () => {
    await page.goto(`/laporan/${obligation}/riwayat`)
    await expect(page.getByText(/memindahkan tenggat dari .* laporan menjadi terlambat/)).toBeVisible()
    await expect(page.getByText('Jadwal dari Kementerian dimajukan.')).toBeVisible()
    await expectWell(page, 'history with a moved deadline')
  })
})
