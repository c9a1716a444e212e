/** In the API process, by `node --import`: says each fifth of a second how much memory it has and how late its event loop was. */
import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const { TELL_LOAD_IN: file } = process.env
if (isMainThread && file) {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const tell = () => {
    const { rss, heapUsed, external } = process.memoryUsage()
    const late = delay.percentile(99) / 1e6
    delay.reset()
    appendFileSync(file, `${JSON.stringify({ rss, heap: heapUsed, external, late })}\n`)
  }
  setInterval(tell, 200).unref()
}
