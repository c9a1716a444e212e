import { putSetting, transaction } from '@sepakat/db'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type Caller, type TestApi, testApi } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close())

const lastEvent = async (id: string) => (await api.events(`submission/${id}`)).at(-1)
const submitted = async () => {
  const id = await team.begin()
  await team.through(id, ['operator', 'submit'])
  return id
}
const claimed = async () => {
  const id = await submitted()
  await team.through(id, ['verifier', 'claim'])
  return id
}
const setMoves = (spm: { signing: boolean; secondReview: boolean }) =>
  transaction(api.db, tx => putSetting(tx, 'moves', { spm }, 'system'))
const setSecondReview = (secondReview: boolean) => setMoves({ signing: false, secondReview })
const codes = async (moving: ReturnType<Filing['move']>) => {
  const answer = await moving
  const { code, needs = [] } = answer.json()
  return [answer.statusCode, code, ...needs.map((need: { code: string }) => need.code)]
}
const sakipVerifier = () => api.as({ role: 'verifier', reportTypes: ['sakip'] })
const evaluator = () => api.as({ role: 'evaluator', reportTypes: ['spm'] })

describe.each(['claim', 'release', 'approve', 'return'])('POST /submissions/:id/%s', move => {
  const body = () => (move === 'return' ? { dueAt: soon() } : {})

  it('turns strangers, other roles, other report types and other reviewers away', async () => {
    const id = await submitted()
    expect((await team.move(api.stranger, id, move, body())).statusCode).toBe(401)
    expect((await team.move(team.operator, id, move, body())).statusCode).toBe(403)
    expect((await team.move(await sakipVerifier(), id, move, body())).statusCode).toBe(404)
    // An evaluator reviews the forms whose kind says so; of the others he or she only reads.
    expect((await team.move(await evaluator(), id, move, body())).statusCode).toBe(403)
    expect((await team.move(team.verifier, id, move, { x: 1 })).statusCode).toBe(422)
  })

  it('is refused on another version than was seen', async () => {
    const id = await submitted()
    expect(await codes(team.move(team.verifier, id, move, body(), { 'if-match': '"7"' }))).toEqual([412, 'stale'])
  })
})

describe('POST /submissions/:id/claim', () => {
  it('gives the report to one, and tells who', async () => {
    const id = await submitted()
    const answer = await team.move(team.verifier, id, 'claim')
    expect(answer.json()).toMatchObject({ status: 'in-review', claimedBy: { name: 'Verifikator Satu' } })
    expect(await lastEvent(id)).toMatchObject({ type: 'submission.claimed', actor: `post:${team.verifier.postId}` })
    expect(await codes(team.move(team.secondVerifier, id, 'claim'))).toEqual([409, 'wrong-status'])
  })

  it('lets one of two who claim at once win, each time', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await submitted()
      const answers = await Promise.all([team.verifier, team.secondVerifier].map(by => team.move(by, id, 'claim')))
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
      const claims = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'submission.claimed')
      expect(claims).toHaveLength(1)
    }
  })

  it('is not for who typed, under another post, nor for who answers for a key that did', async () => {
    const posts = [
      { role: 'operator' as const, offices: [team.office] },
      { role: 'verifier' as const, reportTypes: ['spm' as const] },
    ]
    const both = await api.as(posts, { name: 'Dua Jabatan' })
    const { posts: held } = await api.db.prisma.person.findUniqueOrThrow({
      where: { id: both.personId },
      select: { posts: true },
    })
    const asVerifier = await api.session(both.personId, held.find(({ role }) => role === 'verifier')!.id)
    const key = await api.withKey({
      owner: both.personId,
      scopes: ['submission.read', 'submission.write'],
      offices: [team.office],
    })
    const writers: [string, Caller][] = [
      ['typed', both],
      ['by key', key],
    ]
    for (const [, by] of writers) {
      const id = await team.begin()
      await team.set(id, { '/recipients/gepeng/due': '10' }, by)
      await team.through(id, ['operator', 'submit'])
      expect(await codes(team.move(asVerifier, id, 'claim'))).toEqual([409, 'needs-unmet', 'clean-hands'])
      const shown = (await asVerifier.call('GET', `/submissions/${id}`)).json().moves
      expect(shown).toEqual([{ move: 'claim', needs: [{ code: 'clean-hands', message: expect.any(String) }] }])
      expect((await team.move(team.verifier, id, 'claim')).statusCode).toBe(200)
    }
    const report = await team.begin()
    await team.move(both, report, 'submit')
    expect(await codes(team.move(asVerifier, report, 'claim'))).toEqual([409, 'needs-unmet', 'clean-hands'])
  })
})

describe('POST /submissions/:id/release', () => {
  it('puts a report back, by who has it alone', async () => {
    const id = await claimed()
    expect(await codes(team.move(team.secondVerifier, id, 'release'))).toEqual([409, 'needs-unmet', 'own-claim'])
    const answer = await team.move(team.verifier, id, 'release')
    expect(answer.json()).toMatchObject({ status: 'submitted', claimedBy: null })
    expect((await lastEvent(id))?.type).toBe('submission.released')
  })
})

describe('POST /submissions/:id/unclaim', () => {
  const reason = 'Verifikator Satu sakit.'

  it('is for coordinators of the report type, with a reason', async () => {
    const id = await claimed()
    const sakip = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await team.move(api.stranger, id, 'unclaim', { reason })).statusCode).toBe(401)
    for (const by of [team.verifier, team.secondVerifier, team.operator])
      expect((await team.move(by, id, 'unclaim', { reason })).statusCode).toBe(403)
    expect((await team.move(sakip, id, 'unclaim', { reason })).statusCode).toBe(404)
    expect((await team.move(team.coordinator, id, 'unclaim', { reason: ' \u200b' })).statusCode).toBe(422)
    expect(await codes(team.move(team.coordinator, await submitted(), 'unclaim', { reason }))).toEqual([
      409,
      'wrong-status',
    ])
  })

  it('puts the report back for another, asks nothing of the office, and names both', async () => {
    const id = await claimed()
    expect((await team.coordinator.call('GET', `/submissions/${id}`)).json().moves).toEqual([
      { move: 'unclaim', needs: [] },
    ])
    const answer = await team.move(team.coordinator, id, 'unclaim', { reason })
    expect(answer.json()).toMatchObject({ status: 'submitted', claimedBy: null })
    const { items } = (await team.operator.call('GET', `/submissions/${id}/notes`)).json()
    expect(items).toMatchObject([{ anchor: '', text: reason, status: 'resolved', by: { name: 'Koordinator' } }])
    expect(await lastEvent(id)).toEqual({
      type: 'submission.released',
      actor: `post:${team.coordinator.postId}`,
      data: { to: 'submitted', revision: 1, claimed: `post:${team.verifier.postId}`, note: items[0].id },
    })
    expect(await codes(team.move(team.verifier, id, 'approve'))).toEqual([409, 'wrong-status'])
    expect((await team.move(team.secondVerifier, id, 'claim')).statusCode).toBe(200)
  })

  it('leaves a second review where it is, and the first reviewer out of it', async () => {
    await setSecondReview(true)
    const id = await claimed()
    await team.through(id, ['verifier', 'approve'])
    expect(await codes(team.move(team.coordinator, id, 'unclaim', { reason }))).toEqual([409, 'needs-unmet', 'claimed'])
    await team.through(id, ['secondVerifier', 'claim'])
    const answer = await team.move(team.coordinator, id, 'unclaim', { reason })
    expect(answer.json()).toMatchObject({ status: 'second-review', claimedBy: null })
    expect(await codes(team.move(team.verifier, id, 'claim'))).toEqual([409, 'needs-unmet', 'another-person'])
    await setSecondReview(false)
  })
})

describe('POST /submissions/:id/return', () => {
  it('needs the claim, an open note and a date to come', async () => {
    const id = await claimed()
    const dueAt = soon()
    expect(await codes(team.move(team.secondVerifier, id, 'return', { dueAt }))).toEqual([
      409,
      'needs-unmet',
      'own-claim',
      'open-note',
    ])
    expect(await codes(team.move(team.verifier, id, 'return', { dueAt }))).toEqual([409, 'needs-unmet', 'open-note'])
    await team.note(id)
    const past = await team.move(team.verifier, id, 'return', { dueAt: '2020-01-01T00:00:00Z' })
    expect([past.statusCode, past.json().errors[0].pointer]).toEqual([422, '/dueAt'])
    expect((await team.move(team.verifier, id, 'return', {})).statusCode).toBe(422)
  })

  it('gives the report back whole, with its notes and date', async () => {
    const id = await claimed()
    const note = await team.note(id)
    const dueAt = soon()
    const answer = await team.move(team.verifier, id, 'return', { dueAt })
    expect(answer.json()).toMatchObject({
      status: 'returned',
      returnDueAt: dueAt,
      claimedBy: null,
      openAnchors: null,
      readable: false,
    })
    expect(await lastEvent(id)).toMatchObject({
      type: 'submission.returned',
      data: { revision: 1, notes: [note], dueAt, anchors: null },
    })
    await team.set(id, { '/recipients/gepeng/due': '5' })
    const items = (await team.operator.call('GET', `/submissions/${id}/revisions`)).json().items
    expect(items).toMatchObject([{ n: 1, status: 'returned' }])
  })

  it('opens the named parts alone, through withdrawal and all', async () => {
    const id = await claimed()
    await team.note(id)
    const wrong = await team.move(team.verifier, id, 'return', {
      dueAt: soon(),
      anchors: ['/recipients/gepeng', '/lain'],
    })
    expect([wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([422, '/anchors/1'])
    const answer = await team.move(team.verifier, id, 'return', { dueAt: soon(), anchors: ['/recipients/gepeng'] })
    expect(answer.json().openAnchors).toEqual(['/recipients/gepeng'])
    await team.set(id, { '/recipients/gepeng/due': '5' })
    await expect(team.set(id, { '/recipients/anak-telantar/due': '5' })).rejects.toThrow('locked')
    const [note] = (await team.operator.call('GET', `/submissions/${id}/notes`)).json().items
    await team.operator.call('POST', `/submissions/${id}/notes/${note.id}/answers`, { text: 'Sudah.' })
    await team.through(id, ['operator', 'submit'], ['operator', 'withdraw'])
    const back = (await team.operator.call('GET', `/submissions/${id}`)).json()
    expect(back).toMatchObject({ status: 'returned', openAnchors: ['/recipients/gepeng'] })
  })
})

describe('POST /submissions/:id/approve', () => {
  it('needs the claim, and is what counts from then on', async () => {
    const id = await claimed()
    expect(await codes(team.move(team.secondVerifier, id, 'approve'))).toEqual([409, 'needs-unmet', 'own-claim'])
    const answer = await team.move(team.verifier, id, 'approve')
    expect(answer.json()).toMatchObject({ status: 'approved', approvedRevision: 1, claimedBy: null, moves: [] })
    expect(await lastEvent(id)).toMatchObject({ type: 'submission.approved', data: { revision: 1, to: 'approved' } })
    expect(await codes(team.move(team.verifier, id, 'approve'))).toEqual([409, 'wrong-status'])
  })

  it('needs a tick on every row with a declared state', async () => {
    const id = await team.begin()
    await team.set(id, { '/problems/gepeng/state': 'nil', '/actions/gepeng/state': 'nil' })
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    const tick = (anchor: string, ticked = true) =>
      team.verifier.call('PUT', `/submissions/${id}/ticks`, { anchor, ticked })
    expect(await codes(team.move(team.verifier, id, 'approve'))).toEqual([409, 'needs-unmet', 'ticks'])
    await tick('/problems/gepeng')
    const shown = (await team.verifier.call('GET', `/submissions/${id}`)).json().moves
    expect(shown.find(({ move }: { move: string }) => move === 'approve').needs).toMatchObject([{ code: 'ticks' }])
    await tick('/actions/gepeng')
    await tick('/problems/gepeng', false)
    expect(await codes(team.move(team.verifier, id, 'approve'))).toEqual([409, 'needs-unmet', 'ticks'])
    await tick('/problems/gepeng')
    expect((await team.move(team.verifier, id, 'approve')).statusCode).toBe(200)
  })

  describe('a tick', () => {
    const rows = ['/problems/gepeng', '/actions/gepeng', '/recipients/gepeng']
    const accept = (id: string, anchors = rows) =>
      team.verifier.call('PUT', `/submissions/${id}/ticks`, { anchors, ticked: true })
    const ticksOf = async (id: string): Promise<string[]> => {
      const { ticks } = (await team.verifier.call('GET', `/submissions/${id}`)).json()
      return ticks.map(({ anchor }: { anchor: string }) => anchor).sort()
    }
    const attach = async (id: string, anchor: string) => {
      expect((await upload(team.operator, id, { fields: { anchor } })).statusCode).toBe(201)
    }
    /** Declared and proved, accepted, and sent back. */
    const returned = async () => {
      const id = await team.begin()
      await team.set(id, {
        '/problems/gepeng/state': 'nil',
        '/actions/gepeng/state': 'nil',
        '/recipients/gepeng/state': 'nil',
        '/recipients/gepeng/reason': 'Tidak ada gepeng.',
      })
      await attach(id, '/recipients/gepeng/state')
      await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
      expect((await accept(id)).statusCode).toBe(200)
      await team.note(id, '')
      await team.through(id, ['verifier', 'return', { dueAt: soon() }])
      const { items } = (await team.operator.call('GET', `/submissions/${id}/notes`)).json()
      await team.operator.call('POST', `/submissions/${id}/notes/${items[0].id}/answers`, { text: 'Sudah.' })
      return id
    }
    const again = (id: string) => team.through(id, ['operator', 'submit'], ['verifier', 'claim'])

    it('accepts many rows at once, in one event', async () => {
      const id = await returned()
      const told = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'submission.ticked')
      expect(told).toMatchObject([{ data: { anchors: rows, ticked: true, revision: 1 } }])
      expect(told[0]?.data.digests).toEqual(rows.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)))
      await again(id)
      const unknown = await accept(id, ['/problems/gepeng', '/problems/ibu-hamil'])
      expect([unknown.statusCode, unknown.json().errors?.[0]?.pointer]).toEqual([422, '/anchors/1'])
      const both = await team.verifier.call('PUT', `/submissions/${id}/ticks`, {
        anchor: rows[0],
        anchors: rows,
        ticked: true,
      })
      expect(both.statusCode).toBe(422)
    })

    it('outlives a revision that left row, reason and proof as they were', async () => {
      const id = await returned()
      await again(id)
      expect(await ticksOf(id)).toEqual([...rows].sort())
      const submitted = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'submission.submitted')
      expect(submitted.map(({ data }) => data.ticks)).toEqual([
        undefined,
        [...rows].sort().map(anchor => ({ anchor, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })),
      ])
      expect((await team.move(team.verifier, id, 'approve')).statusCode).toBe(200)
    })

    it('falls with the reason, and with the proof, of its row alone', async () => {
      const id = await returned()
      await team.set(id, { '/actions/gepeng/reason': 'Tidak perlu.' })
      await attach(id, '/recipients/gepeng')
      await again(id)
      expect(await ticksOf(id)).toEqual(['/problems/gepeng'])
      expect(await codes(team.move(team.verifier, id, 'approve'))).toEqual([409, 'needs-unmet', 'ticks'])
    })

    it.each([
      ['operator', 'submit'],
      ['head', 'sign'],
    ] as const)('falls where whoever set it is the %s at the next %s', async (role, own) => {
      const both = await api.as([
        { role: 'verifier', reportTypes: ['spm'] },
        { role, offices: [team.office] },
      ])
      const id = await team.begin()
      await team.set(id, { '/problems/gepeng/state': 'nil' })
      await team.through(id, ['operator', 'submit'])
      await team.move(both, id, 'claim')
      await both.call('PUT', `/submissions/${id}/ticks`, { anchor: '/problems/gepeng', ticked: true })
      await both.call('POST', `/submissions/${id}/notes`, { id: v7(), anchor: '', text: 'Lengkapi.' })
      expect((await team.move(both, id, 'return', { dueAt: soon() })).statusCode).toBe(200)
      const { items } = (await team.operator.call('GET', `/submissions/${id}/notes`)).json()
      await team.operator.call('POST', `/submissions/${id}/notes/${items[0].id}/answers`, { text: 'Sudah.' })
      await setMoves({ signing: own === 'sign', secondReview: false })
      const post = await api.db.prisma.post.findFirstOrThrow({ where: { personId: both.personId, role } })
      const acting = await api.session(both.personId, post.id)
      if (own === 'sign') await team.through(id, ['operator', 'submit'])
      const moved = await team.move(acting, id, own)
      await setMoves({ signing: false, secondReview: false })
      expect(moved.statusCode, moved.body).toBe(200)
      expect(await ticksOf(id)).toEqual([])
      await team.through(id, ['verifier', 'claim'])
      expect(await codes(team.move(team.verifier, id, 'approve'))).toEqual([409, 'needs-unmet', 'ticks'])
    })

    it('falls where the user who set it has written in the report since', async () => {
      const both = await api.as([
        { role: 'verifier', reportTypes: ['spm'] },
        { role: 'operator', offices: [team.office] },
      ])
      const id = await team.begin()
      await team.set(id, { '/problems/gepeng/state': 'nil' })
      await team.through(id, ['operator', 'submit'])
      await team.move(both, id, 'claim')
      await both.call('PUT', `/submissions/${id}/ticks`, { anchor: '/problems/gepeng', ticked: true })
      await both.call('POST', `/submissions/${id}/notes`, { id: v7(), anchor: '', text: 'Lengkapi.' })
      expect((await team.move(both, id, 'return', { dueAt: soon() })).statusCode).toBe(200)
      const operator = await api.db.prisma.post.findFirstOrThrow({
        where: { personId: both.personId, role: 'operator' },
      })
      await team.set(id, { '/recipients/gepeng/due': '100' }, await api.session(both.personId, operator.id))
      const { items } = (await team.operator.call('GET', `/submissions/${id}/notes`)).json()
      await team.operator.call('POST', `/submissions/${id}/notes/${items[0].id}/answers`, { text: 'Sudah.' })
      await again(id)
      expect(await ticksOf(id)).toEqual([])
    })
  })

  it('passes to a second person where the region asks for it', async () => {
    await setSecondReview(true)
    const id = await claimed()
    const first = await team.move(team.verifier, id, 'approve')
    expect(first.json()).toMatchObject({ status: 'second-review', claimedBy: null, approvedRevision: null })
    const revisions = async () => (await team.verifier.call('GET', `/submissions/${id}/revisions`)).json().items
    expect(await revisions()).toMatchObject([{ status: 'handed-in' }])
    expect(await codes(team.move(team.verifier, id, 'claim'))).toEqual([409, 'needs-unmet', 'another-person'])
    await team.through(id, ['secondVerifier', 'claim'], ['secondVerifier', 'approve'])
    expect(await revisions()).toMatchObject([{ status: 'approved' }])
    await setSecondReview(false)
  })

  it('leaves the figures as they were submitted', async () => {
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/due': '8', '/recipients/gepeng/served': '2' })
    await team.through(id, ['operator', 'submit'])
    const figures = async () =>
      (await api.db.pool.query('SELECT * FROM figure WHERE submission_id = $1 ORDER BY code, row', [id])).rows
    const before = await figures()
    await team.through(id, ['verifier', 'claim'], ['verifier', 'approve'])
    expect(before.length).toBeGreaterThan(10)
    expect(await figures()).toEqual(before)
  })
})
