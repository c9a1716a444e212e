import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../root.ts'
import type { Proof, ProofAsk, Proven } from './proofs.ts'

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

/** Of what was proven: the commit, and whether files of the product differed from it. */
const commit = (): string => {
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs') !== ''
  return git('rev-parse', '--short=12', 'HEAD') + (changed ? ', with changes that are not committed' : '')
}

const machine = (): string => {
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${memory} GiB, ${os.type()} ${os.release()} ${os.arch()}, Node ${process.versions.node}`
}

/** Writes down in docs/evidence what a long proof proved, of which commit, where and when. */
export const writeEvidence = (
  { name, title }: Pick<Proof, 'name' | 'title'>,
  { seed }: { seed: ProofAsk['seed'] | null },
  proven: Proven,
  seconds: number,
): void => {
  const facts = [
    ['commit', commit()],
    ['machine', machine()],
    ['date', new Date().toISOString().slice(0, 16).replace('T', ' ')],
    seed === null
      ? ['command', `\`npm run ${name}\`; what is filled in and sent is counted, not drawn, so there is no seed`]
      : ['seed', `${seed} (\`npm run soak ${name} -- --seed=${seed}\` repeats it)`],
    ['time', `${seconds} s`],
    ['result', `${proven.passed} passed, ${proven.failed} failed`],
  ]
  const lines = [`# ${title}`, '', ...facts.map(([what, value]) => `- ${what}: ${value}`), '', proven.report, '']
  const folder = path.join(root, 'docs/evidence')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name.replace(':', '-')}.md`), lines.join('\n'))
}
