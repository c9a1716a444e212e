import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { attachment } from './attachments.ts'
import { signing, signingNote } from './signing.ts'
import { params } from './submissions.ts'

export const paperEndpoints = endpoints({
  'GET /submissions/:id/papers/:paper': {
    summary: 'Naskah resmi dari laporan sebagai PDF; 202 selama sedang dibuat',
    note: 'Naskah-naskah sebuah formulir ada pada jenisnya; setiap laporan yang dikirim punya `tanda-terima`. `revision` menyebut kirimannya. Tanpa `revision`: kiriman terakhir, atau selama laporan masih di tangan perangkat daerah drafnya, yang bertanda air DRAF.',
    need: 'submission.read',
    rate: 'compute',
    canWait: true,
    binary: { 'application/pdf': null },
    pending: z.object({ state: z.literal('being-made') }),
    params: params.extend({ paper: z.string().regex(/^[a-z-]{1,60}$/) }),
    query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
    response: z.unknown(),
    problems: ['not-found', 'no-right'],
  },
  'PUT /submissions/:id/revisions/:n/signature': {
    summary:
      'Tanda tangani naskah dari kiriman terakhir secara elektronik, dan lampirkan sebagai naskah bertanda tangan',
    note: `Naskahnya harus sudah dibuat (lihat GET /submissions/:id/papers/:paper). ${signingNote}`,
    need: 'submission.sign',
    audit: 'paper.signed',
    also: ['attachment.added'],
    rate: 'write',
    once: 'natural',
    params: params.extend({ n: z.coerce.number().int().min(1) }),
    body: signing,
    response: attachment,
    problems: ['not-found', 'no-right', 'invalid', 'wrong-status', 'needs-unmet'],
  },
  'GET /papers/:receipt/:code': {
    summary: 'Apakah nomor dan kode periksa sebuah naskah asli; tidak mengatakan apa pun tentang isinya',
    need: 'public',
    rate: 'read',
    params: z.object({ receipt: z.string().min(1).max(60), code: z.string().min(1).max(64) }),
    response: z.object({ genuine: z.boolean() }),
    problems: [],
  },
})
