import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildObligations, buildPeriods, buildPerson, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { requireCurl, runShell, shellBlocks } from '../support/run-shell.ts'
import { expect, password, test } from '../support/test.ts'

const guide = path.resolve(import.meta.dirname, '../../docs/integrators.md')
const period = '2026-TW3'

test('a program files one SPM by the guide, gets it returned, corrects it, gets it approved', async ({
  product,
  playwright,
}) => {
  await requireCurl()
  const { db, url } = product
  const fire = await officeId(db, 'disdamkar')
  await buildPeriods(db, [{ form: 'spm/triwulan', key: period }])
  await buildWave(db, { fromPeriod: period, offices: [fire], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  const owner = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [fire] }] })
  const admin = await buildPerson(db, { password, posts: [{ role: 'admin' }] })
  const verifier = await buildPerson(db, { password, posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
  const as = async (username: string) => {
    const context = await playwright.request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
    expect((await context.post('/api/v1/session', { data: { name: username, password } })).ok()).toBe(true)
    return context
  }

  const keeper = await as(admin.username)
  const expires = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10)
  const scopes = ['submission.read', 'submission.write', 'submission.submit', 'figure.read']
  const issued = await keeper.post('/api/v1/keys', {
    data: { name: 'Aplikasi Damkar', owner: owner.id, scopes, offices: [fire], expires },
  })
  expect(issued.status()).toBe(201)
  const { key } = await issued.json()

  const markdown = await readFile(guide, 'utf8')
  const [filing = '', returned = '', approved = ''] = markdown.split(/^## (?=8\.|9\.)/m)
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

    const desk = await as(verifier.username)
    const move = (name: string, data: object = {}) => desk.post(`/api/v1/submissions/${submission}/${name}`, { data })
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
      expect((await desk.put(`/api/v1/submissions/${submission}/ticks`, { data: tick })).ok()).toBe(true)
    }
    expect((await move('approve')).ok()).toBe(true)

    await runShell([...settings, ...shellBlocks(approved)], folder, env)
    const figures = JSON.parse(await readFile(path.join(folder, 'figures.json'), 'utf8'))
    const own = figures.items.find((f: { figure: { code: string } }) => f.figure.code === 'spm.recipients')
    expect(own).toMatchObject({ standing: 'final', revision: 2, figure: { numerator: '133', denominator: '140' } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
