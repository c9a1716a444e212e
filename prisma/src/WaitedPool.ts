import pg from 'pg'

type Connected = Parameters<pg.Pool['connect']>[0]

/** A pool that knows how long the first of what waits for a connection has waited. */
export class WaitedPool extends pg.Pool {
  /** Since when, in their order. */
  readonly #waits = new Set<{ since: number }>()

  /** In milliseconds; 0 where nothing waits. */
  get waitedMs(): number {
    const [first] = this.#waits
    return first ? performance.now() - first.since : 0
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): unknown {
    const wait = { since: performance.now() }
    this.#waits.add(wait)
    const end = () => this.#waits.delete(wait)
    if (!callback) return super.connect().finally(end)
    return super.connect((...came) => {
      end()
      callback(...came)
    })
  }
}
