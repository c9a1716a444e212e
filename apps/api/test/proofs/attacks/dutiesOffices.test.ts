import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DutiesGround, dutiesGround } from './dutiesGround.ts'

let g: DutiesGround
/** An office of the attacker's making, with a post there that was seconded, since it looked harmless. */
let small: string
let post: string
let mine: Awaited<ReturnType<DutiesGround['api']['session']>>
beforeAll(async () => {
  g = await dutiesGround()
})
afterAll(() => g.close())
beforeEach(async () => {
  const office = { kind: 'unit', name: 'Unit Kecil', from: '2026-01-01' }
  small = (await g.attacker.call('POST', '/offices', office)).json().id
  const asked = await g.ask(g.attacker.personId, { role: 'operator', offices: [small], from: '2026-01-01' })
  expect((await g.approve(g.approver, asked)).statusCode).toBe(200)
  const row = await g.api.db.prisma.post.findFirstOrThrow({ where: { officeIds: { has: small } } })
  post = row.id
  mine = await g.api.session(g.attacker.personId, post)
})

const below = (office: string, parent: string | null, more = {}) =>
  g.attacker.call('POST', `/offices/${office}/spans`, { name: 'Dinas Sosial', parent, from: '2026-01-01', ...more })
const reads = async () => (await mine.call('GET', `/submissions/${await g.team.begin()}`)).statusCode
const merge = (successors: string[], date = '2026-11-01') =>
  g.attacker.call('POST', `/offices/${small}/reorganisation`, { successors, date })

it('an office is not placed below the own one by its administrator alone', async () => {
  const asked = await below(g.team.office, small)
  expect([asked.statusCode, asked.json().act]).toEqual([202, 'office-parent'])
  expect(await reads()).toBe(404)
  const says = 'berada di bawah Unit Kecil mulai 1 Jan 2026: jabatan dan kunci yang mencakup Unit Kecil'
  expect(asked.json().what[0].replaceAll('\u00a0', ' ')).toContain(says)
  expect((await g.approve(g.approver, asked.json())).statusCode).toBe(200)
  expect(await reads()).toBe(200)
  expect((await below(g.team.office, null)).statusCode).toBe(200)
  expect(await reads()).toBe(404)
})

it('the own office is not merged into a larger one by its administrator alone', async () => {
  const asked = await merge([g.team.office])
  expect([asked.statusCode, asked.json().act]).toEqual([202, 'reorganisation'])
  expect(asked.json().what).toContainEqual(expect.stringMatching(/^Jabatan Penyerang mencakup /))
  expect((await g.api.db.prisma.post.findUniqueOrThrow({ where: { id: post } })).officeIds).toEqual([small])
  expect((await g.approve(g.admin, asked.json())).statusCode).toBe(200)
  expect((await g.api.db.prisma.post.findUniqueOrThrow({ where: { id: post } })).officeIds).toContain(g.team.office)
})

it('nor planned for a day too far ahead to be looked at', async () => {
  expect((await merge([g.team.office], '2099-01-01')).statusCode).toBe(202)
  expect((await g.attacker.call('GET', `/offices/${small}/reorganisation`)).json().items).toEqual([])
})

it('a name that changes, and a parent that stays, take no second person', async () => {
  expect((await below(g.team.office, null, { name: 'Dinas Sosial dan PPPA' })).statusCode).toBe(200)
})
