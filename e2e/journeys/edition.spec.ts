import type { Page } from '@playwright/test'
import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { Filing, pdf } from '../support/fileSpm.ts'
import { expectSigned, signingEnv } from '../support/signing.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const form = 'lppd/makro'
const published = { publication: 'Kabupaten Nunukan Dalam Angka', published: '2026-02-27', final: 'final' }
const macro = {
  macro: Object.fromEntries(
    Object.entries({
      ipm: { current: '68.43', previous: '67.88' },
      kemiskinan: { current: '6.1', previous: '6.24' },
      pengangguran: { current: '3.9', previous: '4.1' },
      'pertumbuhan-ekonomi': { current: '5.2', previous: '5.1' },
      'pendapatan-per-kapita': { current: '120', previous: '118' },
      gini: { current: '0.301', previous: '0.305' },
    }).map(([row, values]) => [row, { ...values, ...published }]),
  ),
}

test.use({ apart: 'the region writes its own report', env: signingEnv })

test('an LPPD from readiness to frozen, while a figure changes underneath; the next version compared with it', async ({
  product,
  signIn,
}) => {
  const { db, url } = product
  const [bappeda, dlh] = [await officeId(db, 'bappeda'), await officeId(db, 'dlh')]
  await buildPeriods(db, [
    { form, key: '2026' },
    { form: 'lppd/tahunan', key: '2026' },
  ])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [bappeda, dlh], reportTypes: ['lppd'] })
  await buildObligations(db, 2026)
  const operator = new Filing((await signIn({ posts: [{ role: 'operator', offices: [bappeda] }] })).page.request, url)
  const verifier = new Filing(
    (await signIn({ posts: [{ role: 'verifier', reportTypes: ['lppd'] }] })).page.request,
    url,
  )
  const { page } = await signIn({ posts: [{ role: 'coordinator', reportTypes: ['lppd'] }] })
  const coordinator = new Filing(page.request, url)
  const report = (await operator.post('submissions', { office: bappeda, form, period: '2026' })) as { id: string }
  const approve = async () => {
    await operator.move(report.id, 'submit')
    for (const move of ['claim', 'approve']) await verifier.move(report.id, move)
  }
  await operator.save(report.id, macro)
  await approve()
  const text = page.getByRole('textbox', { name: /^Naskah/ })
  const saved = page.getByText(/^Tersimpan .* oleh /)
  const openSummary = () =>
    page.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: 'Beranda' }).click()
  const openSection = () => page.getByRole('link', { name: /Capaian kinerja makro/ }).click()

  await test.step('the coordinator opens it and sees who is missing', async () => {
    await page.goto('/laporan-kabupaten?tahun=2026')
    await expect(page.getByText('Belum ada laporan kabupaten tahun 2026')).toBeVisible()
    await expectFormWell(page, 'no edition yet')
    await page.getByRole('button', { name: 'Mulai menyusun' }).click()
    await expect(page.getByRole('heading', { name: 'LPPD Tahun 2026' })).toBeVisible()
    await expect(page.getByText(/^1 dari \d+ laporan yang dibaca sudah disetujui; \d+ belum/)).toBeVisible()
    await page.getByText(/^Capaian IKK dan tugas pembantuan/).click()
    await expect(page.getByRole('row', { name: /Dinas Lingkungan Hidup/ })).toBeVisible()
    await expectFormWell(page, 'edition with its readiness')
  })

  await test.step('its sections are put in another order, and one that is not needed is left out', async () => {
    await page.getByText('Atur susunan bagian').click()
    await page.getByRole('button', { name: 'Turunkan 1. Penjelasan umum' }).click()
    await page.getByRole('checkbox', { name: /^Dimuat.*Permasalahan dan kendala/ }).uncheck()
    await expectFormWell(page, 'outline being arranged')
    await page.getByRole('button', { name: 'Simpan susunan' }).click()
    await expect(page.getByText('Susunan disimpan.').first()).toBeVisible()
    await expect(page.getByRole('link', { name: /^1\.1 Perencanaan pembangunan daerah/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /Permasalahan dan kendala/ })).toBeHidden()
  })

  await test.step('a figure is put into a sentence by its words; a number that equals none is marked', async () => {
    await openSection()
    await text.click()
    await page.keyboard.type('Indeks pembangunan manusia mencapai @indeks pembangunan 2026')
    const list = page.getByRole('listbox', { name: 'Angka' })
    await expect(list.getByRole('option').first()).toContainText('68,43')
    await expectFormWell(page, 'list of figures')
    await page.keyboard.press('Enter')
    await expect(text.getByText('68,43')).toBeVisible()
    await page.keyboard.type(', jauh di atas 99,5 persen.')
    await expect(page.getByText('1 angka diketik dan tidak sama dengan angka mana pun dari laporan')).toBeVisible()
    await expect(saved).toBeVisible()
    await expectFormWell(page, 'section being written')
    await page.getByRole('button', { name: /^Ganti dengan angka/ }).click()
    const ask = page.getByRole('dialog', { name: 'Ganti "99,5" dengan angka' })
    await ask.getByRole('combobox').fill('kemiskinan 2026')
    await expect(ask.getByRole('option').first()).toContainText('6,1')
    await page.keyboard.press('Enter')
    await expect(text.getByText('6,1')).toBeVisible()
    await text.getByText('68,43').click()
    const chip = page.getByRole('dialog', { name: /Indeks Pembangunan Manusia/ })
    await chip.getByLabel('Angka di belakang koma').selectOption('1')
    await expect(chip.getByText('68,4 indeks')).toBeVisible()
    await expectFormWell(page, 'a figure and how it is written')
    await chip.getByRole('button', { name: 'Selesai' }).click()
    await expect(saved).toBeVisible()
  })

  await test.step('when the figure changes underneath, the sentence says so until it is seen', async () => {
    await coordinator.move(report.id, 'reopen', { reason: 'Angka tetap sudah terbit.', dueAt: '2099-12-31T00:00:00Z' })
    const { items } = await (await operator.api.get(`/api/v1/submissions/${report.id}/notes`)).json()
    await operator.post(`submissions/${report.id}/notes/${items[0].id}/answers`, { text: 'Diganti angka tetap.' })
    const answers = `/api/v1/submissions/${report.id}/answers`
    const { revs } = await (await operator.api.get(`${answers}?revs=true`)).json()
    const pointer = '/macro/ipm/current'
    const change = { changeId: crypto.randomUUID(), pointer, op: 'set', value: '69.21', base: revs.macro.ipm.current }
    const changed = await operator.api.patch(answers, { data: { changes: [change] }, headers: operator.headers })
    expect((await changed.json()).results).toMatchObject([{ result: 'applied' }])
    await approve()
    await page.reload()
    await expect(text.getByText(/68,4.*→.*69,2/)).toBeVisible()
    await expect(page.getByText('1 angka berubah sejak terakhir dilihat')).toBeVisible()
    await expect(page.getByRole('link', { name: /Capaian kinerja makro/ })).toContainText('1 angka berubah')
    await expectFormWell(page, 'section with a figure that changed')
    await page.getByRole('button', { name: 'Semua sudah dilihat' }).click()
    await expect(page.getByText('1 angka berubah sejak terakhir dilihat')).toBeHidden()
    await expect(saved).toBeVisible()
  })

  await test.step('a text left without a network is counted on every page, and sent once there is one', async () => {
    await page.context().setOffline(true)
    await text.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' Ditulis tanpa jaringan.')
    await expect(page.getByText('Belum sampai ke server')).toBeVisible()
    await openSummary()
    await expect(page.getByRole('banner').getByRole('status')).toContainText('1')
    await page.context().setOffline(false)
    await expect(page.getByRole('banner').getByRole('status')).toContainText('semua tersimpan')
    await page.goBack()
    await expect(text.getByText('Ditulis tanpa jaringan.')).toBeVisible()
  })

  const edition = async () => {
    await page.getByRole('navigation', { name: 'Jejak halaman' }).getByRole('link', { name: 'LPPD Tahun 2026' }).click()
    await expect(page.getByRole('heading', { name: 'LPPD Tahun 2026' })).toBeVisible()
    return page.url()
  }
  const address = await edition()
  const send = async () => {
    await page.getByRole('button', { name: 'Kirim ke Inspektorat' }).click()
    await expect(page.getByRole('dialog').getByText(/^Masih kosong: \d/)).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Kirim' }).click()
    await expect(page.getByText('Dikirim ke Inspektorat untuk direviu.')).toBeVisible()
  }

  await test.step('reviewed by the Inspektorat, returned once, and approved', async () => {
    await send()
    const { page: auditor } = await signIn({ posts: [{ role: 'auditor', reportTypes: ['lppd'] }] })
    await auditor.goto(address)
    await auditor.getByRole('button', { name: 'Kembalikan' }).click()
    await auditor.getByRole('dialog').getByLabel('Catatan').fill('Jelaskan kenaikannya.')
    await auditor.getByRole('dialog').getByRole('button', { name: 'Kembalikan' }).click()
    await expect(auditor.getByText('Dikembalikan kepada penyusunnya.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Jelaskan kenaikannya.')).toBeVisible()
    await send()
    await auditor.reload()
    await state(auditor)
    const { page: approver } = await signIn({ posts: [{ role: 'approver', reportTypes: ['lppd'] }] })
    await approver.goto(address)
    await approver.getByRole('button', { name: 'Sahkan' }).click()
    await approver.getByRole('dialog').getByRole('button', { name: 'Sahkan' }).click()
    await expect(approver.getByText('Disahkan. Naskah dan angkanya tidak berubah lagi.')).toBeVisible()
  })

  await test.step('its PDF is signed electronically, and what is downloaded holds', async () => {
    const { page: approver } = await signIn({ posts: [{ role: 'approver', reportTypes: ['lppd'] }] })
    await approver.goto(address)
    await approver.getByRole('button', { name: 'PDF' }).click()
    const begin = approver.getByRole('button', { name: 'Tanda tangani secara elektronik' })
    await expect(begin).toBeVisible()
    await begin.click()
    const ask = approver.getByRole('dialog', { name: 'Tanda tangani secara elektronik' })
    await ask.getByText('BSrE', { exact: true }).click()
    await ask.getByRole('button', { name: 'Tanda tangani' }).click()
    await expect(ask.getByText('Tulis NIK 16 angka.')).toBeVisible()
    await expectFormWell(approver, 'signing by the service')
    await ask.getByText('Sertifikat daerah', { exact: true }).click()
    await ask.getByRole('button', { name: 'Tanda tangani' }).click()
    await expect(approver.getByText(/^Ditandatangani dengan sertifikat daerah/)).toBeVisible()
    await expect(begin).toBeHidden()
    await expectSigned(approver, approver.getByRole('button', { name: 'Unduh PDF bertanda tangan' }))
    await expectFormWell(approver, 'edition with its signed document')
  })

  await test.step('its sending is recorded, and a document of it saved', async () => {
    await page.reload()
    await page
      .getByRole('button', { name: /^Catat penyampaian/ })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByLabel(/^Nomor tanda terima/)
      .fill('B-12/2027')
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    const sent = page.getByRole('row', { name: /B-12\/2027/ })
    await sent
      .locator('input[type=file]')
      .setInputFiles({ name: 'tanda-terima.pdf', mimeType: 'application/pdf', buffer: pdf })
    await expect(sent.getByRole('link', { name: 'tanda-terima.pdf' })).toBeVisible()
    await page.getByRole('button', { name: 'PDF', exact: true }).click()
    const save = page.getByRole('button', { name: 'Unduh PDF', exact: true }).first()
    await expect(save).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    await expectFormWell(page, 'frozen edition')
  })

  await test.step('the next version begins with its text, and is compared with it', async () => {
    await page.getByRole('button', { name: 'Susun versi berikutnya' }).click()
    await expect(page.getByText('Versi 2', { exact: true })).toBeVisible()
    await openSection()
    await text.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Diperbaiki pada versi kedua.')
    await expect(saved).toBeVisible()
    await edition()
    await page.getByRole('link', { name: 'Bandingkan dengan versi 1' }).click()
    await expect(page.getByText('Diperbaiki pada versi kedua.')).toBeVisible()
    await expectFormWell(page, 'two versions compared')
  })
})

const state = async (page: Page) => {
  await page.getByRole('button', { name: 'Nyatakan telah direviu' }).click()
  const ask = page.getByRole('dialog')
  await ask.getByLabel('Nomor pernyataan').fill('700/12/Itkab/2027')
  await ask.getByLabel('Isi pernyataan').fill('Telah direviu tanpa catatan.')
  await ask.getByRole('button', { name: 'Simpan pernyataan' }).click()
  await expect(page.getByText('Pernyataan reviu disimpan sebagai lampiran.')).toBeVisible()
}
