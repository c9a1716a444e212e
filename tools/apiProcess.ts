import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import type { DatabaseUrls } from '@sepakat/db/prepareDatabase.ts'
import { root } from './root.ts'
import type { Settings } from './settings.ts'

export interface ApiProcess {
  pid: number
  /** Settles when the process is gone, with its exit code or the signal that ended it. */
  gone: Promise<string>
  stop(): Promise<void>
}

const timeoutMs = 30_000

/**
 * Of Node (decision 0083): new objects get 16 MB before they are looked through, where V8 would take up to 64 at once and keep them;
 * the server may give back what only its start needed.
 */
const memoryFlags = ['--max-semi-space-size=16', '--expose-gc']

/** Environment of `apps/api/src/server.ts`: API and worker, and the SPA when `web` names its folder. */
export const apiEnvironment = (settings: Settings, urls: DatabaseUrls, web?: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  ...process.env,
  PORT: String(settings.port),
  HOST: settings.host,
  DATABASE_URL: settings.databaseUrl ?? urls.ownerUrl,
  DIRECT_DATABASE_URL: urls.ownerUrl,
  DATABASE_APP_URL: urls.appUrl,
  DATA_DIR: settings.dataDir,
  PUBLIC_URL: settings.publicUrl,
  DEMO: settings.demo ? '1' : '0',
  ...(web ? { SERVE_WEB: web } : {}),
})

export const startApi = (env: NodeJS.ProcessEnv, flags: string[] = []): ApiProcess =>
  startServer('apps/api/src/server.ts', env, { flags })

/** Starts a server in a process group of its own, so that Ctrl-C reaches it through us alone, once. */
export function startServer(
  script: string,
  env: NodeJS.ProcessEnv,
  { flags = [], checkout = root }: { flags?: string[]; checkout?: string } = {},
): ApiProcess {
  const follow = path.join(root, 'tools/followParent.ts')
  const quiet = '--disable-warning=ExperimentalWarning'
  const options = [quiet, ...memoryFlags, '--import', follow, ...flags, path.join(checkout, script)]
  const child = spawn(process.execPath, options, {
    cwd: checkout,
    // without the compiler of TypeScript in memory, from the second start on
    env: { NODE_COMPILE_CACHE: path.join(checkout, 'node_modules/.cache/compiled'), ...env },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `kode ${code}`))
  })
  return { pid: child.pid ?? 0, gone, stop: () => stop(child, gone) }
}

async function stop(child: ChildProcess, gone: Promise<string>): Promise<void> {
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
  await gone
  clearTimeout(late)
}

/**
 * Waits until the API says it is well.
 * @throws Refusal when it ends before, or says nothing for a minute
 */
export async function untilHealthy(api: ApiProcess, { host, port }: Settings): Promise<void> {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  const origin = `http://${everywhere[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`
  let ended: string | undefined
  api.gone.then(how => {
    ended = how
  })
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    if (ended) throw new Refusal(`API berhenti sebelum siap (${ended}); sebabnya tertulis di atas.`)
    const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
    if (answer?.ok) return
  }
  throw new Refusal(`API tidak menjawab di ${origin} dalam satu menit.`)
}
