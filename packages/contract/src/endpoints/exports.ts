import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { params } from './submissions.ts'

export const exportEndpoints = endpoints({
  'GET /offices/:id/export': {
    summary:
      'Data perangkat daerah dan unit di bawahnya sebagai berkas: isian, angka dengan rumusnya, catatan, daftar bukti',
    need: 'submission.read',
    audit: null,
    rate: 'read',
    status: 200,
    binary: true,
    params,
    query: z.object({
      format: z.enum(['json', 'csv']).default('json'),
      year: z.coerce.number().int().min(2015).max(2100).optional(),
    }),
    response: z.unknown(),
    problems: ['not-found', 'invalid'],
  },
})
