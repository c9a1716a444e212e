import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export const sessionsQuery = queryOptions({
  queryKey: ['GET /sessions'],
  queryFn: () => api('GET /sessions'),
})

export const secondFactorQuery = queryOptions({
  queryKey: ['GET /second-factor'],
  queryFn: () => api('GET /second-factor'),
})
