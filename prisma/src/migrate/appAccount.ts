import { scryptSync } from 'node:crypto'
import pg from 'pg'
import { ask, withClient } from '../engine/client.ts'
import { Refusal } from '../engine/Refusal.ts'
import { col, statement } from '../statement.ts'

/** The account that migrations grant to. */
export const appRole = 'sepakat_app'

/**
 * URL of the application's account on a server given by `DATABASE_URL`. Its password is derived from the owner's, so that any
 * number of machines agree on it without a shared file; `fallback` serves where the owner's URL carries none.
 */
export function appUrlOf(ownerUrl: string, fallback: string): string {
  const url = new URL(ownerUrl)
  const secret = decodeURIComponent(url.password) || process.env.PGPASSWORD
  const salt = `${appRole}${url.pathname}`
  const password = secret ? scryptSync(secret, salt, 24).toString('base64url') : fallback
  url.username = appRole
  url.password = password
  return url.href
}

/**
 * Makes the application's account if the server has none, sets its password if it cannot sign in, and lets an account of
 * another name act as it. Must come before the migrations: they grant to it.
 * @throws Refusal when the owner may not make accounts, or the account is the owner or a superuser
 */
export async function ensureAppAccount(ownerUrl: string, appUrl: string): Promise<void> {
  const app = new URL(appUrl)
  const name = decodeURIComponent(app.username)
  try {
    await withClient(ownerUrl, async client => {
      await client.query('BEGIN')
      await client.query('SELECT pg_advisory_xact_lock(7027)')
      const known = await client.query('SELECT rolname, rolsuper FROM pg_roles WHERE rolname IN ($1, $2)', [
        appRole,
        name,
      ])
      const has = (role: string) => known.rows.some(row => row.rolname === role)
      const [owner] = await ask(client, whoAmI)
      if (name === owner?.name || known.rows.some(row => row.rolsuper))
        throw new Refusal(`Akun aplikasi "${name}" tidak boleh sama dengan pemilik basis data atau superuser.`)
      if (!has(name) && name !== appRole)
        throw new Refusal(`Akun aplikasi "${name}" dari DATABASE_APP_URL belum ada di server basis data.`)
      if (!has(appRole)) await client.query(`CREATE ROLE ${appRole} NOLOGIN`)
      if (name !== appRole) await letActAs(client, name)
      else if (!has(appRole) || !(await signsIn(appUrl))) await setPassword(client, decodeURIComponent(app.password))
      await client.query('COMMIT')
    })
  } catch (error) {
    throw isForbidden(error) ? new Refusal(howTo(name)) : error
  }
}

const whoAmI = statement('account-own', 'SELECT current_user::text AS name', {
  name: col.text.notNull('who asks has a name'),
})
const isMember = statement('account-member', `SELECT pg_has_role($1, $2, 'MEMBER') AS yes`, {
  yes: col.bool.notNull('both roles are known by then'),
})

async function letActAs(client: pg.Client, name: string): Promise<void> {
  const [member] = await ask(client, isMember, [name, appRole])
  if (!member?.yes) await client.query(`GRANT ${appRole} TO ${client.escapeIdentifier(name)}`)
}

async function setPassword(client: pg.Client, password: string): Promise<void> {
  await client.query(`ALTER ROLE ${appRole} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
}

async function signsIn(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => {})
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28')) return false
    throw error
  }
}

const isForbidden = (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501'

const howTo = (name: string) =>
  name === appRole
    ? `Akun DATABASE_URL tidak boleh membuat akun aplikasi. Jalankan sebagai superuser: ALTER ROLE <pemilik> CREATEROLE; atau buat akun "${appRole}" sendiri dan berikan DATABASE_APP_URL.`
    : `Akun DATABASE_URL tidak boleh memberi hak. Jalankan sebagai superuser: CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO "${name}";`
