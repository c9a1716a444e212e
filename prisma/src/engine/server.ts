import { totalmem } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { withClient } from './client.ts'
import { type Cluster, ensureCluster, stopCluster } from './cluster.ts'
import { type Footing, findFooting } from './footing.ts'
import { Refusal } from './Refusal.ts'
import { type Secrets, secretsOf } from './secrets.ts'

/** The embedded server with its accounts; the application's is made before the migrations, the database by `buildDatabase`. */
export interface Server extends Cluster {
  footing: Footing
  /** URL of a database as one of the three accounts: `owner` has the tables and migrates, and is no superuser, as in production. */
  url(account: keyof Secrets, database?: string): string
  stop(): Promise<boolean>
}

export const database = 'sepakat'
const names: Record<keyof Secrets, string> = { superuser: 'postgres', owner: 'sepakat', app: 'sepakat_app' }

const MiB = 1024 ** 2
/** PostgreSQL's own 128 MB hold no region of a few years; a sixteenth of the memory leaves the rest to those beside it. */
const buffers = `${Math.min(1024, Math.max(128, Math.floor(totalmem() / 16 / MiB)))}MB`

/**
 * Starts or takes over the embedded server of a data folder and makes its owner account.
 * @param dataDir holds the cluster (or the note where it is), `secrets.json` and the log
 */
export async function openServer(
  dataDir: string,
  options: { settings?: Record<string, string>; without?: Footing['kind'][] } = {},
): Promise<Server> {
  const folder = path.resolve(dataDir)
  const footing = await findFooting(folder, options.without)
  const secrets = secretsOf(folder)
  const cluster = await ensureCluster(footing, secrets.superuser, { shared_buffers: buffers, ...options.settings })
  const url: Server['url'] = (account, name = database) =>
    `postgresql://${names[account]}:${secrets[account]}@127.0.0.1:${cluster.port}/${name}`
  const server = { ...cluster, footing, url, stop: () => stopCluster(footing) }
  await makeOwner(server, secrets.owner)
  return server
}

async function makeOwner(server: Server, password: string): Promise<void> {
  await withClient(server.url('superuser', 'postgres'), async client => {
    await client.query('BEGIN')
    // several may come here at once: each waits for the one before
    await client.query('SELECT pg_advisory_xact_lock(7026)')
    const role = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'sepakat'`)
    if (role.rowCount === 0)
      await client.query(`CREATE ROLE sepakat LOGIN CREATEDB CREATEROLE PASSWORD ${client.escapeLiteral(password)}`)
    await client.query('COMMIT')
  }).catch(error => {
    if (!(error instanceof pg.DatabaseError && error.code === '28P01')) throw error
    throw new Refusal(`Sandi di secrets.json tidak cocok dengan basis data di ${server.footing.base}.`)
  })
}
