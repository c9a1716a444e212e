import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { expect, expectWell, test } from '../support/test.ts'

test.use({ apart: 'offices that merge and split' })

test('an admin plans a merge after a preview, undoes it, and splits the office at once', async ({
  signIn,
  product,
}) => {
  const { db } = product
  const [office, heir] = [await officeId(db, 'satpolpp'), await officeId(db, 'disdamkar')]
  await buildPeriods(db, [{ form: 'spm/triwulan', key: '2026-TW4' }])
  await buildWave(db, { fromPeriod: '2026-TW4', offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  await signIn({ name: 'Operator Satpol PP', posts: [{ role: 'operator', offices: [office] }] })
  const { page } = await signIn({ name: 'Rahmawati, S.Kom.', posts: [{ role: 'admin' }] })
  const part = (name: RegExp) => page.getByRole('region', { name })
  const successor = async (typed: string, name: RegExp) => {
    await page.getByRole('combobox', { name: 'Penerus', exact: true }).fill(typed)
    await page.getByRole('option', { name }).first().click()
  }
  const preview = () => page.getByRole('button', { name: 'Tampilkan pratinjau' }).click()

  await test.step('errors are shown at their fields', async () => {
    await page.goto(`/pengelolaan/perangkat-daerah/${office}`)
    await page.getByRole('link', { name: 'Gabung atau pecah…' }).click()
    await preview()
    await expect(page.getByText('Pilih sedikitnya satu penerus.')).toBeVisible()
    await expect(page.getByText('Tulis tanggal mulai berlakunya, seperti 01-01-2027.')).toBeVisible()
  })

  await test.step('the preview names what moves', async () => {
    await successor('pemadam', /Pemadam/)
    await page.getByLabel('Mulai berlaku').fill('01-01-2027')
    await preview()
    await expect(part(/^Laporan: 1 pindah, 0 tetap/).getByText(/^Pindah ke .*Pemadam/)).toBeVisible()
    await expect(part(/^Jabatan \(1\)/).getByText('Operator Satpol PP')).toBeVisible()
    await expectWell(page, 'preview of a merge')
  })

  await test.step('it is scheduled for its date and undone', async () => {
    await page.getByRole('button', { name: 'Jadwalkan penggabungan' }).click()
    await expect(page.getByText(/penggabungan dijalankan pada/).first()).toBeVisible()
    await expect(page.getByText(/^Menunggu .*1 Januari 2027: penggabungan ke/)).toBeVisible()
    await expectWell(page, 'a merge that waits')
    await page.getByRole('button', { name: 'Batalkan penggabungan' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Batalkan penggabungan' }).click()
    await expect(page.getByText(/penggabungan dibatalkan\.$/).first()).toBeVisible()
    expect((await db.prisma.obligation.findFirstOrThrow()).officeId).toBe(office)
  })

  await test.step('a split asks for the successor of each row, post and key', async () => {
    await page.getByRole('link', { name: 'Gabung atau pecah…' }).click()
    await successor('polisi pamong', /Polisi Pamong/)
    await successor('pemadam', /Pemadam/)
    await page.getByLabel('Mulai berlaku').fill('01-11-2026')
    await preview()
    await part(/^Jabatan/)
      .getByLabel(/^Penerus Operator Satpol PP/)
      .selectOption({ value: heir })
    await expect(part(/^Jabatan/).getByLabel(/^Penerus Operator Satpol PP/)).toHaveValue(heir)
    await expect(page.getByText('Tanggalnya sudah tiba')).toBeVisible()
    await expectWell(page, 'preview of a split')
    await page.getByRole('button', { name: 'Jalankan pemecahan sekarang' }).click()
    await expect(page.getByText(/pemecahan sudah dijalankan\.$/).first()).toBeVisible()
    const posts = await db.prisma.post.findMany({ where: { officeIds: { has: heir } } })
    expect(posts.map(({ officeIds }) => officeIds)).toEqual([[office, heir]])
  })
})
