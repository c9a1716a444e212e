/** New migrations and the drift check: a diff in a PostgreSQL in memory, which needs no server but the development packages. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { askSchemaEngine } from './askSchemaEngine.ts'
import { lockfile, migrationsFolder, prismaFolder } from './folder.ts'

/**
 * SQL that leads from the migrations to `schema.prisma`, or null when they agree. Views, CHECKs, functions, triggers, partial
 * and expression indexes and sequences are outside what is compared.
 */
export async function drift(folder = prismaFolder): Promise<string | null> {
  const sql = await askSchemaEngine('drift', folder)
  return typeof sql === 'string' ? sql : null
}

/** Writes the migration that is missing and gives its folder, or null when nothing changed. */
export async function draftMigration(name: string, folder = prismaFolder, now = new Date()): Promise<string | null> {
  const sql = await drift(folder)
  if (sql === null) return null
  const instant = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const target = path.join(migrationsFolder(folder), `${instant}_${name}`)
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, 'migration.sql'), sql)
  writeFileSync(path.join(migrationsFolder(folder), lockfile.path), lockfile.content)
  return target
}
