import path from 'node:path'
import pg from 'pg'
import { type Cluster, ensureCluster, stopCluster } from './cluster.ts'
import { type Footing, findFooting } from './footing.ts'
import { type Secrets, secretsOf } from './secrets.ts'

/** The embedded server with its two accounts; the application's is made by the migration step. */
export interface Server extends Cluster {
  footing: Footing
  /** Account that owns the tables and migrates; not a superuser, as in production. */
  ownerUrl: string
  appUrl: string
  superuserUrl: string
  stop(): Promise<boolean>
}

export const database = 'sepakat'

/**
 * Starts or takes over the embedded server of a data folder and makes its owner account and database.
 * @param dataDir holds the cluster (or the note where it stands), `secrets.json` and the log
 */
export async function openServer(
  dataDir: string,
  options: { settings?: Record<string, string>; without?: Footing['kind'][] } = {},
): Promise<Server> {
  const folder = path.resolve(dataDir)
  const footing = await findFooting(folder, options.without)
  const secrets = secretsOf(folder)
  const cluster = await ensureCluster(footing, secrets.superuser, options.settings)
  const at = (account: string, password: string, name = database) =>
    `postgresql://${account}:${password}@127.0.0.1:${cluster.port}/${name}`
  await makeOwner(at('postgres', secrets.superuser, 'postgres'), secrets)
  return {
    ...cluster,
    footing,
    ownerUrl: at('sepakat', secrets.owner),
    appUrl: at('sepakat_app', secrets.app),
    superuserUrl: at('postgres', secrets.superuser),
    stop: () => stopCluster(footing),
  }
}

async function makeOwner(url: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // several may come here at once; in a transaction of its own each waits for the other's answer
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(7026)`)
    const role = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'sepakat'`)
    if (role.rowCount === 0)
      await client.query(
        `CREATE ROLE sepakat LOGIN CREATEDB CREATEROLE PASSWORD ${client.escapeLiteral(secrets.owner)}`,
      )
    await client.query('COMMIT')
    const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (exists.rowCount === 0) await createOnce(client)
  } finally {
    await client.end()
  }
}

async function createOnce(client: pg.Client): Promise<void> {
  try {
    await client.query(`CREATE DATABASE ${database} OWNER sepakat`)
  } catch (error) {
    // 42P04 already there; 23505 made by another at the very same moment
    if (!(error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? ''))) throw error
  }
}
