/** Ways to what history guards that leave its triggers, and the rights on its tables, as they look at first sight. */
import { openDatabase, reader, withSnapshot } from '@sepakat/db'
import { readGuards } from '@sepakat/db/history/verify/readGuards.ts'
import { appRole } from '@sepakat/db/migrate/appAccount.ts'
import { type TestDatabase, testDatabase } from '@sepakat/db/testing.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'

let place: TestDatabase
let superuser: ReturnType<typeof openDatabase>
beforeAll(async () => {
  place = await testDatabase()
  superuser = openDatabase({ url: place.superuserUrl, max: 1 })
})
afterAll(async () => {
  await superuser.close()
  await place.dispose()
})

/** What is found after these statements, nothing of which stays. */
const after = async (sql: string): Promise<string[]> => {
  await superuser.pool.query('BEGIN')
  try {
    await superuser.pool.query(sql)
    return (await readGuards(reader(superuser), appRole)).map(({ where, message }) => `${where}: ${message}`)
  } finally {
    await superuser.pool.query('ROLLBACK')
  }
}

it('nothing is found where nothing was done', async () => {
  expect(await after('SELECT 1')).toEqual([])
})

it('a guard that calls a function of the same name in another schema is found', async () => {
  const found = await after(
    `CREATE SCHEMA lain; CREATE FUNCTION lain.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN COALESCE(NEW, OLD); END $$;
     DROP TRIGGER event_append_only ON event;
     CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION lain.refuse_rewrite()`,
  )
  expect(found).toEqual(['penjaga event.event_append_only: Diganti dengan yang lain.'])
})

it('a right on the table of passwords is found', async () => {
  expect(await after(`GRANT TRUNCATE ON account TO ${appRole}`)).toEqual([
    'akun aplikasi pada tabel account: Akun aplikasi mendapat hak TRUNCATE.',
  ])
})

it('a function that does anything for the application as a superuser is found', async () => {
  const found = await after(
    `CREATE SCHEMA lain; GRANT USAGE ON SCHEMA lain TO ${appRole}; CREATE FUNCTION lain.run(text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN EXECUTE $1; END $$`,
  )
  expect(found).toEqual(['akun aplikasi: Akun aplikasi mendapat hak EXECUTE lain.run.'])
})

it('a view through which the application writes what it may only read is found', async () => {
  expect(await after(`CREATE VIEW peristiwa AS SELECT * FROM event; GRANT UPDATE ON peristiwa TO ${appRole}`)).toEqual([
    'akun aplikasi: Akun aplikasi mendapat hak UPDATE public.peristiwa.',
  ])
})

it('a function of a guard that belongs to the application is found', async () => {
  expect(await after(`ALTER FUNCTION refuse_rewrite() OWNER TO ${appRole}`)).toEqual([
    'akun aplikasi: Akun aplikasi mendapat hak OWNER public.refuse_rewrite.',
  ])
})

it('a role that the application can become, though it inherits nothing of it, is found', async () => {
  const found = await after(`CREATE ROLE tamu SUPERUSER; GRANT tamu TO ${appRole} WITH INHERIT FALSE`)
  expect(found).toContain('akun aplikasi: Akun aplikasi mendapat hak MEMBER OF tamu.')
})

it('leave to put all triggers to rest is found', async () => {
  expect(await after(`GRANT SET ON PARAMETER session_replication_role TO ${appRole}`)).toEqual([
    'akun aplikasi: Akun aplikasi mendapat hak SET session_replication_role.',
  ])
})

it('a server on which triggers rest for everybody is found', async () => {
  const url = new URL(place.superuserUrl)
  url.searchParams.set('options', '-c session_replication_role=replica')
  const found = await withSnapshot(url.href, db => readGuards(db, appRole))
  expect(found.map(({ message }) => message)).toEqual([
    'Akun aplikasi mendapat hak pengaturan session_replication_role=replica.',
  ])
})

it('a schema whose tables the application takes for those of history is found', async () => {
  const found = await after(
    `CREATE SCHEMA lain; CREATE TABLE lain.event AS TABLE event; ALTER ROLE ${appRole} SET search_path = lain, public`,
  )
  expect(found).toEqual(['akun aplikasi: Akun aplikasi mendapat hak pengaturan search_path=lain,public.'])
})

it('a table that hides one of history by the name of its schema alone is found', async () => {
  const own = `format('CREATE SCHEMA %I; CREATE TABLE %1$I.seal AS TABLE seal', current_user)`
  expect(await after(`DO $$ BEGIN EXECUTE ${own}; END $$`)).toEqual([
    'tabel lain yang menutupi tabel seal: Tidak dibuat oleh SEPAKAT.',
  ])
})

it('a column that may be left empty is found', async () => {
  expect(await after('ALTER TABLE event ALTER actor DROP NOT NULL')).toEqual([
    'kolom wajib pada tabel event: Diganti dengan yang lain.',
  ])
})

it('a filter of rows is found, by the table that it hides rows of', async () => {
  expect(await after('ALTER TABLE note ENABLE ROW LEVEL SECURITY')).toEqual([
    'penyaring baris pada tabel note: Tidak dibuat oleh SEPAKAT.',
  ])
})
