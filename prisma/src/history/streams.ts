/** One id has one stream, however an address spells it. */
export const submissionStream = (id: string): string => `submission/${id.toLowerCase()}`

/** The report whose stream this is; null of the other streams. */
export const reportOf = (stream: string): string | null =>
  stream.startsWith('submission/') ? stream.slice('submission/'.length) : null

/** Reading is recorded by day in eight shards, so that readers do not queue behind one head. */
export const accessStream = (at: Date, shardOf: string): string =>
  `access/${at.toISOString().slice(0, 10)}/${Number.parseInt(shardOf.replaceAll('-', '').slice(-2), 16) % 8}`

export const editionStream = (id: string): string => `edition/${id.toLowerCase()}`
