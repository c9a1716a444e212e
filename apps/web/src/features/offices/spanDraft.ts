import type { Errors } from '#administration/useContractForm.ts'

/** An office's facts from a day on; null is a date that cannot be parsed yet. */
export interface SpanDraft {
  name: string
  shortName: string
  parent: string
  /** As typed: codes separated by commas. */
  urusan: string
  from: string | null
}

export const urusanOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]+/)
      .map(code => code.trim())
      .filter(Boolean),
  ),
]

export const spanUnread = (span: SpanDraft): Errors => ({
  from: span.from ? undefined : 'Tulis tanggal mulai berlakunya, seperti 01-01-2027.',
})

export const spanBody = (span: SpanDraft) => ({
  name: span.name.trim(),
  shortName: span.shortName.trim(),
  parent: span.parent || null,
  urusan: urusanOf(span.urusan),
  from: span.from ?? '',
})
