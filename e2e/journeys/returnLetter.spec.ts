import { readFile } from 'node:fs/promises'
import { spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

test.use({ apart: 'a letter of return' })

test('a verifier returns a report and prints the letter that goes with it', async ({ product, signIn }) => {
  const { db, url } = product
  const { office, obligation: id } = await oweSmallReport(db, '2026-TW2')
  const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(operator.page.request, url)
  await filing.post('submissions', { obligation: id })
  const { catalogue } = await (await operator.page.request.get('/api/v1/forms/spm/triwulan/versions/1')).json()
  await filing.save(id, spmAnswers(catalogue, ['trantibum'], 2026, 2) as Tables)
  await filing.move(id, 'submit')

  const { page } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
  const reviewing = new Filing(page.request, url)
  const letter = page.getByRole('button', { name: 'Cetak surat pengembalian' })
  await reviewing.move(id, 'claim')
  await page.goto(`/periksa/${id}`)
  await expect(page.getByRole('link', { name: 'Cetak' })).toBeVisible()
  await expect(letter).toHaveCount(0)
  await reviewing.post(`submissions/${id}/notes`, {
    id: crypto.randomUUID(),
    anchor: '',
    text: 'Mohon lengkapi daftar penerima layanan.',
  })
  await reviewing.post(`submissions/${id}/return`, { dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString() })
  await page.reload()
  await expect(letter).toBeVisible()
  await expectFormWell(page, 'returned report with its letter')
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), letter.click()])
  expect(download.suggestedFilename()).toMatch(/^SPM-2026-TW2-\d{6} surat-pengembalian\.pdf$/)
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
})
