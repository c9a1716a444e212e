import { useCallback } from 'react'
import { useWarnBefore } from '#sync/tabs/useWarnBefore.ts'
import { hasUnsent } from './liveStores.ts'

const nothing = () => false

/** Asks before the page is closed while answers would be lost with it. `more`: what else would be. */
export const useWarnUnsent = (more: () => boolean = nothing): void =>
  useWarnBefore(useCallback(() => hasUnsent() || more(), [more]))
