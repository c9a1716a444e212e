/** Clients that are generated from our document: their programs are written as those of other offices would be. */
import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { pdf } from '#testing/upload.ts'

const run = promisify(execFile)
const programs = path.join(import.meta.dirname, 'programs')
const compiler = path.join(import.meta.dirname, '../../../../node_modules/typescript/bin/tsc')
const minutes = 60_000

let api: TestApi
let team: Filing
let baseUrl: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  baseUrl = `${await api.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
  await rm(path.join(programs, 'generated'), { recursive: true, force: true })
  await mkdir(path.join(programs, 'generated'))
  const document = await (await fetch(baseUrl.replace('/v1', '/openapi.json'))).text()
  await writeFile(path.join(programs, 'generated/openapi.json'), document)
  await run(process.execPath, [path.join(import.meta.dirname, 'generate.ts')])
}, 5 * minutes)
afterAll(() => api.close())

it(
  'programs with openapi-fetch, hey-api and orval are of the right types, a file among them without a cast',
  async () => {
    const checked = run(process.execPath, [compiler, '--project', programs]).catch(({ stdout }) => ({ stdout }))
    expect((await checked).stdout).toBe('')
  },
  minutes,
)

it('a program with openapi-fetch files a whole report, and answers what its verifier noted', async () => {
  const { fileReport, answerNotes } = await import(pathToFileURL(path.join(programs, 'withOpenapiFetch.ts')).href)
  const { key } = await api.withKey({
    owner: team.operator.personId,
    scopes: ['submission.read', 'submission.write', 'submission.submit'],
    offices: [team.office],
  })
  const told = await fileReport({
    baseUrl,
    key,
    form: 'spm/triwulan',
    period: '2026-TW1',
    answers: { recipients: { gepeng: { due: '40', served: '30' } } },
    change: { pointer: '/recipients/gepeng/served', value: '31' },
    proof: new Blob([pdf()], { type: 'application/pdf' }),
  })
  expect(told).toMatchObject({
    key: { region: false, offices: [{ id: team.office }] },
    location: `/api/v1/submissions/${told.submission}`,
    results: ['applied'],
    status: 'submitted',
    receipt: expect.stringMatching(/^SPM-2026-TW1-\d{6}$/),
  })
  expect(told.figures).toContain('spm.recipients')

  await team.through(told.submission, ['verifier', 'claim'])
  await team.note(told.submission)
  await team.through(told.submission, ['verifier', 'return', { dueAt: soon() }])
  expect(await answerNotes({ baseUrl, key }, told.submission, 'Sudah dilampirkan.')).toEqual(['answered'])
})
