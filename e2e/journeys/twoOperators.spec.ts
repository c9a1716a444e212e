import { Filing } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { expect, expectFormWell, expectWell, password, test, widths } from '../support/test.ts'

const row = '/recipients/trantibum'
const due = /\(harus dilayani, target setahun\)$/
const served = /\(terlayani s\.d\. Triwulan III\)$/

test('two operators type in one form at once: nothing of either is lost', async ({ product, signIn }) => {
  test.slow()
  const { db } = product
  const { office, obligation: id } = await oweSmallReport(db, '2026-TW3')
  const posts = [{ role: 'operator' as const, offices: [office] }]
  const ani = await signIn({ name: 'Ani Rahayu', posts })
  const budi = await signIn({ name: 'Budi Santoso', posts }, widths.phone)
  const budisFiling = new Filing(budi.page.request, product.url)
  const [anisForm, budisForm] = [new FormPage(ani.page), new FormPage(budi.page)]
  const field = (form: FormPage, name: RegExp) => form.page.getByRole('textbox', { name })
  const stored = async () => {
    const { answers } = await (await ani.page.request.get(`/api/v1/submissions/${id}/answers`)).json()
    return answers
  }
  const shown = (form: FormPage) =>
    form.page
      .getByRole('status')
      .filter({ hasText: /^Semua tersimpan$/ })
      .first()

  await test.step('different cells both stay, and each appears for the other', async () => {
    await anisForm.open(/Laporan penerapan SPM, Triwulan III 2026/)
    await budi.page.goto(`/laporan/${id}`)
    await field(anisForm, due).fill('140')
    await field(budisForm, served).fill('98')
    await field(anisForm, due).blur()
    await field(budisForm, served).blur()
    // By live updates: without them each would poll after five seconds.
    await expect(field(budisForm, due)).toHaveValue('140', { timeout: 4_000 })
    await expect(field(anisForm, served)).toHaveValue('98', { timeout: 1_000 })
    await expect(ani.page.getByText(/^Budi Santoso mengubahnya/)).toBeVisible()
    await test.step('each sees where the other is', async () => {
      await expect(field(budisForm, due)).toHaveAccessibleDescription(/Ani Rahayu sedang mengisi isian ini/)
      await expect(field(anisForm, served)).toHaveAccessibleDescription(/Budi Santoso sedang mengisi isian ini/)
      const others = (form: FormPage) => form.page.getByRole('list', { name: 'Juga mengisi:' })
      await expect(others(anisForm)).toHaveText(/Budi Santoso di Pelayanan ketenteraman/)
      await field(budisForm, due).focus()
      await expect(field(anisForm, due)).toHaveAccessibleDescription(/Budi Santoso sedang/, { timeout: 5_000 })
      await expect(field(anisForm, served)).not.toHaveAccessibleDescription(/Budi Santoso sedang/)
      await others(anisForm).getByRole('button').click()
      await expect(field(anisForm, due)).toBeFocused()
    })
    await expectWell(ani.page, 'a cell that another user filled in')
    expect(await stored()).toEqual({ recipients: { trantibum: { due: '140', served: '98' } } })
  })

  await test.step('the same cell: both values, who and when; each operator chooses the own one once', async () => {
    await ani.context.setOffline(true)
    await field(anisForm, served).fill('101')
    await field(anisForm, due).fill('150')
    await field(anisForm, due).blur()
    await expect(ani.page.getByText(/Tersimpan di perangkat ini · 2 isian/).first()).toBeVisible()
    await expectWell(ani.page, 'form without a line')
    await field(budisForm, served).fill('99')
    await field(budisForm, due).fill('145')
    await field(budisForm, due).blur()
    await expect(shown(budisForm)).toBeVisible()
    await expect.poll(async () => (await stored()).recipients.trantibum).toEqual({ due: '145', served: '99' })
    await ani.context.setOffline(false)
    const conflicts = ani.page
      .getByRole('article')
      .getByText(/^Isian ini juga diubah oleh Budi Santoso, .*\d{2}\.\d{2}/)
    await expect(conflicts).toHaveCount(2)
    const conflict = (mine: string, theirs: string) =>
      ani.page
        .getByRole('article')
        .getByRole('status')
        .filter({ hasText: new RegExp(`Punya Anda${mine}Yang tersimpan${theirs}`) })
    await expectWell(ani.page, 'two conflicts')
    await ani.page.getByRole('link', { name: '2 isian perlu Anda putuskan' }).click()
    const report = ani.page.getByRole('region', { name: 'Laporan penerapan SPM, Triwulan III 2026' })
    const unsent = (mine: string) => report.getByRole('listitem').filter({ hasText: `Punya Anda${mine}` })
    await expect(unsent('150')).toContainText(/juga diubah oleh Budi Santoso, .*Yang tersimpan145/)
    await expectWell(ani.page, 'what has not arrived')
    await unsent('101')
      .getByRole('button', { name: /^Pakai yang tersimpan untuk/ })
      .click()
    await expect(unsent('101')).toHaveCount(0)
    await unsent('150').getByRole('heading').getByRole('link').click()
    await expect(field(anisForm, served)).toHaveValue('99')
    await conflict('150', '145').getByRole('button', { name: 'Pakai punya saya' }).click()
    await expect(conflicts).toHaveCount(0)
    await expect(field(anisForm, due)).toHaveValue('150')
    await expect(field(budisForm, due)).toHaveValue('150', { timeout: 5_000 })
    expect((await stored()).recipients.trantibum).toEqual({ due: '150', served: '99' })
  })

  await test.step('a reload during an outage loses nothing that was typed', async () => {
    await ani.context.setOffline(true)
    await field(anisForm, served).fill('120')
    await field(anisForm, served).blur()
    await expect(ani.page.getByText(/Tersimpan di perangkat ini · 1 isian/).first()).toBeVisible()
    await ani.page.reload().catch(() => undefined)
    await ani.context.setOffline(false)
    await ani.page.goto(`/laporan/${id}`)
    await expect(field(anisForm, served)).toHaveValue('120')
    await expect(shown(anisForm)).toBeVisible()
    await expect(field(budisForm, served)).toHaveValue('120', { timeout: 5_000 })
  })

  await test.step('an expired session: signs in again in place, and then it is sent', async () => {
    const elsewhere = await ani.page.request.get('/api/v1/sessions')
    expect(elsewhere.ok()).toBe(true)
    await db.prisma.session.deleteMany({ where: { userId: ani.person.id } })
    await field(anisForm, served).fill('131')
    await field(anisForm, served).blur()
    const again = ani.page.getByRole('dialog', { name: 'Masuk lagi untuk melanjutkan' })
    await expect(again).toBeVisible()
    await expectWell(ani.page, 'session ended')
    await again.getByLabel('Sandi', { exact: true }).fill(password)
    await again.getByRole('button', { name: 'Masuk', exact: true }).click()
    await expect(again).toBeHidden()
    await expect(field(anisForm, served)).toHaveValue('131')
    await expect(shown(anisForm)).toBeVisible()
    expect((await stored()).recipients.trantibum).toEqual({ due: '150', served: '131' })
  })

  await test.step('typed while the other submitted it: locked out, reopening requested, reopened, sent', async () => {
    await ani.context.setOffline(true)
    await field(anisForm, served).fill('140')
    await field(anisForm, served).blur()
    await expect(ani.page.getByText(/Tersimpan di perangkat ini · 1 isian/).first()).toBeVisible()
    await budisFiling.move(id, 'submit')
    const verifier = await signIn({ posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
    const review = new Filing(verifier.page.request, product.url)
    for (const move of ['claim', 'approve']) await review.move(id, move)
    await ani.context.setOffline(false)
    await ani.page.getByRole('link', { name: 'Daring · 1 perlu Anda tinjau' }).click()
    await ani.page.getByRole('button', { name: 'Minta dibuka kembali' }).click()
    const asked = ani.page.getByRole('dialog', { name: 'Minta laporan ini dibuka kembali' })
    await expect(asked.getByRole('row', { name: /131 140$/ })).toBeVisible()
    await asked.getByLabel('Alasan').fill('Satu regu terlambat melapor.')
    await expectFormWell(ani.page, 'asking for a report to be opened again')
    await asked.getByRole('button', { name: 'Kirim permintaan' }).click()
    const waiting = ani.page.getByText('Ani Rahayu meminta laporan ini dibuka kembali')
    await expect(waiting).toBeVisible()
    await ani.page.getByRole('button', { name: 'Tarik permintaan' }).click()
    await expectFormWell(ani.page, 'withdrawing what was asked')
    await ani.page.getByRole('dialog').getByRole('button', { name: 'Tarik permintaan' }).click()
    await expect(waiting).toHaveCount(0)
    await ani.page.getByRole('button', { name: 'Minta dibuka kembali' }).click()
    await asked.getByLabel('Alasan').fill('Satu regu terlambat melapor.')
    await asked.getByRole('button', { name: 'Kirim permintaan' }).click()
    await expect(waiting).toBeVisible()

    const { page } = await signIn({ posts: [{ role: 'coordinator', reportTypes: ['spm'] }] })
    await page.getByRole('link', { name: /^Tinjau: Laporan penerapan SPM/ }).click()
    await expect(page.getByRole('row', { name: /131 140$/ })).toBeVisible()
    await expectFormWell(page, 'a request under review')
    await page.getByRole('button', { name: 'Buka kembali' }).first().click()
    const opening = page.getByRole('dialog', { name: /^Buka kembali untuk/ })
    await expect(opening.getByLabel('Alasan')).toHaveValue('Satu regu terlambat melapor.')
    await opening.getByRole('button', { name: 'Buka kembali' }).click()
    await expect(page.getByText(/^Laporan dibuka kembali/)).toBeVisible()

    await ani.page.reload()
    await ani.page.getByRole('button', { name: 'Kirim lagi 1 isian yang tertolak' }).click()
    await expect(ani.page.getByText('Semua isian Anda sudah sampai di server')).toBeVisible()
    expect((await stored()).recipients.trantibum).toEqual({ due: '150', served: '140' })
  })

  await test.step('the stored data: every accepted change with its author', async () => {
    const changes = await db.prisma.answerChange.findMany({
      // what was carried over is of a journey before this one in the same product
      where: { submissionId: id, rowId: row.split('/')[2] ?? '', via: { not: 'carry' } },
      orderBy: { seq: 'asc' },
      select: { field: true, to: true, actor: true },
    })
    const name = (actor: string) => (actor === `post:${ani.person.posts[0]?.id}` ? 'Ani' : 'Budi')
    const told = changes.map(({ field, to, actor }) => `${name(actor)} ${field} ${String(to)}`)
    // what both sent at once arrives in either order
    expect([told.slice(0, 2).sort(), told.slice(2, 4).sort(), told.slice(4)]).toEqual([
      ['Ani due 140', 'Budi served 98'],
      ['Budi due 145', 'Budi served 99'],
      ['Ani due 150', 'Ani served 120', 'Ani served 131', 'Ani served 140'],
    ])
  })
})
