/** Messages between the tabs of this browser, never to the one that sends. A browser without them has one tab, as far as we know. */
export interface Channel<T> {
  post(message: T): void
  /** Returns the function to stop. */
  hear(listener: (message: T) => void): () => void
  close(): void
}

export function channelOf<T>(name: string): Channel<T> {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  return {
    post: message => channel?.postMessage(message),
    hear(listener) {
      const heard = ({ data }: MessageEvent<T>) => listener(data)
      channel?.addEventListener('message', heard)
      return () => channel?.removeEventListener('message', heard)
    },
    close: () => channel?.close(),
  }
}
