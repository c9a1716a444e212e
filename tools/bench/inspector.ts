/** A profile of a Node process, of what V8's own has what is read here. */
export interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  /** Microseconds from each sample to the next. */
  timeDeltas: number[]
}

export interface Inspector {
  start(): Promise<void>
  stop(): Promise<Profile>
  close(): void
}

/** @param port on which a process on this machine was started with `--inspect` */
export const openInspector = async (port: number): Promise<Inspector> => {
  const [target] = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((opened, failed) => {
    socket.onopen = opened
    socket.onerror = failed
  })
  const waiting = new Map<number, (result: unknown) => void>()
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(data)
    waiting.get(id)?.(result)
    waiting.delete(id)
  }
  let last = 0
  const call = (method: string): Promise<unknown> =>
    new Promise(answered => {
      waiting.set(++last, answered)
      socket.send(JSON.stringify({ id: last, method }))
    })
  await call('Profiler.enable')
  return {
    start: async () => {
      await call('Profiler.start')
    },
    stop: async () => ((await call('Profiler.stop')) as { profile: Profile }).profile,
    close: () => socket.close(),
  }
}
