import type { auditState } from '@sepakat/db'

const weekMs = 7 * 86_400_000

/** The state of the chain, as it is sent. */
export const auditView = ({ seal, run }: Awaited<ReturnType<typeof auditState>>, now: Date) => ({
  seal: seal && { ...seal, at: seal.at.toISOString() },
  run: run && {
    ...run,
    at: run.at.toISOString(),
    well: run.found === 0,
    recent: now.getTime() - run.at.getTime() < weekMs,
  },
})
