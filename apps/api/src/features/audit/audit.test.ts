import { type AuditRun, noteAuditRun } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { verifying } from '#testing/verifying.ts'

let api: TestApi
let team: Filing
let auditor: SignedIn
let id: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  auditor = await api.as({ role: 'auditor' })
  id = await team.begin()
  await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
  await team.verifier.call('GET', `/submissions/${id}/revisions/1`)
})
afterAll(() => api.close())

interface Line {
  type: string
  did: string
  by: { name: string; title: string }
  office: { id: string } | null
  report: { submission: string; begun: boolean } | null
  person: { name: string } | null
  details: { label: string; value: string }[]
}
const trail = async (query = ''): Promise<Line[]> => {
  const answer = await auditor.call('GET', `/events?limit=200&${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().items
}
const typesIn = (lines: Line[]) => lines.map(({ type }) => type)

const unknown = crypto.randomUUID()

describe.each(['/events', '/events/export', '/events/people', '/audit'])('GET %s', path => {
  it('turns away strangers, other posts, and auditors of a part', async () => {
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
    for (const role of ['admin', 'leader', 'operator'] as const)
      expect((await (await api.as({ role })).call('GET', path)).statusCode, role).toBe(403)
    const ofOffice = await api.as({ role: 'auditor', offices: [team.office] })
    const ofType = await api.as({ role: 'auditor', reportTypes: ['spm'] })
    for (const one of [ofOffice, ofType]) expect((await one.call('GET', path)).statusCode).toBe(403)
  })
})

describe('GET /events', () => {
  it('refuses what it cannot read', async () => {
    for (const query of [
      'group=semua',
      'type=x',
      'actor=1',
      'from=kemarin',
      'from=2026-03-02&to=2026-03-01',
      'cursor=x',
    ])
      expect((await auditor.call('GET', `/events?${query}`)).statusCode, query).toBe(422)
  })

  it('says in words who did what to which report of which office', async () => {
    const lines = await trail(`submission=${id}`)
    expect(typesIn(lines)).toEqual([
      'submission.read',
      'submission.approved',
      'submission.claimed',
      'submission.submitted',
      'submission.created',
    ])
    expect(lines[1]).toMatchObject({
      by: { name: 'Verifikator Satu' },
      did: 'menyetujui kiriman ke-1',
      office: { id: team.office },
      report: { submission: id, begun: true },
      details: expect.arrayContaining([{ label: 'Menjadi', value: 'Disetujui' }]),
    })
    expect(lines[0]).toMatchObject({ did: 'membaca laporan', report: { submission: id }, office: { id: team.office } })
  })

  it('is filtered by kind, person and office, alone and together', async () => {
    const own = (lines: Line[]) => lines.filter(({ report }) => report?.submission === id)
    expect(typesIn(own(await trail('group=reading')))).toEqual(['submission.read'])
    expect(typesIn(own(await trail(`actor=${team.operator.personId}`)))).toEqual([
      'submission.submitted',
      'submission.created',
    ])
    expect(
      typesIn(await trail(`actor=${team.operator.personId}&type=submission.submitted&office=${team.office}`)),
    ).toEqual(['submission.submitted'])
    expect(await trail(`group=move&type=session.started`)).toEqual([])
    for (const name of ['actor', 'person', 'office', 'submission'])
      expect(await trail(`${name}=${unknown}`)).toEqual([])
    const about = await trail(`person=${team.operator.personId}&group=right`)
    expect(about[0]).toMatchObject({ type: 'person.created', person: { name: 'Operator Sosial' } })
    expect(about[0]!.did).toBe('membuat akun Operator Sosial')
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(own(await trail(`from=${today}&to=${today}`))).toHaveLength(5)
    expect(await trail('from=2020-01-01&to=2020-12-31')).toEqual([])
  })

  it('gives the pages one after the other', async () => {
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const page = (await auditor.call('GET', `/events?group=move&limit=2${cursor}`)).json()
      seen.push(...page.items.map(({ stream, seq }: { stream: string; seq: number }) => `${stream} ${seq}`))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await trail('group=move')).length)
  })

  it('names who asked for a report in vain, and what was asked', async () => {
    await team.other.call('GET', `/submissions/${id}`)
    const [line] = await trail('type=access.refused')
    expect(line).toMatchObject({ report: { submission: id }, did: 'ditolak: yang diminta di luar wewenangnya' })
    expect(line!.details).toContainEqual({
      label: 'Yang diminta',
      value: 'Satu laporan: status, progres, yang dapat dilakukan',
    })
  })

  it('says which webhook was changed and where it sends, without the path of its address', async () => {
    const admin = await api.as({ role: 'admin' })
    const { personId: owner } = await api.as({ role: 'leader' })
    const { keyId: key } = await api.withKey({ owner, scopes: ['submission.read'] })
    const given = { name: 'Dasbor', url: 'https://8.8.8.8/rahasia', types: ['submission.approved'], key }
    const { id: webhook } = (await admin.call('POST', '/webhooks', given)).json()
    const path = `/webhooks/${webhook}`
    const other = { ...given, name: 'Dasbor Baru', url: 'https://1.1.1.1:8443/rahasia?token=x' }
    expect((await admin.call('PUT', path, other)).statusCode).toBe(200)
    await admin.call('POST', `${path}/test`, { message: crypto.randomUUID() })
    await admin.call('POST', `${path}/replay`, { since: '2020-01-01T00:00:00Z' })
    expect((await admin.call('DELETE', path)).statusCode).toBe(204)
    const lines = (await trail()).filter(({ type }) => type.startsWith('webhook.')).reverse()
    expect(lines.map(({ did }) => did)).toEqual([
      'menambah webhook Dasbor',
      'mengubah webhook Dasbor Baru',
      'mengirim pesan uji ke webhook Dasbor Baru',
      'mengirim ulang pesan webhook Dasbor Baru',
      'menghapus webhook Dasbor Baru',
    ])
    const details = lines.map(line => Object.fromEntries(line.details.map(({ label, value }) => [label, value])))
    expect(details[0]).toMatchObject({ Alamat: 'https://8.8.8.8', 'Jenis pesan': 'Laporan disetujui' })
    expect(details[0]?.['Kunci API']).toBeTruthy()
    expect(details[1]).toMatchObject({
      Nama: 'Dari: Dasbor; Menjadi: Dasbor Baru',
      Alamat: 'Dari: https://8.8.8.8; Menjadi: https://1.1.1.1:8443',
    })
    expect(details.slice(3)).toMatchObject([{ Pesan: '1' }, { Pesan: '1', Alamat: 'https://1.1.1.1:8443' }])
    expect(JSON.stringify(lines)).not.toMatch(/rahasia|token/)
  })

  it('keeps secrets and digests inside', async () => {
    const text = JSON.stringify(await trail())
    for (const inside of ['"bound"', 'digest', 'salt', 'password_hash']) expect(text).not.toContain(inside)
  })
})

describe('GET /events/export', () => {
  it('writes what the list shows as CSV that no spreadsheet runs, and is itself in the trail', async () => {
    await api.as({ role: 'leader' }, { name: '=HYPERLINK("http://x")' })
    const query = `group=move&office=${team.office}`
    const answer = await auditor.call('GET', `/events/export?${query}`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Jejak audit, \d{4}-\d\d-\d\d\.csv"/)
    const [head, ...lines] = answer.body.split('\r\n').slice(0, -1)
    expect(head).toMatch(/^\ufeff"Tanggal";"Jam";"Jenis";"Oleh"/)
    expect(lines).toHaveLength((await trail(query)).length)
    expect(answer.body).toContain('"menyetujui kiriman ke-1"')
    const [made] = await trail('group=export')
    expect(made).toMatchObject({ type: 'export.made', did: 'mengunduh jejak audit yang disaring' })
    expect(made!.details).toContainEqual(
      expect.objectContaining({
        label: 'Disaring menurut',
        value: expect.stringContaining('Jenis: Perpindahan laporan'),
      }),
    )
    const all = (await auditor.call('GET', '/events/export?group=right')).body
    expect(all).toContain(`'=HYPERLINK(`)
    expect(all).not.toContain(';"=HYPERLINK')
  })
})

describe('GET /events/people', () => {
  it('gives everybody by name, page by page, and nothing to sign in with', async () => {
    const first = (await auditor.call('GET', '/events/people?limit=1')).json()
    expect(Object.keys(first.items[0]).sort()).toEqual(['id', 'name', 'title'])
    const next = (await auditor.call('GET', `/events/people?limit=200&cursor=${first.next}`)).json()
    expect(next.items.map(({ id }: { id: string }) => id)).not.toContain(first.items[0].id)
    expect(next.items).toContainEqual(expect.objectContaining({ id: team.operator.personId, name: 'Operator Sosial' }))
  })
})

describe('GET /audit', () => {
  const state = async () => (await auditor.call('GET', '/audit')).json()
  const note = (run: Partial<AuditRun>) =>
    noteAuditRun(api.ownerUrl, { at: new Date(), found: 0, findings: [], seal: null, anchored: false, ...run })

  it('says that there is no seal and was no run yet, then what there was', async () => {
    expect(await state()).toEqual({ seal: null, run: null })
    const audit = verifying(api)
    const seal = await audit.seal()
    await audit.close()
    expect((await state()).seal).toMatchObject({ n: seal.n, hash: seal.hash })
    await note({ at: new Date(Date.now() - 8 * 86_400_000), seal })
    expect((await state()).run).toMatchObject({ well: true, recent: false, found: 0, seal: { n: seal.n } })
    const finding = { code: 'row-changed', where: 'laporan x', message: 'Statusnya diubah.', at: null } as const
    await note({ found: 2, findings: [finding], anchored: true })
    expect((await state()).run).toMatchObject({
      well: false,
      recent: true,
      found: 2,
      findings: [finding],
      anchored: true,
    })
  })

  it('cannot be written by the application', async () => {
    const said = api.db.pool.query(
      `INSERT INTO audit_run VALUES (gen_random_uuid(), now(), 0, '[]', NULL, NULL, false)`,
    )
    await expect(said).rejects.toMatchObject({ code: '42501' })
  })
})
