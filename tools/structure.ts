/**
 * `npm run structure`: how the code is laid out, counted by package, as a table for a document. `-- --list` also says where the
 * upward arrows, the cycles and the dead exports are.
 */
import { code } from './conventions/sources.ts'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'
import { knipFindings } from './structure/knipFindings.ts'
import { measures, roomsOf } from './structure/measures.ts'
import { upwardArrows } from './structure/upwardArrows.ts'

await runTool(async () => {
  await prepareCode()
  const rooms = roomsOf(code(), knipFindings())
  const names = rooms.map(({ name }) => name)
  const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
  console.log(row(['', ...names]))
  console.log(row(['---', ...names.map(() => '---:')]))
  for (const [what, count] of Object.entries(measures)) console.log(row([what, ...rooms.map(count)]))
  const all = rooms.at(-1)
  if (process.argv.includes('--list') && all)
    console.log(['', ...upwardArrows(all.product), ...all.cycles, ...all.dead].join('\n'))
  return 0
})
