import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Migration {
  name: string
  sql: string
  /** SHA-256 of the file, hex: what Prisma notes as its checksum. */
  checksum: string
}

/** The `prisma` folder: `schema.prisma` and `migrations/`. */
export const prismaFolder = path.resolve(import.meta.dirname, '../..')

/** Says to Prisma's tools which database the migrations are for. */
export const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }

export const migrationsFolder = (folder: string) => path.join(folder, 'migrations')

/** The migrations of a folder in the order they are applied (names begin with their instant). */
export function readMigrations(folder: string = prismaFolder): Migration[] {
  const root = migrationsFolder(folder)
  if (!existsSync(root)) return []
  const names = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return names
    .map(entry => entry.name)
    .sort()
    .map(name => {
      const sql = readFileSync(path.join(root, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
