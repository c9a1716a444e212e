import { createHash } from 'node:crypto'
import { type BrowserContext, expect, test } from '@playwright/test'
import { unsentChanges } from '../support/device.ts'
import {
  buildProfileWorld,
  colleagueWrites,
  createReports,
  operator,
  profileFiles,
  reports,
} from '../support/earlierProfile/buildProfileWorld.ts'
import { writeDevice } from '../support/earlierProfile/deviceState.ts'
import { earlierProfile } from '../support/earlierProfile/earlierProfile.ts'
import { Filing } from '../support/fileSpm.ts'
import { type Product, startProduct } from '../support/product.ts'
import { password } from '../support/test.ts'

let product: Product
let context: BrowserContext
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await context?.close()
  await product.close()
})

/** As they were chosen. */
const files = profileFiles.map(({ name, buffer }) => ({
  title: name.replace('.pdf', ''),
  bytes: buffer.length,
  sha256: createHash('sha256').update(buffer).digest('hex'),
}))

/** Nothing of the API is reached, while the application's own files are. */
const network = /\/(api|healthz)/

for (const [title, isKeyKept] of [
  ['', true],
  [', the server having lost the key of the device', false],
] as const)
  test(`a device locked under an earlier version opens under this one with nothing lost or doubled${title}`, async ({
    browser,
  }) => {
    test.slow()
    const { db, url } = product
    const profile = await earlierProfile()
    const { colleague } = await buildProfileWorld(db)
    context = await browser.newContext({ baseURL: url, serviceWorkers: 'block', reducedMotion: 'reduce' })
    const [own, theirs] = (await Promise.all([1, 2].map(() => browser.newContext({ baseURL: url })))) as [
      BrowserContext,
      BrowserContext,
    ]
    const session = async ({ request }: BrowserContext, name: string): Promise<Filing> => {
      const filing = new Filing(request, url)
      const answer = await request.post('/api/v1/session', { data: { name, password }, headers: filing.headers })
      expect(answer.ok()).toBe(true)
      return filing
    }
    const page = await context.newPage()
    const read = async (path: string) => (await own.request.get(`/api/v1/submissions/${path}`)).json()
    const answersOf = async (report: string) => (await read(`${report}/answers`)).answers
    const statusOf = async (report: string) => {
      const { status, latestRevision } = await read(report)
      return { status, latestRevision }
    }
    const filesOf = async (report: string) => {
      const { items } = await read(`${report}/attachments`)
      return items.map(({ title, bytes, sha256 }: Record<string, unknown>) => ({ title, bytes, sha256 }))
    }

    await test.step('what the server has: the request in flight had arrived, its response had not', async () => {
      const filing = await session(own, operator.username)
      await createReports(filing)
      await colleagueWrites(await session(theirs, colleague))
      const sent = await own.request.patch(`/api/v1/submissions/${reports.typed}/answers`, {
        data: { changes: profile.inFlight },
        headers: filing.headers,
      })
      expect(await sent.json()).toMatchObject({ results: [{ result: 'applied' }] })
      if (!isKeyKept) return
      const kept = profile.deviceKeys.map(({ device, key }) => ({
        personId: operator.id,
        device,
        key: Buffer.from(key, 'base64'),
      }))
      await db.prisma.deviceKey.createMany({ data: kept })
    })

    await test.step('offline: the password alone unlocks what is on the device', async () => {
      await page.goto('/healthz')
      await writeDevice(context, page, profile.state)
      await context.route(network, route => route.abort())
      await page.goto('/')
      await expect(page.getByText(operator.name)).toBeVisible()
      await page.getByLabel('Sandi', { exact: true }).fill(password)
      await page.keyboard.press('Enter')
      await expect(page.getByText(/^Data per .*, dari perangkat ini$/)).toBeVisible()
      await expect(page.getByText(/^Laporan penerapan SPM, Triwulan IV 2026/).first()).toBeVisible()
      expect(await unsentChanges(page)).toBe(7)
    })

    await test.step('reconnected: all that can be sent arrives, once', async () => {
      await context.unrouteAll({ behavior: 'wait' })
      const main = page.getByRole('main')
      await expect(page.getByRole('link', { name: 'Daring · 2 perlu Anda tinjau' })).toBeVisible()
      await expect.poll(() => unsentChanges(page)).toBe(2)
      const { recipients, ...lists } = await answersOf(reports.typed)
      expect(recipients).toEqual({ trantibum: { due: '145', served: '57' } })
      const added = Object.values(lists as Record<string, Record<string, object>>).flatMap(rows => Object.values(rows))
      expect(added).toEqual([expect.objectContaining({ problem: 'Jembatan putus' })])
      expect(await answersOf(reports.begun)).toEqual({ recipients: { trantibum: { due: '44' } } })
      await expect(main.getByText(/^Laporan penerapan SPM, Triwulan III 2026.* terkirim$/)).toBeVisible()
      expect(await statusOf(reports.queued)).toEqual({ status: 'submitted', latestRevision: 1 })
      await expect.poll(() => filesOf(reports.typed)).toEqual(files)
      const changes = await db.prisma.answerChange.findMany({ where: { actor: { contains: operator.post } } })
      const written = changes.map(({ field, to }) => (field === '' ? 'a row' : `${field} ${to}`))
      expect(written.sort()).toEqual(['a row', 'due 145', 'due 44', 'problem Jembatan putus', 'served 57'])
    })

    await test.step('what needs its user is there with both values, and can be decided', async () => {
      await page.getByRole('link', { name: 'Daring · 2 perlu Anda tinjau' }).click()
      const unsent = (quarter: string) =>
        page.getByRole('region', { name: `Laporan penerapan SPM, Triwulan ${quarter} 2026` }).getByRole('listitem')
      await expect(unsent('II')).toContainText('Isian Anda belum tersimpan: 12')
      await expect(unsent('II')).toContainText(/Laporan berstatus Dikirim sejak .* \(Budi Santoso\)/)
      await expect(unsent('I')).toContainText(/juga diubah oleh Budi Santoso, .*Punya Anda150Yang tersimpan145/)
      await unsent('I')
        .getByRole('button', { name: /^Pakai punya saya/ })
        .click()
      await expect.poll(async () => (await answersOf(reports.typed)).recipients.trantibum.due).toBe('150')
      expect(await unsentChanges(page)).toBe(1)
    })
  })
