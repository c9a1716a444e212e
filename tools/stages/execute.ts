import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from '../root.ts'

const compiled = path.join(root, 'node_modules/.cache/compiled')
const running = new Set<() => void>()

/** Runs a program of a stage with Node and gives its exit code and all it said. */
export function execute(
  args: string[],
  { folder = '.', env = {} }: { folder?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: path.join(root, folder),
      // a terminal's colours would only be in the way of reading what a stage said; what one process compiled the others read
      env: { NODE_COMPILE_CACHE: compiled, ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', part => {
        said += part
      })
    const end = () => child.kill('SIGTERM')
    running.add(end)
    child.once('error', reject)
    child.once('close', code => {
      running.delete(end)
      resolve({ code: code ?? 1, said })
    })
  })
}

/** Ends what stages have running. */
export const endAll = () => {
  for (const end of running) end()
}
