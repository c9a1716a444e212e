import { reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { bringIn } from './bringIn.ts'
import { judgeLines } from './judgeLines.ts'

export const archiveHandlers = handlers({
  'POST /archive/preview': async ({ body, actor, db }) => ({
    lines: (await judgeLines(reader(db), body.lines, actor)).lines,
  }),
  'POST /archive': asked => asked.write(tx => bringIn(tx, asked)),
})
