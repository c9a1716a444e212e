/**
 * `npm run evidence`: which files of docs/evidence are older than what they prove, and how each is made again. Ends with 1 where
 * any is.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ageOf } from './evidence/ageOf.ts'
import { gitIn } from './evidence/git.ts'
import { sources } from './evidence/proofsOf.ts'
import { root } from './root.ts'
import { runTool } from './runTool.ts'

await runTool(async () => {
  const folder = path.join(root, 'docs/evidence')
  const names = readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .map(file => path.basename(file, '.md'))
  const git = gitIn(root)
  const ages = names.map(name => ageOf(git, name, readFileSync(path.join(folder, `${name}.md`), 'utf8')))
  const missing = Object.keys(sources).filter(name => !names.includes(name))
  const width = Math.max(...[...names, ...missing].map(name => name.length))
  const line = (name: string, state: string, said: string, repeat: string | null) =>
    console.log(`${name.padEnd(width)}  ${state}  ${said}${repeat === null ? '' : `; repeat: ${repeat}`}`)
  for (const { name, isCurrent, said, repeat } of ages)
    line(name, isCurrent ? 'current' : 'STALE  ', said, isCurrent ? null : repeat)
  for (const name of missing) line(name, 'MISSING', 'there is no such file', sources[name]?.repeat ?? null)
  const current = ages.filter(({ isCurrent }) => isCurrent).length
  const old = ages.length - current + missing.length
  console.log(`\n${current} current, ${old} stale`)
  return old > 0 ? 1 : 0
})
