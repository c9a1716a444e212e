import { oweSmallReport } from '../support/oweSmallReport.ts'
import { expect, expectWell, test } from '../support/test.ts'

test.use({ apart: 'notices' })

test('an operator who is reminded sees how many notices are unread, opens the report from one, and chooses what goes by mail', async ({
  signIn,
  product,
}) => {
  const { office, obligation } = await oweSmallReport(product.db, '2026-TW3')
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const { page: coordinator } = await signIn({ name: 'Koordinator SPM', posts: [{ role: 'coordinator' }] })
  const link = page.getByRole('banner').getByRole('link', { name: /^Pemberitahuan/ })
  await expect(link).toHaveAccessibleName('Pemberitahuan')
  const reminded = await coordinator.request.post(`/api/v1/obligations/${obligation}/reminders`, {
    data: { message: 'Mohon dikirim hari ini' },
    headers: { origin: product.url },
  })
  expect(reminded.ok()).toBe(true)

  await test.step('the number of unread ones is beside the link, which opens them', async () => {
    await page.reload()
    await expect(link).toHaveAccessibleName('Pemberitahuan 1 belum dibaca')
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Pemberitahuan' })).toBeVisible()
    await expect(page.getByText('Koordinator SPM mengingatkan Anda: “Mohon dikirim hari ini”')).toBeVisible()
    await expectWell(page, 'notices')
  })

  await test.step('what was read is no longer counted', async () => {
    await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click()
    await expect(link).toHaveAccessibleName('Pemberitahuan')
    await expect(page.getByText('Baru', { exact: true })).toBeHidden()
  })

  await test.step('what goes by mail is a choice of the person', async () => {
    await page.getByRole('link', { name: 'halaman Akun' }).click()
    await page.getByLabel('Alamat surat elektronik').fill('operator')
    await page.getByRole('checkbox', { name: 'Laporan yang menunggu diperiksa' }).uncheck()
    await page.getByRole('button', { name: 'Simpan pilihan surat' }).click()
    await expect(page.getByText(/Tulis alamat surat elektronik/)).toBeVisible()
    await page.getByLabel('Alamat surat elektronik').fill('operator@nunukan.example')
    await page.getByRole('button', { name: 'Simpan pilihan surat' }).click()
    await expect(page.getByText('Pilihan surat elektronik disimpan.').first()).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Alamat surat elektronik')).toHaveValue('operator@nunukan.example')
    await expect(page.getByRole('checkbox', { name: 'Laporan yang menunggu diperiksa' })).not.toBeChecked()
    await expectWell(page, 'choice of mail')
  })
})
