/** Which transactions are seen, as `pg_current_snapshot()` says it: those below `xmax` but for `running`; `xmin` is the lowest that is not. */
export interface Snapshot {
  xmin: string
  xmax: bigint
  running: ReadonlySet<string>
}

/** @param text as `10:20:10,14,15` */
export const snapshotOf = (text: string): Snapshot => {
  const [xmin = '', xmax = '', running = ''] = text.split(':')
  return { xmin, xmax: BigInt(xmax), running: new Set(running.split(',').filter(one => one !== '')) }
}

/** A row says half of a transaction's number only: further apart two could be mistaken for each other. */
const farthest = 1_000_000_000n

/** Whether one sees all that the other sees, and is near enough for the numbers that rows have. */
export const isAfter = (one: Snapshot, other: Snapshot): boolean =>
  one.xmax >= other.xmax &&
  one.xmax - BigInt(other.xmin) < farthest &&
  [...one.running].every(id => BigInt(id) >= other.xmax || other.running.has(id))

/** SQL: which database this is. One put back under a running process counts its transactions from an earlier number; its server was started since. */
export const thisDatabase = `current_database() || ' ' || pg_postmaster_start_time()`
