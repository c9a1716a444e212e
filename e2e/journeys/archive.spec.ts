import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const form = 'lppd/tahunan'
const mark = 'dari arsip, tidak diverifikasi'
const investment = '2.l.1 Persentase peningkatan investasi di kabupaten/kota'
const current = 'Jumlah investasi tahun n (2025)'
const head = 'OPD\tFormulir\tPeriode\tBaris\tIsian\tNilai'
const line = (value: string, row = '2.l.1') => ['DPMPTSP', form, '2024', row, '2024', value].join('\t')

test('values from before the system are imported from a spreadsheet, and shown beside the answers of the first year with their mark', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const office = await officeId(db, 'dpmptsp')
  await buildPeriods(db, [{ form, key: '2025' }])
  await buildWave(db, { fromPeriod: '2025-TW1', offices: [office], reportTypes: ['lppd'] })
  await buildObligations(db, 2025)
  const coordinator = await signIn({ posts: [{ role: 'coordinator', reportTypes: ['lppd'] }] })
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const screen = coordinator.page

  await test.step('the coordinator previews the lines, resolves an ambiguous one, and imports them', async () => {
    await screen.goto('/pengelolaan/nilai-sebelumnya')
    await screen.getByLabel('Baris dari Excel').fill([head, line('1.250'), line('5', '9.z.9')].join('\n'))
    await screen.getByRole('button', { name: 'Periksa 2 baris' }).click()
    await expect(screen.getByText('2 dilewati.')).toBeVisible()
    await expect(screen.getByText('Perlu dipastikan: 1.250 atau 1,25?')).toBeVisible()
    await expectFormWell(screen, 'archive preview')
    await screen.getByRole('button', { name: '1.250 untuk baris ke-1' }).click()
    await expect(screen.getByText('1 baru, 1 dilewati.')).toBeVisible()
    await screen.getByRole('button', { name: 'Bawa masuk 1 nilai' }).click()
    await expect(screen.getByText('Dibawa masuk: 1 baru, 1 dilewati.').first()).toBeVisible()
  })

  const report = new FormPage(page)
  await test.step('the operator sees last year beside the growth, with its mark, and the growth is computed', async () => {
    await report.open(/LPPD · .*, Tahun 2025/)
    const row = report.row(investment)
    await expect(row.getByText('1.250').first()).toBeVisible()
    await expect(row.getByText(mark).first()).toBeVisible()
    await report.fillAll({ [current]: '1.500' }, row)
    await expect(row.getByText('(1.500 − 1.250) ÷ 1.250')).toBeVisible()
    await report.saved()
    await expectFormWell(page, 'growth beside the archive')
  })

  await test.step('the mark is on paper too', async () => {
    await page.goto(`/laporan/${report.id}/cetak`)
    await expect(
      page.getByRole('row', { name: /tahun n-1 .*1\.250 \(Tahun 2024\) ?dari arsip, tidak diverifikasi/ }),
    ).toBeVisible()
  })
})
