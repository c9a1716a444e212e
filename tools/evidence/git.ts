import { execFileSync } from 'node:child_process'

export type Git = (...args: string[]) => string

/** Runs git in a checkout and gives what it said. @throws where git does */
export const gitIn =
  (folder: string): Git =>
  (...args) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
