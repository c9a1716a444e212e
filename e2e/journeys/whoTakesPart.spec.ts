// Offices that are in no wave, the order of the work, and an evaluator's own forms.
import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const year = 2026
const sakip = ['indikator', 'perjanjian-kinerja', 'lkjip', 'evaluasi']

test('Offices outside every wave are named on the home page and on the pages of the year', async ({
  product: { db },
  signIn,
}) => {
  await buildPeriods(db, [
    ...sakip.map(form => ({ form: `sakip/${form}` as const, key: `${year}` as const })),
    { form: 'sakip/pengukuran-triwulan', key: `${year}-TW1` },
  ])
  const office = await officeId(db, 'dlh')
  await buildWave(db, { fromPeriod: `${year}-TW1`, offices: [office], reportTypes: ['sakip'] })
  await buildObligations(db, year)

  await test.step('the coordinator reads the same everywhere', async () => {
    const { page } = await signIn({ posts: [{ role: 'coordinator', reportTypes: ['sakip'] }] })
    const plan = page.getByRole('region', { name: `Persiapan tahun ${year}` })
    const missing = plan.getByText(/^\d+ perangkat daerah belum masuk gelombang$/)
    await expect(missing).toBeVisible()
    await expect(plan.getByText('Semua kewajiban lapor dari gelombang yang ada sudah dibuat')).toBeVisible()
    const words = (await missing.textContent()) ?? ''
    await plan.getByRole('link', { name: 'Lihat gelombang' }).click()
    // home, opened before the page of the waves, says it of each year that is being prepared
    await expect(page.getByRole('heading', { name: `Persiapan tahun ${year}` })).toHaveCount(0)
    await expect(page.getByText(words, { exact: true })).toBeVisible()
    await page.getByText('Lihat perangkat daerahnya').click()
    await expect(page.getByRole('listitem').filter({ hasText: /^Sekretariat Daerah: SAKIP$/ })).toBeVisible()
    await expectFormWell(page, 'waves with offices outside them')
    await page.goto(`/pengelolaan/tahun/${year}/kewajiban`)
    await expect(page.getByText(/^\d+ kewajiban lapor dari gelombang yang ada sudah dibuat$/)).toBeVisible()
    await expect(page.getByText(words, { exact: true })).toBeVisible()
  })

  await test.step('the leader sees the forms of SAKIP in working order', async () => {
    const { page } = await signIn({ posts: [{ role: 'leader', reportTypes: ['sakip'] }] })
    await page.goto(`/ringkasan?tahun=${year}`)
    const heads = page.getByRole('table', { name: /^Keadaan laporan/ }).getByRole('columnheader')
    await expect(heads.nth(1)).toContainText('Indikator kinerja')
    const forms = [
      ...new Set((await heads.allTextContents()).slice(1).map(text => text.split(/ (Tahun|Triwulan) /)[0])),
    ]
    expect(forms.map(text => text?.replace('SAKIP · ', '').split(' (')[0])).toEqual([
      'Indikator kinerja',
      'Perjanjian Kinerja',
      'Pengukuran kinerja',
      'Laporan kinerja',
      'Evaluasi AKIP',
    ])
  })

  await test.step('an evaluator is shown evaluations alone', async () => {
    const { page } = await signIn({ posts: [{ role: 'evaluator', reportTypes: ['sakip'] }] })
    const near = page.getByRole('region', { name: 'Belum dikirim dan mendekati tenggat' })
    await expect(page.getByRole('heading', { name: 'Menunggu diambil' })).toBeVisible()
    await expect(near.getByText(/Perjanjian Kinerja|Indikator kinerja/)).toHaveCount(0)
    await page.goto('/periksa?tab=semua')
    await expect(page.getByRole('heading', { level: 1, name: 'Periksa' })).toBeVisible()
    await expectFormWell(page, 'queue of an evaluator')
  })
})
