import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'
import {
  buildObligations,
  buildPeriods,
  buildPerson,
  buildWave,
  officeId,
  type PeriodSpec,
} from '@sepakat/db/builders/index.ts'
import { pdf } from '../support/fileSpm.ts'
import type { Product } from '../support/product.ts'
import { requireCurl, runShell, shellBlocks } from '../support/runShell.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

const guide = path.resolve(import.meta.dirname, '../../docs/integrators.md')
const period = '2026-TW3'

type Playwright = PlaywrightWorkerArgs['playwright']
interface Plan extends Pick<PeriodSpec, 'form'> {
  office: string
  period: string
}
interface Cast {
  key: string
  reviewer: APIRequestContext
}

/** Opens a period to one office, issues a key for its program, which another administrator seconds, and assigns a verifier. */
async function stage(product: Product, playwright: Playwright, plan: Plan): Promise<Cast> {
  const { db, url } = product
  const office = await officeId(db, plan.office)
  const reportTypes = plan.form.startsWith('spm/') ? ['spm' as const] : ['lppd' as const]
  await buildPeriods(db, [{ form: plan.form, key: plan.period }])
  await buildWave(db, { fromPeriod: plan.period, offices: [office], reportTypes })
  await buildObligations(db, Number(plan.period.slice(0, 4)))
  const owner = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [office] }] })
  const admin = await buildPerson(db, { password, posts: [{ role: 'admin' }] })
  const another = await buildPerson(db, { password, posts: [{ role: 'admin' }] })
  const verifier = await buildPerson(db, { password, posts: [{ role: 'verifier', reportTypes }] })
  const as = async (username: string) => {
    const context = await playwright.request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
    expect((await context.post('/api/v1/session', { data: { name: username, password } })).ok()).toBe(true)
    return context
  }
  const issuer = await as(admin.username)
  const expires = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10)
  const scopes = ['submission.read', 'submission.write', 'submission.submit', 'figure.read']
  const issued = await issuer.post('/api/v1/keys', {
    data: { name: 'Aplikasi perangkat daerah', owner: owner.id, scopes, offices: [office], expires },
  })
  expect(issued.status()).toBe(202)
  const { id, digest, key } = await issued.json()
  const second = await as(another.username)
  expect((await second.post(`/api/v1/secondings/${id}/approve`, { data: { digest } })).ok()).toBe(true)
  return { key, reviewer: await as(verifier.username) }
}

const parts = async (): Promise<string[]> => (await readFile(guide, 'utf8')).split(/^## (?=(?:8|9|1[0-2])\.)/m)

test('a program files one SPM by the guide, gets it returned, corrects it, gets it approved', async ({
  product,
  playwright,
}) => {
  await requireCurl()
  const { url } = product
  const { key, reviewer } = await stage(product, playwright, { office: 'disdamkar', form: 'spm/triwulan', period })
  const [filing = '', returned = '', approved = '', , , followed = ''] = await parts()
  const folder = await mkdtemp(path.join(tmpdir(), 'sepakat-guide-'))
  const settings = shellBlocks(filing).slice(0, 2)
  const env = { SEPAKAT: `${url}/api/v1`, KEY: key, PERIOD: period }
  const keep = 'SUBMISSION=$(grep -o \'"id":"[^"]*"\' submission.json | head -n 1 | cut -d \'"\' -f 4)'
  try {
    await runShell(shellBlocks(filing), folder, env)
    const evaluation = JSON.parse(await readFile(path.join(folder, 'evaluation.json'), 'utf8'))
    const index = evaluation.figures.find((f: { code: string }) => f.code === 'spm.index')
    // P = 131/140, M = mean of 33/36, 36/36, 34/36, 90/120, 30/36; 80 and 20 per cent.
    expect(Number(index.value)).toBeCloseTo(
      0.8 * (13100 / 140) + 0.2 * ((3300 / 36 + 100 + 3400 / 36 + 75 + 3000 / 36) / 5),
      6,
    )
    const first = JSON.parse(await readFile(path.join(folder, 'receipt.json'), 'utf8')).receipt
    expect(first).toMatchObject({ revision: 1, number: expect.stringMatching(/^SPM-2026-TW3-\d{6}$/) })
    const submission = JSON.parse(await readFile(path.join(folder, 'submission.json'), 'utf8')).id

    const move = (name: string, data: object = {}) =>
      reviewer.post(`/api/v1/submissions/${submission}/${name}`, { data })
    expect((await move('claim')).ok()).toBe(true)
    const note = {
      id: crypto.randomUUID(),
      anchor: '/recipients/evakuasi-kebakaran/served',
      text: 'Berbeda dari buku register.',
    }
    expect((await move('notes', note)).status()).toBe(201)
    expect((await move('return', { dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString() })).ok()).toBe(true)

    const said = await runShell([...settings, keep, ...shellBlocks(returned)], folder, env)
    expect(said).toContain('"status":"returned"')
    expect(JSON.parse(await readFile(path.join(folder, 'receipt.json'), 'utf8')).receipt.revision).toBe(2)

    expect((await move('claim')).ok()).toBe(true)
    for (const table of ['budget', 'staff', 'problems', 'actions']) {
      const tick = { anchor: `/${table}/evakuasi-kebakaran`, ticked: true }
      expect((await reviewer.put(`/api/v1/submissions/${submission}/ticks`, { data: tick })).ok()).toBe(true)
    }
    expect((await move('approve')).ok()).toBe(true)

    await runShell([...settings, ...shellBlocks(approved)], folder, env)
    const figures = JSON.parse(await readFile(path.join(folder, 'figures.json'), 'utf8'))
    const own = figures.items.find((f: { figure: { code: string } }) => f.figure.code === 'spm.recipients')
    expect(own).toMatchObject({ standing: 'final', revision: 2, figure: { numerator: '133', denominator: '140' } })

    await runShell([...settings, ...shellBlocks(followed)], folder, env)
    const followedIn = async (name: string) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))
    expect((await followedIn('all-figures.json')).items).toEqual(expect.arrayContaining(figures.items))
    expect(await followedIn('changed-figures.json')).toMatchObject({ items: [], replaced: [], next: null })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a program files LPPD by the guide, from empty to approved', async ({ product, playwright }) => {
  await requireCurl()
  const { key, reviewer } = await stage(product, playwright, { office: 'dkpp', form: 'lppd/tahunan', period: '2025' })
  const [filing = '', , , lppd = ''] = await parts()
  const folder = await mkdtemp(path.join(tmpdir(), 'sepakat-guide-'))
  const [settings = ''] = shellBlocks(filing)
  const [begin = '', read = ''] = shellBlocks(lppd)
  const env = { SEPAKAT: `${product.url}/api/v1`, KEY: key, YEAR: '2025' }
  const said = async (name: string) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))
  try {
    await writeFile(path.join(folder, 'rekap.pdf'), pdf)
    await runShell([settings, begin], folder, env)
    expect((await said('lppd-receipt.json')).receipt.number).toMatch(/^LPPD-2025-\d{6}$/)
    const { items } = await (
      await reviewer.get('/api/v1/submissions?status=submitted&form=lppd/tahunan&period=2025')
    ).json()
    for (const move of ['claim', 'approve'])
      expect((await reviewer.post(`/api/v1/submissions/${items[0].submission}/${move}`, { data: {} })).ok()).toBe(true)
    await runShell([settings, read], folder, env)
    const { items: figures } = await said('lppd-figures.json')
    const values = figures.map((line: { standing: string; figure: { row: string; value: string } }) => [
      line.standing,
      line.figure.row,
      Number(line.figure.value).toFixed(4),
    ])
    // 96,4 of 120; 21.450 a 4.980; 7 fewer of 41
    expect(values.sort()).toEqual([
      ['final', 'ketersediaan-pangan-tersedianya-cadangan-beras', '80.3333'],
      ['final', 'penurunan-kejadian-kasus-penyakit-hewan-menular', '17.0732'],
      ['final', 'produktivitas-pertanian-per-hektar-per-tahun', '4.3072'],
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('an administrator has a program told, and sees why a message does not get there', async ({ product, signIn }) => {
  const { db } = product
  const owner = await buildPerson(db, { password, posts: [{ role: 'leader' }] })
  const key = await db.prisma.apiKey.create({
    data: {
      name: 'Dasbor daerah',
      prefix: 'UJIUJI01',
      hash: new Uint8Array(32),
      ownerId: owner.id,
      scopes: ['submission.read', 'figure.read'],
      reportTypes: [],
      officeIds: [],
      region: true,
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  })
  const { page } = await signIn({ posts: [{ role: 'admin' }] })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog')

  await test.step('an address of an inner network is refused beside its field', async () => {
    await page.goto('/pengelolaan/webhook')
    await expectWell(page, 'no webhook yet')
    await button('Tambah webhook').first().click()
    await dialog.getByLabel('Nama penerima').fill('Dasbor Bappeda')
    await dialog.getByLabel('Alamat').fill('https://192.168.1.10/sepakat')
    await dialog.getByLabel('Kunci API').selectOption(key.id)
    await dialog.getByRole('button', { name: 'Tambah webhook' }).click()
    await expect(dialog.getByText(/192\.168\.1\.10, alamat jaringan dalam/)).toBeVisible()
    await expectWell(page, 'a webhook that is refused')
  })

  await test.step('a public one is saved, and its secret is shown once', async () => {
    await dialog.getByLabel('Alamat').fill('https://8.8.8.8/sepakat')
    await dialog.getByRole('button', { name: 'Tambah webhook' }).click()
    await expect(dialog.getByLabel('Rahasia')).toHaveValue(/^whsec_/)
    await expectWell(page, 'the secret of a webhook')
    await dialog.getByRole('button', { name: 'Selesai' }).click()
    await expect(page.getByText('Belum dipakai')).toBeVisible()
  })

  await test.step('a message that is not received says why', async () => {
    // what a name server may do meanwhile
    await db.prisma.webhook.updateMany({ where: { keyId: key.id }, data: { url: 'https://10.0.0.1/sepakat' } })
    await page.getByRole('link', { name: 'Dasbor Bappeda' }).click()
    await button('Kirim pesan uji').click()
    await expect(async () => {
      await button('Muat ulang').click()
      await expect(page.getByText(/10\.0\.0\.1, alamat jaringan dalam/).first()).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 60_000 })
    await expect(page.getByText('Tidak sampai')).toBeVisible()
    await expectWell(page, 'the log of a webhook')
  })
})
