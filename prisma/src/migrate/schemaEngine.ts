/**
 * Prisma's schema engine as WebAssembly: the CLI would download a native one. It writes the ordinary `_prisma_migrations`
 * table, so `prisma migrate deploy` stays possible.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { lockfile, migrationsFolder, readMigrations } from './folder.ts'

export const filters = { externalTables: [], externalEnums: [] }

// migrations grant to the application's account, which an empty scratch database does not know
const shadowDbInitScript = `DO $$ BEGIN CREATE ROLE sepakat_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`

export function migrationsList(folder: string) {
  return {
    baseDir: migrationsFolder(folder),
    shadowDbInitScript,
    lockfile,
    migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}

export function schemaFiles(folder: string) {
  const file = path.join(folder, 'schema.prisma')
  return { files: existsSync(file) ? [{ path: 'schema.prisma', content: readFileSync(file, 'utf8') }] : [] }
}

function openEngine(folder: string, factory: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  const datamodels = schemaFiles(folder).files.map((file): [string, string] => [file.path, file.content])
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

/** Gives the work an engine on one connection: the engine's session lock (72707369) must hold for all it does. */
export async function withEngine<T>(
  url: string,
  folder: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 })
  try {
    return await work(await openEngine(folder, wholeScripts(pool)))
  } finally {
    await pool.end()
  }
}

/** Gives the work an engine on an empty PostgreSQL in memory. */
export async function withScratchEngine<T>(folder: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const extensions = { pg_trgm }
  const empty = () => new PrismaPGlite(new PGlite('memory://', { extensions }))
  // its own shadow database would know no extension
  const factory = Object.assign(empty(), { connectToShadowDb: () => empty().connect() })
  return work(await openEngine(folder, factory))
}

/**
 * adapter-pg splits a script at every `;`, also inside function bodies and strings, and commits each part by itself. Sent
 * whole, PostgreSQL reads it rightly and runs it as one transaction.
 */
function wholeScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  const mend = (adapter: SqlDriverAdapter & { underlyingDriver(): pg.Pool }): SqlDriverAdapter =>
    Object.assign(adapter, {
      executeScript: async (script: string) => {
        await adapter.underlyingDriver().query(script).catch(translate)
      },
    })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mend(await factory.connect()),
    connectToShadowDb: async () => mend(await factory.connectToShadowDb()),
  }
}

function translate(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error
  const { code = 'N/A', severity = 'N/A', message, detail, column, hint } = error
  throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
}
