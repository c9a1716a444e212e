import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '../engine/Refusal.ts'
import { prismaFolder, readMigrations } from './folder.ts'
import { migrate } from './migrate.ts'

/** The applied migrations of another moment, as the database named them. */
export type AppliedMigrations = readonly { name: string; sha256: string }[]

/** @throws Refusal where this release does not know them all: they come from a newer one, or from another branch */
export function refuseUnknown(applied: AppliedMigrations, release: string): void {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]))
  const strange = applied.filter(({ name, sha256 }) => known.get(name) !== sha256).map(({ name }) => name)
  if (strange.length > 0)
    throw new Refusal(
      `Cadangan ini dibuat oleh SEPAKAT ${release} dengan migrasi yang tidak dikenal versi ini: ${strange.join(', ')}. Pulihkan dengan versi itu atau yang lebih baru.`,
    )
}

/** Makes the tables as they were when exactly these migrations had been applied. */
export async function migrateAsOf(ownerUrl: string, applied: AppliedMigrations): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-migrations-'))
  try {
    const parts = ['schema.prisma', ...applied.map(({ name }) => path.join('migrations', name))]
    for (const part of parts) cpSync(path.join(prismaFolder, part), path.join(folder, part), { recursive: true })
    await migrate(ownerUrl, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
