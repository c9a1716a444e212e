/** Finds a Chromium for the journeys: one that is there, Playwright's download, Debian's package. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { root } from './root.ts'

const run = promisify(execFile)
const shellName = 'chromium-headless-shell'
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  app => `/Applications/${app}.app/Contents/MacOS/${app}`,
)
const timeoutMs = 600_000

/**
 * Path of a browser that starts; names it in `CHROMIUM_PATH` beforehand to choose one.
 * @throws Refusal in one sentence when none can be had
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const chosen = env.CHROMIUM_PATH
  if (chosen) {
    if (await starts(chosen)) return chosen
    throw new Refusal(`CHROMIUM_PATH=${chosen} does not start.`)
  }
  for (const get of [() => installed(env), playwrights, downloaded, packaged]) {
    const found = await get()
    if (found && (await starts(found))) return found
  }
  throw new Refusal(
    'No Chromium for the journeys: install one (apt-get install chromium), let Playwright download its own (npx playwright install chromium), or name one in CHROMIUM_PATH.',
  )
}

/**
 * Path of the headless shell of Chromium, which draws pages and has no window around them. undefined where there is none: what can be done without works in the browser itself, only slower.
 */
export async function findHeadlessShell(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const found = env.HEADLESS_SHELL_PATH ?? fileOf([shellName], env)
  return found && (await starts(found)) ? found : undefined
}

const starts = (file: string) =>
  run(file, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )

const fileOf = (wanted: string[], env: NodeJS.ProcessEnv): string | undefined => {
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const files = folders.flatMap(folder => wanted.map(name => path.join(folder, name)))
  return files.find(file => path.isAbsolute(file) && existsSync(file))
}

const installed = (env: NodeJS.ProcessEnv): string | undefined =>
  fileOf(names, env) ?? apps.find(file => existsSync(file))

const playwright = () =>
  path.dirname(createRequire(path.join(root, 'e2e/package.json')).resolve('@playwright/test/package.json'))

/** The browser Playwright has in its cache, if it has. */
async function playwrights(): Promise<string | undefined> {
  const { chromium } = createRequire(path.join(root, 'e2e/package.json'))('@playwright/test')
  const file: string = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

async function downloaded(): Promise<string | undefined> {
  const libraries = process.getuid?.() === 0 ? ['--with-deps'] : []
  const install = [path.join(playwright(), 'cli.js'), 'install', ...libraries, 'chromium']
  await run(process.execPath, install, { timeout: timeoutMs }).catch(() => {})
  return playwrights()
}

async function packaged(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => run('apt-get', ['-qq', ...args], { env, timeout: timeoutMs })
  await apt('update').catch(() => {})
  await apt('install', '-y', '--no-install-recommends', 'chromium', shellName).catch(() => {})
  return installed({ PATH: '/usr/bin' })
}
