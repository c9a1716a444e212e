import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { withClient } from '../engine/client.ts'
import { emptyTestDatabase, type TestDatabase } from '../testing.ts'
import { ensureAppAccount } from './appAccount.ts'
import { markRolledBack, migrate, migrationStatus } from './migrate.ts'

let db: TestDatabase
let folder: string

beforeEach(async () => {
  db = await emptyTestDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'sepakat-migrations-'))
  writeFileSync(path.join(folder, 'schema.prisma'), 'datasource db {\n  provider = "postgresql"\n}\n')
  return async () => {
    await db.dispose()
    rmSync(folder, { recursive: true })
  }
})

const write = (name: string, sql: string) => {
  mkdirSync(path.join(folder, 'migrations', name), { recursive: true })
  writeFileSync(path.join(folder, 'migrations', name, 'migration.sql'), sql)
}
const ask = async (sql: string): Promise<pg.QueryResultRow[]> =>
  (await withClient(db.ownerUrl, client => client.query(sql))).rows

describe('migrate', () => {
  it('applies whole files in order, function bodies and semicolons in strings too', async () => {
    write('1_a', `CREATE TABLE a (t text DEFAULT 'x;y');`)
    write(
      '2_b',
      `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;
      INSERT INTO a DEFAULT VALUES;`,
    )
    expect(await migrate(db.ownerUrl, folder)).toEqual(['1_a', '2_b'])
    expect(await ask('SELECT t, f() FROM a')).toEqual([{ t: 'x;y', f: 2 }])
    expect(await migrate(db.ownerUrl, folder)).toEqual([])
  })

  it('leaves nothing of a migration that fails, refuses until it is noted, then applies the mended file', async () => {
    write('1_a', 'CREATE TABLE a (); SELECT 1 / 0;')
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/Migrasi gagal .*division by zero/s)
    expect(await ask(`SELECT to_regclass('a') AS a`)).toEqual([{ a: null }])
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow('Migrasi 1_a pernah gagal')
    await markRolledBack(db.ownerUrl, '1_a', folder)
    write('1_a', 'CREATE TABLE a ();')
    expect(await migrate(db.ownerUrl, folder)).toEqual(['1_a'])
  })

  it('refuses when an applied file was changed', async () => {
    write('1_a', 'CREATE TABLE a ();')
    await migrate(db.ownerUrl, folder)
    write('1_a', 'CREATE TABLE a (); -- and more')
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow('Migrasi 1_a diubah setelah diterapkan')
  })

  it('refuses a database that a newer version has migrated', async () => {
    write('1_a', 'CREATE TABLE a ();')
    write('2_b', 'CREATE TABLE b ();')
    await migrate(db.ownerUrl, folder)
    rmSync(path.join(folder, 'migrations', '2_b'), { recursive: true })
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow('memuat migrasi 2_b yang tidak dikenal')
    expect(await migrationStatus(db.ownerUrl, folder)).toMatchObject({ unknown: ['2_b'], pending: [] })
  })

  it('applies each migration once when four begin together', async () => {
    write('1_a', 'CREATE TABLE a (); SELECT pg_sleep(0.3);')
    const answers = await Promise.all([1, 2, 3, 4].map(() => migrate(db.ownerUrl, folder)))
    expect(answers.flat()).toEqual(['1_a'])
  })
})

describe("the application's account", () => {
  const urlAs = (name: string, password = 'rahasia') =>
    Object.assign(new URL(db.appUrl), { username: name, password }).href
  const whoAmI = (url: string) => withClient(url, client => client.query('SELECT current_user AS me'))

  it('is made once and keeps a password that works', async () => {
    await ensureAppAccount(db.ownerUrl, db.appUrl)
    await ensureAppAccount(db.ownerUrl, db.appUrl)
    expect((await whoAmI(db.appUrl)).rows).toEqual([{ me: 'sepakat_app' }])
  })

  it('may bear another name, with the rights that migrations give', async () => {
    await withClient(db.superuserUrl, client =>
      client.query(`DROP ROLE IF EXISTS "orang lain"; CREATE ROLE "orang lain" LOGIN PASSWORD 'rahasia'`),
    )
    try {
      write('1_a', 'CREATE TABLE a (); GRANT SELECT ON a TO sepakat_app;')
      await ensureAppAccount(db.ownerUrl, urlAs('orang lain'))
      await migrate(db.ownerUrl, folder)
      const seen = await withClient(urlAs('orang lain'), client => client.query('SELECT * FROM a'))
      expect(seen.rows).toEqual([])
    } finally {
      await withClient(db.superuserUrl, client => client.query('DROP ROLE "orang lain"'))
    }
  })

  it.each([['sepakat'], ['postgres']])('may not be %s', async name => {
    await expect(ensureAppAccount(db.ownerUrl, urlAs(name))).rejects.toThrow('tidak boleh sama dengan pemilik')
  })

  it('that does not exist is named', async () => {
    await expect(ensureAppAccount(db.ownerUrl, urlAs('siapa'))).rejects.toThrow(
      '"siapa" dari DATABASE_APP_URL belum ada',
    )
  })
})
