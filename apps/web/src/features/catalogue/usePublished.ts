import { useInvalidate } from '#sync/transport/invalidate.ts'

/** Invalidates everything read of catalogues after a publication. */
export function usePublished(): () => Promise<void> {
  const invalidate = useInvalidate()
  return () =>
    invalidate(
      'GET /catalogues/:type/:form/rows',
      'GET /catalogues',
      'GET /forms',
      'GET /forms/:type/:form',
      'GET /assignments',
    )
}
