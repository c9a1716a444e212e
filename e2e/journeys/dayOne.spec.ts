import { readFile } from 'node:fs/promises'
import { buildPerson, spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing, pdf, type Tables } from '../support/fileSpm.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

test.use({ apart: 'a report on paper' })

test('an office prints what it submitted, and uploads the signed scan', async ({ product, signIn }) => {
  test.slow()
  const { db, url } = product
  const { office, obligation: id } = await oweSmallReport(db, '2026-TW2')
  await buildPerson(db, {
    name: 'Mesak Adianto, S.Sos.',
    nip: '197104211995031001',
    posts: [{ role: 'head', offices: [office], title: 'Kepala Satuan Polisi Pamong Praja' }],
  })
  const admin = await signIn({ posts: [{ role: 'admin' }] })
  const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })

  await test.step('the admin writes the letterhead', async () => {
    const { page } = admin
    await page.goto(`/pengelolaan/perangkat-daerah/${office}`)
    await page.getByLabel('Alamat').fill('Jalan Ujang Dewa, Nunukan Selatan 77482')
    await page.getByRole('button', { name: 'Simpan kop surat' }).click()
    await expect(page.getByText('Kop surat disimpan.').first()).toBeVisible()
    await expectFormWell(page, 'letterhead of an office')
  })

  await test.step('the operator downloads the PDF of the submission', async () => {
    const { page } = operator
    const filing = new Filing(page.request, url)
    await filing.post('submissions', { obligation: id })
    const { catalogue } = await (await page.request.get('/api/v1/forms/spm/triwulan/versions/1')).json()
    await filing.save(id, spmAnswers(catalogue, ['trantibum'], 2026, 2) as Tables)
    await filing.move(id, 'submit')
    await page.goto(`/laporan/${id}/cetak`)
    await expect(page.getByRole('heading', { level: 2, name: 'Naskah bertanda tangan' })).toBeVisible()
    await expectFormWell(page, 'report on paper with its ways')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 40_000 }),
      page.getByRole('button', { name: 'Unduh PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^SPM-2026-TW2-\d{6}\.pdf$/)
    const made = await readFile(await download.path())
    expect(made.subarray(0, 5).toString()).toBe('%PDF-')
    expect(made.length).toBeGreaterThan(20_000)
  })

  await test.step('and uploads the scan, which its verifier can read', async () => {
    const { page } = operator
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'laporan-bertanda-tangan.pdf', mimeType: 'application/pdf', buffer: pdf })
    await expect(page.getByRole('link', { name: 'laporan-bertanda-tangan.pdf' })).toBeVisible()
    await expectFormWell(page, 'report on paper with its scan')
    const verifier = await signIn({ posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
    await verifier.page.goto(`/laporan/${id}/cetak`)
    await expect(verifier.page.getByRole('link', { name: 'laporan-bertanda-tangan.pdf' })).toBeVisible()
    await expect(verifier.page.getByRole('button', { name: 'Lampirkan hasil pindai' })).toHaveCount(0)
  })
})

test('an announcement is shown at home until it is dismissed, beside the first steps', async ({ signIn }) => {
  const coordinator = await signIn({ posts: [{ role: 'coordinator', reportTypes: ['spm'] }] })
  const text = 'Tenggat SPM Triwulan III diundur sampai akhir November.'

  await test.step('it is written', async () => {
    const { page } = coordinator
    await page.goto('/pengelolaan/pengumuman')
    await page.getByRole('button', { name: 'Terbitkan pengumuman' }).click()
    await expect(page.getByText('Tulis pengumumannya.')).toBeVisible()
    await page.getByLabel('Pengumuman', { exact: true }).fill(text)
    await page.getByLabel('Sampai').fill('31-12-2099')
    await page.getByRole('button', { name: 'Terbitkan pengumuman' }).click()
    await expect(page.getByText('Pengumuman diterbitkan.').first()).toBeVisible()
    await expectFormWell(page, 'announcements')
  })

  await test.step('it is read and dismissed', async () => {
    const { page } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
    await expect(page.getByText(text).first()).toBeVisible()
    await expect(page.getByText('Ambil satu laporan dari antrean di Periksa.')).toBeVisible()
    await expectFormWell(page, 'home with an announcement and first steps')
    await page.getByRole('button', { name: `Tutup pengumuman: ${text}` }).click()
    await page.getByRole('button', { name: 'Mengerti, tutup langkah pertama' }).click()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(text)).toHaveCount(0)
    await expect(page.getByText('Langkah pertama')).toHaveCount(0)
    const other = await signIn({ posts: [{ role: 'verifier', reportTypes: ['lkpj'] }] })
    await expect(other.page.getByText('Langkah pertama', { exact: true })).toBeVisible()
    await expect(other.page.getByText(text)).toHaveCount(0)
  })

  await test.step('it is withdrawn, after a confirmation', async () => {
    const { page } = coordinator
    await page.getByRole('button', { name: `Cabut pengumuman: ${text}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut pengumuman' }).click()
    await expect(page.getByText('Pengumuman dicabut.').first()).toBeVisible()
    await expect(page.getByText(text)).toHaveCount(0)
  })

  await test.step('every user sees the system’s health', async () => {
    const { page } = coordinator
    await page.getByRole('link', { name: 'Keadaan sistem dan apa yang baru' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Keadaan sistem' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: 'Apa yang baru' })).toBeVisible()
    await expectFormWell(page, 'state of the system')
  })
})
