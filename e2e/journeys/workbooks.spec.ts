import { expect, expectFormWell, test } from '../support/test.ts'
import { freezing, sheet } from '../support/workbook.ts'

const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const head = ['OPD', 'Formulir', 'Periode', 'Baris', 'Isian', 'Nilai']

test('a workbook is read off the main thread, and one made to freeze it is refused while the page stays responsive', async ({
  signIn,
}) => {
  const { page } = await signIn({ posts: [{ role: 'coordinator', reportTypes: ['lppd'] }] })
  await page.goto('/pengelolaan/nilai-sebelumnya')
  const rows = page.getByLabel('Baris dari Excel')
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: media, buffer })

  await test.step('a list of an office becomes its rows', async () => {
    await choose('daftar.xlsx', sheet([head, ['DPMPTSP', 'lppd/tahunan', '2024', '2.l.1', '2024', '1.250']]))
    await expect(rows).toHaveValue(/^OPD\tFormulir.*\nDPMPTSP\t/)
  })

  await test.step('a file of a million long cells is refused as too large, and the rows stay', async () => {
    const file = freezing()
    expect(file.length).toBeLessThan(200_000)
    await page.evaluate(() => {
      const seen = { last: performance.now(), longest: 0 }
      Object.assign(window, { seen })
      setInterval(() => {
        const now = performance.now()
        seen.longest = Math.max(seen.longest, now - seen.last)
        seen.last = now
      }, 20)
    })
    await choose('beku.xlsx', file)
    await expect(page.getByText('Berkas ini terlalu besar untuk dibaca di sini.')).toBeVisible()
    const longest = await page.evaluate(() => (window as Window & { seen?: { longest: number } }).seen?.longest)
    expect(longest).toBeLessThan(3000)
    await expect(rows).toHaveValue(/DPMPTSP/)
    await expectFormWell(page, 'too large a workbook')
  })
})
