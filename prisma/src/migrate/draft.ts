/** New migrations and the drift check: a diff in a PostgreSQL in memory, which needs no server. Needs development packages. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsFolder, prismaFolder } from './folder.ts'
import { filters, lockfile, migrationsList, openEngine, schemaFiles } from './schema-engine.ts'

/**
 * SQL that leads from the migrations to `schema.prisma`, or null when they agree. Views, CHECKs, functions, triggers, partial
 * and expression indexes and sequences are outside what is compared.
 */
export async function drift(folder = prismaFolder): Promise<string | null> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const engine = await openEngine(folder, new PrismaPGlite(new PGlite('memory://')))
  const result = await engine.diff({
    from: { tag: 'migrations', ...migrationsList(folder) },
    to: { tag: 'schemaDatamodel', ...schemaFiles(folder) },
    script: true,
    exitCode: true,
    filters,
  })
  return result.exitCode === 0 ? null : (result.stdout ?? '')
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
