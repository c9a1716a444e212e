import { createClient, createConfig } from './generated/hey-api/client/index.js'
import {
  answerNote,
  attachFile,
  exportOffice,
  type Finding,
  listObligations,
  submitReport,
} from './generated/hey-api/index.js'

const client = createClient(createConfig({ baseUrl: 'http://127.0.0.1/api/v1', auth: 'spk_…' }))

/** What blocks is a finding of a known code. */
export const blocking = (findings: Finding[]): Finding['code'][] =>
  findings.filter(({ level, blocks }) => level === 'wrong' && blocks).map(({ code }) => code)

export const proveAndSend = async (proof: File) => {
  const { data, error } = await listObligations({ client, query: { period: '2026-TW3', limit: 10 } })
  if (error) return error.code === 'too-many' ? error.retryAfter : undefined
  const submission = data.items[0]?.submission
  if (!submission) return undefined
  const path = { id: submission }
  await attachFile({ client, path, body: { id: crypto.randomUUID(), anchor: '', title: 'Rekap', file: proof } })
  await answerNote({ client, path: { ...path, note: crypto.randomUUID() }, body: { text: 'Sudah dibetulkan.' } })
  const sent = await submitReport({ client, path, headers: { 'Idempotency-Key': 'kirim' }, body: {} })
  return sent.data?.receipt.number
}

export const answersOf = async (office: string): Promise<string[]> => {
  const { data } = await exportOffice({ client, path: { id: office }, query: { format: 'json' } })
  if (data === undefined || typeof data === 'string') return []
  return data.reports.flatMap(report => report.states.flatMap(state => state.answers.map(answer => answer.at)))
}
