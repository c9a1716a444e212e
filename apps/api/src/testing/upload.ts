import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import type { Caller } from './testApi.ts'

export interface UploadSpec {
  fields?: Record<string, string>
  file?: { name?: string; content: Buffer | string } | null
  /** Fields after the file, as some programs send them. */
  last?: boolean
  headers?: Record<string, string>
}

export const pdf = (text = 'bukti'): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`)

/** Attaches a small PDF to one answer, unless the spec says otherwise. */
export const upload = (by: Caller, id: string, spec: UploadSpec = {}): Promise<LightMyRequestResponse> => {
  const fields = { id: v7(), anchor: '/recipients/gepeng/state', title: 'SK Bupati', ...spec.fields }
  return sendFile(by, `POST /submissions/${id}/attachments`, { ...spec, fields })
}

/** Sends a form with a file, a small PDF unless the spec says otherwise, to `METHOD /path`. */
export const sendFile = async (by: Caller, route: string, spec: UploadSpec = {}): Promise<LightMyRequestResponse> => {
  const { fields, file = {}, last = false } = { file: { content: pdf() }, ...spec }
  const form = new FormData()
  const addFile = () => {
    if (file === null) return
    const { name = 'bukti.pdf', content = pdf() } = file as { name?: string; content?: Buffer | string }
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name)
  }
  if (last) addFile()
  for (const [name, value] of Object.entries(fields ?? {})) form.append(name, value)
  if (!last) addFile()
  const encoded = new Response(form)
  const headers = { ...spec.headers, 'content-type': encoded.headers.get('content-type') ?? '' }
  const [method, path = ''] = route.split(' ')
  return by.call(method as 'POST', path, Buffer.from(await encoded.arrayBuffer()), headers)
}
