import { readFile } from 'node:fs/promises'
import { expect, expectFormWell, test } from '../support/test.ts'

test.use({ apart: 'templates of papers' })

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v4l-3.5 3L1 5z" fill="#0f5f6b"/></svg>'

test('an administrator gives papers an emblem, and a receipt its own words after looking at an example; a report of the regency its own section', async ({
  signIn,
}) => {
  const { page } = await signIn({ posts: [{ role: 'admin' }] })

  await test.step('the emblem is shown as soon as it is uploaded, and a program in it refused', async () => {
    await page.goto('/pengelolaan/naskah')
    const file = page.locator('input[type=file]')
    await file.setInputFiles({ name: 'lambang.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) })
    await expect(page.getByRole('img', { name: 'Lambang daerah di kop' })).toBeVisible()
    const hostile = drawing.replace('<path', '<script>alert(1)</script><path')
    await file.setInputFiles({ name: 'lambang.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(hostile) })
    await expect(page.getByText(/memuat program/)).toBeVisible()
    await expectFormWell(page, 'emblem and list of papers')
  })

  await test.step('what a paper does not know is refused beside its field', async () => {
    await page.getByRole('link', { name: 'tanda terima' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tanda terima' })).toBeVisible()
    const words = page.getByLabel('Isi paragraf').first()
    await words.fill('Telah kami terima laporan {laporn}.')
    await page.getByRole('button', { name: 'Simpan susunan' }).click()
    await expect(page.getByText('Naskah ini tidak mengenal {laporn}.')).toBeVisible()
    await words.fill('Telah kami terima laporan {laporan}.')
  })

  await test.step('an example is made of what is not saved yet', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'Lihat contoh' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('contoh tanda-terima.pdf')
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('it is saved as a version, and the shipped one is one press away', async () => {
    await page.getByRole('button', { name: /^Turunkan 1\. Kop/ }).click()
    await page.getByRole('button', { name: 'Simpan susunan' }).click()
    await expect(page.getByText(/Versi 1 · susunan daerah/)).toBeVisible()
    await expectFormWell(page, 'template of a receipt with its versions')
    await page.getByRole('button', { name: 'Kembali ke susunan bawaan' }).click()
    await expect(page.getByText(/Versi 2 · susunan bawaan/)).toBeVisible()
    await expect(page.getByLabel('Isi paragraf').first()).toHaveValue(/^Telah diterima melalui SEPAKAT/)
  })

  await test.step('a report of the regency gets a section of the region, looked at and saved', async () => {
    await page.goto('/pengelolaan/naskah')
    await page.getByRole('link', { name: /^Ringkasan Laporan/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Ringkasan Laporan/ })).toBeVisible()
    await page.getByRole('button', { name: /^Tambah bagian/ }).click()
    await page.getByRole('button', { name: 'Simpan susunan' }).click()
    await expect(page.getByText('Tulis judul bagian ini.')).toBeVisible()
    await page.getByLabel('Judul Bagian baru').fill('Penghargaan')
    await page.getByRole('button', { name: 'Tambah naskah tetap Penghargaan' }).click()
    await page.getByLabel('Naskah tetap Penghargaan').fill('Diterima {daerah} pada {tahun}.')
    await page.getByRole('button', { name: /^Naikkan 6\. Penghargaan/ }).click()
    await expectFormWell(page, 'outline of a report of the regency')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'Lihat contoh' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('contoh rlppd.pdf')
    await page.getByRole('button', { name: 'Simpan susunan' }).click()
    await expect(page.getByText(/Versi 1 · susunan daerah/)).toBeVisible()
    await expect(page.getByLabel('Naskah tetap Penghargaan')).toHaveValue('Diterima {daerah} pada {tahun}.')
  })
})
