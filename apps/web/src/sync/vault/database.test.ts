import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { expect, it } from 'vitest'
import { newId } from '../newId.ts'
import { database } from './database.ts'
import { openTestVault } from './openTestVault.ts'
import { decryptJson, type Encrypted, encryptJson } from './vault.ts'

const [person, submission, changeId] = [newId(), newId(), newId()]
const left = (sealed: Encrypted) => ({
  unsent: { changeId, person, submission, kept: sealed },
  learned: { person, submission, pointer: '/counts/kunjungan/reached', rev: 3, learned: sealed },
  handIns: { person, submission, handIn: sealed },
  copies: { who: `${person}/p1`, address: '/api/v1/obligations', at: 1, copy: sealed },
  locks: { id: 'a1', person, sealed },
})

it('keeps everything of a version 4 database under the current version', async () => {
  // Other tests have used this database.
  await deleteDB('sepakat')
  const old = await openDB('sepakat', 4, {
    upgrade(db) {
      db.createObjectStore('unsent', { keyPath: 'changeId' }).createIndex('of', ['person', 'submission'])
      db.createObjectStore('learned', { keyPath: ['person', 'submission', 'pointer'] })
      db.createObjectStore('handIns', { keyPath: ['person', 'submission'] })
      db.createObjectStore('copies', { keyPath: ['who', 'address'] })
      db.createObjectStore('locks', { keyPath: 'id' }).createIndex('person', 'person')
    },
  })
  await openTestVault(person)
  const typed = { pointer: '/counts/kunjungan/reached', value: '77' }
  const sealed = await encryptJson(person, changeId, typed)
  const stores = Object.entries(left(sealed))
  for (const [store, value] of stores) await old.put(store, value)
  old.close()
  const db = await database()
  for (const [store] of stores) expect(await db.count(store as 'unsent')).toBe(1)
  const [unsent] = await db.getAllFromIndex('unsent', 'of', [person, submission])
  expect(unsent && (await decryptJson(person, changeId, unsent.kept))).toEqual(typed)
  await db.put('begun', { person, report: submission })
  await db.put('texts', { person, place: 'catatan', text: sealed })
})
