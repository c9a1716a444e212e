import { type BsreServer, startBsreServer } from '@sepakat/documents/signature/testing/bsreServer.ts'
import { readSignature } from '@sepakat/documents/signature/testing/readSignature.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '#http/log.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { makePaper, signingEnv, signsHere } from '#testing/signing.ts'
import { type Caller, type TestApi, testApi } from '#testing/testApi.ts'
import { verifying } from '#testing/verifying.ts'

const paper = 'laporan-spm'
const own = { with: 'own' }
const person = { nik: '6405010101700001', passphrase: 'frasa yang sangat rahasia' }
const lines: string[] = []
let api: TestApi
let team: Filing
let server: BsreServer
let id: string

beforeAll(async () => {
  const credentials = { username: 'esign', password: 'sandi-aplikasi' }
  server = await startBsreServer({ ...credentials, signer: signsHere, people: { [person.nik]: person.passphrase } })
  api = await testApi(undefined, {
    env: { ...signingEnv, BSRE_URL: server.address, BSRE_USERNAME: 'esign', BSRE_PASSWORD: credentials.password },
    log: createLog('debug', { write: (line: string) => void lines.push(line) }),
  })
  team = await filing(api)
  id = await team.begin()
})
afterAll(async () => {
  await api.close()
  await server.close()
})

const sign = (n: number, body: object, by: Caller = team.head, of = id) =>
  by.call('PUT', `/submissions/${of}/revisions/${n}/signature`, body)
const code = async (answer: ReturnType<typeof sign>) => [(await answer).statusCode, (await answer).json().code]
const scans = async (of = id) => (await team.operator.call('GET', `/submissions/${of}/attachments`)).json().items

describe('GET /signing', () => {
  it('tells who is signed in with what this installation signs', async () => {
    expect((await api.stranger.call('GET', '/signing')).statusCode).toBe(401)
    expect((await team.operator.call('GET', '/signing')).json()).toEqual({ own: true, bsre: true })
  })
})

describe('PUT /submissions/:id/revisions/:n/signature', () => {
  it('is for the head of the office, of the last submission, once its paper is made', async () => {
    expect(await code(sign(1, own))).toEqual([409, 'wrong-status'])
    await team.through(id, ['operator', 'submit'])
    expect(await code(sign(1, own, api.stranger))).toEqual([401, 'not-signed-in'])
    expect(await code(sign(1, own, team.operator))).toEqual([403, 'no-right'])
    expect(await code(sign(1, own, team.verifier))).toEqual([403, 'no-right'])
    expect(await code(sign(1, {}))).toEqual([422, 'invalid'])
    expect(await code(sign(2, own))).toEqual([404, 'not-found'])
    expect(await code(sign(1, own))).toEqual([409, 'needs-unmet'])
    expect(await scans()).toEqual([])
  })

  it('attaches the signed paper where its scan would be, once, with who, how and its hash', async () => {
    await makePaper(api, { submission: id, n: 1, paper })
    expect(await code(sign(1, { with: 'bsre', ...person, passphrase: 'lain' }))).toEqual([422, 'invalid'])
    const made = (await sign(1, { with: 'bsre', ...person })).json()
    expect(made).toMatchObject({ anchor: '', title: 'Naskah bertanda tangan, kiriman ke-1', media: 'application/pdf' })
    expect(made.by.actor).toBe(`post:${team.head.postId}`)
    expect(await scans()).toEqual([made])
    const read = await team.verifier.call('GET', `/submissions/${id}/attachments/${made.id}/content`)
    expect(await readSignature(read.rawPayload)).toMatchObject({ holds: true, ofAll: true })
    const { sha256 } = made
    expect((await api.events(`submission/${id}`)).slice(-2)).toMatchObject([
      { type: 'attachment.added', data: { attachment: made.id, sha256 } },
      { type: 'paper.signed', data: { attachment: made.id, revision: 1, paper, with: 'bsre', sha256 } },
    ])
    expect((await sign(1, own)).json()).toEqual(made)
    expect(await scans()).toEqual([made])
    const audit = verifying(api)
    expect((await audit.verify()).filter(({ where }) => where.includes(made.id))).toEqual([])
    await audit.close()
    for (const secret of Object.values(person)) expect(lines.join('')).not.toContain(secret)
  })
})
