import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { root } from '../root.ts'
import { type Git, gitIn } from './git.ts'
import type { Proof, ProofAsk, Proven } from './proof.ts'

export interface Evidence {
  /** Writes down in docs/evidence what a long run proved, of which commit, where and when; gives what kept it from that, else null. */
  write: (
    proof: Pick<Proof, 'name' | 'title'>,
    ask: { seed: ProofAsk['seed'] | null },
    proven: Proven,
    seconds: number,
  ) => string | null
}

/** The commit of a checkout; null where any file that is not a document differs from it, or is in no commit. */
const commitOf = (git: Git): string | null => {
  const changed = git('status', '--porcelain', '--untracked-files=all', '--', '.', ':!docs', ':!*.md') !== ''
  return changed ? null : git('rev-parse', '--short=12', 'HEAD')
}

const machine = (): string => {
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${memory} GiB, ${os.type()} ${os.release()} ${os.arch()}, Node ${process.versions.node}`
}

/**
 * Begins a run that is written down: evidence names the commit it speaks of, so all that runs must be in it, from the first
 * moment to the last. @throws Refusal where it is not
 */
export const openEvidence = (folder = root): Evidence => {
  const git = gitIn(folder)
  const commit = commitOf(git)
  if (commit === null)
    throw new Refusal(
      'Evidence names the commit it speaks of: commit first, or run with --unrecorded to write nothing down.',
    )
  return {
    write: ({ name, title }, { seed }, proven, seconds) => {
      if (commitOf(git) !== commit) return `Not written down: the checkout changed from ${commit} while it ran.`
      const facts = [
        ['commit', commit],
        ['machine', machine()],
        ['date', new Date().toISOString().slice(0, 16).replace('T', ' ')],
        seed === null
          ? ['command', `\`npm run ${name}\`; what is filled in and sent is counted, not drawn, so there is no seed`]
          : ['seed', `${seed} (\`npm run soak ${name} -- --seed=${seed}\` repeats it)`],
        ['time', `${seconds} s`],
        ['result', `${proven.passed} passed, ${proven.failed} failed`],
      ]
      const lines = [`# ${title}`, '', ...facts.map(([what, value]) => `- ${what}: ${value}`), '', proven.report, '']
      const evidence = path.join(folder, 'docs/evidence')
      mkdirSync(evidence, { recursive: true })
      writeFileSync(path.join(evidence, `${name.replace(/[: ]/, '-')}.md`), lines.join('\n'))
      return null
    },
  }
}

/** Of a run that is not written down: the short ones, and those of code that is not committed. */
export const unrecorded: Evidence = { write: () => null }
