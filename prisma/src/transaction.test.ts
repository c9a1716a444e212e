import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from './database.ts'
import { withClient } from './engine/client.ts'
import { col, statement } from './statement.ts'
import { testDatabase } from './testing.ts'
import { transaction } from './transaction.ts'

let given: Awaited<ReturnType<typeof testDatabase>>
let db: Database
const keep = statement('test-keep', 'INSERT INTO kept (n) VALUES ($1)')
const fresh = statement('test-fresh', 'INSERT INTO kept (n) SELECT $1::int')
const kept = statement('test-kept', 'SELECT n FROM kept ORDER BY n', { n: col.int4 })
const fail = statement('test-fail', 'SELECT test_fail($1)::text AS failed', { failed: col.text.orNull })
beforeAll(async () => {
  given = await testDatabase()
  db = openDatabase({ url: given.appUrl, max: 3 })
  await withClient(given.superuserUrl, client =>
    client.query(`CREATE TABLE kept (n int PRIMARY KEY);
      CREATE FUNCTION test_fail(code text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE USING ERRCODE = code, MESSAGE = 'as asked'; END $$;
      GRANT ALL ON kept TO sepakat_app`),
  )
})
beforeEach(() => withClient(given.superuserUrl, client => client.query('DELETE FROM kept')))
afterAll(async () => {
  await db.close()
  await given.dispose()
})
const rows = async () => (await reader(db).query(kept)).map(({ n }) => n)

describe('statements sent together', () => {
  it('run in the order in which they were sent', async () => {
    const seen = await transaction(db, tx => {
      tx.send(keep, [1])
      return Promise.all([tx.query(kept), tx.query(keep, [2]), tx.query(kept)])
    })
    expect(seen.map(found => found.length)).toEqual([1, 0, 2])
    expect(await rows()).toEqual([1, 2])
  })

  it('keep nothing where one that was not awaited fails, and say why', async () => {
    const write = transaction(db, async tx => {
      await tx.query(keep, [1])
      tx.send(keep, [1])
      tx.send(keep, [2])
    })
    await expect(write).rejects.toMatchObject({ code: '23505' })
    expect(await rows()).toEqual([])
  })

  it('keep nothing where a failure was passed over, and do not claim to', async () => {
    const write = transaction(db, async tx => {
      await tx.query(keep, [1])
      await tx.query(fail, ['22000']).catch(() => undefined)
    })
    await expect(write).rejects.toMatchObject({ code: '22000' })
    expect(await rows()).toEqual([])
  })

  it.each(['awaited', 'sent'])('are tried again where an earlier one met a deadlock, %s', async how => {
    let tries = 0
    await transaction(db, async tx => {
      tries += 1
      // what comes after it is told only that the transaction is aborted
      if (tries === 1) tx.send(fail, ['40P01'])
      if (how === 'sent') tx.send(keep, [1])
      else await tx.query(keep, [1])
    })
    expect(tries).toBe(2)
    expect(await rows()).toEqual([1])
  })

  it('are tried again also where a statement was to be prepared after the failure, and was used twice', async () => {
    let tries = 0
    await transaction(db, async tx => {
      tries += 1
      if (tries === 1) tx.send(fail, ['40P01'])
      tx.send(fresh, [1])
      await tx.query(fresh, [2])
    })
    expect(tries).toBe(2)
    expect(await rows()).toEqual([1, 2])
  })

  it('send nothing once it is over, whatever others began beside a failure', async () => {
    let late: Promise<unknown> = Promise.resolve()
    const write = transaction(db, async tx => {
      late = tx.query(kept).then(() => new Promise(resolve => setTimeout(resolve, 50)).then(() => tx.query(keep, [3])))
      late.catch(() => undefined)
      await tx.query(kept)
      throw new Error('refused')
    })
    await expect(write).rejects.toThrow('refused')
    await expect(late).rejects.toThrow('The transaction is over')
    expect(await rows()).toEqual([])
  })

  it('reach no other transaction by Prisma Client either, once theirs is over', async () => {
    let late: Promise<unknown> = Promise.resolve()
    const write = transaction(db, async tx => {
      late = tx
        .query(kept)
        .then(() => new Promise(resolve => setTimeout(resolve, 50)).then(() => tx.prisma.office.count()))
      late.catch(() => undefined)
      await tx.query(kept)
      throw new Error('refused')
    })
    await expect(write).rejects.toThrow('refused')
    await expect(late).rejects.toThrow('The transaction is over')
  })

  it('leave the connection as it was after any failure', async () => {
    for (let round = 0; round < 10; round += 1)
      await transaction(db, tx => Promise.all([tx.query(fail, ['22000']), tx.query(kept), tx.query(keep, [9])])).catch(
        () => undefined,
      )
    await transaction(db, tx => tx.query(keep, [9]))
    expect(await rows()).toEqual([9])
  })
})
