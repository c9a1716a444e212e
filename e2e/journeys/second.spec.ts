import type { Page } from '@playwright/test'
import { expect, expectWell, test } from '../support/test.ts'

// Who may second is part of the journey.
test.use({ apart: 'rights that two people give' })

const said = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()

test('A post given by an administrator waits for the approver, and the person sees who gave it', async ({ signIn }) => {
  const { page: approver } = await signIn({ name: 'Dra. Helena Wulan', posts: [{ role: 'approver' }] })
  const { page: person, person: known } = await signIn({
    name: 'Markus Tandi, S.E.',
    posts: [{ role: 'leader', reportTypes: ['lkpj'] }],
  })
  const { page: admin } = await signIn({ name: 'Rahmawati, S.Kom.', posts: [{ role: 'admin' }] })
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

  await test.step('the administrator requests it, and is told that it is pending', async () => {
    await admin.goto(`/pengelolaan/orang/${known.id}/jabatan`)
    await admin.getByLabel('Peran', { exact: true }).selectOption({ label: 'Verifikator' })
    await admin.getByLabel(/^Seluruh /).check()
    await button(admin, 'Beri jabatan').click()
    await said(admin, 'Jabatan Verifikator sudah diminta.')
    await expectWell(admin, 'a person for whom a post waits')
    await admin.getByRole('link', { name: 'Lihat permintaan' }).click()
    await said(admin, 'Anda sendiri yang memintanya; orang lain yang menyetujui.')
    await expect(button(admin, /^Setujui/)).toHaveCount(0)
    await expectWell(admin, 'what one asked oneself')
  })

  await test.step('another one is declined with a reason', async () => {
    await admin.goto(`/pengelolaan/orang/${known.id}/jabatan`)
    await admin.getByLabel('Peran', { exact: true }).selectOption({ label: 'Pengelola sistem' })
    await button(admin, 'Beri jabatan').click()
    await said(admin, 'Jabatan Pengelola sistem sudah diminta.')
    await approver.goto('/')
    await said(approver, /^Markus Tandi, S\.E\. \(.+\): Pengelola sistem/)
    await expectWell(approver, 'home of one who may second')
    await approver.getByRole('link', { name: /^Tinjau: Markus Tandi, S\.E\. \(.+\): Pengelola sistem/ }).click()
    await button(approver, /^Tolak Markus Tandi, S\.E\. \(.+\): Pengelola sistem/).click()
    const dialog = approver.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Tolak' }).click()
    await expect(dialog.getByText('Tulis alasannya.')).toBeVisible()
    await expectWell(approver, 'declining')
    await dialog.getByLabel('Alasan').fill('Cukup satu pengelola.')
    await dialog.getByRole('button', { name: 'Tolak' }).click()
    await said(approver, 'Permintaan ditolak.')
  })

  await test.step('the approver seconds the first', async () => {
    await button(approver, /^Setujui Markus Tandi, S\.E\. \(.+\): Verifikator/).click()
    await said(approver, 'Disetujui dan sudah berlaku.')
    await said(approver, 'Cukup satu pengelola.')
    await expectWell(approver, 'what was decided')
  })

  await test.step('the person is told on the first page and under Akun, also of a code', async () => {
    await admin.goto(`/pengelolaan/orang/${known.id}`)
    await button(admin, 'Terbitkan kode masuk').click()
    await expect(admin.getByRole('heading', { name: 'Kode untuk Markus Tandi, S.E.' })).toBeFocused()
    await person.goto('/')
    await said(person, /Kode masuk untuk akun Anda diterbitkan.*Oleh Rahmawati, S\.Kom\./)
    await expectWell(person, 'home that tells of the account')
    await person.getByRole('link', { name: 'Lihat semuanya' }).click()
    await said(person, 'Anda diberi jabatan Verifikator.')
    await expectWell(person, 'account with what was done to it')
    await person.goto('/')
    await button(person, 'Sudah saya baca').click()
    await expect(person.getByText('Tentang akun Anda')).toHaveCount(0)
  })

  await test.step('the setting is pending too, and keys say whose they are', async () => {
    await admin.goto('/pengelolaan/pengaturan')
    await admin.getByLabel('Hak atas laporan memerlukan persetujuan kedua').uncheck()
    await button(admin, 'Simpan persetujuan kedua').click()
    await said(admin, 'Perubahan ini sudah diminta.')
    await said(admin, 'Menunggu persetujuan kedua')
    await expectWell(admin, 'settings')
    await admin.goto('/pengelolaan/kunci-api/baru')
    await admin.getByLabel('Nama aplikasi').fill('e-Planning')
    await admin.getByRole('combobox', { name: 'Penanggung jawab' }).fill('markus')
    await admin.getByRole('option', { name: /Markus/ }).click()
    await admin.getByLabel(/^Seluruh /).check()
    await button(admin, 'Terbitkan kunci').click()
    await expect(admin.getByRole('heading', { name: 'Kunci e-Planning menunggu persetujuan kedua' })).toBeFocused()
    await expectWell(admin, 'a key that waits')
    await approver.goto('/pengelolaan/persetujuan-kedua')
    await button(approver, /^Setujui Kunci API e-Planning/).click()
    await said(approver, 'Disetujui dan sudah berlaku.')
    await admin.goto('/pengelolaan/kunci-api')
    await button(admin, 'Pindahkan kunci e-Planning').click()
    await expect(
      admin.getByRole('dialog').getByText(/^Sekarang Markus Tandi, S\.E\. penanggung jawabnya\./),
    ).toBeVisible()
    await expectWell(admin, 'handing a key over')
  })
})
