import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Request } from '../connection.ts'
import type { Ground } from '../ground.ts'
import { residentOf } from '../measureAmplification.ts'
import { quantile } from '../quantile.ts'

const everyMs = 200

/** How much memory the API takes and how late it answers whether it lives (which it does as soon as its loop comes to it). */
export const watchDay = ({ ports, product }: Ground) => {
  let over = false
  let memory = 0
  const times: number[] = []
  const watching = (async () => {
    const connection = await connect(ports.product)
    while (!over) {
      times.push((await connection.send({ method: 'GET', path: '/healthz' })).ms)
      memory = Math.max(memory, residentOf(product.pid))
      await sleep(everyMs)
    }
    connection.close()
  })()
  return async () => {
    over = true
    await watching
    return {
      memory,
      late: quantile(
        times.sort((a, b) => a - b),
        0.95,
      ),
    }
  }
}

/** Seconds until the probe is answered within so many ms, three times running; NaN after two minutes. */
export const secondsToRecover = async ({ ports }: Ground, probe: Request, ms: number): Promise<number> => {
  const begun = performance.now()
  const connection = await connect(ports.product)
  let well = 0
  try {
    while (performance.now() - begun < 120_000) {
      const since = (performance.now() - begun) / 1000
      const answer = await connection.send(probe)
      well = answer.status === 200 && answer.ms <= ms ? well + 1 : 0
      if (well === 3) return since
      await sleep(everyMs)
    }
    return Number.NaN
  } finally {
    connection.close()
  }
}
