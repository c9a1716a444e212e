import { officeId } from '@sepakat/db/builders/index.ts'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { soon } from '#testing/filing.ts'
import { registerAnswers, sakipIds } from '#testing/sakip.ts'
import type { Caller, SignedIn } from '#testing/testApi.ts'
import { must } from '../reports.ts'
import { type WatchedTables, watchTables } from '../watchedTables.ts'
import { buildTouched, type Touched } from './touchedReports.ts'
import { buildWorld, type World } from './world.ts'

// What the table of rights leaves out: posts of a time, of some report types, of offices below, and hands that are not clean.
// Each line by hand: who asks what, and what is answered.

let world: World
let watch: WatchedTables
let touched: Touched
const people: Record<string, Caller> = {}
const offices: Record<string, string> = {}
const sakip: Record<string, string> = {}
let sakipWave: string
let spmAssignment: string
/** A report of which a part was handed to a unit below its office, and that part. */
let shared: { id: string; part: string }

const today = new Date()
/** A day of the region, counted from today. */
const day = (count: number): string =>
  new Date(today.getTime() + 8 * 3_600_000 + count * 86_400_000).toISOString().slice(0, 10)

/** A person of one post given by the admin, as an acting one is, whose session uses it. */
const holding = async (post: object): Promise<SignedIn> => {
  const { api, admin } = world
  const { id } = await must(admin, 'POST', '/people', { name: 'Pelaksana Tugas', username: `u-${v7().slice(-12)}` })
  const given = await must(admin, 'POST', `/people/${id}/posts`, { offices: [world.office], ...post })
  return api.session(id, given.id)
}

beforeAll(async () => {
  world = await buildWorld(['submission.read'])
  const { api, office, admin, bystander } = world
  touched = await buildTouched(world)

  const acting = { role: 'operator', acting: 'plt', actingFor: 'Operator lama', from: '2026-01-01' }
  people['acting operator, until yesterday'] = await holding({ ...acting, to: day(-1) })
  people['acting operator, until today'] = await holding({ ...acting, to: day(0) })
  people['operator from tomorrow'] = await holding({ role: 'operator', from: day(1) })
  people['acting head, until yesterday'] = await holding({ ...acting, role: 'head', to: day(-1) })
  people['operator of a post that ended, verifier elsewhere'] = await api.as([
    { role: 'operator', offices: [office], to: new Date(day(-1)) },
    { role: 'verifier', offices: [world.otherOffice] },
  ])
  const lonely = await api.as({ role: 'leader' })
  await api.db.prisma.post.delete({ where: { id: lonely.postId } })
  people['person without a post'] = lonely

  for (const role of ['operator', 'verifier', 'coordinator'] as const)
    people[`SAKIP ${role}`] = await api.as({
      role,
      reportTypes: ['sakip'],
      ...(role === 'operator' && { offices: [office] }),
    })
  const planner = await api.as([{ role: 'coordinator' }, { role: 'operator' }])
  people['SAKIP key'] = await api.withKey({
    owner: planner.personId,
    scopes: ['submission.read', 'submission.write', 'plan.manage'],
    reportTypes: ['sakip'],
  })
  sakipWave = (
    await must(admin, 'POST', '/waves', {
      name: 'Gelombang SAKIP',
      fromPeriod: '2027',
      offices: [office],
      reportTypes: ['sakip'],
    })
  ).id
  const assigned = { form: 'spm/triwulan', row: 'gepeng', office: world.unit, fromYear: 2029, shared: true }
  spmAssignment = (await must(admin, 'POST', '/assignments', assigned)).id

  for (const code of ['kec-nunukan', 'kel-nunukan-timur', 'kel-nunukan-barat'])
    offices[code] = await officeId(api.db, code)
  const below = [offices['kel-nunukan-timur']!, offices['kel-nunukan-barat']!]
  for (const kelurahan of below)
    await must(admin, 'POST', '/assignments', {
      form: 'sakip/indikator',
      row: '*',
      office: kelurahan,
      fromYear: 2026,
    })
  const covered = [...below, offices['kec-nunukan']!]
  const wave = { name: 'Kecamatan', fromPeriod: '2026', offices: covered, reportTypes: ['sakip'] }
  await must(admin, 'POST', '/waves', wave)
  await must(admin, 'POST', '/obligations', { year: 2026 })
  const places: [string, string][] = [
    ['kecamatan', 'kec-nunukan'],
    ['kelurahan', 'kel-nunukan-timur'],
    ['other kelurahan', 'kel-nunukan-barat'],
  ]
  for (const [name, code] of places)
    for (const role of ['operator', 'head', 'verifier'] as const)
      people[`${role} of the ${name}`] = await api.as({ role, offices: [offices[code]!] })
  for (const [name, code] of places) {
    const body = {
      office: offices[code],
      form: 'sakip/indikator',
      period: '2026',
      answers: registerAnswers(sakipIds()),
    }
    const { id } = await must(people[`operator of the ${name}`]!, 'POST', '/submissions', body)
    sakip[name] = id
  }

  const unitBelow = async (name: string): Promise<string> => {
    const unit = { name, from: '2026-01-01', kind: 'uptd', parent: office }
    return (await must(admin, 'POST', '/offices', unit)).id
  }
  const [contributing, idle] = [await unitBelow('UPTD Panti'), await unitBelow('UPTD Lain')]
  for (const role of ['operator', 'head', 'verifier'] as const)
    people[`${role} of a contributing unit`] = await api.as({ role, offices: [contributing] })
  people['operator of another unit'] = await api.as({ role: 'operator', offices: [idle] })
  const asked = { office, form: 'spm/triwulan', period: '2024-TW4' }
  const { id: parted } = await must(world.asker('operator own', ''), 'POST', '/submissions', asked)
  shared = { id: parted, part: v7() }
  await must(world.asker('operator own', ''), 'POST', `/submissions/${parted}/contributions`, {
    id: shared.part,
    anchors: ['/recipients/gepeng'],
    office: contributing,
    dueAt: soon(),
  })

  const scopes = ['submission.read' as const]
  const key = { owner: bystander.personId, scopes }
  people['key that expired'] = await api.withKey({ ...key, expiresAt: new Date(today.getTime() - 1000) })
  const revoked = await api.withKey(key)
  await admin.call('DELETE', `/keys/${revoked.keyId}`)
  people['key that was revoked'] = revoked
  const gone = await api.as({ role: 'leader' })
  people['person who was shut out'] = gone
  people['key of a person who was shut out'] = await api.withKey({ ...key, owner: gone.personId })
  await must(admin, 'PATCH', `/people/${gone.personId}`, { disabled: true })
  people['key of a person without a post'] = await api.withKey({ ...key, owner: lonely.personId })
  const cookie = world.asker('verifier own', '')
  people['verifier with a key of nobody'] = {
    headers: cookie.headers,
    call: (method, path, body) =>
      cookie.call(method, path, body, { authorization: `Bearer spk_AAAAAAAA_${'A'.repeat(32)}` }),
  }
  const hasty = await api.as({ role: 'leader' })
  await api.db.prisma.person.update({ where: { id: hasty.personId }, data: { mustChangePassword: true } })
  people['person who must change the password'] = hasty
  const late = await api.as({ role: 'leader' })
  await api.db.prisma.session.update({ where: { id: late.sessionId }, data: { expiresAt: today } })
  people['person whose session ran out'] = late
  people['verifier of the region'] = await api.as({ role: 'verifier' })
  people['verifier of this office'] = cookie
  Object.assign(people, touched.people)
  watch = await watchTables(api.superuserUrl)
})
afterAll(async () => {
  await watch.close()
  await world.close()
})

type Row = [who: string, route: string, path: () => string, body: (() => object) | undefined, answered: string]

/** As it is answered: the status, the code of a refusal, and what a move lacks. */
const answerTo = async (who: string, route: string, path: string, body: object | undefined): Promise<string> => {
  const method = route.split(' ')[0] as 'GET'
  const answer = await people[who]!.call(method, path, body)
  if (answer.statusCode < 300) return 'ok'
  const { code, needs = [] } = answer.json()
  return [answer.statusCode, code, ...needs.map((need: { code: string }) => need.code)].join(' ')
}
const tried = (title: string, rows: Row[]): void => {
  describe(`${title}: ${rows.length} cells`, () => {
    it.each(rows)('%s: %s', async (who, route, path, body, answered) => {
      await watch.changes()
      expect(await answerTo(who, route, path(), body?.())).toBe(answered)
      const wrote = (await watch.changes()).filter(({ table }) => table !== 'event' && table !== 'event_head')
      if (answered !== 'ok') expect(wrote).toEqual([])
      await watch.restore()
    })
  })
}

const report = (status: keyof World['reports'], rest = '') => `/submissions/${world.reports[status].id}${rest}`
const nothing = () => ({})
const change = (pointer: string, value: string) => () => ({
  changes: [{ changeId: v7(), op: 'set', pointer, value, base: 0 }],
})
const note = () => ({ id: v7(), anchor: '/recipients/gepeng/due', text: 'Dari mana angka ini?' })
const tick = () => ({ anchor: '/recipients/gepeng', ticked: true })

const dirty = '409 needs-unmet clean-hands'
const hands = [
  'verifier who typed',
  'verifier whose key typed',
  'verifier who attached',
  'verifier who contributed',
  'verifier who submitted',
  'verifier who answered a note',
  'verifier who signed',
]
tried('clean hands', [
  ...hands.flatMap((who): Row[] => [
    [who, 'POST …/claim', () => `/submissions/${touched.submitted}/claim`, nothing, dirty],
    [who, 'POST …/return', () => `/submissions/${touched.inReview}/return`, () => ({ dueAt: soon() }), dirty],
    [who, 'POST …/approve', () => `/submissions/${touched.inReview}/approve`, nothing, dirty],
    [who, 'PUT …/ticks', () => `/submissions/${touched.inReview}/ticks`, tick, dirty],
    [who, 'POST …/notes', () => `/submissions/${touched.inReview}/notes`, note, dirty],
    [
      who,
      'POST …/notes/:note/resolve',
      () => `/submissions/${touched.inReview}/notes/${touched.note}/resolve`,
      undefined,
      dirty,
    ],
    [who, 'GET …', () => `/submissions/${touched.inReview}`, undefined, 'ok'],
  ]),
  ['verifier of the region', 'POST …/claim', () => `/submissions/${touched.submitted}/claim`, nothing, 'ok'],
])

const ownClaim = '409 needs-unmet own-claim'
tried('whose review it is', [
  ['verifier of the region', 'POST …/claim', () => report('submitted', '/claim'), nothing, 'ok'],
  ['verifier of the region', 'POST …/claim', () => report('in-review', '/claim'), nothing, '409 wrong-status'],
  ['verifier of the region', 'POST …/release', () => report('in-review', '/release'), nothing, ownClaim],
  ['verifier of the region', 'POST …/approve', () => report('in-review', '/approve'), nothing, ownClaim],
  ['verifier of the region', 'PUT …/ticks', () => report('in-review', '/ticks'), tick, ownClaim],
  ['verifier of the region', 'POST …/notes', () => report('in-review', '/notes'), note, ownClaim],
  [
    'first reviewer',
    'POST …/claim',
    () => `/submissions/${touched.secondReview}/claim`,
    nothing,
    '409 needs-unmet another-person',
  ],
  ['verifier of this office', 'POST …/claim', () => `/submissions/${touched.secondReview}/claim`, nothing, 'ok'],
])

const noRight = '403 no-right'
const ended = ['acting operator, until yesterday', 'operator from tomorrow', 'person without a post']
tried('posts of a time', [
  ...ended.flatMap((who): Row[] => [
    [who, 'GET …', () => report('draft'), undefined, noRight],
    [who, 'GET …/answers', () => report('draft', '/answers'), undefined, noRight],
    [who, 'PATCH …/answers', () => report('draft', '/answers'), change('/recipients/gepeng/due', '1'), noRight],
    [who, 'POST …/submit', () => report('draft', '/submit'), nothing, noRight],
    [who, 'GET /submissions', () => '/submissions', undefined, noRight],
    [who, 'GET /session', () => '/session', undefined, 'ok'],
    [who, 'GET /offices', () => '/offices', undefined, 'ok'],
  ]),
  ['acting operator, until today', 'GET …', () => report('draft'), undefined, 'ok'],
  ['acting operator, until today', 'POST …/submit', () => report('draft', '/submit'), nothing, 'ok'],
  ['acting head, until yesterday', 'POST …/sign', () => report('signing', '/sign'), nothing, noRight],
  ['operator of a post that ended, verifier elsewhere', 'GET …', () => report('submitted'), undefined, '404 not-found'],
  [
    'operator of a post that ended, verifier elsewhere',
    'PATCH …/answers',
    () => report('draft', '/answers'),
    change('/recipients/gepeng/due', '1'),
    noRight,
  ],
])

const hidden = '404 not-found'
const spmPeriod = {
  form: 'spm/triwulan',
  key: '2031-TW1',
  opensAt: '2031-01-01T00:00:00Z',
  dueAt: '2031-02-01T00:00:00Z',
  closesAt: '2031-03-01T00:00:00Z',
}
const wave = (reportTypes: string[]) => () => ({
  name: 'Lagi',
  fromPeriod: '2027',
  offices: [world.office],
  reportTypes,
})
const spmAsked = () => ({ office: world.office, form: 'spm/triwulan', period: '2026-TW1' })
const types: Row[] = ['SAKIP coordinator', 'SAKIP key'].flatMap((who): Row[] => [
  [who, 'PUT /periods', () => '/periods', () => ({ periods: [spmPeriod] }), noRight],
  [
    who,
    'PUT /periods',
    () => '/periods',
    () => ({ periods: [{ ...spmPeriod, form: 'sakip/indikator', key: '2031' }] }),
    'ok',
  ],
  [who, 'POST /waves', () => '/waves', wave(['sakip', 'spm']), noRight],
  [who, 'POST /waves', () => '/waves', wave(['sakip']), 'ok'],
  [who, 'PUT /waves/:id', () => `/waves/${sakipWave}`, wave(['sakip', 'spm']), noRight],
  [who, 'PUT /waves/:id', () => `/waves/${touched.spmWave}`, wave(['sakip']), noRight],
  [who, 'PUT /waves/:id', () => `/waves/${sakipWave}`, wave(['sakip']), 'ok'],
  [who, 'DELETE /waves/:id', () => `/waves/${touched.spmWave}`, undefined, noRight],
  [who, 'DELETE /waves/:id', () => `/waves/${sakipWave}`, undefined, 'ok'],
  [
    who,
    'POST /assignments',
    () => '/assignments',
    () => ({ form: 'spm/triwulan', row: 'gepeng', office: world.unit, fromYear: 2028 }),
    noRight,
  ],
  [
    who,
    'POST /assignments',
    () => '/assignments',
    () => ({ form: 'sakip/perjanjian-kinerja', row: '*', office: world.unit, fromYear: 2028 }),
    'ok',
  ],
  [who, 'POST /assignments/:id/end', () => `/assignments/${spmAssignment}/end`, () => ({ toYear: 2030 }), noRight],
  [who, 'POST /assignments/:id/end', () => `/assignments/${world.assignment}/end`, () => ({ toYear: 2030 }), 'ok'],
  [
    who,
    'POST /obligations/:id/extension',
    () => `/obligations/${world.obligation}/extension`,
    () => ({ dueAt: soon(), reason: 'Banjir' }),
    hidden,
  ],
])
tried('posts of some report types', [
  ['SAKIP operator', 'GET …', () => report('draft'), undefined, hidden],
  [
    'SAKIP operator',
    'PATCH …/answers',
    () => report('draft', '/answers'),
    change('/recipients/gepeng/due', '1'),
    hidden,
  ],
  ['SAKIP operator', 'POST …/submit', () => report('draft', '/submit'), nothing, hidden],
  ['SAKIP operator', 'POST /submissions', () => '/submissions', () => ({ obligation: world.obligation }), hidden],
  ['SAKIP operator', 'GET …', () => `/submissions/${world.agreement}`, undefined, 'ok'],
  ['SAKIP verifier', 'POST …/claim', () => report('submitted', '/claim'), nothing, hidden],
  ['SAKIP verifier', 'GET …/answers', () => report('submitted', '/answers'), undefined, hidden],
  ['SAKIP verifier', 'GET …', () => `/submissions/${world.agreement}`, undefined, 'ok'],
  [
    'SAKIP coordinator',
    'POST …/reopen',
    () => report('approved', '/reopen'),
    () => ({ reason: 'Salah', dueAt: soon() }),
    hidden,
  ],
  ['SAKIP coordinator', 'POST …/unclaim', () => report('in-review', '/unclaim'), () => ({ reason: 'Sakit' }), hidden],
  [
    'SAKIP coordinator',
    'POST …/reopen',
    () => `/submissions/${world.agreement}/reopen`,
    () => ({ reason: 'Salah', dueAt: soon() }),
    'ok',
  ],
  ['SAKIP key', 'GET …', () => report('approved'), undefined, hidden],
  ['SAKIP key', 'POST /submissions', () => '/submissions', spmAsked, hidden],
  [
    'SAKIP key',
    'POST /forms/…/evaluate',
    () => '/forms/spm/triwulan/evaluate',
    () => ({ office: world.office, period: '2026-TW1', answers: {} }),
    hidden,
  ],
  ['SAKIP key', 'GET …', () => `/submissions/${world.agreement}`, undefined, 'ok'],
  ...types,
])

const goal = change('/goals/all/reason', 'Belum ada')
tried('a kelurahan below its kecamatan', [
  ...['operator', 'head'].flatMap((role): Row[] => [
    [`${role} of the kecamatan`, 'GET …', () => `/submissions/${sakip.kelurahan}`, undefined, 'ok'],
    [`${role} of the kecamatan`, 'GET …/answers', () => `/submissions/${sakip.kelurahan}/answers`, undefined, 'ok'],
    [`${role} of the kelurahan`, 'GET …', () => `/submissions/${sakip.kelurahan}`, undefined, 'ok'],
    [`${role} of the kelurahan`, 'GET …', () => `/submissions/${sakip.kecamatan}`, undefined, hidden],
    [`${role} of the kelurahan`, 'GET …/answers', () => `/submissions/${sakip.kecamatan}/answers`, undefined, hidden],
    [`${role} of the kelurahan`, 'GET …', () => `/submissions/${sakip['other kelurahan']}`, undefined, hidden],
  ]),
  ['operator of the kecamatan', 'PATCH …/answers', () => `/submissions/${sakip.kelurahan}/answers`, goal, 'ok'],
  ['operator of the kecamatan', 'POST …/submit', () => `/submissions/${sakip.kelurahan}/submit`, nothing, 'ok'],
  ['operator of the kelurahan', 'PATCH …/answers', () => `/submissions/${sakip.kecamatan}/answers`, goal, hidden],
  ['operator of the kelurahan', 'POST …/submit', () => `/submissions/${sakip.kecamatan}/submit`, nothing, hidden],
  ['operator of the other kelurahan', 'PATCH …/answers', () => `/submissions/${sakip.kelurahan}/answers`, goal, hidden],
  ['verifier of the kecamatan', 'GET …', () => `/submissions/${sakip.kelurahan}`, undefined, 'ok'],
  ['verifier of the kecamatan', 'GET …/answers', () => `/submissions/${sakip.kelurahan}/answers`, undefined, noRight],
  ['verifier of the kelurahan', 'GET …', () => `/submissions/${sakip.kecamatan}`, undefined, hidden],
])

const ofShared =
  (rest = '') =>
  () =>
    `/submissions/${shared.id}${rest}`
const ofPart = (act: string) => () => `/submissions/${shared.id}/contributions/${shared.part}/${act}`
const due = change('/recipients/gepeng/due', '1')
const another = () => ({ id: v7(), anchors: ['/recipients/anak-telantar'], office: world.unit, dueAt: soon() })
const [contributor, other] = ['operator of a contributing unit', 'operator of another unit']
tried('a unit that was handed a part', [
  ...['', '/answers', '/changes', '/form', '/notes', '/attachments'].flatMap((rest): Row[] => [
    [contributor, `GET …${rest}`, ofShared(rest), undefined, 'ok'],
    ['head of a contributing unit', `GET …${rest}`, ofShared(rest), undefined, 'ok'],
    ['verifier of a contributing unit', `GET …${rest}`, ofShared(rest), undefined, hidden],
    [other, `GET …${rest}`, ofShared(rest), undefined, hidden],
  ]),
  ...['/events', '/revisions', '/contributors'].map(
    (rest): Row => [contributor, `GET …${rest}`, ofShared(rest), undefined, hidden],
  ),
  [contributor, 'PATCH …/answers', ofShared('/answers'), due, 'ok'],
  ['head of a contributing unit', 'PATCH …/answers', ofShared('/answers'), due, noRight],
  [other, 'PATCH …/answers', ofShared('/answers'), due, hidden],
  [contributor, 'POST …/submit', ofShared('/submit'), nothing, hidden],
  [contributor, 'POST …/version', ofShared('/version'), () => ({ to: 2 }), hidden],
  [contributor, 'POST …/contributions', ofShared('/contributions'), another, hidden],
  [contributor, 'POST …/take-back', ofPart('take-back'), undefined, noRight],
  [contributor, 'POST …/return', ofPart('return'), () => ({ note: 'Lagi.' }), noRight],
  [contributor, 'POST …/done', ofPart('done'), undefined, 'ok'],
  [other, 'POST …/take-back', ofPart('take-back'), undefined, hidden],
  [other, 'POST …/done', ofPart('done'), undefined, hidden],
])

const unknown = '401 not-signed-in'
tried('nobody any more', [
  ...[
    'key that expired',
    'key that was revoked',
    'key of a person who was shut out',
    'key of a person without a post',
    'person who was shut out',
    'person whose session ran out',
    'verifier with a key of nobody',
  ].flatMap((who): Row[] => [
    [who, 'GET …', () => report('submitted'), undefined, unknown],
    [who, 'GET /session', () => '/session', undefined, unknown],
    [who, 'POST …/claim', () => report('submitted', '/claim'), nothing, unknown],
  ]),
  [
    'person who must change the password',
    'GET …',
    () => report('submitted'),
    undefined,
    '403 password-change-required',
  ],
  ['person who must change the password', 'GET /session', () => '/session', undefined, 'ok'],
])

describe('what a post does not reach is not shown either', () => {
  const shown = async (who: string, path: string): Promise<string> => (await people[who]!.call('GET', path)).body

  it('in lists of a post of another report type', async () => {
    for (const path of ['/submissions?limit=200', '/obligations?limit=200', '/overview?year=2026'])
      for (const who of ['SAKIP operator', 'SAKIP verifier', 'SAKIP coordinator']) {
        const list = await shown(who, path)
        expect(list).toContain(world.agreement)
        for (const { id } of Object.values(world.reports)) expect(list).not.toContain(id)
      }
  })

  it('in lists of a kelurahan; its kecamatan sees both', async () => {
    const above = await shown('operator of the kecamatan', '/submissions')
    const below = await shown('operator of the kelurahan', '/submissions')
    for (const id of Object.values(sakip)) expect(above).toContain(id)
    expect([sakip.kelurahan, sakip.kecamatan, sakip['other kelurahan']].map(id => below.includes(id!))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('nor planned: a coordinator of SAKIP sees and makes obligations of SAKIP alone', async () => {
    const coordinator = people['SAKIP coordinator']!
    const preview = (await coordinator.call('POST', '/obligations/preview', { year: 2026 })).json()
    expect(new Set(preview.items.map(({ form }: { form: string }) => form.split('/')[0]))).toEqual(new Set(['sakip']))
    await world.api.db.pool.query(`DELETE FROM obligation WHERE status = 'not-begun' AND period LIKE '2026%'`)
    await watch.changes()
    expect((await coordinator.call('POST', '/obligations', { year: 2026 })).statusCode).toBe(200)
    const made = (await watch.changes()).filter(({ table }) => table === 'obligation')
    expect(made.length).toBeGreaterThan(0)
    for (const { row } of made) expect(row?.form).toMatch(/^sakip\//)
    await watch.restore()
  })
})
