import { withClient } from './client.ts'

/**
 * Makes a database that is there only when it is whole: built under another name and renamed, so that a kill in the middle
 * leaves nothing half made. Gives false, having done nothing, where it exists.
 * @param superuserUrl leads to the maintenance database
 */
export async function buildDatabase(
  superuserUrl: string,
  name: string,
  build: (unfinished: string) => Promise<void>,
): Promise<boolean> {
  const ask = (sql: string) => withClient(superuserUrl, client => client.query(sql))
  const exists = await ask(`SELECT 1 FROM pg_database WHERE datname = '${name}'`)
  if (exists.rowCount !== 0) return false
  const unfinished = `${name}_unfinished`
  await ask(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
  await ask(`CREATE DATABASE ${unfinished} OWNER sepakat`)
  await build(unfinished)
  await ask(`ALTER DATABASE ${unfinished} RENAME TO ${name}`)
  return true
}
