/** `npm run db:new NAME`: writes the migration that leads from the migrations there are to `schema.prisma`. */
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { draftMigration } from '@sepakat/db/migrate/draft.ts'
import { runTool } from './runTool.ts'

await runTool(async () => {
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Refusal('Usage: npm run db:new NAME (small letters, digits, _)')
  const folder = await draftMigration(name)
  console.log(folder ?? 'schema.prisma and the migrations agree: nothing to write.')
  return 0
})
