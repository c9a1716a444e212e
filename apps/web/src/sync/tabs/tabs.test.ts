import { expect, it, vi } from 'vitest'
import type { Me } from '../apiTypes.ts'
import { maySend, watchOtherTabs } from './tabs.ts'

const me = (person: string, post: string) => ({ person: { id: person }, post: { id: post } }) as Me
const other = new BroadcastChannel('sepakat.session')
const settled = async () =>
  Promise.race([maySend().then(() => true), new Promise(resolve => setTimeout(resolve, 20, false))])

it('holds requests while another tab acts as another user or post, and releases them when it comes back', async () => {
  const changed = vi.fn()
  const stop = watchOtherTabs(me('siti', 'p1'), changed)
  expect(await settled()).toBe(true)
  other.postMessage('siti/p2')
  await expect.poll(() => changed.mock.lastCall).toEqual([false])
  expect(await settled()).toBe(false)
  other.postMessage('siti/p1')
  await expect.poll(() => changed.mock.lastCall).toEqual([true])
  expect(await settled()).toBe(true)
  stop()
})

it('closes when the screen is locked or left in another tab, but not with data it alone holds', async () => {
  const go = vi.fn()
  let holds = true
  const stop = watchOtherTabs(
    me('siti', 'p1'),
    () => {},
    go,
    () => holds,
  )
  other.postMessage('closed')
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(go).not.toHaveBeenCalled()
  holds = false
  other.postMessage('closed')
  await expect.poll(() => go.mock.calls.length).toBe(1)
  stop()
  other.close()
})
