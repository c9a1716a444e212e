import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { countPresses, pressesIn } from '../support/countPresses.ts'
import { expect, expectWell, test } from '../support/test.ts'

test.use({ apart: 'the cockpit' })

const day = 86_400_000

test('a coordinator clears the late list without leaving the page, by keys alone', async ({ product, signIn }) => {
  const { db } = product
  const codes = ['dinkes', 'dsp3a', 'satpolpp'] as const
  const offices = await Promise.all(codes.map(code => officeId(db, code)))
  const dueAt = new Date(Date.now() - 12 * day)
  await buildPeriods(db, [{ form: 'spm/triwulan', key: '2026-TW2', dueAt }])
  await buildWave(db, { fromPeriod: '2026-TW2', offices, reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  for (const [n, office] of offices.entries())
    await signIn({
      name: `Operator ${codes[n]}`,
      phone: `0840-0000-000${n}`,
      posts: [{ role: 'operator', offices: [office] }],
    })

  const { page, context } = await signIn({
    name: 'Koordinator SPM',
    posts: [{ role: 'coordinator', reportTypes: ['spm'] }],
  })
  const late = page.getByRole('list', { name: 'Terlambat' })
  const link = (n: number) => late.getByRole('link', { name: /Triwulan II 2026/ }).nth(n)
  const { keyboard } = page
  const nextWeek = new Date(Date.now() + 9 * day).toISOString().slice(0, 10).split('-').reverse().join('-')
  await expect(page.getByText('3 dari 3 laporan yang sudah dapat dikirim, tetapi belum')).toBeVisible()
  await expect(late.getByText('Terlambat 12 hari')).toHaveCount(3)
  await expectWell(page, 'the cockpit')
  await countPresses(context)
  await page.reload()
  await expect(link(0)).toBeVisible()

  await test.step('a message is ready, names the report and what is missing, and may be changed', async () => {
    await keyboard.press('j')
    await expect(link(0)).toBeFocused()
    await keyboard.press('w')
    const text = page.getByRole('textbox', { name: 'Pesan' })
    await expect(text).toBeFocused()
    await expect(text).toHaveValue(/Triwulan II 2026 seharusnya dikirim .* laporannya belum dimulai/)
    await text.press('End')
    await text.pressSequentially('Salam.')
    const whatsapp = page.getByRole('link', { name: /Buka WhatsApp/ })
    await expect(whatsapp).toHaveAttribute('href', /^https:\/\/wa\.me\/6284000000\d{3}\?text=Yth\..*Salam\./)
    await expectWell(page, 'a message in the cockpit')
    await keyboard.press('Escape')
    await expect(text).toHaveValue(/Salam\./)
    await keyboard.press('Escape')
    await expect(late.getByRole('button', { name: /^Pesan/ }).first()).toBeFocused()
  })

  await test.step('the office is reminded, and the line says who was told', async () => {
    await keyboard.press('i')
    await expect(late.getByText(/^1 orang diberi tahu di SEPAKAT/)).toBeVisible()
    await expect(link(1)).toBeFocused()
    await keyboard.press('k')
    await expect(link(0)).toBeFocused()
  })

  await test.step('each deadline is extended where it is, and the focus goes on', async () => {
    for (const n of [0, 1, 2]) {
      await keyboard.press('p')
      const panel = page.getByRole('region', { name: /^Perpanjang tenggat/ })
      await expect(panel.getByLabel('Tenggat baru')).toBeFocused()
      if (n === 0) {
        await keyboard.press('Enter')
        await expect(panel.getByText('Tulis tenggat baru seperti 31-03-2026.')).toBeVisible()
        await expectWell(page, 'an extension in the cockpit')
      }
      await keyboard.type(nextWeek)
      await keyboard.press('Tab')
      await keyboard.type('Banjir di tiga kecamatan.')
      await keyboard.press('Tab')
      await keyboard.press('Enter')
      await expect(late.getByText(/Tenggat .+ sekarang /)).toHaveCount(n + 1)
      if (n < 2) await expect(link(0)).toBeFocused()
    }
    await expect(page.getByText('0 dari 3 laporan yang sudah dapat dikirim, tetapi belum')).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/')
    // j, w, End, Escape twice, i, k; for each line p, Tab, Tab, Enter, and one Enter too early
    expect(await pressesIn(page)).toMatchObject({ clicks: 0 })
    expect((await pressesIn(page)).keys).toBeLessThanOrEqual(20)
    await expectWell(page, 'a cleared list')
  })

  await test.step('the page of an office has its reports, people and punctuality', async () => {
    await page.goto(`/perangkat-daerah/${offices[0]}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Dinas Kesehatan' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Telepon Operator dinkes, 0840-0000-0000' })).toBeVisible()
    await expect(page.getByRole('table', { name: /^Laporan tahun/ })).toBeVisible()
    await expectWell(page, 'the page of an office')
  })
})
