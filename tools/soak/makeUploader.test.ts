import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { type Caller, NoAnswer } from './caller.ts'
import { createChecks } from './checks.ts'
import { makeUploader } from './makeUploader.ts'

interface Kept {
  id: string
  anchor: string
  replaces?: string
  sha256: string
  bytes: number
  content: Uint8Array
  removed: boolean
}

/** A server that attaches, takes twenty files an anchor, and is killed after so many. */
const server = (killedAfter: number) => {
  const kept: Kept[] = []
  const most = { seen: 0, isUp: true }
  const call = async (method: string, _path: string, body?: unknown) => {
    if (!most.isUp) throw new NoAnswer('gone')
    if (method === 'GET') return { status: 200, body: { items: kept } }
    // the fields of a form are known to the one who wrote them: uploaders.ts
    const { file, ...fields } = Object.fromEntries(body as FormData) as unknown as Kept & { file: File }
    if (kept.some(({ id }) => id === fields.id)) return { status: 201, body: {} }
    const content = new Uint8Array(await file.arrayBuffer())
    for (const other of kept) if (other.id === fields.replaces) other.removed = true
    kept.push({ ...fields, content, bytes: content.length, removed: false })
    most.seen = Math.max(most.seen, kept.filter(({ removed }) => !removed).length)
    if (kept.length === killedAfter) {
      most.isUp = false
      // it was written, but no response arrived
      throw new NoAnswer('gone')
    }
    return { status: 201, body: {} }
  }
  const bytes = async (path: string) => kept.find(({ id }) => path.includes(id))!.content
  return { caller: Object.assign(call, { bytes }) as Caller, kept, most }
}

it('replaces its oldest file rather than attach more than an anchor takes, however long the server is not killed', async () => {
  const { caller, kept, most } = server(50)
  const uploader = makeUploader(caller, v7(), '/recipients/a', 'whole')
  const checks = createChecks()
  await uploader.write(() => false)
  expect(kept).toHaveLength(50)
  expect(most.seen).toBeLessThanOrEqual(20)
  most.isUp = true
  expect(await uploader.compare(checks, 'here')).toBe(48)
  await uploader.repeat(checks, 'here')
  expect(kept).toHaveLength(50)
  expect(checks.proven('').failed).toBe(0)
})

it('sees an acknowledged file that is lost, altered or removed', async () => {
  for (const harm of [
    (kept: Kept[]) => kept.splice(0, 1),
    (kept: Kept[]) => Object.assign(kept[0]!, { sha256: 'x' }),
    (kept: Kept[]) => Object.assign(kept[0]!, { removed: true }),
    (kept: Kept[]) => Object.assign(kept[0]!, { content: new Uint8Array(3) }),
  ]) {
    const { caller, kept, most } = server(4)
    const uploader = makeUploader(caller, v7(), '/recipients/a', 'whole')
    await uploader.write(() => false)
    harm(kept)
    most.isUp = true
    const checks = createChecks()
    await uploader.compare(checks, 'here')
    expect(checks.broken()).toBe(1)
  }
})
