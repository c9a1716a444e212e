import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'
import { tryLock, withLock } from './lock.ts'

const name = () => `test ${process.pid} ${Math.random()}`

it('a held lock tells who asks what its holder said', async () => {
  const key = name()
  const mine = await tryLock(key, 'http://127.0.0.1:8080')
  expect(mine.held).toBe(true)
  expect(await tryLock(key)).toEqual({ held: false, note: 'http://127.0.0.1:8080' })
  if (mine.held) mine.tell('leaving')
  expect(await tryLock(key)).toEqual({ held: false, note: 'leaving' })
  if (mine.held) await mine.release()
  expect((await tryLock(key)).held).toBe(true)
})

it('a lock ends with its process, also by kill -9', async () => {
  const key = name()
  const script = `import { tryLock } from '${path.join(import.meta.dirname, 'lock.ts')}'
    await tryLock(process.argv[1], 'child'); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, key])
  await once(child.stdout, 'data')
  expect(await tryLock(key)).toEqual({ held: false, note: 'child' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect((await tryLock(key)).held).toBe(true)
})

it('work under one lock never overlaps', async () => {
  const key = name()
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise(resolve => setTimeout(resolve, 20))
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(key, work)))
  expect({ inside, most }).toEqual({ inside: 0, most: 1 })
})
