import { buildPerson } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '#testing/testApi.ts'
import {
  adminPost,
  codeOf,
  type DutiesGround,
  dutiesGround,
  newPerson,
  password,
  unmet,
  verifierPost,
} from './dutiesGround.ts'

let g: DutiesGround
beforeAll(async () => {
  g = await dutiesGround()
})
afterAll(() => g.close())

let made = 0

/** Gives a person a way in, as a code would, and signs in at the person's last post. */
const enter = async (person: string): Promise<SignedIn> => {
  const data = { accountId: person, providerId: 'credential', userId: person, password: 'x' }
  await g.api.db.prisma.account.create({ data })
  const post = await g.api.db.prisma.post.findFirstOrThrow({ where: { personId: person }, orderBy: { id: 'desc' } })
  return g.api.session(person, post.id)
}
const make = async (by: SignedIn): Promise<string> => {
  const username = `rantai.${made++}`
  return (await by.call('POST', '/people', { name: username, username })).json().id
}
/** Made and asked for by one administrator, seconded by the approver, who thinks nothing of it. */
const puppetOf = async (by: SignedIn, post: object = adminPost): Promise<SignedIn> => {
  const id = await make(by)
  expect((await g.approve(g.approver, await g.ask(id, post, by))).statusCode).toBe(200)
  return enter(id)
}

describe('no chain of people made for it seconds', () => {
  it('not who made the asker, while a stranger can', async () => {
    const puppet = await puppetOf(g.attacker)
    const asked = await g.ask(g.attacker.personId, verifierPost, puppet)
    const refused = await g.approve(g.attacker, asked)
    expect([...codeOf(refused), refused.json().needs?.[0].code]).toEqual([...unmet, 'another-person'])
    expect(refused.json().detail).toContain('Anda')
    expect((await g.approve(g.admin, asked)).statusCode).toBe(200)
  })

  it('not the puppet of a puppet', async () => {
    const puppet = await puppetOf(await puppetOf(g.attacker))
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect(codeOf(await g.approve(puppet, asked))).toEqual(unmet)
  })

  it('not who made the maker of the asker', async () => {
    const asked = await g.ask(g.attacker.personId, verifierPost, await puppetOf(await puppetOf(g.attacker)))
    expect(codeOf(await g.approve(g.attacker, asked))).toEqual(unmet)
  })

  it('not whom the asker let back in', async () => {
    const { id } = await buildPerson(g.api.db, { name: 'Pensiunan', password, posts: [{ role: 'admin' }] })
    await g.api.db.prisma.person.update({ where: { id }, data: { disabledAt: new Date() } })
    const back = (await g.attacker.call('PATCH', `/people/${id}`, { disabled: false })).json()
    expect((await g.approve(g.approver, back)).statusCode).toBe(200)
    const post = await g.api.db.prisma.post.findFirstOrThrow({ where: { personId: id } })
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect(codeOf(await g.approve(await g.api.session(id, post.id), asked))).toEqual(unmet)
  })

  it('not at a post that was over until the asker lengthened it', async () => {
    const past = { role: 'admin' as const, from: new Date('2020-01-01'), to: new Date('2021-12-31') }
    const { id, posts } = await buildPerson(g.api.db, { name: 'Pejabat Lama', password, posts: [past] })
    const longer = (await g.attacker.call('POST', `/posts/${posts[0]!.id}/end`, { to: '2099-12-31' })).json()
    expect((await g.approve(g.approver, longer)).statusCode).toBe(200)
    const asked = await g.ask(g.attacker.personId, verifierPost)
    expect(codeOf(await g.approve(await g.api.session(id, posts[0]!.id), asked))).toEqual(unmet)
  })
})

describe('who can second is made a stranger by nothing that the asker gives', () => {
  it('not by a longer post', async () => {
    const ends = { role: 'approver' as const, from: new Date('2020-01-01'), to: new Date('2099-06-30') }
    const approver = await g.api.as(ends, { name: 'Pengesah Berjangka', password })
    const longer = (await g.attacker.call('POST', `/posts/${approver.postId}/end`, { to: '2099-12-31' })).json()
    expect((await g.approve(g.admin, longer)).statusCode).toBe(200)
    expect((await g.approve(approver, await g.ask((await newPerson(g.api)).id, verifierPost))).statusCode).toBe(200)
  })

  it('not by saying that a person was changed who was not', async () => {
    const attacker = await g.api.session(g.attacker.personId, g.attacker.postId)
    const { name } = (await attacker.call('GET', `/people/${g.approver.personId}`)).json()
    expect((await attacker.call('PATCH', `/people/${g.approver.personId}`, { name })).statusCode).toBe(200)
    const approver = await g.api.session(g.approver.personId, g.approver.postId)
    const asked = await g.ask((await newPerson(g.api)).id, verifierPost, attacker)
    expect((await g.approve(approver, asked)).statusCode).toBe(200)
  })
})

it('a person with the name of another is not taken for the other by who seconds', async () => {
  const { username } = await g.api.db.prisma.person.findUniqueOrThrow({ where: { id: g.victim.personId } })
  const namesake = (await g.attacker.call('POST', '/people', { name: 'Korban', username: 'boneka.korban' })).json().id
  const said = async (person: string) => {
    const { id } = await g.ask(person, verifierPost)
    const { items } = (await g.admin.call('GET', `/secondings?person=${person}`)).json()
    return items.find((one: { id: string }) => one.id === id).what[0]
  }
  expect(await said(namesake)).toMatch(/^Korban \(boneka\.korban\): Verifikator/)
  expect(await said(g.victim.personId)).toContain(`Korban (${username}): Verifikator`)
})

describe('a rule set takes two people who did not make each other', () => {
  it('not one that a person proposed whom the approver made', async () => {
    const two = await g.api.as([{ role: 'admin' }, { role: 'approver' }], { name: 'Dua Jabatan', password })
    const posts = await g.api.db.prisma.post.findMany({ where: { personId: two.personId, role: 'approver' } })
    const id = await make(two)
    expect((await g.approve(g.admin, await g.ask(id, adminPost, two))).statusCode).toBe(200)
    const puppet = await enter(id)
    const rules = { basedOn: '2021.1', year: 2026, note: 'Bobot baru.', change: { spm: { nil: 'zero' } } }
    const proposed = (await puppet.call('POST', '/rule-sets', rules)).json()
    const path = `/rule-sets/${proposed.id}/approve`
    expect(codeOf(await (await g.api.session(two.personId, posts[0]!.id)).call('POST', path))).toEqual(unmet)
    const approver = await g.api.session(g.approver.personId, g.approver.postId)
    expect((await approver.call('POST', path)).statusCode).toBe(200)
  })
})

it('a puppet of a puppet is free after thirty days', async () => {
  const puppet = await puppetOf(await puppetOf(g.attacker))
  g.later(30)
  const post = await g.api.db.prisma.post.findFirstOrThrow({ where: { personId: puppet.personId } })
  const asked = await g.ask(
    (await newPerson(g.api)).id,
    verifierPost,
    await g.api.session(g.attacker.personId, g.attacker.postId),
  )
  expect((await g.approve(await g.api.session(puppet.personId, post.id), asked)).statusCode).toBe(200)
})
