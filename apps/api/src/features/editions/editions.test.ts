import { editionHash, reader, readFrozenEdition, type Tampering } from '@sepakat/db'
import type { FrozenEdition, Narrative } from '@sepakat/rules'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve as approveReport, type Reporting, reporting } from '#testing/reporting.ts'
import { renderFiles } from '#testing/signing.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { verifying } from '#testing/verifying.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { noteHandlers } from '../notes/routes.ts'
import { reopeningHandlers } from '../reopening/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { editionHandlers } from './routes.ts'

const form = 'spm/triwulan'
const period = '2026-TW1'
let api: TestApi
let plan: Reporting
let coordinator: SignedIn
let other: SignedIn
let inspector: SignedIn
let approver: SignedIn
let operator: SignedIn
let verifier: SignedIn
let report: string
/** The edition that most of it is about. */
let id: string

beforeAll(async () => {
  api = await testApi({
    ...editionHandlers,
    ...submissionHandlers,
    ...answerHandlers,
    ...moveHandlers,
    ...noteHandlers,
    ...reopeningHandlers,
  })
  plan = await reporting(api.db)
  ;[coordinator, other, inspector, approver] = await Promise.all([
    api.as({ role: 'coordinator' }),
    api.as({ role: 'coordinator' }),
    api.as({ role: 'auditor' }),
    api.as({ role: 'approver' }),
  ])
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  verifier = await api.as({ role: 'verifier' })
  const answers = { recipients: { gepeng: { due: '40', served: '30' } } }
  report = (await operator.call('POST', '/submissions', { office: plan.dsp3a, form, period, answers })).json().id
  await approveReport(operator, verifier, report)
  id = (await open()).json().id
})
afterAll(() => api.close())

const open = (by: Caller = coordinator, body: object = { type: 'spm', period }) => by.call('POST', '/editions', body)
const read = async (of = id) => (await coordinator.call('GET', `/editions/${of}`)).json()
const document = async (of = id): Promise<FrozenEdition> =>
  (await coordinator.call('GET', `/editions/${of}/document`)).json()
const ref = () => ({ form, period, code: 'spm.recipients', row: 'gepeng', office: plan.dsp3a })
const written = (): Narrative => [
  {
    block: 'paragraph',
    text: [
      { piece: 'text', text: 'Capaiannya ' },
      { piece: 'figure', of: ref() },
      { piece: 'text', text: ' dari 12.345 orang.' },
    ],
  },
]
const save = (
  narrative: Narrative,
  base: number,
  { by = coordinator, section = 'capaian', of = id, seen = false } = {},
) => by.call('PUT', `/editions/${of}/sections/${section}`, { base, narrative, ...(seen && { seen }) })
const move = (by: Caller, name: string, body?: object, of = id) => by.call('POST', `/editions/${of}/${name}`, body)
/** What the figure of the text says. */
const saidIn = async (of = id): Promise<{ said: string; moved: boolean }> =>
  (await coordinator.call('GET', `/editions/${of}/sections/capaian`)).json().said[0]
/** The office serves another number, and it is approved again. */
const approveAgain = async (served: string) => {
  const reopened = { reason: 'Salah hitung', dueAt: new Date(Date.now() + 86_400_000).toISOString() }
  expect((await ofReport(coordinator, 'reopen', reopened)).statusCode).toBe(200)
  const { revs } = (await operator.call('GET', `/submissions/${report}/answers?revs=true`)).json()
  const base = revs.recipients.gepeng.served
  const change = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/served', value: served, base }
  await operator.call('PATCH', `/submissions/${report}/answers`, { changes: [change] })
  const { items } = (await operator.call('GET', `/submissions/${report}/notes`)).json()
  for (const note of items)
    if (note.status === 'open')
      await operator.call('POST', `/submissions/${report}/notes/${note.id}/answers`, { text: 'Sudah.' })
  await approveReport(operator, verifier, report)
}
const ofReport = (by: Caller, name: string, body: object) =>
  by.call('POST', `/submissions/${report}/${name}`, body, { 'idempotency-key': v7() })

describe('POST /editions', () => {
  it('turns a stranger away, and who manages no editions of the region', async () => {
    expect((await open(api.stranger)).statusCode).toBe(401)
    expect((await open(approver)).statusCode).toBe(403)
    expect((await open(await api.as({ role: 'coordinator', offices: [plan.dsp3a] }))).statusCode).toBe(403)
    const ofSakip = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await open(ofSakip)).json().code).toBe('no-right')
  })
  it('asks for a period of its kind, and for one version at a time', async () => {
    expect((await open(coordinator, { type: 'spm', period: '2026' })).statusCode).toBe(422)
    expect((await open(coordinator, { type: 'lppd', period })).statusCode).toBe(422)
    expect((await open()).json().code).toBe('exists')
    expect((await api.events(`edition/${id}`)).map(({ type }) => type)).toEqual(['edition.opened'])
  })
})

describe('GET /editions', () => {
  it('gives those of the report types of the post, to who reaches the region', async () => {
    expect((await coordinator.call('GET', '/editions?year=2026')).json().items).toMatchObject([
      { id, name: 'Laporan SPM Triwulan I Tahun 2026', version: 1, status: 'draft' },
    ])
    const ofSakip = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await ofSakip.call('GET', '/editions')).json().items).toEqual([])
    expect((await ofSakip.call('GET', `/editions/${id}`)).statusCode).toBe(404)
    expect((await operator.call('GET', '/editions')).statusCode).toBe(403)
  })
})

describe('GET /editions/:id/readiness', () => {
  it('says who is missing, and how late', async () => {
    const { forms } = (await coordinator.call('GET', `/editions/${id}/readiness`)).json()
    expect(forms).toMatchObject([{ form, period, owed: 2, approved: 1, missing: [{ status: 'not-begun' }] }])
    expect(forms[0].missing[0].daysLate).toBeGreaterThanOrEqual(0)
  })
})

describe('PUT /editions/:id/sections/:section', () => {
  it('keeps the text, says its figures, and marks a number that equals none', async () => {
    const { result, section } = (await save(written(), 0, { seen: true })).json()
    expect(result).toBe('saved')
    expect(section).toMatchObject({ rev: 1, said: [{ piece: 1, moved: false }], marks: [{ piece: 2, text: '12.345' }] })
    expect(section.blocks.map(({ block }: { block: string }) => block)).toEqual(['paragraph', 'table', 'chart'])
    expect((await save(section.narrative, 1)).json().result).toBe('unchanged')
  })

  it('loses no text where two write: the second is given the first, and every state is kept', async () => {
    const mine = (by: string): Narrative => [{ block: 'paragraph', text: [{ piece: 'text', text: `Oleh ${by}` }] }]
    const section = 'penutup'
    const answers = await Promise.all([
      save(mine('satu'), 0, { section }),
      save(mine('dua'), 0, { section, by: other }),
    ])
    const results = answers.map(answer => answer.json())
    expect(results.map(({ result }) => result).sort()).toEqual(['conflict', 'saved'])
    const lost = results.find(({ result }) => result === 'conflict')
    const won = results.find(({ result }) => result === 'saved')
    expect(lost.section.narrative).toEqual(won.section.narrative)
    const again = await save(mine('keduanya'), lost.section.rev, { section, by: other })
    expect(again.json()).toMatchObject({ result: 'saved', section: { rev: 2 } })
    const { rows } = await api.db.pool.query(
      'SELECT rev FROM edition_text WHERE edition_id = $1 AND section = $2 ORDER BY rev',
      [id, section],
    )
    expect(rows).toEqual([{ rev: 1 }, { rev: 2 }])
    await expect(api.db.pool.query('DELETE FROM edition_text')).rejects.toThrow(/append-only|permission denied/)
  })

  it('is for who manages editions, of a section that there is', async () => {
    expect((await save(written(), 0, { by: approver })).statusCode).toBe(403)
    expect((await save(written(), 0, { section: 'tidak-ada' })).statusCode).toBe(404)
    expect((await save([{ block: 'html' } as never], 0)).statusCode).toBe(422)
  })
})

describe('GET /editions/:id/figures', () => {
  it('finds a figure by its words, with what it says now', async () => {
    const q = encodeURIComponent('penerima layanan gelandangan')
    const [first] = (await coordinator.call('GET', `/editions/${id}/figures?q=${q}`)).json().items
    expect(first).toMatchObject({ ref: ref(), said: '75,00 %', standing: 'final' })
  })
})

describe('a figure that changes before freezing', () => {
  it('shows in its sentence, and says that it moved until it was seen', async () => {
    const before = await saidIn()
    await approveAgain('36')
    const after = await saidIn()
    expect(after.said).not.toBe(before.said)
    expect(after.moved).toBe(true)
    expect((await read()).chapters[1].sections[0]).toMatchObject({ id: 'capaian', moved: 1, marks: 1 })
    const { rev, narrative } = (await coordinator.call('GET', `/editions/${id}/sections/capaian`)).json()
    await save(narrative, rev, { seen: true })
    expect((await saidIn()).moved).toBe(false)
  })
})

describe('PUT /editions/:id/outline', () => {
  it('orders sections within their chapter, and hides none that has to be there', async () => {
    const { chapters } = await read()
    const as = (turn: (ids: string[]) => string[]) =>
      chapters.map((chapter: { id: string; sections: { id: string }[] }) => ({
        id: chapter.id,
        sections: turn(chapter.sections.map(section => section.id)),
      }))
    const put = (body: object) => coordinator.call('PUT', `/editions/${id}/outline`, body)
    const refused = (await put({ chapters: as(ids => ids), hidden: ['capaian'] })).json()
    expect(refused.errors).toMatchObject([{ pointer: '/chapters/1', message: expect.stringContaining('wajib dimuat') }])
    expect((await put({ chapters: as(ids => ids.toReversed()), hidden: [] })).statusCode).toBe(200)
    const { sections } = (await read()).chapters[1]
    const numbers = (all: { number: string }[]) => all.map(({ number }) => number)
    expect(sections.at(-1).id).toBe('capaian')
    expect(numbers(sections)).toEqual(numbers(chapters[1].sections))
    await put({ chapters: as(ids => ids), hidden: [] })
  })
})

describe('review, return and approval', () => {
  it('goes back with words, and to approval again; who wrote does not approve', async () => {
    const waiting = async () => (await coordinator.call('GET', '/editions?waiting=true')).json().items
    expect(await waiting()).toEqual([])
    expect((await move(approver, 'approve')).json().code).toBe('wrong-status')
    expect((await move(coordinator, 'send')).json().status).toBe('for-approval')
    expect(await waiting()).toMatchObject([{ id, status: 'for-approval' }])
    expect((await coordinator.call('GET', '/editions?waiting=false')).json().items).toEqual([])
    expect((await save(written(), 1)).json().code).toBe('wrong-status')
    expect((await move(inspector, 'return', { text: 'Perjelas.' })).json().code).toBe('no-right')
    expect((await move(approver, 'return', { text: 'Perjelas capaiannya.' })).json().status).toBe('draft')
    expect((await read()).returns).toMatchObject([{ text: 'Perjelas capaiannya.' }])
    await move(coordinator, 'send')
    const both = await api.as([{ role: 'coordinator' }, { role: 'approver' }])
    expect((await move(both, 'approve')).statusCode).toBe(403)
  })

  it('reviews by the Inspektorat where the region requires it, with its statement', async () => {
    const reviewed = (await open(coordinator, { type: 'lkjip', period: '2026' })).json().id
    expect((await move(coordinator, 'send', undefined, reviewed)).json().status).toBe('in-review')
    expect((await move(approver, 'approve', undefined, reviewed)).json().code).toBe('wrong-status')
    const statement = { number: '700/1', date: '2026-03-12', text: 'Telah direviu.' }
    expect((await move(coordinator, 'review', statement, reviewed)).statusCode).toBe(403)
    expect((await move(inspector, 'review', statement, reviewed)).json().status).toBe('for-approval')
    expect((await read(reviewed)).statement).toMatchObject(statement)
    expect((await document(reviewed)).annexes).toMatchObject([{ id: 'pernyataan-reviu' }])
  })

  it('freezes what it says, with its revisions; later approvals do not change it', async () => {
    const before = await document()
    expect((await move(approver, 'approve')).json()).toMatchObject({ status: 'frozen', sha256: expect.any(String) })
    const frozen = await document()
    expect({ ...frozen, frozen: null }).toEqual(before)
    expect(editionHash(frozen)).toBe(frozen.frozen?.sha256)
    expect(frozen.sources).toMatchObject([{ submission: report, revision: 2 }])
    await approveAgain('20')
    expect(await document()).toEqual(frozen)
    expect((await api.events(`edition/${id}`)).at(-1)).toMatchObject({
      type: 'edition.approved',
      data: { sha256: frozen.frozen?.sha256 },
    })
    for (const sql of [
      `UPDATE edition_frozen SET body = '{}'`,
      'DELETE FROM edition_frozen',
      `UPDATE edition SET status = 'draft' WHERE status = 'frozen'`,
    ])
      await expect(api.db.pool.query(sql)).rejects.toThrow(/append-only|permission denied|never changed/)
    expect(await readFrozenEdition(reader(api.db), id)).not.toBeNull()
  })
})

describe('a later version', () => {
  let next: string
  it('begins with the texts of the one before, and says what differs from it', async () => {
    next = (await open()).json().id
    const { version, versions, chapters } = await read(next)
    expect([version, versions.length]).toEqual([2, 2])
    expect(chapters[1].sections[0]).toMatchObject({ id: 'capaian', carried: true, rev: 1 })
    const { sections, figures, sources } = (
      await coordinator.call('GET', `/editions/${next}/compare?with=${id}`)
    ).json()
    expect(sections.map((section: { id: string }) => section.id)).toContain('capaian')
    expect(figures.length).toBeGreaterThan(0)
    expect(sources).toMatchObject([{ from: 2, to: 3 }])
    const lkjip = (await coordinator.call('GET', '/editions?type=lkjip')).json().items[0].id
    expect((await coordinator.call('GET', `/editions/${next}/compare?with=${lkjip}`)).statusCode).toBe(422)
  })
})

describe('where it is sent, and what is carried over', () => {
  it('is recorded of a frozen edition, with date and receipt', async () => {
    const sent = (body: object, to = 'menteri') => coordinator.call('PUT', `/editions/${id}/sendings/${to}`, body)
    expect((await sent({ date: '2026-04-02', receipt: 'Nomor 7' })).statusCode).toBe(200)
    expect((await read()).sendings).toMatchObject([{ id: 'menteri', sent: { date: '2026-04-02', receipt: 'Nomor 7' } }])
    expect((await sent({ date: '2026-04-02', receipt: '' }, 'tidak-ada')).statusCode).toBe(404)
    await sent({ date: null, receipt: '' })
    expect((await read()).sendings[0].sent).toBeNull()
  })

  it('is marked field by field, with who and when', async () => {
    const sheet = async () => (await coordinator.call('GET', `/editions/${id}/paste`)).json()
    const { application, screens } = await sheet()
    expect(application).toBe('e-SPM')
    const [field] = screens[0].fields
    const put = (value: string | null) => coordinator.call('PUT', `/editions/${id}/paste/${field.id}`, { value })
    expect((await put(field.value)).statusCode).toBe(200)
    expect((await sheet()).screens[0].fields[0].carried).toMatchObject({
      value: field.value,
      by: { name: expect.any(String) },
    })
    await put(null)
    expect((await sheet()).screens[0].fields[0].carried).toBeNull()
  })
})

describe('the files of an edition', () => {
  it('are ordered, made by the worker one after the other, fetched, and cancelled', async () => {
    const ordered = async (as: string) => (await coordinator.call('POST', `/editions/${id}/files`, { as })).json()
    const [json, other] = [await ordered('json'), await ordered('csv')]
    const get = (file: string) => coordinator.call('GET', `/editions/${id}/files/${file}`)
    const waiting = await get(json.id)
    expect([waiting.statusCode, waiting.json()]).toEqual([202, { state: 'being-made', progress: 0 }])
    expect((await coordinator.call('POST', `/editions/${id}/files/${other.id}/cancel`)).json().status).toBe('cancelled')
    await renderFiles(api, id, json.id, other.id)
    const made = await get(json.id)
    expect([made.statusCode, made.headers['content-type']]).toEqual([200, 'application/json'])
    expect(made.json()).toEqual(await document())
    expect((await get(other.id)).statusCode).toBe(404)
    const { items } = (await coordinator.call('GET', `/editions/${id}/files`)).json()
    expect(items).toMatchObject([{ status: 'cancelled' }, { status: 'done', progress: 100, draft: false }])
    expect((await operator.call('POST', `/editions/${id}/files`, { as: 'json' })).statusCode).toBe(403)
  })
})

describe('the audit', () => {
  it('finds nothing, and an edition or a text that was changed past the triggers', async () => {
    const audit = verifying(api)
    const ofEditions = (found: Tampering[]) =>
      found.filter(({ code }) => code.startsWith('edition')).map(({ message }) => message)
    expect(ofEditions(await audit.verify())).toEqual([])
    const changed = await audit.after(async sql => {
      await sql.query(`UPDATE edition_frozen SET body = jsonb_set(body, '{title}', '"Lain"')`)
      await sql.query(`UPDATE edition_text SET narrative = '[]' WHERE section = 'penutup' AND rev = 2 AND NOT carried`)
    })
    expect(ofEditions(changed)).toEqual(['Isinya bukan yang disahkan.', 'Naskahnya bukan yang disimpan.'])
    await audit.close()
  })
})
