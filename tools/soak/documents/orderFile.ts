import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { type Caller, must } from '../caller.ts'

export type Way = 'pdf' | 'docx' | 'xlsx' | 'json'
interface File {
  id: string
  status: string
}

/** Orders a file of an edition and waits for it. @returns its bytes, and the seconds from the order until it was there */
export async function orderFile(
  caller: Caller,
  edition: string,
  as: Way,
): Promise<{ bytes: Uint8Array; seconds: number }> {
  const begun = performance.now()
  const { id } = await must(caller<File>('POST', `/editions/${edition}/files`, { as }, { 'idempotency-key': v7() }))
  for (let file: File | undefined; file?.status !== 'done'; await sleep(100)) {
    const { items } = await must(caller<{ items: File[] }>('GET', `/editions/${edition}/files`))
    file = items.find(one => one.id === id)
    if (file?.status === 'failed') throw new Error(`${as} of ${edition} was not made`)
  }
  const seconds = (performance.now() - begun) / 1000
  return { bytes: await caller.bytes(`/editions/${edition}/files/${id}`), seconds }
}
