import type { Git } from './git.ts'
import { notProven, product, sources, testsAlone } from './proofsOf.ts'

export interface Age {
  name: string
  isCurrent: boolean
  /** Why, in words. */
  said: string
  /** The command that makes it again; null: nothing in the repository does. */
  repeat: string | null
}

const commitLine = /^- commit: ([0-9a-f]{7,40})(.*)$/m

/** Whether a file of evidence is as old as what it proves: commits since its own that touched the product or the proof. */
export const ageOf = (git: Git, name: string, text: string): Age => {
  const source = sources[name]
  const stale = (said: string): Age => ({ name, isCurrent: false, said, repeat: source?.repeat ?? null })
  if (!source) return stale('no proof writes this file')
  const [, commit, rest] = commitLine.exec(text) ?? []
  if (commit === undefined) return stale('names no commit')
  if (rest !== '') return stale(`of ${commit}${rest}: nobody knows what code it speaks of`)
  if (!isAncestor(git, commit)) return stale(`of ${commit}, which is not in the history of this checkout`)
  const paths = [...product, ...source.own, ...notProven, ...(source.runsTests ? [] : testsAlone)]
  const since = git('rev-list', `${commit}..HEAD`, '--', ...paths)
    .split('\n')
    .filter(Boolean).length
  if (since > 0)
    return stale(`of ${commit}; ${since} ${since === 1 ? 'commit' : 'commits'} since changed what it proves`)
  if (git('status', '--porcelain', '--', ...paths) !== '')
    return stale(`of ${commit}; what it proves has changes since`)
  return { name, isCurrent: true, said: `of ${commit}; nothing it proves changed since`, repeat: source.repeat }
}

const isAncestor = (git: Git, commit: string): boolean => {
  try {
    git('merge-base', '--is-ancestor', commit, 'HEAD')
    return true
  } catch {
    return false
  }
}
