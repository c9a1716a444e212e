import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRole } from '../../migrate/appAccount.ts'
import { type TestDatabase, testDatabase } from '../../testing.ts'
import { guardsOf } from './guardsOf.ts'
import { knownGuards, verifyGuards } from './readGuards.ts'
import { withSnapshot } from './verifyHistory.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.dispose())

describe('guards.json', () => {
  it('is what the migrations make; after a new migration: npm run db:migrate -- guards', async () => {
    expect(await withSnapshot(test.ownerUrl, db => guardsOf(db, appRole))).toEqual(knownGuards())
  })

  it("can be compared by the application's account, which may read alone", async () => {
    expect(await withSnapshot(test.appUrl, db => guardsOf(db, appRole))).toEqual(knownGuards())
  })
})

describe('comparing guards', () => {
  const known = {
    'right event': 'SELECT, INSERT',
    'trigger event.keep': 'on kind 27 calls refuse',
    'function refuse()': 'a',
  }
  const codes = (now: Record<string, string>) => verifyGuards(known, now).map(({ code, where }) => [code, where])

  it('finds nothing in what others put beside our tables', () => {
    const others = {
      'right theirs': 'DELETE',
      'trigger theirs.x': 'on',
      'bound theirs.y': 'CHECK (true)',
      'function theirs()': 'b',
    }
    expect(verifyGuards(known, { ...known, ...others })).toEqual([])
  })

  it('names what is gone, off, other, or more', () => {
    expect(codes({ 'right event': 'SELECT, INSERT', 'function refuse()': 'b', 'trigger event.mine': 'on' })).toEqual([
      ['guard-missing', 'penjaga event.keep'],
      ['guard-changed', 'fungsi refuse()'],
      ['guard-added', 'penjaga event.mine'],
    ])
    expect(verifyGuards(known, { ...known, 'trigger event.keep': 'off kind 27 calls refuse' })).toMatchObject([
      { code: 'guard-changed', message: 'Dimatikan.' },
    ])
    expect(verifyGuards(known, { ...known, 'right event': 'SELECT, DELETE' })).toMatchObject([
      { code: 'right-changed', message: 'Akun aplikasi mendapat hak DELETE dan kehilangan hak INSERT.' },
    ])
  })
})
