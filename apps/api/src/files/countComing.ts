import type { FastifyRequest } from 'fastify'
import { problem } from '#http/problem.ts'
import { mostFileBytes } from '#storage/fileStore.ts'

const MB = 1024 * 1024
/** Started and not kept, of one person: twenty of the largest files. More is a fault of a program, or ill will. */
export const mostWaitingBytes = 500 * MB

/** Bytes of the whole files that each person is sending to this process: they end with their request, so no row counts them. */
const coming = new Map<string, number>()

/** What a request that sends one file is counted as before its first byte is taken. */
export const comingBytes = ({ headers }: FastifyRequest): number =>
  Math.min(Number(headers['content-length'] ?? mostFileBytes), mostFileBytes)

/** Counts a file of this person while it is taken. @throws uploads-full */
export const countComing = async <T>(person: string, bytes: number, take: () => Promise<T>): Promise<T> => {
  const all = (coming.get(person) ?? 0) + bytes
  if (all > mostWaitingBytes) throw problem('uploads-full')
  coming.set(person, all)
  try {
    return await take()
  } finally {
    const left = (coming.get(person) ?? 0) - bytes
    if (left > 0) coming.set(person, left)
    else coming.delete(person)
  }
}
