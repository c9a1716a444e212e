/** bring.mjs in a checkout of its own: two packages, one needing the other only for development, no registry. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from './root.ts'

let folder: string

const probe = `const [wish] = process.argv.slice(2)
if (wish === 'wait') {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { console.log(signal); process.exit(7) })
  console.log('waiting')
  setInterval(() => {}, 1000)
} else {
  console.log(JSON.stringify({ major: Number.parseInt(process.versions.node), args: process.argv.slice(2) }))
  process.exitCode = Number(wish ?? 0)
}
`
const lock = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

importers:

  .: {}

  one:
    devDependencies:
      two:
        specifier: workspace:*
        version: link:../two

  two: {}
`

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sepakat-bring-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  write('package.json', '{ "name": "sample", "private": true, "scripts": { "probe": "node tools/bring.mjs probe" } }')
  write('pnpm-workspace.yaml', 'packages: [one, two]\npmOnFail: ignore\n')
  write('one/package.json', '{ "name": "one", "devDependencies": { "two": "workspace:*" } }')
  write('two/package.json', '{ "name": "two", "version": "1.0.0" }')
  write('pnpm-lock.yaml', lock)
  write('tools/probe.ts', probe)
  for (const tool of ['bring.mjs', 'followParent.ts'])
    copyFileSync(path.join(root, 'tools', tool), path.join(folder, 'tools', tool))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = { ...process.env, NODE_ENV: 'production' }
const bring = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/bring.mjs', ...args], { cwd: folder, env, encoding: 'utf8' })
const stampOf = () => readFileSync(path.join(folder, 'node_modules/.sepakat.json'), 'utf8')

it('installs, what is for development too, and runs the tool on Node 24', () => {
  const { stdout, status } = bring('probe')
  expect(status).toBe(0)
  expect(JSON.parse(stdout).major).toBeGreaterThanOrEqual(24)
  expect(existsSync(path.join(folder, 'one/node_modules/two'))).toBe(true)
})

it('passes arguments and the exit code through', () => {
  const { stdout, status } = bring('probe', '3', '--flag=a b')
  expect(status).toBe(3)
  expect(JSON.parse(stdout).args).toEqual(['3', '--flag=a b'])
})

it('installs again only when the lock file or what was installed changed', () => {
  const before = stampOf()
  expect(bring('probe').stderr).toBe('')
  rmSync(path.join(folder, 'one/node_modules'), { recursive: true })
  bring('probe')
  expect(existsSync(path.join(folder, 'one/node_modules/two'))).toBe(true)
  writeFileSync(path.join(folder, 'pnpm-lock.yaml'), `${lock}\n`)
  bring('probe')
  expect(stampOf()).not.toBe(before)
})

it('says when there is no such tool', () => {
  expect(bring('nothing')).toMatchObject({ status: 1, stderr: 'Perintah "nothing" tidak ada di tools/.\n' })
  expect(bring('../bring').status).toBe(1)
})

it.each(['SIGINT', 'SIGTERM'] as const)('passes %s through', async signal => {
  const child = spawn(process.execPath, ['tools/bring.mjs', 'probe', 'wait'], { cwd: folder, env })
  let said = ''
  child.stdout.on('data', part => {
    said += part
    if (said === 'waiting\n') child.kill(signal)
  })
  const [code] = await once(child, 'close')
  expect({ code, said }).toEqual({ code: 7, said: `waiting\n${signal}\n` })
})

it.each([
  ['itself', process.execPath, ['tools/bring.mjs', 'probe', 'wait']],
  ['the npm that ran it', 'npm', ['run', '--silent', 'probe', 'wait']],
])('ends the tool when a kill -9 hits %s', async (_what, command, args) => {
  const child = spawn(command, args, { cwd: folder, env: { ...env, npm_lifecycle_event: undefined } })
  let said = ''
  child.stdout.on('data', part => {
    said += part
    if (said === 'waiting\n') child.kill('SIGKILL')
  })
  // the pipe closes when the last process that holds it is gone
  await once(child, 'close')
  expect(said).toBe('waiting\nSIGTERM\n')
})
