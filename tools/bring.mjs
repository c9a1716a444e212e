/**
 * bring.mjs NAME [arguments]: runs tools/NAME.ts on Node 24 with everything installed, from a bare machine on.
 * Plain JavaScript without packages, for it runs before anything is there, on Node 20 and newer.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const self = fileURLToPath(import.meta.url)
const root = path.dirname(path.dirname(self))
const stampFile = path.join(root, 'node_modules', '.sepakat.json')
const shell = process.platform === 'win32'

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** First file of this name on the PATH. */
function which(command) {
  const names = shell ? [`${command}.exe`, `${command}.cmd`] : [command]
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.flatMap(folder => names.map(file => path.join(folder, file))).find(file => existsSync(file))
}

const recent = (version, major) => Number.parseInt(version.replace(/^v/, ''), 10) >= major

/** `node` ≥ 24 and `pnpm` ≥ 12: the machine's own, or those npx fetches from the npm registry. */
function findTools() {
  const pnpm = which('pnpm')
  if (recent(process.versions.node, 24) && pnpm) {
    const { stdout } = spawnSync(pnpm, ['--version'], { cwd: root, encoding: 'utf8', shell })
    if (recent(stdout ?? '', 12)) return { node: process.execPath, pnpm }
  }
  console.error('Menyiapkan Node 24 dan pnpm 12 …')
  const packages = ['--yes', '--package=node@24', '--package=pnpm@12', '--']
  const npx = spawnSync('npx', [...packages, 'node', self, '--where'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell,
  })
  if (npx.status !== 0)
    fail('Node 24 dan pnpm 12 tidak dapat diambil dari registri npm; periksa sambungan internet dan proxy.')
  return JSON.parse(npx.stdout.trim().split('\n').at(-1))
}

function lockHash() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** What the last install left: the hash it was made for, the tools, the folders it filled; null when any of it is gone. */
function readStamp() {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'))
    const whole = stamp.hash === lockHash() && [stamp.node, stamp.pnpm, ...stamp.filled].every(file => existsSync(file))
    return whole ? stamp : null
  } catch {
    return null
  }
}

function install() {
  const { node, pnpm } = findTools()
  // NODE_ENV=production would leave out what builds the web
  const { NODE_ENV: _, ...env } = pathWith({ node, pnpm })
  const options = ['install', '--frozen-lockfile', '--prod=false', '--config.confirmModulesPurge=false']
  // on stderr: the output of some tools is read by programs
  const done = spawnSync(pnpm, options, { cwd: root, env, stdio: ['ignore', 2, 2], shell })
  if (done.status !== 0) fail('Pemasangan paket gagal; sebabnya tertulis di atas.')
  const importers = readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8').split('\npackages:')[0]
  const folders = [...importers.matchAll(/^ {2}(\S+):$/gm)].map(found => path.join(root, found[1], 'node_modules'))
  const stamp = { hash: lockHash(), node, pnpm, filled: folders.filter(folder => existsSync(folder)) }
  writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`)
  return stamp
}

/** One install at a time: the kernel ends this lock with its process. Elsewhere than on Linux pnpm's own care must do. */
function installLock() {
  if (process.platform !== 'linux') return Promise.resolve()
  const address = `\0sepakat-install-${createHash('sha256').update(root).digest('hex').slice(0, 24)}`
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    const listen = () => server.listen(address)
    server.on('error', error => (error.code === 'EADDRINUSE' ? setTimeout(listen, 200) : reject(error)))
    server.on('listening', () => resolve(server))
    listen()
  })
}

function pathWith({ node, pnpm }) {
  const folders = [...new Set([path.dirname(node), path.dirname(pnpm)])]
  return { ...process.env, PATH: [...folders, process.env.PATH].join(path.delimiter) }
}

async function bring(name, args) {
  const tool = path.join(root, 'tools', `${name}.ts`)
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(tool)) fail(`Perintah "${name}" tidak ada di tools/.`)
  let stamp = readStamp()
  if (!stamp) {
    const lock = await installLock()
    stamp = readStamp() ?? install()
    lock?.close()
  }
  const own = recent(process.versions.node, 24) ? { ...stamp, node: process.execPath } : stamp
  // the channel tells the tool when this process is gone, however it went: see followParent.ts
  const follow = pathToFileURL(path.join(root, 'tools/followParent.ts')).href
  const child = spawn(own.node, ['--disable-warning=ExperimentalWarning', '--import', follow, tool, ...args], {
    env: pathWith(own),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) whenNpmIsGone(() => child.kill('SIGTERM'))
  child.once('error', error => fail(`${own.node}: ${error.message}`))
  child.once('exit', (code, signal) => process.exit(code ?? 128 + os.constants.signals[signal]))
}

/** A kill -9 of npm reaches nothing below it; what it ran must not go on unseen. Between npm and us there may be a shell. */
function whenNpmIsGone(stop) {
  const above = () => {
    try {
      const [, name, parent] = /^\d+ \((.*)\) . (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))
      return /^(ba|da)?sh$/.test(name) ? parent : process.ppid
    } catch {
      return process.ppid
    }
  }
  const npm = above()
  setInterval(() => above() !== npm && stop(), 200).unref()
}

const [name = '', ...args] = process.argv.slice(2)
if (name === '--where') console.log(JSON.stringify({ node: process.execPath, pnpm: which('pnpm') }))
else await bring(name, args)
