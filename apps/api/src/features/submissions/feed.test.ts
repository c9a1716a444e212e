import { markFeed, reader } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { following, readWhole } from '#testing/following.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const since = '2026-12-01T00:00:00Z'
const soonEnough = { timeout: 30_000, interval: 100 }
let api: TestApi
let team: Filing
let leader: SignedIn
beforeAll(async () => {
  api = await testApi()
  await markFeed(reader(api.db), () => new Date(since))
  team = await filing(api)
  leader = await api.as({ role: 'leader' })
})
afterAll(() => api.close())

type Who = 'operator' | 'verifier' | 'coordinator'
interface Line {
  obligation: string
  submission: string
  status: string
}
interface FigureLine {
  submission: string
  revision: number
  figure: { code: string; row: string }
}
const figureIds = {
  idOf: ({ submission }: FigureLine) => submission,
  keyOf: ({ submission, revision, figure }: FigureLine) => `${submission} ${revision} ${figure.code} ${figure.row}`,
}
const ordered = (items: object[], keyOf: (item: never) => string) =>
  [...items].sort((a, b) => (keyOf(a as never) < keyOf(b as never) ? -1 : 1))
const ask = async (path: string, by = leader) => {
  const answer = await by.call('GET', path)
  return { status: answer.statusCode, ...answer.json() }
}

describe.each([
  ['/obligations?form=spm/triwulan', { idOf: ({ obligation }: Line) => obligation }],
  ['/submissions?form=spm/triwulan', { idOf: ({ submission }: Line) => submission }],
  ['/figures?form=spm/triwulan', figureIds],
  ['/figures?form=spm/triwulan&provisional=true', figureIds],
])('GET %s with updatedSince', (path, ids) => {
  it('leads a program through a report’s life to what a full read gives', async () => {
    const program = await following(leader, path, { since, limit: 3, ...ids })
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/due': '40', '/recipients/gepeng/served': '38' })
    const life: [Who, string, object?][] = [
      ['operator', 'submit'],
      ['verifier', 'claim'],
      ['verifier', 'approve'],
      ['coordinator', 'reopen', { reason: 'Diperbaiki', dueAt: soon() }],
    ]
    for (const move of life) {
      await team.through(id, move)
      const keyOf = 'keyOf' in ids ? ids.keyOf : ids.idOf
      const whole = ordered(await readWhole(leader, path), keyOf)
      // a transaction of another database of the server may be older, and holds it up
      await vi.waitFor(async () => {
        await program.catchUp()
        expect(program.kept()).toEqual(whole)
      }, soonEnough)
    }
    expect(program.kept().length).toBeGreaterThan(0)
  })

  it('refuses what no answer of its own gave, and a cursor of another question', async () => {
    expect(await ask(`${path}&updatedSince=x`)).toMatchObject({ status: 422, errors: [{ pointer: '/updatedSince' }] })
    expect(await ask(`${path}&updatedSince=2026-13-01T00:00:00Z`)).toMatchObject({ status: 422 })
    expect(await ask(`${path}&updatedSince=2020-01-01T00:00:00Z`)).toMatchObject({ status: 410, code: 'feed-restart' })
    const { changedTo } = await ask(`${path}&updatedSince=${since}`)
    expect(await ask(`${path}&updatedSince=${changedTo}`)).toMatchObject({ status: 200 })
    expect(await ask(`${path}&period=2029-TW1&updatedSince=${changedTo}`)).toMatchObject({ code: 'feed-restart' })
    const own = await api.as({ role: 'head', offices: [team.office] })
    expect(await ask(`${path}&updatedSince=${changedTo}`, own)).toMatchObject({ code: 'feed-restart' })
  })
})

describe('the feed', () => {
  it('goes on page by page, and once all is read gives nothing until something changes', async () => {
    const path = '/obligations?limit=7'
    const first = await ask(`${path}&updatedSince=${since}`)
    expect([first.items.length, first.next]).toEqual([7, first.changedTo])
    const link = (await leader.call('GET', `${path}&updatedSince=${since}`)).headers.link as string
    const followed = /<\/api\/v1(.*)>/.exec(link)![1]!
    expect((await ask(followed)).items[0].obligation).not.toBe(first.items[0].obligation)
    const later = await following(leader, '/obligations?form=spm/triwulan', {
      since,
      idOf: ({ obligation }: Line) => obligation,
    })
    await vi.waitFor(async () => {
      await later.catchUp()
      expect(await later.catchUp()).toBe(1)
    }, soonEnough)
  })

  it('tells what is no longer owed, to those who could see it', async () => {
    const path = '/obligations?form=spm/triwulan'
    await markFeed(reader(api.db), () => new Date('2026-12-01T01:00:00Z'))
    const [own, other] = await Promise.all(
      [team.office, team.otherOffice].map(async office => {
        const by = await api.as({ role: 'operator', offices: [office] })
        return { by, to: (await ask(`${path}&updatedSince=2026-12-01T01:00:00Z`, by)).changedTo }
      }),
    )
    const { id } = await api.db.prisma.obligation.findFirstOrThrow({
      where: { officeId: team.office, form: 'spm/triwulan', submissionId: null },
    })
    await api.db.prisma.obligation.delete({ where: { id } })
    const goneOf = async () => (await ask(`${path}&updatedSince=${own!.to}`, own!.by)).gone
    await vi.waitFor(async () => expect(await goneOf()).toContain(id), soonEnough)
    expect((await ask(`${path}&updatedSince=${other!.to}`, other!.by)).gone).toEqual([])
  })

  it.each([
    ['/obligations', { idOf: ({ obligation }: Line) => obligation }, [false, true]],
    ['/submissions', { idOf: ({ submission }: Line) => submission }, [false, true]],
    // approved figures keep the office of their revision
    ['/figures', figureIds, [true, false]],
  ])('of one office tells that a report was handed to another: %s', async (path, ids, after) => {
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
    const keyOf = 'keyOf' in ids ? ids.keyOf : ids.idOf
    const offices = await Promise.all(
      [team.office, team.otherOffice].map(async office => {
        const all = `${path}?form=spm/triwulan&office=${office}`
        return { all, program: await following(leader, all, { since, ...ids }) }
      }),
    )
    const keepAs = async (has: boolean[]) => {
      for (const [n, { all, program }] of offices.entries()) {
        await program.catchUp()
        expect(program.kept()).toEqual(ordered(await readWhole(leader, all), keyOf))
        expect(program.kept().some(line => ids.idOf(line as never) === id)).toBe(has[n])
      }
    }
    await vi.waitFor(() => keepAs([true, false]), soonEnough)
    const { form, period } = await api.db.prisma.submission.findUniqueOrThrow({ where: { id } })
    await api.db.prisma.obligation.deleteMany({ where: { officeId: team.otherOffice, form, period } })
    await api.db.pool.query('UPDATE submission SET office_id = $2 WHERE id = $1', [id, team.otherOffice])
    await api.db.pool.query('UPDATE obligation SET office_id = $2 WHERE submission_id = $1', [id, team.otherOffice])
    await vi.waitFor(() => keepAs(after), soonEnough)
  })

  it.each(['status=draft', 'late=true', 'q=a', 'open=true'])('is not filtered by what passes: %s', async filter => {
    const answer = await ask(`/obligations?updatedSince=${since}&${filter}`)
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer: `/${filter.split('=')[0]}` }] })
  })

  it('refuses a cursor from before a restore, whatever its numbers say', async () => {
    const { changedTo } = await ask(`/submissions?updatedSince=${since}`)
    await api.db.pool.query(`UPDATE feed_start SET era = 'another server'`)
    const path = `/submissions?updatedSince=${changedTo}`
    expect(await ask(path)).toMatchObject({ status: 410, code: 'feed-restart' })
    await markFeed(reader(api.db), () => new Date())
    await api.db.pool.query('UPDATE feed_start SET kept_from = kept_from + 1')
    expect(await ask(path)).toMatchObject({ code: 'feed-restart' })
  })
})
