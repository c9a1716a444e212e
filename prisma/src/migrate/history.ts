import type pg from 'pg'
import { ask } from '../engine/client.ts'
import { Refusal } from '../engine/Refusal.ts'
import { col, statement } from '../statement.ts'
import type { Migration } from './folder.ts'

/** How a database and the migrations folder differ; each list holds migration names. */
export interface History {
  applied: string[]
  pending: string[]
  /** Applied, and the file was changed afterwards. */
  edited: string[]
  /** Started and neither finished nor marked as rolled back. */
  failed: string[]
  /** In the database, not in the folder: a newer version of the product, or another branch, was here. */
  unknown: string[]
}

const tableExists = statement('migrations-table', `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`, {
  exists: col.bool.notNull('a test for null'),
})
const migrationRows = statement(
  'migrations-rows',
  `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
   FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  { name: col.varchar, checksum: col.varchar, finished: col.bool.notNull('a test for null') },
)

/** Reads Prisma's own table, without its engine (0.5 s), and compares it with the folder. */
export async function readHistory(client: pg.ClientBase, migrations: Migration[]): Promise<History> {
  const [table] = await ask(client, tableExists)
  const rows = table?.exists ? await ask(client, migrationRows) : []
  const inFolder = new Map(migrations.map(migration => [migration.name, migration]))
  const done = new Map(rows.filter(row => row.finished).map(row => [row.name, row.checksum]))
  return {
    applied: [...done.keys()],
    pending: migrations.map(migration => migration.name).filter(name => !done.has(name)),
    edited: [...done]
      .filter(([name, sum]) => inFolder.has(name) && inFolder.get(name)?.checksum !== sum)
      .map(([n]) => n),
    failed: rows.filter(row => !row.finished).map(row => row.name),
    unknown: [...done.keys()].filter(name => !inFolder.has(name)),
  }
}

/**
 * Refuses a database whose past is not the folder's: what would run on it is not what was tested.
 * @throws Refusal naming the migrations and what to do
 */
export function refuseForeignHistory(history: History): void {
  const { edited, failed, unknown } = history
  if (failed.length > 0)
    throw new Refusal(
      `Migrasi ${failed.join(', ')} pernah gagal. Perbaiki berkasnya, lalu: npm run db:migrate rolled-back ${failed[0]}`,
    )
  if (edited.length > 0)
    throw new Refusal(
      `Migrasi ${edited.join(', ')} diubah setelah diterapkan. Kembalikan isinya dan tulis perubahan sebagai migrasi baru.`,
    )
  if (unknown.length > 0)
    throw new Refusal(
      `Basis data sudah memuat migrasi ${unknown.join(', ')} yang tidak dikenal versi ini. Jalankan versi SEPAKAT yang lebih baru, atau pulihkan cadangan dari sebelum pembaruan ke folder kosong: npm run restore -- BERKAS`,
    )
}
