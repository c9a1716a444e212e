import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Passwords of the embedded server's three accounts, random per installation. */
export interface Secrets {
  superuser: string
  owner: string
  app: string
}

const fresh = () => randomBytes(24).toString('base64url')

/** Reads `secrets.json` (mode 0600) of the data folder, making it the first time; of two who make it at once one wins. */
export function secretsOf(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'secrets.json')
  const read = (): Secrets => JSON.parse(readFileSync(file, 'utf8'))
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const scratch = `${file}.${process.pid}`
  const secrets: Secrets = { superuser: fresh(), owner: fresh(), app: fresh() }
  writeFileSync(scratch, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(scratch, file)
  } catch {
    return read()
  } finally {
    rmSync(scratch)
  }
  return secrets
}
