import { late } from '#ui/late.tsx'

/** How a figure was computed, which is opened by a press. */
export const LateDerivation = late(async () => (await import('#submissions/Derivation.tsx')).Derivation)
