import type { APIRequest } from '@playwright/test'
import { buildPerson, spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import type { Product } from '../support/product.ts'
import { expect, expectFormWell, password, type Stage, test } from '../support/test.ts'

test.use({ apart: 'reports of one small office before its reviewer' })

interface Given {
  product: Product
  signIn: Stage['signIn']
  playwright: { request: APIRequest }
}
type Quarter = 1 | 2 | 3 | 4
const service = 'trantibum'

/** An operator with a filled in report of a quarter, and a verifier's session. */
const filled = async ({ product, signIn, playwright }: Given, quarter: Quarter) => {
  const { db, url } = product
  const { office, obligation: id } = await oweSmallReport(db, `2026-TW${quarter}`)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(page.request, url)
  const { catalogue } = await (await filing.api.get('/api/v1/forms/spm/triwulan')).json()
  await filing.post('submissions', { obligation: id })
  const answers = spmAnswers(catalogue, [service], 2026, quarter) as Tables
  await filing.save(id, answers)
  const reviewer = await buildPerson(db, { password, posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
  const reviewing = new Filing(await playwright.request.newContext({ baseURL: url }), url)
  await reviewing.post('session', { name: reviewer.username, password })
  return { id, page, filing, reviewing, answers }
}

test('a note is answered even if its row is gone, and the report can be submitted again', async ({
  product,
  signIn,
  playwright,
}) => {
  const { id, page, filing, reviewing, answers } = await filled({ product, signIn, playwright }, 1)
  const [problem] = Object.keys(answers.problems ?? {})
  const notes = {
    row: 'Bukan masalah pelayanan; hapus baris ini.',
    table: 'Realisasi anggaran belum sesuai SP2D.',
    whole: 'Lampirkan surat pengantar.',
  }
  await filing.move(id, 'submit')
  await reviewing.move(id, 'claim')
  for (const [anchor, text] of [
    [`/problems/${problem}/problem`, notes.row],
    ['/budget', notes.table],
    ['', notes.whole],
  ])
    await reviewing.post(`submissions/${id}/notes`, { id: crypto.randomUUID(), anchor, text })
  await reviewing.move(id, 'return', { dueAt: '2027-01-31T15:59:00.000Z' })

  const report = new FormPage(page)
  const main = page.getByRole('main')
  const line = (text: string) =>
    main.getByRole('list', { name: 'Catatan verifikator' }).getByRole('listitem').filter({ hasText: text })
  await report.open(/Laporan penerapan SPM, Triwulan I 2026/)
  await expect(main.getByText(/^3 catatan untuk dijawab · jawaban ditunggu/)).toBeVisible()
  await report.openNotes()

  await test.step('deleting the row warns that its note is unanswered', async () => {
    await page.getByRole('button', { name: /^Tindakan untuk 1\. Sebagian sasaran/ }).click()
    await page.getByRole('menuitem', { name: 'Hapus' }).click()
    const asked = page.getByRole('dialog', { name: /^Hapus “1\. Sebagian sasaran/ })
    await expect(asked.getByText(notes.row)).toBeVisible()
    await expectFormWell(page, 'a row with a note is to be deleted')
    await asked.getByRole('button', { name: 'Hapus baris' }).click()
    await expect(page.getByRole('button', { name: 'Pulihkan', exact: true })).toBeFocused()
    await expect(line(notes.row)).toContainText('(sudah dihapus)')
    await expectFormWell(page, 'notes without a row')
  })

  await test.step('what blocks submitting links to the notes; each is answered in the banner', async () => {
    await report.saved()
    const handing = await report.startSubmit()
    await handing.getByRole('button', { name: notes.row }).click()
    await expect(line(notes.row).getByLabel('Jawaban Anda')).toBeFocused()
    for (const text of Object.values(notes)) {
      await line(text).getByLabel('Jawaban Anda').fill('Sudah diperbaiki.')
      await line(text).getByRole('button', { name: 'Jawab', exact: true }).click()
      await expect(line(text).getByRole('button', { name: 'Tambah jawaban' })).toBeFocused()
    }
    await expect(main.getByText('Semua catatan sudah dijawab')).toBeVisible()
    await expectFormWell(page, 'all notes answered')
  })

  await report.submit()
  const { status, latestRevision } = await (await filing.api.get(`/api/v1/submissions/${id}`)).json()
  expect([status, latestRevision]).toEqual(['submitted', 2])
})

test('declared states are accepted together, stay accepted over a revision, and nothing is approved blindly', async ({
  product,
  signIn,
  playwright,
}) => {
  await filled({ product, signIn, playwright }, 2)
  const { id, filing, reviewing: other } = await filled({ product, signIn, playwright }, 3)
  const row = `/recipients/${service}`
  await filing.save(id, {
    recipients: {
      [service]: {
        state: 'nil',
        reason: 'Tidak ada penegakan perda.',
        'why-nil-after-served': 'Angka Triwulan II salah hitung.',
      },
    },
    problems: { [service]: { reason: 'Tidak ada kendala.' } },
  })
  await filing.attach(id, `${row}/state`, 'Surat keterangan')
  await filing.move(id, 'submit')

  const { page } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
  const reviewing = new Filing(page.request, product.url)
  const actions = page.getByRole('region', { name: 'Tindakan' })
  await reviewing.move(id, 'claim')

  await test.step('the next by a key, then all shown ones by one press', async () => {
    await page.goto(`/periksa/${id}`)
    await expect(actions.getByText('2 isian nihil belum disetujui.')).toBeVisible()
    await page.keyboard.press('d')
    await expect(page.locator(`[id="${row}"]`)).toBeFocused()
    await page.keyboard.press('l')
    const dialog = page.getByRole('dialog', { name: '2 isian nihil untuk disetujui' })
    await expect(dialog.getByText('Tidak ada penegakan perda.')).toBeVisible()
    await expect(dialog.getByText('Surat keterangan', { exact: true })).toBeVisible()
    await expectFormWell(page, 'declared rows to be accepted')
    await page.keyboard.press('Enter')
    await expect(actions.getByText(/belum disetujui/)).toHaveCount(0)
  })

  await test.step('another file is a change of its row; other ticks stay', async () => {
    await reviewing.post(`submissions/${id}/notes`, {
      id: crypto.randomUUID(),
      anchor: '',
      text: 'Lampirkan suratnya.',
    })
    await reviewing.move(id, 'return', { dueAt: '2027-01-31T15:59:00.000Z' })
    await filing.attach(id, row, 'Berita acara')
    const { items } = await (await filing.api.get(`/api/v1/submissions/${id}/notes`)).json()
    await filing.post(`submissions/${id}/notes/${items[0].id}/answers`, { text: 'Sudah.' })
    await filing.move(id, 'submit')
    await reviewing.move(id, 'claim')
    await page.reload()
    await page.getByRole('checkbox', { name: 'Hanya yang berubah sejak kiriman ke-1 (1 baris)' }).check()
    await expect(page.getByText('1 bukti baru')).toBeVisible()
    await expect(actions.getByText('1 isian nihil belum disetujui.')).toBeVisible()
    await page.keyboard.press('l')
    await expect(page.getByRole('dialog').getByText('Berita acara', { exact: true })).toBeVisible()
    await page.keyboard.press('Enter')
  })

  await test.step('the confirmation names the unapproved earlier quarter, and has the focus on its button', async () => {
    await expect(actions.getByRole('button', { name: /^Setujui(?! semua)/ })).toBeEnabled()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: 'Setujui kiriman ke-2' })
    await expect(dialog.getByText('Triwulan II 2026 belum disetujui: Belum dikirim')).toBeVisible()
    await expect(dialog.getByText('1 temuan dengan penjelasan operator')).toBeVisible()
    await expect(dialog.getByText(/Penjelasan: Angka Triwulan II salah hitung\.$/)).toBeVisible()
    await expect(dialog.getByText(/^\d+ dari \d+ baris belum Anda tandai diperiksa$/)).toBeVisible()
    await expectFormWell(page, 'approval that names what was not looked at')
    await expect(dialog.getByRole('button', { name: 'Setujui' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Kiriman ke-2 disetujui.')).toBeVisible()
  })
  const { status } = await (await other.api.get(`/api/v1/submissions/${id}`)).json()
  expect(status).toBe('approved')
})
