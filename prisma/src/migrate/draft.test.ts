import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { draftMigration, drift } from './draft.ts'
import { migrationsFolder, prismaFolder } from './folder.ts'

it('schema.prisma and the migrations agree', async () => {
  expect(await drift()).toBeNull()
})

it('a change of the schema becomes a migration, after which nothing is missing', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-draft-'))
  try {
    const schema = path.join(folder, 'schema.prisma')
    cpSync(path.join(prismaFolder, 'schema.prisma'), schema)
    cpSync(migrationsFolder(prismaFolder), migrationsFolder(folder), { recursive: true })
    writeFileSync(schema, `${readFileSync(schema, 'utf8')}\nmodel Extra {\n  id Int @id\n}\n`)
    const made = await draftMigration('extra', folder, new Date('2030-01-02T03:04:05Z'))
    expect(made).toBe(path.join(migrationsFolder(folder), '20300102030405_extra'))
    expect(readFileSync(path.join(made ?? '', 'migration.sql'), 'utf8')).toContain('CREATE TABLE "Extra"')
    expect(await draftMigration('again', folder)).toBeNull()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
