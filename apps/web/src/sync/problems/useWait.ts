import { useEffect, useState } from 'react'
import { hasCode } from './ProblemError.ts'

/** Seconds still to wait after a `too-many` response, counting down; 0 when a retry is allowed. */
export function useWait(failed: unknown): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (!hasCode(failed, 'too-many')) return setLeft(0)
    const until = Date.now() + (failed.problem.retryAfter ?? 60) * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [failed])
  return left
}

/** `45 detik` · `2 menit 5 detik` · `1 jam 10 menit`. */
export function waitText(seconds: number): string {
  if (seconds < 60) return `${seconds} detik`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} menit${seconds % 60 ? ` ${seconds % 60} detik` : ''}`
  return `${Math.floor(seconds / 3600)} jam ${Math.ceil((seconds % 3600) / 60)} menit`
}
