/** `npm run db:migrate [-- status | drift | guards | rolled-back NAME]`: without a word, applies what is pending. */
import { writeFile } from 'node:fs/promises'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { guardsOf } from '@sepakat/db/history/verify/guardsOf.ts'
import { guardsFile } from '@sepakat/db/history/verify/readGuards.ts'
import { appRole } from '@sepakat/db/migrate/appAccount.ts'
import { drift } from '@sepakat/db/migrate/draft.ts'
import { markRolledBack, migrationStatus } from '@sepakat/db/migrate/migrate.ts'
import { backUpBeforeUpgrade } from './backUpBeforeUpgrade.ts'
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

const [command = 'apply', name = ''] = process.argv.slice(2)

async function checkDrift(): Promise<number> {
  const sql = await drift()
  console.log(sql ?? 'schema.prisma and the migrations agree.')
  return sql === null ? 0 : 2
}

/** Writes down what the migrations make of guards and rights, which `audit:verify` compares a database with. */
async function writeGuards(): Promise<number> {
  await prepareCode()
  const { testDatabase } = await import('@sepakat/db/testing.ts')
  const { withSnapshot } = await import('@sepakat/db/history/verify/verifyHistory.ts')
  const fresh = await testDatabase()
  try {
    const guards = await withSnapshot(fresh.ownerUrl, db => guardsOf(db, appRole))
    await writeFile(guardsFile, `${JSON.stringify(guards, null, 2)}\n`)
  } finally {
    await fresh.dispose()
  }
  return 0
}

async function onDatabase(): Promise<number> {
  const settings = readSettings(process.env)
  const database = await openDatabaseOf(settings)
  const { ownerUrl } = database.urls
  try {
    if (command === 'rolled-back') await markRolledBack(ownerUrl, name)
    else if (command === 'apply') {
      await prepareCode()
      await backUpBeforeUpgrade(settings, database)
      await database.prepare('nothing')
    }
    for (const [state, names] of Object.entries(await migrationStatus(ownerUrl)))
      console.log(`${state}: ${names.join(', ') || '–'}`)
    return 0
  } finally {
    await database.close()
  }
}

await runTool(() => {
  if (command === 'drift') return checkDrift()
  if (command === 'guards') return writeGuards()
  if (command === 'rolled-back' ? name : ['apply', 'status'].includes(command)) return onDatabase()
  throw new Refusal('Usage: npm run db:migrate [-- status | drift | guards | rolled-back NAME]')
})
