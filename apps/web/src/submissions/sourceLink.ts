import type { Kind, PeriodKey } from '@sepakat/rules'
import { paths } from '#ui/paths.ts'

/** Where an input of a derivation can be read: its report, and which submission of it. */
export interface InputLink {
  to: string
  /** What it leads to, below the name of the input; without them the name itself is the link. */
  words?: string
}
/** A source form, as far as needed to link to it; `n` is absent while it is a draft. */
export interface Taken {
  submission?: string | null
  n?: number | null
}

/** A link to the report of one revision, named as `Dinas Sosial, kiriman ke-1`; `at` is the answer to open it at. */
export const revisionLink = (
  { submission, n }: { submission: string; n: number },
  { office, at }: { office?: string; at?: string } = {},
): InputLink => ({
  to: paths.review(submission, { revision: n, at }),
  words: `${office ? `${office}, ` : ''}kiriman ke-${n}`,
})

/**
 * Links an input taken from another form of the office (`<source>:<pointer>`) to that form. One of another office
 * is not linked: this user may have no permission to read it.
 */
export const sourceLinks =
  (kind: Kind, period: PeriodKey, sources: Readonly<Record<string, Taken>>) =>
  (input: string): InputLink | null => {
    const [, name = '', at = ''] = /^([a-z][A-Za-z0-9]*):(.*)$/.exec(input) ?? []
    const taken = sources[name]
    if (!taken?.submission || kind.sources(period)[name]?.of === 'region') return null
    const { submission, n } = taken
    if (n == null) return { to: paths.history(submission), words: 'draf' }
    return revisionLink({ submission, n }, { at: at.startsWith('/') ? at : undefined })
  }
