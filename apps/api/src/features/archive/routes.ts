import { importArchive, judgeArchive, reader } from '@sepakat/db'
import { handlers } from '../../http/route.ts'

export const archiveHandlers = handlers({
  'POST /archive/preview': async ({ body: { lines }, actor, db, today }) => ({
    lines: (await judgeArchive(reader(db), { lines, asker: { ...actor, today } })).lines,
  }),

  'POST /archive': ({ body: { lines }, actor, write, now, today }) =>
    write(async tx => ({ lines: await importArchive(tx, { lines, asker: { ...actor, today }, now }) })),
})
