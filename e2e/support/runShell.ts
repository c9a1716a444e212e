import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The fenced `sh` blocks of a Markdown text, in order. */
export const shellBlocks = (markdown: string): string[] =>
  [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(block => block[1] ?? '')

/** Runs blocks one after the other in one bash, so that variables persist; stops at the first that fails. */
export const runShell = async (blocks: string[], folder: string, env: Record<string, string>): Promise<string> => {
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', blocks.join('\n')], {
    cwd: folder,
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
  return stdout
}

/** curl, as the guide uses it: the installed one, or Debian's package. */
export const requireCurl = async (): Promise<void> => {
  const there = await run('curl', ['--version']).then(
    () => true,
    () => false,
  )
  if (there) return
  await run('apt-get', ['install', '-y', '-qq', 'curl'], { timeout: 300_000 }).catch(() => {
    throw new Error('No curl for the examples of the guide: install it (apt-get install curl).')
  })
}
